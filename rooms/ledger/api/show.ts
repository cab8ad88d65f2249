// How entries leave the room: with the names of units, the deadline as it stands today, and what the asker may do.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Actor, RoomRequest } from '#ground/http/handler.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import type { Code } from '#ground/kernel/code.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { dueOf, readingOf } from '../core/deadline.ts'
import { arbiterOf, refuses, userVerbs } from '../core/guards.ts'
import type { Who } from '../core/guards.ts'
import { exhibitsOf } from './exhibits.ts'
import type { EntryRow, StepRow } from '../data/queries.ts'
import { findEntry, stepsOf } from '../data/queries.ts'

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type LedgerRecord = AnswerOf<(typeof contract)['get']>
type Asking = Pick<RoomRequest, 'db' | 'today' | 'actor'>

/** The asker as the guards know one. */
export const whoOf = ({ id, scopes, subjects, grants }: Actor): Who => ({ person: id, scopes, subjects, grants })

const named = (code: Code, names: ReadonlyMap<Code, string>) => ({ code, name: names.get(code) ?? code })

function rowShown(row: EntryRow, names: ReadonlyMap<Code, string>, today: string): Row {
  const { unit, id, kind, sourceKind, source, star, criterion, problem, particulars, measure, responsible, supervisor, state, report } = row
  const { days, assignedOn, rectifiedOn, closedOn, extensionUntil, lookBackOn, relapseOf, relapsedAs, returns } = row
  // An entry made before the calendar of its last day was published has its day as soon as that is.
  const due = dueOf(row, packCalendar())
  const { alarm, left } = readingOf(row, packCalendar(), today)
  const told = row.told === null ? null : named(row.told, names)
  const [owner, subject] = [named(unit, names), named(row.subject, names)]
  const what = { unit, id, owner, subject, kind, sourceKind, source, star, criterion, problem, particulars }
  const how = { measure, responsible, supervisor, report, state, alarm, left, told, returns, relapseOf, relapsedAs }
  return { ...what, ...how, days, due, assignedOn, rectifiedOn, closedOn, extensionUntil, lookBackOn }
}

/** Lines of a list. */
export async function rowsShown({ db, today }: Pick<Asking, 'db' | 'today'>, rows: readonly EntryRow[]): Promise<Row[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => [row.unit, row.subject, row.told ?? row.unit]))])
  return rows.map((row) => rowShown(row, names, today))
}

function stepShown(step: StepRow, names: ReadonlyMap<Code, string>): LedgerRecord['steps'][number] {
  const { verb, text, days, due, granted, plan, evidence, other, byUnit, byRole, level } = step
  const unit = byUnit === null ? null : named(byUnit, names)
  const told = step.told === null ? null : named(step.told, names)
  return {
    at: step.at.toISOString(),
    verb,
    unit,
    role: byRole,
    text,
    days,
    due,
    granted,
    plan,
    evidence: [...evidence],
    other,
    level,
    told,
  }
}

async function linkedOf(db: Asking['db'], { unit }: EntryRow, id: string | null): Promise<LedgerRecord['earlier']> {
  const row = id === null ? undefined : await findEntry(db, unit, id)
  if (row === undefined) return null
  return { unit, id: row.id, problem: row.problem, state: row.state, assignedOn: row.assignedOn, closedOn: row.closedOn }
}

/** The whole entry for the asker. */
export async function recordShown({ db, today, actor }: Asking, row: EntryRow): Promise<LedgerRecord> {
  const steps = await stepsOf(db, row)
  const arbiter = arbiterOf(row.unit)
  const [exhibits, earlier, later] = [
    await exhibitsOf(db, row),
    await linkedOf(db, row, row.relapseOf),
    await linkedOf(db, row, row.relapsedAs),
  ]
  const codes = [row.unit, row.subject, arbiter, ...steps.flatMap((step) => [step.byUnit ?? [], step.told ?? []].flat())]
  const names = await namesOf(db, [...new Set(codes)])
  return {
    ...rowShown(row, names, today),
    responsibleAccount: row.responsibleAccount,
    arbiter: named(arbiter, names),
    steps: steps.map((step) => stepShown(step, names)),
    exhibits,
    earlier,
    later,
    asOf: today,
    may: userVerbs.filter((verb) => refuses({ ...row, due: dueOf(row, packCalendar()) }, row, verb, whoOf(actor), today) === null),
  }
}
