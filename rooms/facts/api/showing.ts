// How records leave the room: with names of units, the office that entered them, and whether somebody doubts them.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { costOf, demandState } from '../core/demand.ts'
import type { HeldDefinition } from '../core/held-definition.ts'
import { writePeriod } from '../core/period.ts'
import type { CaseRow } from '../data/cases.ts'
import type { CertificateRow } from '../data/certificates.ts'
import type { DemandRow } from '../data/demands.ts'
import type { DoubtRow } from '../data/doubts.ts'
import type { FactRow } from '../data/facts.ts'
import type { ReviewRow } from '../data/reviews.ts'
import type { Recorded } from '../data/stamp.ts'

type C = typeof contract
type Sheet = AnswerOf<C['unitSheet']>
export type ShownFact = Sheet['facts'][number]
export type ShownCertificate = Sheet['certificates'][number]
export type ShownCase = Sheet['cases'][number]
export type ShownReview = Sheet['reviews'][number]
export type ShownDoubt = Sheet['doubts'][number]
export type ShownDemand = Sheet['demands'][number]
export type ShownDefinition = Sheet['definitions'][number]

type Names = ReadonlyMap<Code, string>
type Db = RoomRequest['db']

const named = (code: Code, names: Names) => ({ code, name: names.get(code) ?? code })

/** Names of all units that some records speak of. */
export async function namesFor(db: Db, records: readonly { readonly unit: Code; readonly byUnit?: Code | null }[]): Promise<Names> {
  return namesOf(db, [...new Set(records.flatMap(({ unit, byUnit }) => (byUnit == null ? [unit] : [unit, byUnit])))])
}

/** Ids of the records that a request for correction waits about. */
export const doubtedIn = (doubts: readonly DoubtRow[]): ReadonlySet<string> =>
  new Set(doubts.flatMap(({ state, record }) => (state === 'waiting' ? [record] : [])))

function common(row: Recorded, names: Names, doubted: ReadonlySet<string>) {
  const { id, unit, reason, statedOn, byUnit, byRole, corrects, supersededBy } = row
  const office = byUnit === null ? null : (names.get(byUnit) ?? byUnit)
  return { id, unit: named(unit, names), reason, statedOn, byUnit: office, byRole, corrects, supersededBy, doubted: doubted.has(id) }
}

/** A fact as it is answered. */
export function factShown(row: FactRow, definition: HeldDefinition | undefined, names: Names, doubted: ReadonlySet<string>): ShownFact {
  const { from, to, stated, statedBy, source, voucher } = row
  const period = definition === undefined ? from : writePeriod(definition.period, from)
  return { ...common(row, names, doubted), definition: row.definition, period, from, to, stated, statedBy, source, voucher }
}

/** A certificate as it is answered. */
export function certificateShown(row: CertificateRow, names: Names, doubted: ReadonlySet<string>): ShownCertificate {
  const { name, level, issuer, document, from, to, withdrawnFrom } = row
  return { ...common(row, names, doubted), name, level, issuer, document, from, to, withdrawnFrom }
}

/** A case as it is answered. */
export function caseShown(row: CaseRow, names: Names, doubted: ReadonlySet<string>): ShownCase {
  const { type, on, against, decidedBy, decidedUnit, upheld, basis, document } = row
  return { ...common(row, names, doubted), type, on, against, decidedBy, decidedUnit, upheld, basis, document }
}

/** A review as it is answered. */
export function reviewShown(row: ReviewRow, names: Names, doubted: ReadonlySet<string>): ShownReview {
  const { criterion, result, by, on, source } = row
  return { ...common(row, names, doubted), criterion, result, by, on, source }
}

/** A request for correction as it is answered. */
export async function doubtsShown(db: Db, rows: readonly DoubtRow[]): Promise<ShownDoubt[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap(({ unit, answeredBy }) => (answeredBy === null ? [unit] : [unit, answeredBy])))])
  return rows.map(({ id, unit, kind, record, reason, askedOn, state, answer, answeredOn, answeredBy }) => ({
    id,
    unit: named(unit, names),
    kind,
    record,
    reason,
    askedOn,
    state,
    answer,
    answeredOn,
    answeredBy: answeredBy === null ? null : (names.get(answeredBy) ?? answeredBy),
  }))
}

/** Demands as they are answered, with what they cost and where they stand today. */
export async function demandsShown(
  { db, today, actor }: Pick<RoomRequest, 'db' | 'today' | 'actor'>,
  rows: readonly DemandRow[],
  definitions: readonly HeldDefinition[],
): Promise<ShownDemand[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap(({ unit, below, spared }) => [unit, below, ...spared]))])
  const titles = new Map(definitions.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const { id, unit, form, title, issuer, basis, frequency, from, sunset, minutes, texts, below, kind, registeredOn } = row
    const state = demandState(row, today)
    const { withdrawnOn, withdrawnReason } = row
    const reaches = actor.grants.includes('facts.demand') && actor.writes.some((scope) => unit.startsWith(scope))
    return {
      id,
      unit: named(unit, names),
      form,
      title,
      issuer,
      basis,
      frequency,
      from,
      sunset,
      minutes,
      definitions: row.definitions.map((each) => ({ id: each, name: titles.get(each) ?? each })),
      texts: [...texts],
      below: named(below, names),
      kind,
      spared: row.spared.map((code) => named(code, names)),
      cost: costOf({ minutes, units: row.units, frequency, from, sunset }),
      registeredOn,
      state,
      withdrawnOn,
      withdrawnReason,
      mayWithdraw: reaches && (state === 'standing' || state === 'coming'),
    }
  })
}

/** A definition as it is answered. */
export function definitionShown(held: HeldDefinition): ShownDefinition {
  const { choicesEn, ...definition } = held
  const english = choicesEn === undefined ? {} : { choicesEn: [...choicesEn] }
  return { ...definition, aliases: [...held.aliases], choices: [...held.choices], ...english }
}
