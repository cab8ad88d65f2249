// What every record made here has in common: who may be its unit, its stamp, its act, and what a correction answers.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { answerDoubts } from '../data/doubts.ts'
import type { RecordKind } from '../data/doubts.ts'
import type { Recorded, Stamp } from '../data/stamp.ts'
import { supersede } from '../data/supersede.ts'
import type { RecordTable } from '../data/supersede.ts'
import { problems } from '../problems.ts'

/** The transaction in which records are made; a `RoomRequest` is one. */
export type Recorder = Pick<RoomRequest, 'db' | 'clock' | 'dice' | 'today' | 'actor' | 'act' | 'may'>

/** What was wanted, once it has been looked at: a row to be added, one that stands there already just so, or why it may not be made. */
export type Prepared<N> =
  | { readonly kind: 'new'; readonly row: N }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Why what was wanted may not be made. */
export const no = (problem: Problem): { readonly kind: 'refused'; readonly problem: Problem } => ({ kind: 'refused', problem })

const tables: Readonly<Record<RecordKind, RecordTable>> = {
  fact: 'facts',
  certificate: 'fact_certificates',
  case: 'fact_cases',
  review: 'fact_reviews',
}

/** When and by which office. */
export function stampOf({ clock, today, actor }: Pick<Recorder, 'clock' | 'today' | 'actor'>): Stamp {
  return { statedOn: today, at: new Date(clock.now()), byUnit: actor.unit, byRole: actor.role }
}

/** The part of the post's scopes at and below a unit. */
export function scopesBelow(scopes: readonly Code[], below: Code | undefined): readonly Code[] {
  if (below === undefined) return scopes
  return scopes.flatMap((scope) => (below.startsWith(scope) ? [below] : scope.startsWith(below) ? [scope] : []))
}

/** Lets the new record take the place of the old one and answers whoever doubted it; call before the new one is added. */
export async function replaceRecord(
  recorder: Recorder,
  kind: RecordKind,
  old: Recorded,
  by: Id,
  reason: string,
): Promise<Result<undefined>> {
  const { db, today, actor } = recorder
  if (!(await supersede(db, tables[kind], old.unit, old.id, by))) return refuse(problems.corrected())
  if (recorder.may('facts.answer'))
    await answerDoubts(db, { unit: old.unit, kind, record: old.id }, { state: 'corrected', answer: reason, on: today, by: actor.unit })
  return ok()
}
