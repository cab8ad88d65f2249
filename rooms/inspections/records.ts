// How findings are called where other records name them.

import type { Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { findingsNamed } from './data/called.ts'

export const records: Records = {
  finding: async ({ db }, { districts, ids }) =>
    new Map(
      (await findingsNamed(db, districts, ids.filter(isId))).map(({ id, note, unit, inspection, title }) => [
        id,
        { words: note === '' ? title : `${title}：${note}`, path: `/desk/inspections?open=${unit}.${inspection}` },
      ]),
    ),
}
