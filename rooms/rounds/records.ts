// How rounds are called where other records name them, with their page for whom it opens; photographed sheets are cited for their round.

import type { CallRecords, Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { roundsNamed } from './data/called.ts'

const round: CallRecords = async ({ db }, { districts, ids }) =>
  new Map(
    (await roundsNamed(db, districts, ids.filter(isId))).map(({ unit, id, name, opens }) => [
      id,
      { words: name, path: opens ? `/desk/rounds/${unit}/${id}` : null },
    ]),
  )

export const records: Records = { round, sheets: round }
