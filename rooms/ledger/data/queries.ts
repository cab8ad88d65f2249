// Entries and steps: finding, adding, saving. Handlers name the district, so that one shard and one index answer.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Particulars } from '../core/register.ts'
import type { SourceKind } from '../core/lists.ts'
import type { Entry, Plan, State, Step, Verb } from '../core/state.ts'
import { openStates } from '../core/state.ts'
import { searchWords } from './search-words.ts'

type Db = Kysely<Database>

export interface EntryRow extends Entry {
  readonly unit: Code
  readonly id: Id
  readonly subject: Code
  readonly kind: string
  readonly sourceKind: SourceKind
  /** `kind:id` of the record it came from. */
  readonly source: string | null
  readonly star: string | null
  readonly criterion: string | null
  readonly problem: string
  /** Fields of its register. */
  readonly particulars: Particulars
  readonly steps: number
}

export interface StepRow extends Step {
  readonly id: Id
  readonly at: Date
  readonly byUnit: Code | null
  readonly byRole: string | null
  readonly evidence: readonly Id[]
}

/** Columns under the names the room uses. */
export const entryColumns = [
  'unit',
  'id',
  'subject',
  'kind',
  'source_kind as sourceKind',
  'source',
  'star',
  'criterion',
  'problem',
  'measure',
  'responsible',
  'responsible_account as responsibleAccount',
  'supervisor',
  'state',
  'clock_from as clockFrom',
  'days',
  'due',
  'assigned_on as assignedOn',
  'assigned_by as assignedBy',
  'refused_by as refusedBy',
  'rectifiers',
  'ever_late as everLate',
  'particulars',
  'report',
  'rectified_on as rectifiedOn',
  'closed_on as closedOn',
  'closed_by as closedBy',
  'extension_until as extensionUntil',
  'extension_by as extensionBy',
  'extensions',
  'returns',
  'look_back_on as lookBackOn',
  'relapse_of as relapseOf',
  'relapsed_as as relapsedAs',
  'term',
  'alarm',
  'told',
  'steps',
] as const

type Selected = Omit<EntryRow, 'sourceKind' | 'state' | 'particulars'> & { sourceKind: string; state: string; particulars: unknown }

/** Narrows what the checks of the table have made sure of. */
export const typedEntry = (row: Selected): EntryRow => ({
  ...row,
  state: row.state as State,
  sourceKind: row.sourceKind as SourceKind,
  particulars: row.particulars as Particulars,
})

/** One entry as the acting post may see it; held until the transaction ends when it is to be changed. */
export async function findEntry(db: Db, unit: Code, id: Id, hold = false): Promise<EntryRow | undefined> {
  const query = db
    .selectFrom('ledger_entries')
    .select(entryColumns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : typedEntry(row)
}

function changing(row: EntryRow) {
  return {
    measure: row.measure,
    responsible: row.responsible,
    responsible_account: row.responsibleAccount,
    supervisor: row.supervisor,
    state: row.state,
    clock_from: row.clockFrom,
    days: row.days,
    due: row.due,
    refused_by: row.refusedBy,
    rectifiers: [...row.rectifiers],
    ever_late: row.everLate,
    report: row.report,
    rectified_on: row.rectifiedOn,
    closed_on: row.closedOn,
    closed_by: row.closedBy,
    extension_until: row.extensionUntil,
    extension_by: row.extensionBy,
    extensions: row.extensions,
    returns: row.returns,
    look_back_on: row.lookBackOn,
    relapsed_as: row.relapsedAs,
    term: row.term,
    alarm: row.alarm,
    told: row.told,
    steps: row.steps,
  }
}

/** Adds an entry. */
export async function addEntry(db: Db, row: EntryRow): Promise<void> {
  const { unit, id, subject, kind, source, star, criterion, problem } = row
  await db
    .insertInto('ledger_entries')
    .values({
      district: districtOf(unit),
      unit,
      id,
      subject,
      kind,
      source_kind: row.sourceKind,
      source,
      star,
      criterion,
      problem,
      particulars: JSON.stringify(row.particulars),
      assigned_on: row.assignedOn,
      assigned_by: row.assignedBy,
      relapse_of: row.relapseOf,
      ...changing(row),
    })
    .execute()
  const texts = [problem, ...Object.values(row.particulars)]
  await db
    .insertInto('ledger_words')
    .values({ district: districtOf(unit), unit, id, subject, open: isOpen(row.state), due: row.due, words: searchWords(texts, subject) })
    .execute()
}

const isOpen = (state: State): boolean => openStates.includes(state)

/** Writes what a step changed. */
export async function saveEntry(db: Db, row: EntryRow): Promise<void> {
  const result = await db
    .updateTable('ledger_entries')
    .set(changing(row))
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`ledger entry ${row.id} was not saved`)
  const { due } = row
  const open = isOpen(row.state)
  await db
    .updateTable('ledger_words')
    .set({ open, due })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .where(sql<boolean>`(open, due) is distinct from (${open}::boolean, ${due}::date)`)
    .execute()
}

/** Appends the step that made the entry what it is now. */
export async function addStep(db: Db, of: Pick<EntryRow, 'unit' | 'id' | 'subject' | 'steps' | 'term'>, step: StepRow): Promise<void> {
  await db
    .insertInto('ledger_steps')
    .values({
      district: districtOf(of.unit),
      unit: of.unit,
      id: step.id,
      entry: of.id,
      subject: of.subject,
      seq: of.steps,
      at: step.at,
      on_day: step.on,
      verb: step.verb,
      by: step.by,
      by_unit: step.byUnit,
      by_role: step.byRole,
      text: step.text,
      days: step.days,
      due: step.due,
      granted: step.granted,
      plan: step.plan === null ? null : JSON.stringify(step.plan),
      evidence: [...step.evidence],
      other: step.other,
      term: of.term,
      level: step.level,
      told: step.told,
    })
    .execute()
}

/** The steps of one entry, oldest first. */
export async function stepsOf(db: Db, of: Pick<EntryRow, 'unit' | 'id'>): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('ledger_steps')
    .select([
      'id',
      'at',
      'on_day as on',
      'verb',
      'by',
      'by_unit as byUnit',
      'by_role as byRole',
      'text',
      'days',
      'due',
      'granted',
      'plan',
      'evidence',
      'other',
      'level',
      'told',
    ])
    .where('district', '=', districtOf(of.unit))
    .where('entry', '=', of.id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, verb: row.verb as Verb, plan: row.plan as Plan | null, level: row.level as Step['level'] }))
}
