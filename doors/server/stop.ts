// Stops gracefully on SIGINT, SIGTERM, SIGHUP (the terminal was closed) and when npm has gone: requests in hand are
// answered first. A second signal ends at once. A terminal that is no longer there takes no words, and that is no fault.

import { whenAbandoned } from './abandoned.ts'
import { say } from './say.ts'

const patienceMs = 10_000

/** Runs `stop` once, then ends the process; ends it anyway when stopping takes too long. Tells whether it has begun. */
export function stopOnSignals(stop: () => Promise<void>): () => boolean {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  let stopping = false
  const begin = (): void => {
    if (stopping) return
    stopping = true
    say.stopping()
    setTimeout(() => process.exit(1), patienceMs).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say.trouble((error as Error).message)
        process.exit(1)
      },
    )
  }
  const onSignal = (): void => {
    if (stopping) process.exit(1)
    begin()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
  process.on('SIGHUP', begin)
  whenAbandoned(begin)
  return () => stopping
}
