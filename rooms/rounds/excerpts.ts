// What this room says in a bulletin: the last published result of a round, as its own draft says it (api/papers.ts); asked for
// again when a bulletin about it is corrected.

import type { Excerpts, Wordings } from '#ground/http/handler.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Excerpt } from '#ground/kernel/excerpt.ts'
import { entriesOf } from '#rooms/ledger/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { bulletinOf, roundWording } from './api/bulletin-draft.ts'
import type { Published } from './api/bulletin-draft.ts'
import { findRound } from './data/rounds.ts'
import { publicationsOf } from './data/tallies.ts'

export const wordings: Wordings = { round: roundWording }

export const excerpts: Excerpts = {
  round: async ({ db, today }, { unit, id }) => {
    const round = await findRound(db, unit, id)
    const [publication] = round === undefined ? [] : await publicationsOf(db, round)
    if (round === undefined || publication === undefined) return 'nothing'
    const content = bulletinOf({
      round,
      unitName: (await namesOf(db, [unit])).get(unit) ?? unit,
      publication,
      published: publication.content as Published,
      entries: await entriesOf({ db, today }, { district: districtOf(unit), source: `round:${id}` }),
    })
    // A round's draft holds no pictures.
    return content as Excerpt
  },
}
