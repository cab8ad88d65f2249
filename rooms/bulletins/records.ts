// How bulletins are called where other records name them.

import type { Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { numberOf } from './api/show.ts'
import { bulletinsNamed } from './data/queries.ts'

export const records: Records = {
  bulletin: async ({ db }, { districts, ids }) =>
    new Map(
      (await bulletinsNamed(db, districts, ids.filter(isId))).map((row) => [
        row.id,
        { words: `${numberOf(row) ?? ''}《${row.title.replace(/\s+/g, '')}》`, path: `/desk/bulletins?open=${row.unit}.${row.id}` },
      ]),
    ),
}
