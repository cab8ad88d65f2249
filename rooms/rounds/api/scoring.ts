// A judge hands in sheets. Each is kept at most once per revision; what is wrong with one does not hold up the others,
// and nothing that the device sent is ever a reason for it to forget.

import { hash } from 'node:crypto'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { canonical } from '#ground/kernel/canonical.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { seatsContract } from '../contract-seats.ts'
import { recusedFrom } from '../core/recusal.ts'
import { faultsOf, isComplete } from '../core/rules.ts'
import { allows } from '../core/state.ts'
import { findScoring, keepSheet } from '../data/scoring.ts'
import type { Scoring } from '../data/scoring.ts'
import { findSheet, pointsOf } from '../data/sheets.ts'
import { problems } from '../problems.ts'
import { amongScores, districtsOf } from './seated.ts'

type C = typeof seatsContract
type Sent = Parameters<Handler<C['score']>>[0]['body']['sheets'][number]

interface Outcome {
  readonly outcome: 'kept' | 'superseded' | 'refused'
  readonly problem: number | null
}

const kept: Outcome = { outcome: 'kept', problem: null }
const refused = (code: number): Outcome => ({ outcome: 'refused', problem: code })

/** Salted digest of a sheet's points, as the act carries it. */
export const pointsDigest = (salt: string, points: Readonly<Record<string, string>>): string =>
  hash('sha256', `${salt}\n${canonical(points)}`)

async function keep(request: RoomRequest<C['score']>, at: Scoring, sheet: Sent): Promise<Outcome> {
  const { db, clock, dice } = request
  const { subject, component, revision, points } = sheet
  const round = { unit: at.unit, id: at.round }
  const id = newId(clock, dice)
  const salt = Buffer.from(dice.bytes(16)).toString('hex')
  const digest = pointsDigest(salt, points)
  const complete = isComplete(at.rules, component, points)
  if (await keepSheet(db, round, { ...sheet, id, seat: at.id, complete, digest, salt, at: new Date(clock.now()) })) {
    const payload = { seat: at.id, subject, component, revision, complete, digest }
    await request.act({ verb: 'score', unit: at.unit, subject: `round:${at.round}`, payload })
    return kept
  }
  const there = await findSheet(db, round, { seat: at.id, subject, component })
  if (there?.state === 'withdrawn') return refused(problems.sheetWithdrawn.code)
  const same =
    there?.revision === revision && there.source === 'pocket' && canonical(await pointsOf(db, round, there.id)) === canonical(points)
  return same ? kept : { outcome: 'superseded', problem: null }
}

const score: Handler<C['score']> = async (request) => {
  const { body, actor } = request
  if (!actor.seats.includes(body.seat)) return refuse(problems.noSuchSeat())
  const subjects = body.sheets.map(({ subject }) => subject)
  const at = await findBehind(request, subjects)
  if (at === undefined) return refuse(problems.noSuchSeat())
  request.permit()
  if (at.kind !== 'judge') return refuse(problems.notAJudge())
  if (!allows(at.state, 'score')) return refuse(problems.notScoring())
  const recused = recusedFrom(at.recusals, at.units, at.unit)
  const sheets = []
  for (const sheet of body.sheets) {
    const { subject, component, revision, points } = sheet
    const outcome = !at.units.includes(subject)
      ? refused(problems.notTakingPart.code)
      : recused.includes(subject)
        ? refused(problems.recused.code)
        : !Object.hasOwn(at.rules.sheets, component) || faultsOf(at.rules, component, points).length > 0
          ? refused(problems.badPoints.code)
          : await keep(request, at, sheet)
    sheets.push({ subject, component, revision, ...outcome, complete: isComplete(at.rules, component, points) })
  }
  return ok({ sheets, version: at.version })
}

/** Lock and look-up travel together; the look-up begins behind the lock, so it sees a freeze that this has waited for. */
async function findBehind(request: RoomRequest<C['score']>, subjects: readonly string[]): Promise<Scoring | undefined> {
  const locked = amongScores(request)
  // Whoever sits in rounds of several districts is looked for in each; nearly everybody sits in one.
  const looked = districtsOf(request.actor).map((district) => findScoring(request.db, district, request.body.seat, subjects))
  const [, ...found] = await Promise.all([locked, ...looked])
  return found.find((one) => one !== undefined)
}

export const scoringHandlers = { score } satisfies Partial<Handlers<C>>
