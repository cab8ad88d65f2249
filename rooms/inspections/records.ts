// How findings are called where other records name them: where, in which inspection, what was looked at, and what was noted.

import type { Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { findingsNamed } from './data/called.ts'

export const records: Records = {
  finding: async ({ db }, { districts, ids }) => {
    const rows = await findingsNamed(db, districts, ids.filter(isId))
    const names = await namesOf(
      db,
      rows.map(({ subject }) => subject),
    )
    return new Map(
      rows.map(({ id, note, subject, item, unit, inspection, title }) => {
        const words = [names.get(subject) ?? subject, title, item, note].filter((said) => said !== '').join(' · ')
        return [id, { words, path: `/desk/inspections?open=${unit}.${inspection}` }]
      }),
    )
  },
}
