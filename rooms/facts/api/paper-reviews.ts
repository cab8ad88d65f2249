// Reviews on paper: typed in as a sheet by the office that gave them, and corrected one by one.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { sameBody } from '../core/case-rule.ts'
import { isPaper, paperSource } from '../core/paper-review.ts'
import { listDoubts } from '../data/doubts.ts'
import { findReview, listReviews, reviewsOf } from '../data/reviews.ts'
import type { ReviewRow } from '../data/reviews.ts'
import { problems } from '../problems.ts'
import type { Prepared, Recorder } from './recording.ts'
import { no, scopesBelow, stampOf } from './recording.ts'
import { supersedeReview } from './reviews.ts'
import type { ReviewWanted } from './reviews.ts'
import type { ShownReview } from './showing.ts'
import { doubtedIn, namesFor, reviewShown } from './showing.ts'
import { officeOf } from './stating.ts'

type C = typeof contract
const mostRows = 1000

/** As a sheet says it; `source` is empty for what is new. */
export type PaperReview = ReviewWanted

/** Reviews with everything a reader needs beside them. */
async function reviewsShown(db: RoomRequest['db'], rows: readonly ReviewRow[]): Promise<ShownReview[]> {
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const doubted = doubtedIn(units.length === 0 ? [] : await listDoubts(db, { below: units, waiting: true, limit: 5000 }))
  const names = await namesFor(db, rows)
  return rows.map((row) => reviewShown(row, names, doubted))
}

const placeOf = ({ unit, criterion, source }: Pick<ReviewRow, 'unit' | 'criterion' | 'source'>): string => `${unit} ${source} ${criterion}`

/** Why the acting office may not give this result; a department's post enters its own office's reviews only. */
function whyNot(
  { by, on, result, reason }: Pick<ReviewWanted, 'by' | 'on' | 'result' | 'reason'>,
  office: string | null,
  today: string,
): Problem | null {
  if (office !== null && !sameBody(office, by)) return problems.notYourOffice({ office })
  if (on > today) return problems.daysCrossed()
  return result === 'not-met' && reason.trim() === '' ? problems.reviewReason() : null
}

/** Asks of each whether it may be recorded. */
export async function prepareReviews(
  recorder: Recorder,
  wanted: readonly PaperReview[],
): Promise<Prepared<Omit<ReviewRow, 'supersededBy'>>[]> {
  const { db, today, actor } = recorder
  const codes = [...new Set(wanted.map(({ unit }) => unit))]
  const units = await getUnits(db, codes, today)
  const taken = new Map<string, Pick<ReviewRow, 'result' | 'by' | 'on'>>((await reviewsOf(db, codes)).map((row) => [placeOf(row), row]))
  const office = await officeOf(recorder)
  const stamp = stampOf(recorder)
  return wanted.map((given): Prepared<Omit<ReviewRow, 'supersededBy'>> => {
    const one = { ...given, source: given.source === '' ? paperSource(given.on) : given.source }
    const { unit, criterion, source, result, by, on } = one
    if (!units.has(unit) || !actor.writes.some((scope) => unit.startsWith(scope))) return no(problems.unknownUnit({ unit }))
    const there = taken.get(placeOf(one))
    const same = there !== undefined && there.result === result && there.by === by && there.on === on
    if (same) return { kind: 'unchanged' }
    if (!isPaper(source)) return no(problems.reviewOfCycle())
    const why = whyNot(one, office, today)
    if (why !== null) return no(why)
    if (there !== undefined) return no(problems.reviewed({ criterion }))
    taken.set(placeOf(one), one)
    return { kind: 'new', row: { ...stamp, ...one, corrects: null } }
  })
}

export const reviews: Handler<C['reviews']> = async ({ db, query, actor }) => {
  const { below, from, to, history } = query
  const rows = await listReviews(db, {
    below: scopesBelow(actor.scopes, below),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    history: history === 'true',
    limit: mostRows + 1,
  })
  return ok({ rows: await reviewsShown(db, rows.slice(0, mostRows)), more: rows.length > mostRows })
}

export const correctReview: Handler<C['correctReview']> = async (request) => {
  const { db, params, body, today } = request
  const old = await findReview(db, params.unit, params.id)
  if (old === undefined) return refuse(problems.noSuchRecord())
  if (!isPaper(old.source)) return refuse(problems.reviewOfCycle())
  const why = whyNot(body, await officeOf(request), today)
  if (why !== null) return refuse(why)
  const { result, by, on } = body
  if (old.result === result && old.by === by && old.on === on) return refuse(problems.sameAsBefore())
  const replaced = await supersedeReview(request, { ...body, unit: params.unit, old: old.id })
  if (!replaced.ok) return replaced
  const row = await findReview(db, params.unit, body.id)
  const [shown] = await reviewsShown(db, row === undefined ? [] : [row])
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}
