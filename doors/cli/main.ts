// `liangxing`: reads the command line of this process, prints one JSON document, and ends with the contract's exit code.

import { languageOf } from './command-line.ts'
import { exits, failed } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { run } from './run.ts'

const interrupted = new AbortController()
const signals = { SIGINT: exits.interrupted, SIGTERM: 143, SIGHUP: 129 } as const

for (const [signal, code] of Object.entries(signals)) {
  process.on(signal, () => {
    // Listeners tidy up at once; what was not committed is undone by the database when the connection drops.
    interrupted.abort()
    if (process.stderr.isTTY) process.stderr.write('\n')
    process.exit(code)
  })
}
// Whoever reads us may stop early (`| head`); that is no fault of the command.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

function finish({ code, document, message }: Outcome): void {
  if (message !== undefined) process.stderr.write(message.endsWith('\n') ? message : `${message}\n`)
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`, () => process.exit(code))
}

const broken = (error: unknown): void => finish(failed(error, languageOf(process.env)))
process.on('uncaughtException', broken)
process.on('unhandledRejection', broken)

finish(await run({ line: process.argv.slice(2), env: process.env, stderr: process.stderr, interrupted: interrupted.signal }))
