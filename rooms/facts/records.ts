// How facts, certificates, cases and reviews are called where other records name them.

import type { CallRecords, Records } from '#ground/http/handler.ts'
import { isId } from '#ground/kernel/ids.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { casesNamed, certificatesNamed, factsNamed, reviewsNamed } from './data/called.ts'
import type { FindNamed } from './data/called.ts'

const called =
  (kind: string, find: FindNamed): CallRecords =>
  async ({ db }, { districts, ids }) => {
    const known = ids.filter(isId)
    const rows = known.length === 0 ? [] : await find(db, districts, known)
    const names = await namesOf(
      db,
      rows.map((row) => row.unit),
    )
    return new Map(
      rows.map(({ unit, id, about }) => [
        id,
        { words: `${names.get(unit) ?? unit} · ${about}`, path: `/desk/facts?view=${kind}s&unit=${unit}&open=${unit}.${id}` },
      ]),
    )
  }

export const records: Records = {
  fact: called('fact', factsNamed),
  certificate: called('certificate', certificatesNamed),
  case: called('case', casesNamed),
  review: called('review', reviewsNamed),
}
