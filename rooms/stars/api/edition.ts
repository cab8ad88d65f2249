// The edition of a cycle as this room asks for it: its stars, the rows of a star's self-check, and what the rules say of a
// unit today. All that comes from standards and facts passes here.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { factSheetsOf, sourcesOf } from '#rooms/facts/offers.ts'
import { evaluate } from '#rooms/standards/core/evaluate.ts'
import type { Evaluation, Outcome } from '#rooms/standards/core/evaluate.ts'
import { everyPart } from '#rooms/standards/core/expression.ts'
import { calledIn, criterionIn, starIn } from '#rooms/standards/core/pack-language.ts'
import { criteriaOf } from '#rooms/standards/core/pack-shapes.ts'
import type { Star } from '#rooms/standards/core/pack-shapes.ts'
import { additionsFor, editionFor, editionsFor, getEdition } from '#rooms/standards/offers.ts'
import type { Added, Compiled, Edition } from '#rooms/standards/offers.ts'
import { getUnits } from '#rooms/units/offers.ts'

export type { Edition } from '#rooms/standards/offers.ts'
import { knownWords } from '../core/known-words.ts'
import type { CycleStar } from '../data/cycles.ts'

type Db = RoomRequest['db']

/** One row of a star's self-check. */
export interface AskedRow {
  readonly row: string
  readonly kind: 'bottom-line' | 'criterion' | 'addition'
  readonly text: string
  readonly standard: string
  readonly requirement: string
  readonly required: boolean
  readonly evidence: readonly string[]
  /** An office decides about it by review; no rule over data does. */
  readonly byReview: boolean
}

/** The edition that a cycle was planned on or runs on; one that has been retired since opens no new cycle, but this one keeps it. */
export async function editionOf(db: Db, id: string): Promise<Edition | undefined> {
  const edition = await getEdition(db, id)
  return edition?.state === 'draft' ? undefined : edition
}

/** An edition that a cycle may be planned on or opened with. */
export async function issuedEdition(db: Db, id: string): Promise<Edition | undefined> {
  const edition = await getEdition(db, id)
  return edition?.state === 'issued' ? edition : undefined
}

/** The stars of an edition as a cycle keeps them. */
export function starsOf(edition: Edition): CycleStar[] {
  const office = calledIn(edition.pack.offices, 'en')
  return edition.pack.stars.map(({ code, name, nameEn, scope, lead }) => {
    const leadEn = office(lead)
    return { code, name, nameEn, scope, lead, ...(leadEn === lead ? {} : { leadEn }) }
  })
}

export function starOf(edition: Edition, code: string): Star | undefined {
  return edition.pack.stars.find((star) => star.code === code)
}

/** The rows of a star in the reader's language: bottom lines, criteria, and what was added to them. */
export function rowsOfStar(asked: Star, additions: readonly Added[], language: Language): AskedRow[] {
  const star = starIn(asked, language)
  const lines = star.bottomLines.map((line) => ({
    row: line.id,
    kind: 'bottom-line' as const,
    text: line.text,
    standard: '',
    requirement: '',
    required: true,
    evidence: [],
    byReview: false,
  }))
  const criteria = criteriaOf(star).map((one) => ({
    row: one.id,
    kind: 'criterion' as const,
    text: one.text,
    standard: one.standard,
    requirement: one.requirement,
    required: one.required,
    evidence: one.evidence,
    byReview: one.kind === 'reviewed',
  }))
  const added = additions
    .filter((one) => one.star === star.code)
    .map((one) => criterionIn(one.criterion, language))
    .map((criterion) => ({
      row: criterion.id,
      kind: 'addition' as const,
      text: criterion.text,
      standard: criterion.standard,
      requirement: criterion.requirement,
      required: true,
      evidence: criterion.evidence,
      byReview: criterion.kind === 'reviewed',
    }))
  return [...lines, ...criteria, ...added]
}

/** The rows of a star for a unit, with what its township added. */
export async function askedRows(db: Db, edition: Edition, star: Star, unit: Code, day: Day, language: Language): Promise<AskedRow[]> {
  return rowsOfStar(star, await additionsFor(db, edition.id, unit, day), language)
}

export interface Weighed {
  readonly held: boolean | null
  readonly rows: readonly Outcome[]
  /** Bottom lines that are not met or not known to be. */
  readonly unmet: readonly string[]
}

/** What a unit is measured by. A review counts in the cycle it was made for: those of former years do not carry over. */
export interface Measure {
  readonly edition: Edition
  readonly star: Star
  /** The first day of the cycle's year. */
  readonly since: Day
}

/** What a candidacy is measured by; undefined when its edition or star is no longer there. */
export async function measureOf(
  db: Db,
  cycle: { readonly edition: string; readonly year: number },
  code: string,
): Promise<Measure | undefined> {
  const edition = await editionOf(db, cycle.edition)
  const star = edition === undefined ? undefined : starOf(edition, code)
  return edition === undefined || star === undefined ? undefined : { edition, star, since: `${cycle.year}-01-01` }
}

/** What is known of units on a day. */
export async function sheetsOf(db: Db, units: readonly Code[], day: Day): Promise<Map<Code, FactSheet>> {
  const found = await getUnits(db, units)
  const kindOf = (code: Code) => (found.get(code)?.kind === 'village' ? ('village' as const) : ('community' as const))
  return factSheetsOf(
    db,
    units.map((code) => ({ code, kind: kindOf(code) })),
    day,
  )
}

/**
 * What the rules of a star say of what is known of a unit on a day. The rules are those of the day on which its self-check was
 * submitted: what a township added since nobody was asked and nobody has answered.
 */
export async function weigh(db: Db, measure: Measure, unit: Code, on: { readonly day: Day; readonly asked: Day }, language: Language) {
  return weighSheet(db, measure, unit, (await sheetsOf(db, [unit], on.day)).get(unit), on.asked, language)
}

/** The same, of a sheet that is at hand. */
export async function weighSheet(
  db: Db,
  measure: Measure,
  unit: Code,
  sheet: FactSheet | undefined,
  asked: Day,
  language: Language,
): Promise<Weighed> {
  if (sheet === undefined) return nothingKnown(measure.star)
  return outcomeOf(measure, evaluated(await editionFor(db, measure.edition, unit, asked), sheet, measure.since, language))
}

const nothingKnown = (star: Star): Weighed => ({ held: null, rows: [], unmet: star.bottomLines.map((line) => line.id) })

const evaluated = (compiled: Compiled, sheet: FactSheet, since: Day, language: Language): Evaluation =>
  evaluate(compiled, { ...sheet, reviews: (sheet.reviews ?? []).filter((review) => review.on >= since) }, language)

function outcomeOf({ star }: Measure, { stars }: Evaluation): Weighed {
  const outcome = stars.find((one) => one.code === star.code)
  if (outcome === undefined) return nothingKnown(star)
  return {
    held: outcome.held,
    rows: [...outcome.bottomLines, ...outcome.criteria],
    unmet: outcome.bottomLines.filter((line) => line.met !== true).map((line) => line.id),
  }
}

/** One star of a unit that is to be weighed, by the rules of a day. */
export interface ToWeigh {
  readonly unit: Code
  readonly star: string
  readonly asked: Day
}

/**
 * Many stars of one cycle at once: editions, sheets and additions are read once, and a unit's stars are evaluated together. Null
 * where the edition has no such star.
 */
export async function weighAll(
  db: Db,
  cycle: { readonly edition: string; readonly year: number },
  stars: readonly ToWeigh[],
  today: Day,
  language: Language,
): Promise<(Weighed | null)[]> {
  if (stars.length === 0) return []
  const edition = await editionOf(db, cycle.edition)
  if (edition === undefined) return stars.map(() => null)
  const units = [...new Set(stars.map(({ unit }) => unit))]
  const [sheets, editionOn] = [await sheetsOf(db, units, today), await editionsFor(db, edition, units)]
  const since = `${cycle.year}-01-01`
  const known = new Map<Code, { readonly compiled: Compiled; readonly evaluation: Evaluation }>()
  return stars.map(({ unit, star: code, asked }) => {
    const star = starOf(edition, code)
    if (star === undefined) return null
    const sheet = sheets.get(unit)
    if (sheet === undefined) return nothingKnown(star)
    const compiled = editionOn(unit, asked)
    const before = known.get(unit)
    const one = before?.compiled === compiled ? before : { compiled, evaluation: evaluated(compiled, sheet, since, language) }
    known.set(unit, one)
    return outcomeOf({ edition, star, since }, one.evaluation)
  })
}

/** 已有数据: the data that an edition's rules read, as they stand for a unit, in words with their source. */
export async function knownOf(db: Db, edition: Edition, unit: Code, day: Day, language: Language): Promise<Map<string, string>> {
  const found = await sourcesOf(
    db,
    unit,
    edition.pack.facts.map((fact) => fact.id),
    day,
  )
  const words = new Map<string, string>()
  for (const fact of edition.pack.facts) {
    const known = found.get(fact.id)
    if (known === undefined || known.value === null) continue
    words.set(fact.id, knownWords(fact, known.value, known, day)[language])
  }
  return words
}

/** Data that the rule of each row of a star reads, by row. */
export function readsOf(edition: Edition, code: string): Map<string, string[]> {
  const star = edition.compiled.stars.find((one) => one.star.code === code)
  const nodes = star === undefined ? [] : [...star.bottomLines, ...star.criteria]
  return new Map(
    nodes.map(({ id, rule }) => [id, [...new Set(everyPart(rule).flatMap((part) => (part.op === 'compare' ? [part.fact] : [])))]]),
  )
}
