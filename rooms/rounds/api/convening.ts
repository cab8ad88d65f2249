// What every verb of a convener does: load and hold the round, ask the guard, write state and scene, record the act.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { after, allows } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { addNotice } from '../data/notices.ts'
import type { Notice } from '../data/notices.ts'
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

/** A change that is told wherever the round is read, with its reason. */
interface NoticeOf extends Pick<Notice, 'verb'> {
  readonly before?: string | null
  readonly after?: string
}

/** Writes what the verb changed and records the act; the subject of every act of a round is the round. */
export async function moved(
  { db, act, clock, dice }: Pick<Asking, 'db' | 'act' | 'clock' | 'dice'>,
  round: RoundRow,
  verb: Verb,
  change: { readonly changes?: Changes; readonly payload: unknown; readonly reason?: string; readonly notice?: NoticeOf },
): Promise<number> {
  const state = after(round.state, verb)
  const version = await saveRound(db, round, { ...change.changes, ...(state === round.state ? {} : { state }) })
  const { reason = '', notice } = change
  if (notice !== undefined) {
    const { before = null, after: now = null } = notice
    const at = new Date(clock.now())
    await addNotice(db, round, { id: newId(clock, dice), verb: notice.verb, reason, before, after: now, at })
  }
  await act({
    verb,
    unit: round.unit,
    subject: `round:${round.id}`,
    payload: { state, version, ...(change.payload as object) },
    ...(reason === '' ? {} : { reason }),
  })
  return version
}
