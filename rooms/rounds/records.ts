// How rounds are called where other records name them; photographed sheets are cited for their round.

import type { CallRecords, Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { roundsNamed } from './data/called.ts'

const round: CallRecords = async ({ db }, { districts, ids }) =>
  new Map(
    (await roundsNamed(db, districts, ids.filter(isId))).map(({ unit, id, name }) => [
      id,
      { words: name, path: `/desk/rounds/${unit}/${id}` },
    ]),
  )

export const records: Records = { round, sheets: round }
