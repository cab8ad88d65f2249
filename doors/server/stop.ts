// Stops gracefully on SIGINT and SIGTERM: requests in hand are answered first; a second signal ends at once.

import { say } from './say.ts'

const patienceMs = 10_000

/** Runs `stop` once, then ends the process; ends it anyway when stopping takes too long. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    say.step('正在停止', 'stopping')
    setTimeout(() => process.exit(1), patienceMs).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say.trouble((error as Error).message)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
