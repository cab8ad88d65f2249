// Reviews of criteria: recorded in the transaction of the room that reviews, or typed in from paper by the office that gave them.

import type { Code } from '#ground/kernel/code.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { addReviews, findReview, reviewsOf } from '../data/reviews.ts'
import type { ReviewRow } from '../data/reviews.ts'
import { problems } from '../problems.ts'
import type { Recorder } from './recording.ts'
import { replaceRecord, stampOf } from './recording.ts'

export interface ReviewWanted {
  readonly id: Id
  readonly unit: Code
  readonly criterion: string
  readonly result: 'met' | 'not-met'
  /** The reviewing office by its name. */
  readonly by: string
  readonly on: Day
  /** Required where a criterion is not met. */
  readonly reason: string
  /** `cycle:ID`: one living review a unit, criterion and source. */
  readonly source: string
}

type NewReview = Omit<ReviewRow, 'supersededBy'>

/** Adds reviews, each with its act. */
export async function storeReviews(recorder: Recorder, rows: readonly NewReview[]): Promise<void> {
  await addReviews(recorder.db, rows)
  for (const { id, unit, criterion, result, by, on, source, corrects, reason } of rows) {
    await recorder.act({
      verb: corrects === null ? 'review' : 'supersedeReview',
      unit,
      subject: `review:${id}`,
      payload: { criterion, result, by, on, source, corrects },
      ...(reason === '' ? {} : { reason }),
    })
  }
}

async function store(recorder: Recorder, row: NewReview): Promise<Result<{ readonly id: Id }>> {
  await storeReviews(recorder, [row])
  return ok({ id: row.id })
}

/** Records whether a unit met a criterion. Refused where that review has a result already. */
export async function recordReview(recorder: Recorder, wanted: ReviewWanted): Promise<Result<{ readonly id: Id }>> {
  const { unit, criterion, source } = wanted
  const before = await reviewsOf(recorder.db, [unit])
  if (before.some((row) => row.criterion === criterion && row.source === source)) return refuse(problems.reviewed({ criterion }))
  return store(recorder, { ...stampOf(recorder), ...wanted, corrects: null })
}

/** A result in place of another one, with its reason: `old` names the review it replaces. */
export async function supersedeReview(
  recorder: Recorder,
  given: Pick<ReviewWanted, 'id' | 'unit' | 'result' | 'by' | 'on' | 'reason'> & { readonly old: Id },
): Promise<Result<{ readonly id: Id }>> {
  const { old: oldId, ...changes } = given
  const old = await findReview(recorder.db, given.unit, oldId)
  if (old === undefined) return refuse(problems.noSuchRecord())
  const replaced = await replaceRecord(recorder, 'review', old, given.id, given.reason)
  if (!replaced.ok) return replaced
  return store(recorder, { ...old, ...stampOf(recorder), ...changes, corrects: old.id })
}

/**
 * Records the result of a review, or puts it in place of the one that the same source gave before: a unit that mended is
 * reviewed again. The same result again changes nothing.
 */
export async function settleReview(recorder: Recorder, wanted: ReviewWanted): Promise<Result<{ readonly id: Id }>> {
  const before = (await reviewsOf(recorder.db, [wanted.unit])).find(
    (row) => row.criterion === wanted.criterion && row.source === wanted.source,
  )
  const unexplained = wanted.reason.trim() === ''
  if (before === undefined)
    return unexplained && wanted.result === 'not-met' ? refuse(problems.reviewReason()) : recordReview(recorder, wanted)
  if (before.result === wanted.result && before.by === wanted.by && before.on === wanted.on) return ok({ id: before.id })
  if (unexplained) return refuse(problems.reviewReason())
  return supersedeReview(recorder, { ...wanted, old: before.id })
}
