// Changing rules that were fixed: a recorded act with its reason, refused while scores that are in would not fit them.
// The next tally counts by the new rules and stands beside the old.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { planContract } from '../contract-plan.ts'
import { checkRules, rulesDigest } from '../core/rules-check.ts'
import { seatsOf } from '../data/seats.ts'
import { aloneWithScores, sheetsOf } from '../data/sheets.ts'
import { problems } from '../problems.ts'
import { moved, roundFor } from './convening.ts'

type C = typeof planContract

const changeRules: Handler<C['changeRules']> = async (request) => {
  const { db, body, params } = request
  await aloneWithScores(db, params.id)
  const round = await roundFor(request, params, 'changeRules')
  if (!round.ok) return round
  const { rules, reason } = body
  const checked = checkRules(rules)
  if (!checked.ok) return checked
  // The convener sees no points, so sheets themselves may only stay as they are once something was scored.
  const scored = (await sheetsOf(db, round.value)).length > 0
  // By digest: the database keeps the members of an object in an order of its own.
  if (scored && canonicalDigest(rules.sheets) !== canonicalDigest(round.value.rules.sheets)) return refuse(problems.sheetsWouldNotFit())
  const panels = new Set(rules.panels.map(({ id }) => id))
  const components = new Set(rules.components.map(({ id }) => id))
  const seats = await seatsOf(db, round.value)
  if (seats.some(({ panel, state }) => panel !== null && state !== 'revoked' && !panels.has(panel)))
    return refuse(problems.sheetsWouldNotFit())
  if (scored && round.value.rules.components.some(({ id }) => !components.has(id))) return refuse(problems.sheetsWouldNotFit())
  const digest = rulesDigest(rules)
  const payload = { digest, before: round.value.rulesDigest, rules }
  const notice = { verb: 'changeRules', before: round.value.rulesDigest, after: digest } as const
  const version = await moved(request, round.value, 'changeRules', { changes: { rules, rulesDigest: digest }, payload, reason, notice })
  return ok({ version, rulesDigest: digest })
}

export const rulesHandlers = { changeRules } satisfies Partial<Handlers<C>>
