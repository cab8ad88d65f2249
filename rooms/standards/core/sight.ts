// What a rule sees while one unit is evaluated: the sheet, and what other rules of the same star came to, each worked out once.
// Beginnings of windows are kept from unit to unit while the day stays the same.

import type { Day } from '#ground/kernel/clock.ts'
import { addMonths } from '#ground/kernel/days.ts'
import type { CaseOf, CertificateOf, FactSheet, ReviewOf } from '#rooms/facts/core/fact-sheet.ts'
import { levels } from '#rooms/facts/core/fact-sheet.ts'
import type { Level } from '#rooms/facts/core/fact-sheet.ts'
import type { Truth } from './truth.ts'

export interface Sight {
  sheet: FactSheet
  /** By slot; undefined while not worked out. */
  readonly known: (Truth | undefined)[]
  /** The day before which a window of so many months ends, of `edgesOf`. */
  readonly edges: Map<number, Day>
  edgesOf: Day
}

/** A sight of nothing yet. */
export function openSight(slots: number, sheet: FactSheet): Sight {
  return { sheet, known: Array.from<Truth | undefined>({ length: slots }).fill(undefined), edges: new Map(), edgesOf: sheet.asOf }
}

/** Turns to another unit. */
export function lookAt(sight: Sight, sheet: FactSheet): void {
  sight.sheet = sheet
  sight.known.fill(undefined)
  if (sight.edgesOf === sheet.asOf) return
  sight.edges.clear()
  sight.edgesOf = sheet.asOf
}

/** A window of n months holds days after this one, up to the day of the sheet. */
export function edgeOf(sight: Sight, months: number): Day {
  const known = sight.edges.get(months)
  if (known !== undefined) return known
  const edge = addMonths(sight.edgesOf, -months)
  sight.edges.set(months, edge)
  return edge
}

/** Whether a case of this type weighs in the window that begins after `edge`. */
export function weighs(one: CaseOf, caseType: string, edge: Day, asOf: Day): boolean {
  return one.upheld && one.type === caseType && one.on > edge && one.on <= asOf
}

/** How many cases weigh; null when the list is missing. */
export function casesWithin(sight: Sight, caseType: string, months: number): number | null {
  const { cases, asOf } = sight.sheet
  if (cases === undefined) return null
  const edge = edgeOf(sight, months)
  let count = 0
  for (const one of cases) if (weighs(one, caseType, edge, asOf)) count += 1
  return count
}

const ranks = new Map<Level, number>(levels.map((level, rank) => [level, rank]))

/** Whether the first level is the second or higher. */
export function reaches(level: Level, wanted: Level): boolean {
  return (ranks.get(level) ?? -1) >= (ranks.get(wanted) ?? 0)
}

/** Whether a certificate is in force on a day. */
export function inForce({ from, to }: CertificateOf, day: Day): boolean {
  return from <= day && (to === null || day <= to)
}

/** The reviews of a criterion that count: those of the latest day up to the day of the sheet, of one office if named. */
export function latestReviews(reviews: readonly ReviewOf[], criterion: string, by: string | null, asOf: Day): ReviewOf[] {
  let [latest, found]: [Day, ReviewOf[]] = ['', []]
  for (const review of reviews) {
    if (review.criterion !== criterion || review.on > asOf || (by !== null && review.by !== by) || review.on < latest) continue
    if (review.on > latest) [latest, found] = [review.on, []]
    found.push(review)
  }
  return found
}
