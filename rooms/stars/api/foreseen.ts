// What would stop a star at its certification, told before it is shown to all: bottom lines that are not met or not known, and
// rules that what is known does not fulfil. Joint review reads it beside its rows; publicity is refused by it.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { Outcome } from '#rooms/standards/core/evaluate.ts'
import type { Hindrance } from '../core/certifying.ts'
import { starText } from '../core/star-name.ts'
import { submissionDays } from '../data/checks.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import type { CycleRow } from '../data/cycles.ts'
import { weighAll } from './edition.ts'
import type { Weighed } from './edition.ts'
import { answersNow } from './edition-rows.ts'

type Asking = Pick<RoomRequest, 'db' | 'today' | 'language'>

/** What of the hindrances to certifying follows from the data alone. */
export function notHeld(weighed: Weighed | null, star: string): Hindrance[] {
  const unmet = weighed?.unmet ?? [star]
  if (unmet.length > 0) return [{ kind: 'bottom-lines', ids: unmet }]
  return weighed?.held === true ? [] : [{ kind: 'rule', held: weighed?.held ?? null }]
}

export interface Foreseen {
  readonly row: CandidacyRow
  /** Where it stands among those that were asked for. */
  readonly place: number
  readonly hindrances: readonly Hindrance[]
  /** Bottom lines that are not met or not known to be, or the rows behind a rule that does not hold, with why. */
  readonly rows: readonly Outcome[]
}

/** What the rules say today of some candidacies of a cycle, in their order. */
export async function weighedOf(
  { db, today, language }: Asking,
  cycle: CycleRow,
  rows: readonly CandidacyRow[],
): Promise<(Weighed | null)[]> {
  const submitted = await submissionDays(db, rows)
  const stars = rows.map((row) => {
    const asked = answersNow(row) ? today : (submitted.get(row.id) ?? today)
    return { unit: row.unit, star: row.star, asked }
  })
  return weighAll(db, cycle, stars, today, language)
}

/** Those of some candidacies of a cycle that could not be certified by what is known today. */
export async function foreseen(asking: Asking, cycle: CycleRow, rows: readonly CandidacyRow[]): Promise<Foreseen[]> {
  const weighed = await weighedOf(asking, cycle, rows)
  return rows.flatMap((row, place) => {
    const one = weighed[place] ?? null
    const hindrances = notHeld(one, row.star)
    if (hindrances.length === 0) return []
    const ids = new Set(hindrances.flatMap((each) => (each.kind === 'bottom-lines' ? each.ids : [])))
    const unmet = (one?.rows ?? []).filter((each) => each.met !== true && (ids.size === 0 || ids.has(each.id)))
    return [{ row, place, hindrances, rows: unmet }]
  })
}

/** The same as the places of a refusal: unit and star, then each row with its reason. */
export async function foreseenErrors(db: RoomRequest['db'], cycle: CycleRow, stopped: readonly Foreseen[]): Promise<FieldError[]> {
  const names = await namesOf(db, [...new Set(stopped.map(({ row }) => row.unit))])
  return stopped.map(({ row, place, rows }) => {
    const called = cycle.stars.find((one) => one.code === row.star)
    const star = called === undefined ? { zh: row.star, en: row.star } : starText(called)
    const unit = names.get(row.unit) ?? row.unit
    const why = rows.map((one) => `${one.id} ${one.because}`)
    return {
      path: `body.candidacies[${place}]`,
      detail: { zh: `${unit} · ${star.zh}：${why.join('；')}`, en: `${unit} · ${star.en}: ${why.join('; ')}` },
    }
  })
}
