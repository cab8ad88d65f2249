// Load of reads: a few clients ask one address after another from a list.

import { good, openLine } from '../http-line.ts'
import { closedLoop } from '../load.ts'
import type { Load } from '../load.ts'
import { requestText } from '../http-line.ts'

/** Asks the paths in turn; `expects` must stand in every answer, or the answer counts as a failure. */
export async function read(given: {
  readonly port: number
  readonly clients: number
  readonly paths: readonly string[]
  readonly expects: string
  readonly seconds: number
  readonly warm: number
  readonly headers?: Readonly<Record<string, string>>
}): Promise<Load> {
  const lines = await Promise.all(Array.from({ length: given.clients }, () => openLine(given.port)))
  const requests = given.paths.map((path) => requestText({ method: 'GET', path, headers: given.headers ?? {} }))
  let next = 0
  const load = await closedLoop({ askers: given.clients, seconds: given.seconds, warm: given.warm }, async (asker) => {
    const nth = next++ % requests.length
    const said = good((await lines[asker]?.ask(requests[nth] ?? '')) ?? { status: 0, head: '', body: Buffer.alloc(0) })
    if (!said.body.includes(given.expects)) throw new Error(`nothing found: ${given.paths[nth] ?? ''}`)
  })
  for (const line of lines) line.close()
  return load
}
