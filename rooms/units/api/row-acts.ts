// An import is recorded with the rows it writes, so that the acts alone tell what came of it: one act for every few hundred
// rows, each bounded, and each row in the tables names the act that holds it.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { ActDraft } from '#ground/http/handler.ts'
import { sharedUnit } from '../core/shared-unit.ts'

const rowsPerAct = 500

interface Recording<Row> {
  readonly verb: string
  /** Names the import in the subject of its acts. */
  readonly import: Id
  readonly payload: object
  /** The unit a row speaks of. */
  unitOf(row: Row): Code
  /** What of a row is recorded. */
  recorded(row: Row): object
  /** Writes the rows of one act; what it answers, if anything, ends the recording. */
  write(rows: readonly Row[], act: Id): Promise<Id | null>
}

/** Records and writes rows, act by act; the first that could not be written, or null. */
export async function recordRows<Row>(
  act: (draft: ActDraft) => Promise<Id>,
  rows: readonly Row[],
  recording: Recording<Row>,
): Promise<Id | null> {
  const parts = Math.ceil(rows.length / rowsPerAct)
  for (let part = 1; part <= parts; part += 1) {
    const some = rows.slice((part - 1) * rowsPerAct, part * rowsPerAct)
    const id = await act({
      verb: recording.verb,
      unit: sharedUnit(some.map((row) => recording.unitOf(row))),
      subject: `import:${recording.import}`,
      payload: { ...recording.payload, part, parts, rows: some.map((row) => recording.recorded(row)) },
    })
    const lost = await recording.write(some, id)
    if (lost !== null) return lost
  }
  return null
}
