// Planning a round: what, who takes part, by which rules.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { getUnits, namesOf } from '#rooms/units/offers.ts'
import type { planContract } from '../contract-plan.ts'
import { checkRules, rulesDigest } from '../core/rules-check.ts'
import { scopesBelow } from '../core/scopes.ts'
import { idle } from '../core/scene.ts'
import { announceNotices, noticesOf } from '../data/notices.ts'
import { addRound, announceParts, findRound, listRounds, partsOf, replaceParts } from '../data/rounds.ts'
import type { RoundRow } from '../data/rounds.ts'
import { problems } from '../problems.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import { mutable, partShown, roundShown, rowShown } from './shown.ts'
import { packTemplates } from './templates.ts'

type C = typeof planContract

const list: Handler<C['list']> = async ({ db, query, actor }) => {
  const rounds = await listRounds(db, { scopes: scopesBelow(actor.scopes, query.below), quarter: query.quarter, year: query.year })
  const names = await namesOf(
    db,
    rounds.map(({ unit }) => unit),
  )
  return ok({ rows: rounds.map((round) => rowShown(round, names)) })
}

const templates: Handler<C['templates']> = async () => ok({ templates: mutable(packTemplates()) })

const plan: Handler<C['plan']> = async (request) => {
  const { db, body, params, clock, actor } = request
  const { id, template: wanted, ...given } = body
  if (!covers(actor.writes, params.unit)) return refuse(problems.notBelow())
  const unit = (await getUnits(db, [params.unit])).get(params.unit)
  if (unit === undefined) return refuse(problems.unknownUnit({ unit: params.unit }))
  const template = packTemplates().find((one) => one.id === (wanted ?? 'T1'))
  if (template === undefined) return refuse(problems.unknownTemplate())
  const there = await findRound(db, params.unit, id)
  if (there !== undefined) return ok(roundShown(there, await partsOf(db, params.unit, id), unit.name))
  const round: RoundRow = {
    ...given,
    unit: params.unit,
    id,
    rules: { ...template.rules, template: { pack: 'sample/rounds', id: template.id } },
    rulesDigest: null,
    state: 'planned',
    announced: false,
    version: 1,
    scene: idle,
  }
  await addRound(db, round, new Date(clock.now()))
  await request.act({ verb: 'plan', unit: round.unit, subject: `round:${id}`, payload: { ...given, template: template.id } })
  return ok(roundShown(round, [], unit.name))
}

const get: Handler<C['get']> = async ({ db, params }) => {
  const round = await roundSeen({ db }, params)
  if (!round.ok) return round
  const names = await namesOf(db, [params.unit])
  const parts = await partsOf(db, params.unit, params.id)
  return ok(roundShown(round.value, parts, names.get(params.unit) ?? params.unit, await noticesOf(db, round.value)))
}

const revise: Handler<C['revise']> = async (request) => {
  const round = await roundFor(request, request.params, 'revise')
  if (!round.ok) return round
  return ok({ version: await moved(request, round.value, 'revise', { changes: { plan: request.body }, payload: request.body }) })
}

const include: Handler<C['include']> = async (request) => {
  const { db, body, params, clock, dice } = request
  const round = await roundFor(request, params, 'include')
  if (!round.ok) return round
  const { subjects } = body
  if (new Set(subjects).size !== subjects.length) return refuse(problems.repeatedUnit())
  if (subjects.some((subject) => subject === params.unit || !subject.startsWith(params.unit))) return refuse(problems.notBelow())
  const found = await getUnits(db, subjects)
  const missing = subjects.find((subject) => !found.has(subject))
  if (missing !== undefined) return refuse(problems.unknownUnit({ unit: missing }))
  await replaceParts(
    db,
    round.value,
    subjects.map((subject) => ({ id: newId(clock, dice), subject, name: found.get(subject)?.name ?? subject })),
  )
  const version = await moved(request, round.value, 'include', { payload: { subjects } })
  return ok({ version, parts: (await partsOf(db, params.unit, params.id)).map(partShown) })
}

const setRules: Handler<C['setRules']> = async (request) => {
  const round = await roundFor(request, request.params, 'setRules')
  if (!round.ok) return round
  const { rules } = request.body
  const checked = checkRules(rules)
  if (!checked.ok) return checked
  return ok({ version: await moved(request, round.value, 'setRules', { changes: { rules }, payload: { digest: rulesDigest(rules) } }) })
}

const fixRules: Handler<C['fixRules']> = async (request) => {
  const round = await roundFor(request, request.params, 'fixRules')
  if (!round.ok) return round
  const { rules, unit, id } = round.value
  const checked = checkRules(rules)
  if (!checked.ok) return checked
  if ((await partsOf(request.db, unit, id)).length === 0) return refuse(problems.noUnits())
  const digest = rulesDigest(rules)
  await announceParts(request.db, round.value)
  await announceNotices(request.db, round.value)
  const changes = { rulesDigest: digest, at: { fixed_at: new Date(request.clock.now()) } }
  const version = await moved(request, round.value, 'fixRules', { changes, payload: { digest, rules } })
  return ok({ version, rulesDigest: digest })
}

const cancel: Handler<C['cancel']> = async (request) => {
  const round = await roundFor(request, request.params, 'cancel')
  if (!round.ok) return round
  return ok({
    version: await moved(request, round.value, 'cancel', { payload: {}, reason: request.body.reason, notice: { verb: 'cancel' } }),
  })
}

export const planningHandlers = { list, templates, plan, get, revise, include, setRules, fixRules, cancel } satisfies Partial<Handlers<C>>
