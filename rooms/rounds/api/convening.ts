// What every verb of a convener does: load and hold the round, ask the guard, write state and scene, record the act.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { after, allows } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { findRound, saveRound } from '../data/rounds.ts'
import type { Changes, RoundRow } from '../data/rounds.ts'
import { problems } from '../problems.ts'

export type Asking = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'act' | 'actor' | 'today'>

export interface Where {
  readonly unit: Code
  readonly id: Id
}

/** The round for a verb that changes it, held until the transaction ends. */
export async function roundFor({ db }: Pick<Asking, 'db'>, where: Where, verb: Verb): Promise<Result<RoundRow>> {
  const round = await findRound(db, where.unit, where.id, true)
  if (round === undefined) return refuse(problems.noSuchRound())
  return allows(round.state, verb) ? ok(round) : refuse(problems.wrongState({ state: round.state }))
}

/** The round for reading only. */
export async function roundSeen({ db }: Pick<Asking, 'db'>, where: Where): Promise<Result<RoundRow>> {
  const round = await findRound(db, where.unit, where.id)
  return round === undefined ? refuse(problems.noSuchRound()) : ok(round)
}

/** Writes what the verb changed and records the act; the subject of every act of a round is the round. */
export async function moved(
  { db, act }: Pick<Asking, 'db' | 'act'>,
  round: RoundRow,
  verb: Verb,
  change: { readonly changes?: Changes; readonly payload: unknown; readonly reason?: string },
): Promise<number> {
  const state = after(round.state, verb)
  const version = await saveRound(db, round, { ...change.changes, ...(state === round.state ? {} : { state }) })
  await act({
    verb,
    unit: round.unit,
    subject: `round:${round.id}`,
    payload: { state, version, ...(change.payload as object) },
    ...(change.reason === undefined || change.reason === '' ? {} : { reason: change.reason }),
  })
  return version
}
