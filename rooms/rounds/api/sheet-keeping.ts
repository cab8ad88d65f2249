// What tellers do to sheets before the count: withdraw one, add or take points, enter what was written on paper.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { countContract } from '../contract-count.ts'
import { recusedFrom } from '../core/recusal.ts'
import { faultsOf, isComplete } from '../core/rules.ts'
import { sameValue } from '../core/points.ts'
import { partsOf } from '../data/rounds.ts'
import { findSeat, oneHolder, recusalsOf } from '../data/seats.ts'
import type { Seated } from '../data/seats.ts'
import { enterPaper as storePaper, confirmPaper as acceptPaper, findSheet, pointsOf, withdrawSheet as endSheet } from '../data/sheets.ts'
import { addAdjustment, endAdjustment } from '../data/tallies.ts'
import { problems } from '../problems.ts'
import { pointsDigest } from './scoring.ts'
import { amongScores, tellerFor } from './seated.ts'

type C = typeof countContract
type Sent = Parameters<Handler<C['enterPaper']>>[0]['body']['sheet']

/** Records what a teller did; the round's own row stays untouched, so scores never wait for it. */
async function noted(
  request: Pick<RoomRequest, 'act'>,
  { seat, round }: Seated,
  verb: string,
  payload: object,
  reason?: string,
): Promise<Result<{ version: number }>> {
  await request.act({
    verb,
    unit: round.unit,
    subject: `round:${round.id}`,
    payload: { seat: seat.id, ...payload },
    ...(reason === undefined ? {} : { reason }),
  })
  return ok({ version: round.version })
}

const withdrawSheet: Handler<C['withdrawSheet']> = async (request) => {
  const { db, body } = request
  await amongScores(request)
  const found = await tellerFor(request, body.seat, 'withdrawSheet')
  if (!found.ok) return found
  const { judge, subject, component } = body
  const sheet = await findSheet(db, found.value.round, { seat: judge, subject, component })
  if (sheet === undefined || sheet.state === 'withdrawn') return refuse(problems.noSuchSheet())
  await endSheet(db, found.value.round, sheet.id)
  return noted(request, found.value, 'withdrawSheet', { judge, subject, component, revision: sheet.revision }, body.reason)
}

const adjust: Handler<C['adjust']> = async (request) => {
  const { db, body, clock } = request
  await amongScores(request)
  const found = await tellerFor(request, body.seat, 'adjust')
  if (!found.ok) return found
  const { id, subject, points, reason } = body
  const { round, seat } = found.value
  if (!(await takesPart(request, found.value, subject))) return refuse(problems.notTakingPart())
  await addAdjustment(db, round, { id, subject, points, reason, seat: seat.id, at: new Date(clock.now()) })
  // Like a sheet's, its points stay out of the act: whoever reads acts before the reveal must not see them.
  return noted(request, found.value, 'adjust', { adjustment: id, subject }, reason)
}

const withdrawAdjustment: Handler<C['withdrawAdjustment']> = async (request) => {
  const { db, body } = request
  await amongScores(request)
  const found = await tellerFor(request, body.seat, 'adjust')
  if (!found.ok) return found
  if (!(await endAdjustment(db, found.value.round, body.id))) return refuse(problems.noSuchAdjustment())
  return noted(request, found.value, 'withdrawAdjustment', { adjustment: body.id }, body.reason)
}

async function takesPart({ db }: Pick<RoomRequest, 'db'>, { round }: Seated, subject: string): Promise<boolean> {
  return (await partsOf(db, round.unit, round.id)).some((part) => part.subject === subject && part.drawn !== false)
}

/** What a paper sheet must be before it may stand for a judge's own. */
async function checkPaper(
  request: Pick<RoomRequest, 'db'>,
  at: Seated,
  judge: string,
  { subject, component, points }: Sent,
): Promise<Result<undefined>> {
  const { round } = at
  const seat = await findSeat(request.db, round, judge)
  if (seat?.kind !== 'judge') return refuse(problems.notAJudge())
  if (!(await takesPart(request, at, subject))) return refuse(problems.notTakingPart())
  if (recusedFrom(await recusalsOf(request.db, round, judge), [subject], round.unit).length > 0) return refuse(problems.recused())
  const faults = faultsOf(round.rules, component, points)
  if (faults.length > 0)
    return refuse(
      problems.badPoints(
        undefined,
        faults.map(({ criterion }) => ({
          path: `body.sheet.points.${criterion}`,
          detail: { zh: '超出分值、步长不符或没有这一项。', en: 'Above the maximum, off the step, or no such criterion.' },
        })),
      ),
    )
  return isComplete(round.rules, component, points) ? ok() : refuse(problems.incompletePaper())
}

const enterPaper: Handler<C['enterPaper']> = async (request) => {
  const { db, body, clock, dice } = request
  await amongScores(request)
  const found = await tellerFor(request, body.seat, 'enterPaper')
  if (!found.ok) return found
  const { seat, round } = found.value
  const { judge, sheet } = body
  const checked = await checkPaper(request, found.value, judge, sheet)
  if (!checked.ok) return checked
  const { subject, component, revision, points, note } = sheet
  const there = await findSheet(db, round, { seat: judge, subject, component })
  if (there !== undefined && there.state === 'kept') return refuse(problems.sheetThere())
  const salt = Buffer.from(dice.bytes(16)).toString('hex')
  const digest = pointsDigest(salt, points)
  await storePaper(db, round, {
    id: there?.id ?? newId(clock, dice),
    seat: judge,
    subject,
    component,
    revision: Math.max(revision, (there?.revision ?? 0) + 1),
    complete: true,
    digest,
    salt,
    points,
    note,
    at: new Date(clock.now()),
    enteredBy: seat.id,
  })
  return noted(request, found.value, 'enterPaper', { judge, subject, component, digest })
}

const confirmPaper: Handler<C['confirmPaper']> = async (request) => {
  const { db, body } = request
  await amongScores(request)
  const found = await tellerFor(request, body.seat, 'confirmPaper', 'either')
  if (!found.ok) return found
  const { seat, round } = found.value
  const { judge, sheet } = body
  const { subject, component, points } = sheet
  const there = await findSheet(db, round, { seat: judge, subject, component })
  if (there?.state !== 'unconfirmed') return refuse(problems.noSuchSheet())
  if (there.enteredBy !== null && (await oneHolder(db, round, seat.id, there.enteredBy))) return refuse(problems.secondPersonNeeded())
  const first = await pointsOf(db, round, there.id)
  const criteria = round.rules.sheets[component] ?? []
  const same = criteria.every(({ id }) => sameValue(first[id], points[id])) && Object.keys(points).length === criteria.length
  if (!same) return refuse(problems.paperDiffers())
  await acceptPaper(db, round, there.id)
  return noted(request, found.value, 'confirmPaper', { judge, subject, component, digest: there.digest })
}

export const sheetHandlers = { withdrawSheet, adjust, withdrawAdjustment, enterPaper, confirmPaper } satisfies Partial<Handlers<C>>
