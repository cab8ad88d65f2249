// Everything that is known of one unit, on one page: what it need not be asked for again, and what it may object to.

import type { Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { casesOf } from '../data/cases.ts'
import { certificatesOf } from '../data/certificates.ts'
import { listDefinitions } from '../data/definitions.ts'
import { listDemands } from '../data/demands.ts'
import { listDoubts } from '../data/doubts.ts'
import { listFacts } from '../data/facts.ts'
import { reviewsOf } from '../data/reviews.ts'
import { problems } from '../problems.ts'
import { asksOf, demandState } from '../core/demand.ts'
import {
  caseShown,
  certificateShown,
  definitionShown,
  demandsShown,
  doubtedIn,
  doubtsShown,
  factShown,
  namesFor,
  reviewShown,
} from './showing.ts'

export const unitSheet: Handler<(typeof contract)['unitSheet']> = async (request) => {
  const { db, params, today } = request
  const { unit } = params
  const name = (await namesOf(db, [unit])).get(unit)
  if (name === undefined) return refuse(problems.unknownUnit({ unit }))
  const [definitions, facts, certificates, cases, reviews, doubts, demands] = await Promise.all([
    listDefinitions(db),
    listFacts(db, { below: [unit], limit: 5000 }),
    certificatesOf(db, [unit]),
    casesOf(db, [unit]),
    reviewsOf(db, [unit]),
    listDoubts(db, { below: [unit], limit: 500 }),
    listDemands(db, unit, 500),
  ])
  const own = facts.filter((fact) => fact.unit === unit)
  const names = await namesFor(db, [...own, ...certificates, ...cases, ...reviews])
  const doubted = doubtedIn(doubts)
  const byId = new Map(definitions.map((definition) => [definition.id, definition]))
  const standing = demands.filter(
    (demand) => unit.startsWith(demand.below) && asksOf(demand, unit) && demandState(demand, today) === 'standing',
  )
  return ok({
    unit: { code: unit, name },
    asOf: today,
    definitions: definitions.map(definitionShown),
    facts: own.map((fact) => factShown(fact, byId.get(fact.definition), names, doubted)),
    certificates: certificates.map((certificate) => certificateShown(certificate, names, doubted)),
    cases: cases.map((one) => caseShown(one, names, doubted)),
    reviews: reviews.map((review) => reviewShown(review, names, doubted)),
    doubts: await doubtsShown(
      db,
      doubts.filter((doubt) => doubt.unit === unit),
    ),
    demands: await demandsShown(request, standing, definitions),
  })
}
