// Answers to objections, and what happens to a star after it was certified.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { publicStarsContract } from '../contract-public.ts'
import { honourAppealState } from '../core/honour-appeal.ts'
import type { HonourStep } from '../core/honour.ts'
import { candidaciesWith, findCandidacy } from '../data/candidacies.ts'
import { findCycle } from '../data/cycles.ts'
import { honourAppealsOf } from '../data/honour-appeals.ts'
import { findHonour } from '../data/honours.ts'
import { answerObjection as keepAnswer, findObjection, listObjections } from '../data/publicities.ts'
import type { ObjectionRow } from '../data/publicities.ts'
import { problems } from '../problems.ts'
import { honourRefusal, takeHonourStep } from './honour-steps.ts'
import { objectionShown, objectionsShown } from './open-to-all.ts'
import { answered } from './reviews.ts'
import { askedOn, rowsOfCandidacy } from './edition-rows.ts'
import { honourShown } from './shown.ts'
import { barredFrom, whoFor } from './who.ts'
import { unset } from '../core/cycle.ts'

type C = typeof publicStarsContract

/** As many objections as one page shows; open ones come first. */
const mostObjections = 500

/** Asks once for each key. */
function once<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>()
  return (key) => {
    const known = asked.get(key) ?? ask(key)
    asked.set(key, known)
    return known
  }
}

const objections: Handler<C['objections']> = async (request) => {
  const { db, params, vault, today, language } = request
  const all = await listObjections(db, params.unit, mostObjections + 1)
  const found = all.slice(0, mostObjections)
  const whole = new Map((await objectionsShown({ db, language }, found)).map((one) => [one.id, one]))
  const listed = await candidaciesWith(
    db,
    found.map((row) => ({ unit: row.subject, id: row.candidacy })),
  )
  const candidacies = new Map(listed.map((one) => [one.id, one]))
  // Many may object to one star, and to the stars of one unit.
  const cycleOf = once((id: string) => findCycle(db, id))
  const may = once(async (key: string) => {
    const [subject = '', star = '', cycle = ''] = key.split(' ')
    return barredFrom(await whoFor(request, { unit: subject, star }, (await cycleOf(cycle))?.parameters ?? unset)) === null
  })
  const rowsOf = once(async (id: string) => {
    const candidacy = candidacies.get(id)
    return candidacy === undefined ? [] : rowsOfCandidacy(db, candidacy, await askedOn(db, candidacy, today))
  })
  const shown = []
  for (const row of found) {
    const one = whole.get(row.id)
    if (one === undefined) continue
    shown.push({
      ...one,
      text: vault.decrypt(row.text, `stars.objection.text:${row.id}`),
      hasContact: row.contact !== null,
      returns: candidacies.get(row.candidacy)?.state === 'publicised',
      mayAnswer: await may(`${row.subject} ${row.star} ${candidacies.get(row.candidacy)?.cycle ?? ''}`),
      rows: row.state === 'open' ? await rowsOf(row.candidacy) : [],
    })
  }
  return ok({ rows: shown, more: all.length > mostObjections })
}

/** Why the acting post may not answer an objection, nor see who made it; null when it may. */
async function barredFromAnswering(request: RoomRequest, { subject, star, candidacy }: ObjectionRow): Promise<Problem | null> {
  const found = await findCandidacy(request.db, subject, candidacy)
  const cycle = found === undefined ? undefined : await findCycle(request.db, found.cycle)
  return barredFrom(await whoFor(request, { unit: subject, star }, cycle?.parameters ?? unset))
}

/** The contact of whoever objected, for whoever answers: opened with a reason, and that it was looked at is an act. */
const revealObjector: Handler<C['revealObjector']> = async (request) => {
  const { db, params, body, vault } = request
  const row = await findObjection(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchObjection())
  const barred = await barredFromAnswering(request, row)
  if (barred !== null) return refuse(barred)
  if (row.contact === null) return refuse(problems.noContact())
  await request.act({ verb: 'revealObjector', unit: row.unit, subject: `objection:${row.id}`, payload: {}, reason: body.reason })
  return ok({ contact: vault.decrypt(row.contact, `stars.objection.contact:${row.id}`) })
}

const answerObjection: Handler<C['answerObjection']> = async (request) => {
  const { db, params, body, today, actor } = request
  const row = await findObjection(db, params.unit, params.id, true)
  if (row === undefined) {
    const there = await findObjection(db, params.unit, params.id)
    return refuse(there === undefined ? problems.noSuchObjection() : problems.objectionAnswered())
  }
  if (row.state !== 'open') return refuse(problems.objectionAnswered())
  const at = { unit: row.subject, id: row.candidacy }
  const candidacy = await findCandidacy(db, at.unit, at.id)
  if (candidacy === undefined) return refuse(problems.noSuchCandidacy())
  const barred = await barredFromAnswering(request, row)
  if (barred !== null) return refuse(barred)
  // What was taken off the list already, by another objection or a return, is not taken off again: the answer alone is recorded.
  if (body.upheld && candidacy.state === 'publicised') {
    if (body.rows.length === 0) return refuse(problems.rowsMissing())
    if (body.due === undefined) return refuse(problems.dayMissing())
    const given = { rows: body.rows, due: body.due, reason: body.answer }
    const taken = await answered(request, at, 'return', given)
    if (!taken.ok) return taken
  }
  const next = { ...row, state: body.upheld ? ('upheld' as const) : ('dismissed' as const), answer: body.answer, answeredOn: today }
  await keepAnswer(db, next, actor.id ?? '')
  await request.act({
    verb: 'answerObjection',
    unit: row.unit,
    subject: `objection:${row.id}`,
    payload: { upheld: body.upheld },
    reason: body.answer,
  })
  return ok(await objectionShown(request, next))
}

const honourStep: Handler<C['honourStep']> = async (request) => {
  const { db, params, body, today } = request
  const held = await findHonour(db, params.unit, params.id, true)
  if (held === undefined) return refuse(problems.noSuchHonour())
  const barred = barredFrom(await whoFor(request, held, (await findCycle(db, held.cycle))?.parameters ?? unset))
  if (barred !== null) return refuse(barred)
  const step: HonourStep = {
    verb: body.verb,
    on: today,
    basis: body.basis,
    document: body.document === '' ? null : body.document,
    due: body.due ?? null,
  }
  const refused = honourRefusal(held, step)
  if (refused !== null) return refuse(refused)
  const appealed = body.verb === 'suspend' || body.verb === 'revoke' ? await honourAppealsOf(db, held.unit, held.id) : []
  if (appealed.some((one) => honourAppealState(one) === 'open')) return refuse(problems.honourAppealOpen())
  return ok(await honourShown(request, await takeHonourStep(request, held, step)))
}

export const decidingHandlers = { objections, revealObjector, answerObjection, honourStep } satisfies Partial<Handlers<C>>
