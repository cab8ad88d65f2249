// The levels' side: queues, one candidacy with all that is needed to judge it, and the answers of each level.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Actor, Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { settleReview } from '#rooms/facts/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { reviewContract } from '../contract-reviews.ts'
import type { RowNote, Verb } from '../core/candidacy.ts'
import { hindranceText } from '../core/hindrance-words.ts'
import { verbsFor } from '../core/guards.ts'
import type { Who } from '../core/guards.ts'
import { changes } from '../core/self-check.ts'
import { findCandidacy, listCandidacies, stepsOf } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { lastSubmissions } from '../data/checks.ts'
import { findCycle } from '../data/cycles.ts'
import type { CycleRow } from '../data/cycles.ts'
import { problems } from '../problems.ts'
import { hindrancesOf } from './certifying.ts'
import { cycleSeen } from './cycles.ts'
import { measureOf, weigh } from './edition.ts'
import type { Weighed } from './edition.ts'
import { askedOn, rowsAsked, wholeRows } from './edition-rows.ts'
import { foreseen, notHeld } from './foreseen.ts'
import { rowsShown, rowShown } from './shown.ts'
import { heldFor, record } from './stepping.ts'
import type { At, StepGiven, Stepping } from './stepping.ts'
import { whoFor } from './who.ts'

type C = typeof reviewContract
/** Of so many one reads ahead what stands in their way: as many as one list of a county has. */
const mostForeseen = 2000

/** What waits for a post: which states, of which stars. */
export function waitingFor({ grants, stars }: Pick<Actor, 'grants' | 'stars'>): { state: string; stars: readonly string[] | null }[] {
  const waiting: { state: string; stars: readonly string[] | null }[] = []
  if (grants.includes('stars.declare')) for (const state of ['checking', 'returned', 'refused']) waiting.push({ state, stars: null })
  if (grants.includes('stars.reviewFirst')) waiting.push({ state: 'first', stars: null })
  if (grants.includes('stars.reviewOffice')) waiting.push({ state: 'office', stars })
  if (grants.includes('stars.reviewJoint')) waiting.push({ state: 'joint', stars: null })
  if (grants.includes('stars.decide')) for (const state of ['agreed', 'publicised', 'appealed']) waiting.push({ state, stars: null })
  return waiting
}

/** What of the scopes lies below a unit, when one is named. */
export function scopesBelow(scopes: readonly Code[], inside: Code | undefined): readonly Code[] {
  if (inside === undefined) return scopes
  return scopes.flatMap((scope) => (inside.startsWith(scope) ? [inside] : scope.startsWith(inside) ? [scope] : []))
}

const candidacies: Handler<C['candidacies']> = async ({ db, actor, query }) => {
  const page = query.take
  const rows = await listCandidacies(db, {
    scopes: scopesBelow(actor.scopes, query.below),
    cycle: query.cycle ?? null,
    state: query.state ?? null,
    star: query.star ?? null,
    waiting: query.mine === 'true' ? waitingFor(actor) : null,
    after: query.after ?? null,
    limit: page + 1,
  })
  const last = rows[page - 1]
  return ok({
    rows: await rowsShown(db, rows.slice(0, page)),
    next: rows.length > page && last !== undefined ? `${last.unit}~${last.id}` : null,
  })
}

/** What would stop it: all that stops certifying while it is shown to all, and before that what its data say already. */
async function hindrancesShown(request: Stepping, row: CandidacyRow, cycle: CycleRow, weighed: Weighed | null, who: Who) {
  if (who.decides && row.state === 'publicised') return hindrancesOf(request, row, cycle, weighed)
  const early = (row.state === 'joint' && who.reviews.includes('joint')) || (row.state === 'agreed' && who.decides)
  return early ? notHeld(weighed, row.star) : []
}

const foreseenRows: Handler<C['foreseen']> = async (request) => {
  const { db, actor, query, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const filter = { cycle: found.value.id, state: query.state, star: null, waiting: null, after: null, limit: mostForeseen }
  const rows = await listCandidacies(db, { ...filter, scopes: scopesBelow(actor.scopes, query.below) })
  const stopped = await foreseen(request, found.value, rows)
  return ok({
    rows: stopped.map(({ row: { unit, id, star }, hindrances, rows: unmet }) => ({
      unit,
      id,
      star,
      hindrances: hindrances.map((one) => hindranceText(one)[language]),
      rows: unmet.map((one) => ({ row: one.id, met: one.met, because: one.because })),
    })),
  })
}

async function candidacyShown(
  request: Stepping & Pick<RoomRequest, 'language'>,
  row: CandidacyRow,
  cycle: CycleRow,
): Promise<AnswerOf<C['candidacy']>> {
  const { db, today, language } = request
  const measure = await measureOf(db, cycle, row.star)
  const askedDay = await askedOn(db, row, today)
  const whole = await wholeRows(db, row, cycle.edition, askedDay, language)
  const asked = whole.map((one) => one.row)
  const [now, before] = await lastSubmissions(db, row, 2)
  const changed = now === undefined || before === undefined ? [] : changes(before.rows, now.rows, asked)
  const weighed = measure === undefined ? null : await weigh(db, measure, row.unit, { day: today, asked: askedDay }, language)
  const who = await whoFor(request, row, cycle.parameters)
  const steps = await stepsOf(db, row.unit, row.id)
  const names = await namesOf(db, [...new Set(steps.map((step) => step.byUnit))])
  const hindered = await hindrancesShown(request, row, cycle, weighed, who)
  return {
    ...(await rowShown(db, row)),
    rows: row.rows.map((note) => ({ ...note })),
    refusedOn: row.refusedOn,
    certifiedOn: row.certifiedOn,
    steps: steps.map(({ seq, at, verb, byUnit, byRole, rows, reason, due }) => ({
      seq,
      at: at.toISOString(),
      verb,
      byUnitName: names.get(byUnit) ?? byUnit,
      byRole,
      rows: rows.map((note) => ({ ...note })),
      reason,
      due,
    })),
    submitted: (now?.rows ?? []).map((one) => ({ ...one, items: [...one.items] })),
    changed: changed.map((one) => one.row),
    before: changed.flatMap((one) => (one.before === null ? [] : [{ ...one.before, items: [...one.before.items] }])),
    asked: whole.map(({ row: id, kind, text, standard, requirement, byReview }) => ({
      row: id,
      kind,
      text,
      standard,
      requirement,
      byReview,
    })),
    evaluation: {
      held: weighed?.held ?? null,
      rows: (weighed?.rows ?? []).map((one) => ({ row: one.id, met: one.met, because: one.because })),
    },
    verbs: verbsFor(row, who, today),
    hindrances: hindered.map((one) => hindranceText(one)[language]),
  }
}

const candidacy: Handler<C['candidacy']> = async (request) => {
  const row = await findCandidacy(request.db, request.params.unit, request.params.id)
  const cycle = row === undefined ? undefined : await findCycle(request.db, row.cycle)
  if (row === undefined || cycle === undefined) return refuse(problems.noSuchCandidacy())
  request.permit()
  return ok(await candidacyShown(request, row, cycle))
}

/** Rows that a review names must be rows of the star. */
async function unknownRow(
  { db, today }: Stepping,
  row: CandidacyRow,
  cycle: CycleRow,
  notes: readonly { readonly row: string }[],
): Promise<string | null> {
  const asked = new Set(await rowsAsked(db, row, cycle.edition, await askedOn(db, row, today)))
  return notes.find((note) => !asked.has(note.row))?.row ?? null
}

/** A verb of a level that names rows. */
export async function answered(
  request: Stepping,
  at: At,
  verb: Verb,
  given: StepGiven & { readonly rows: readonly RowNote[] },
): Promise<Result<CandidacyRow>> {
  const held = await heldFor(request, at, verb, given)
  if (!held.ok) return held
  const unknown = await unknownRow(request, held.value.row, held.value.cycle, given.rows)
  if (unknown !== null) return refuse(problems.unknownRow({ row: unknown }))
  return ok(await record(request, held.value.row, verb, given))
}

const pass: Handler<C['pass']> = async (request) => {
  const { body, params, clock, dice, today, actor } = request
  const held = await heldFor(request, params, 'pass')
  if (!held.ok) return held
  const { row, cycle } = held.value
  const unknown = await unknownRow(request, row, cycle, body.reviews)
  if (unknown !== null) return refuse(problems.unknownRow({ row: unknown }))
  // A star without an office of its own is reviewed by its lead.
  const office = row.state === 'office' ? (cycle.offices[row.star] ?? cycle.stars.find((star) => star.code === row.star)?.lead) : undefined
  const by = office ?? (await namesOf(request.db, [actor.unit ?? row.unit])).get(actor.unit ?? row.unit) ?? ''
  for (const review of body.reviews) {
    const kept = await settleReview(request, {
      id: newId(clock, dice),
      unit: row.unit,
      criterion: review.row,
      result: review.result,
      by,
      on: today,
      reason: review.reason === '' ? body.reason : review.reason,
      source: `candidacy:${row.id}`,
    })
    if (!kept.ok) return kept
  }
  return ok(await rowShown(request.db, await record(request, row, 'pass', { reason: body.reason })))
}

const sendBack: Handler<C['return']> = async (request) => {
  const taken = await answered(request, request.params, 'return', request.body)
  return taken.ok ? ok(await rowShown(request.db, taken.value)) : taken
}

const refuseOne: Handler<C['refuse']> = async (request) => {
  const taken = await answered(request, request.params, 'refuse', request.body)
  return taken.ok ? ok(await rowShown(request.db, taken.value)) : taken
}

const dismiss: Handler<C['dismiss']> = async (request) => {
  const taken = await answered(request, request.params, 'dismiss', request.body)
  return taken.ok ? ok(await rowShown(request.db, taken.value)) : taken
}

const plainStep =
  (verb: 'confirm' | 'uphold') => async (request: Stepping & { readonly params: At; readonly body: { readonly reason: string } }) => {
    const held = await heldFor(request, request.params, verb)
    if (!held.ok) return held
    return ok(await rowShown(request.db, await record(request, held.value.row, verb, { reason: request.body.reason })))
  }

export const reviewHandlers = {
  candidacies,
  candidacy,
  foreseen: foreseenRows,
  pass,
  return: sendBack,
  refuse: refuseOne,
  confirm: plainStep('confirm'),
  uphold: plainStep('uphold'),
  dismiss,
} satisfies Partial<Handlers<C>>
