// How entries of the ledger are called where other records name them.

import type { Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { entriesNamed } from './data/called.ts'

export const records: Records = {
  entry: async ({ db }, { districts, ids }) =>
    new Map(
      (await entriesNamed(db, districts, ids.filter(isId))).map(({ unit, id, problem }) => [
        id,
        { words: problem, path: `/desk/ledger?unit=${unit}&open=${unit}.${id}` },
      ]),
    ),
}
