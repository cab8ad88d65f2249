// What rules and forms read: whole sheets of many units in four queries, and the value of single data with their source.

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { holdsUntil, valueForRules } from '../core/as-of.ts'
import type { FactValue } from '../core/definition.ts'
import type { CaseOf, CertificateOf, FactSheet, ReviewOf, UnitKind } from '../core/fact-sheet.ts'
import { periodText, writePeriod } from '../core/period.ts'
import { casesOf } from '../data/cases.ts'
import { certificatesOf } from '../data/certificates.ts'
import { listDefinitions } from '../data/definitions.ts'
import { holdingOn } from '../data/facts.ts'
import { reviewsOf } from '../data/reviews.ts'

type Db = Kysely<Database>

interface Making {
  readonly facts: [string, FactValue][]
  readonly cases: CaseOf[]
  readonly certificates: CertificateOf[]
  readonly reviews: ReviewOf[]
}

const chunk = 2000

async function fill(db: Db, units: readonly Code[], asOf: Day, made: ReadonlyMap<Code, Making>): Promise<void> {
  const types = new Map((await listDefinitions(db)).map((definition) => [definition.id, definition]))
  const of = (unit: Code): Making => {
    const found = made.get(unit)
    if (found === undefined) throw new Error(`${unit} was not asked for`)
    return found
  }
  for (const { unit, definition, stated } of await holdingOn(db, units, [...types.keys()], asOf)) {
    const type = types.get(definition)
    const value = type === undefined ? undefined : valueForRules(type, stated)
    if (value !== undefined) of(unit).facts.push([definition, value])
  }
  for (const { unit, type, on, upheld } of await casesOf(db, units)) if (on <= asOf) of(unit).cases.push({ type, on, upheld })
  for (const { unit, name, level, from, to, withdrawnFrom } of await certificatesOf(db, units)) {
    const until = holdsUntil(to, withdrawnFrom === null ? null : addDays(withdrawnFrom, -1))
    // Taken back before it began: it never held.
    if (until === null || until >= from) of(unit).certificates.push({ name, level, from, to: until })
  }
  for (const { unit, criterion, result, by, on } of await reviewsOf(db, units)) {
    if (on <= asOf) of(unit).reviews.push({ criterion, result, by, on })
  }
}

/**
 * What is known of each unit on the day, as rules read it: the value of the latest period that began by then, upheld and
 * overturned cases, certificates with their real last day, living reviews from the oldest to the newest. Lists are complete.
 */
export async function factSheetsOf(
  db: Db,
  units: readonly { readonly code: Code; readonly kind: UnitKind }[],
  asOf: Day,
): Promise<Map<Code, FactSheet>> {
  const made = new Map(units.map(({ code }): [Code, Making] => [code, { facts: [], cases: [], certificates: [], reviews: [] }]))
  const codes = [...made.keys()]
  for (let at = 0; at < codes.length; at += chunk) await fill(db, codes.slice(at, at + chunk), asOf, made)
  return new Map(
    units.map((unit): [Code, FactSheet] => {
      const { facts = [], cases = [], certificates = [], reviews = [] } = made.get(unit.code) ?? {}
      return [unit.code, { unit, asOf, facts: Object.fromEntries(facts), cases, certificates, reviews }]
    }),
  )
}

/** A datum that is held: what a form fills in by itself, and where it came from. */
export interface HeldSource {
  /** Null: there was nothing this period. */
  readonly value: FactValue | null
  /** `2026-Q3`. */
  readonly period: string
  /** The same as a reader sees it. */
  readonly called: Text
  /** The last day it speaks of; null: until it changes. */
  readonly until: Day | null
  /** The office that states it. */
  readonly source: string
  readonly voucher: string
  readonly statedAt: Date
}

/** The values of these data of one unit that hold on the day; data of which nothing is known are missing. */
export async function sourcesOf(db: Db, unit: Code, definitionIds: readonly string[], asOf: Day): Promise<Map<string, HeldSource>> {
  const definitions = new Map((await listDefinitions(db)).map((definition) => [definition.id, definition]))
  const rows = await holdingOn(db, [unit], definitionIds, asOf)
  return new Map(
    rows.map(({ definition, from, to, stated, source, voucher, at }) => {
      const kind = definitions.get(definition)?.period ?? 'day'
      const when = { period: writePeriod(kind, from), called: periodText(kind, from), until: to }
      return [definition, { value: stated.state === 'value' ? stated.value : null, ...when, source, voucher, statedAt: at }]
    }),
  )
}
