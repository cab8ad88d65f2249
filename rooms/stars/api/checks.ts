// The unit's side: beginning a star, the self-check, and the verbs of the unit itself.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { levelOf } from '#ground/kernel/code.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { findUnit } from '#rooms/units/offers.ts'
import type { checkContract } from '../contract-checks.ts'
import { begun } from '../core/candidacy.ts'
import { missingFor } from '../core/cycle.ts'
import { lacksReason, submitted, unanswered } from '../core/self-check.ts'
import { starText } from '../core/star-name.ts'
import { findChecking, keepRows as keep } from '../data/answering.ts'
import { addCandidacy, addStep, candidaciesOf, findCandidacy } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { addSubmission, rowsOf } from '../data/checks.ts'
import { findCycle } from '../data/cycles.ts'
import { problems } from '../problems.ts'
import { citedNow, nameOf } from './cited.ts'
import { askedRows, editionOf, knownOf, measureOf, readsOf, starOf, weigh } from './edition.ts'
import { askedOn, rowsAsked } from './edition-rows.ts'
import { rowShown } from './shown.ts'
import { heldFor, record, takeStep } from './stepping.ts'

type C = typeof checkContract

const begin: Handler<C['begin']> = async (request) => {
  const { db, params, body, clock, dice, today, actor } = request
  const cycle = await findCycle(db, body.cycle)
  if (cycle === undefined) return refuse(problems.noSuchCycle())
  if (cycle.state !== 'open') return refuse(problems.cycleState({ state: cycle.state }))
  const unit = await findUnit(db, params.unit)
  if (unit === undefined || !params.unit.startsWith(cycle.unit) || levelOf(params.unit) !== 5)
    return refuse(problems.unknownUnit({ unit: params.unit }))
  const edition = await editionOf(db, cycle.edition)
  const star = edition === undefined ? undefined : starOf(edition, body.star)
  if (star === undefined) return refuse(problems.unknownStar({ star: body.star }))
  if (unit.kind !== null && star.scope !== unit.kind) return refuse(problems.wrongKind({ star: starText(star) }))
  const before = await candidaciesOf(db, params.unit, cycle.id, star.code)
  const same = before.find((one) => one.id === body.id)
  if (same !== undefined) return ok(await rowShown(db, same))
  if (before.some((one) => one.state !== 'withdrawn' && one.state !== 'dismissed')) return refuse(problems.underWay())
  const at = new Date(clock.now())
  const row: CandidacyRow = {
    ...begun,
    unit: params.unit,
    id: body.id,
    cycle: cycle.id,
    star: star.code,
    batch: body.batch,
    steps: 1,
    changedAt: at,
  }
  await addCandidacy(db, row)
  const step = {
    verb: 'begin' as const,
    on: today,
    by: actor.id ?? '',
    byUnit: actor.unit ?? row.unit,
    rows: [],
    reason: '',
    due: null,
    other: null,
  }
  await addStep(db, row, { ...step, id: newId(clock, dice), seq: 1, at, byRole: actor.role ?? '' })
  await request.act({
    verb: 'begin',
    unit: row.unit,
    subject: `candidacy:${row.id}`,
    payload: { cycle: cycle.id, star: star.code, batch: body.batch },
  })
  return ok(await rowShown(db, row))
}

const check: Handler<C['check']> = async ({ db, params, today, language }) => {
  const row = await findCandidacy(db, params.unit, params.id)
  const cycle = row === undefined ? undefined : await findCycle(db, row.cycle)
  const measure = cycle === undefined || row === undefined ? undefined : await measureOf(db, cycle, row.star)
  const unit = await findUnit(db, params.unit)
  if (row === undefined || measure === undefined || unit === undefined) return refuse(problems.noSuchCandidacy())
  const { edition, star } = measure
  // What was submitted is read by the rows it was asked.
  const day = await askedOn(db, row, today)
  const asked = await askedRows(db, edition, star, params.unit, day, language)
  const kept = new Map((await rowsOf(db, params)).map((one) => [one.row, one]))
  const weighed = new Map((await weigh(db, measure, params.unit, { day: today, asked: day }, language)).rows.map((one) => [one.id, one]))
  const known = await knownOf(db, edition, params.unit, today, language)
  const reads = readsOf(edition, star.code)
  return ok({
    unit: params.unit,
    unitName: unit.name,
    id: row.id,
    star: star.code,
    starName: starText(star)[language],
    state: row.state,
    due: row.due,
    rows: asked.map((one) => {
      const [answer, outcome] = [kept.get(one.row), weighed.get(one.row)]
      return {
        row: one.row,
        kind: one.kind,
        text: one.text,
        standard: one.standard,
        requirement: one.requirement,
        required: one.required,
        evidence: [...one.evidence],
        met: outcome?.met ?? null,
        because: outcome?.because ?? '',
        known: (reads.get(one.row) ?? []).flatMap((fact) => known.get(fact) ?? []),
        answer: answer?.answer ?? null,
        reason: answer?.reason ?? '',
        revision: answer?.revision ?? 0,
        returned: row.rows.find((note) => note.row === one.row)?.reason ?? null,
      }
    }),
    unanswered: unanswered(
      [...kept.values()],
      asked.map((one) => one.row),
    ),
  })
}

const keepRows: Handler<C['keepRows']> = async ({ db, params, body, clock, dice, today }) => {
  const bare = body.rows.find(lacksReason)
  if (bare !== undefined) return refuse(problems.reasonMissing({ row: bare.row }))
  const row = await findChecking(db, params)
  if (row === undefined) return refuse(problems.noSuchCandidacy())
  if (row.state !== 'checking' && row.state !== 'returned') return refuse(problems.wrongState({ verb: 'submit', state: row.state }))
  // Of several answers to one row in a delivery the latest counts.
  const latest = new Map<string, (typeof body.rows)[number]>()
  for (const one of body.rows) if ((latest.get(one.row)?.revision ?? 0) < one.revision) latest.set(one.row, one)
  const given = [...latest.values()].map((one) => ({ ...one, key: newId(clock, dice) }))
  // Kept in the same message that asks what the star asks; what it does not ask is refused and so undone.
  const [asked, kept] = await Promise.all([rowsAsked(db, row, row.edition, today), keep(db, params, given, new Date(clock.now()))])
  const unknown = body.rows.find((one) => !asked.includes(one.row))
  if (unknown !== undefined) return refuse(problems.unknownRow({ row: unknown.row }))
  return ok({ kept, superseded: [...latest.keys()].filter((one) => !kept.includes(one)) })
}

const submit: Handler<C['submit']> = async (request) => {
  const { db, params, clock, dice, today } = request
  const held = await heldFor(request, params, 'submit')
  if (!held.ok) return held
  const { row, cycle } = held.value
  if (cycle.state !== 'open') return refuse(problems.cycleState({ state: cycle.state }))
  const asked = await rowsAsked(db, row, cycle.edition, today)
  const rows = (await rowsOf(db, params)).filter((one) => asked.includes(one.row))
  const missing = unanswered(rows, asked)
  if (missing.length > 0) return refuse(problems.rowsUnanswered({ rows: missing }))
  const cited = Map.groupBy(await citedNow(request, params, asked), (one) => one.row)
  const stated = submitted(rows, new Map([...cited].map(([id, items]) => [id, items.map((one) => nameOf(one.item))])))
  const digest = canonicalDigest(stated)
  await addSubmission(db, params, { id: newId(clock, dice), number: row.submissions + 1, on: today, rows: stated, digest })
  return ok(await rowShown(db, await record(request, row, 'submit', { other: digest })))
}

const appeal: Handler<C['appeal']> = async (request) => {
  const seen = await findCandidacy(request.db, request.params.unit, request.params.id)
  const cycle = seen === undefined ? undefined : await findCycle(request.db, seen.cycle)
  if (seen === undefined || cycle === undefined) return refuse(problems.noSuchCandidacy())
  const names = missingFor(cycle.parameters, 'appeal')
  // While no term is set, nobody is too late.
  const days = cycle.parameters.appealDays
  const appealUntil = names.length > 0 || days === null || seen.refusedOn === null ? null : addDays(seen.refusedOn, days)
  const held = await heldFor(request, request.params, 'appeal', { appealUntil })
  if (!held.ok) return held
  return ok(await rowShown(request.db, await record(request, held.value.row, 'appeal', { reason: request.body.reason })))
}

const withdraw: Handler<C['withdraw']> = async (request) => {
  const taken = await takeStep(request, request.params, 'withdraw', { reason: request.body.reason })
  return taken.ok ? ok(await rowShown(request.db, taken.value)) : taken
}

export const checkHandlers = { begin, check, keepRows, submit, appeal, withdraw } satisfies Partial<Handlers<C>>
