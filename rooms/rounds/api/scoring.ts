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
import { partsOf } from '../data/rounds.ts'
import { recusalsOf } from '../data/seats.ts'
import type { Seated } from '../data/seats.ts'
import { findSheet, keepSheet, lockScoring, pointsOf } from '../data/sheets.ts'
import { problems } from '../problems.ts'
import { seated } from './seated.ts'

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

async function keep(request: RoomRequest<C['score']>, { seat, round }: Seated, sheet: Sent): Promise<Outcome> {
  const { db, clock, dice } = request
  const { subject, component, revision, points } = sheet
  const id = newId(clock, dice)
  const salt = Buffer.from(dice.bytes(16)).toString('hex')
  const digest = pointsDigest(salt, points)
  const complete = isComplete(round.rules, component, points)
  if (await keepSheet(db, round, { ...sheet, id, seat: seat.id, complete, digest, salt, at: new Date(clock.now()) })) {
    const payload = { seat: seat.id, subject, component, revision, complete, digest }
    await request.act({ verb: 'score', unit: round.unit, subject: `round:${round.id}`, payload })
    return kept
  }
  const there = await findSheet(db, round, { seat: seat.id, subject, component })
  if (there?.state === 'withdrawn') return refused(problems.sheetWithdrawn.code)
  const same =
    there?.revision === revision && there.source === 'pocket' && canonical(await pointsOf(db, round, there.id)) === canonical(points)
  return same ? kept : { outcome: 'superseded', problem: null }
}

const score: Handler<C['score']> = async (request) => {
  const { db, body } = request
  const found = await seated(request, body.seat)
  if (!found.ok) return found
  const { seat, round } = found.value
  if (seat.kind !== 'judge') return refuse(problems.notAJudge())
  await lockScoring(db, round.id, false)
  // Read again behind the lock: the round may have been frozen while this waited.
  const now = await seated(request, body.seat)
  if (!now.ok) return now
  if (!allows(now.value.round.state, 'score')) return refuse(problems.notScoring())
  const units = (await partsOf(db, round.unit, round.id)).filter(({ drawn }) => drawn !== false).map(({ subject }) => subject)
  const recused = recusedFrom(await recusalsOf(db, round, seat.id), units, round.unit)
  const sheets = []
  for (const sheet of body.sheets) {
    const { subject, component, revision, points } = sheet
    const outcome = !units.includes(subject)
      ? refused(problems.notTakingPart.code)
      : recused.includes(subject)
        ? refused(problems.recused.code)
        : !Object.hasOwn(round.rules.sheets, component) || faultsOf(round.rules, component, points).length > 0
          ? refused(problems.badPoints.code)
          : await keep(request, now.value, sheet)
    sheets.push({ subject, component, revision, ...outcome, complete: isComplete(round.rules, component, points) })
  }
  return ok({ sheets, version: now.value.round.version })
}

export const scoringHandlers = { score } satisfies Partial<Handlers<C>>
