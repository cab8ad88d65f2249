// How rows of a self-check are called where evidence cites them: whose, for which star, and which row.

import type { Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { cycleNames } from './api/shown.ts'
import { readCitedRow } from './core/cited-row.ts'
import { candidaciesNamed } from './data/called.ts'

export const records: Records = {
  'candidacy-row': async ({ db, language }, { districts, ids }) => {
    const cited = ids.flatMap((id) => {
      const read = readCitedRow(id)
      return read === null || !isId(read.candidacy) ? [] : [{ id, ...read }]
    })
    const rows = await candidaciesNamed(
      db,
      districts,
      cited.map(({ candidacy }) => candidacy),
    )
    const units = await namesOf(
      db,
      rows.map((row) => row.unit),
    )
    const cycles = await cycleNames(
      db,
      rows.map((row) => row.cycle),
      language,
    )
    const known = new Map(rows.map((row) => [row.id, row]))
    return new Map(
      cited.flatMap(({ id, candidacy, row: part }) => {
        const row = known.get(candidacy)
        if (row === undefined) return []
        const star = cycles.get(row.cycle)?.starName(row.star) ?? row.star
        const words = `${units.get(row.unit) ?? row.unit} · ${star} · ${part}`
        return [[id, { words, path: `/desk/stars/queue?mine=no&open=${row.unit}.${row.id}` }] as const]
      }),
    )
  },
}
