// Report formats, and the submitted rows that one of them asks for.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { ReportFormat, ReportList } from '../core/report-format.ts'
import type { SubmittedRow } from '../core/self-check.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface FormatRow extends ReportFormat {
  readonly unit: Code
  readonly id: Id
  readonly version: number
}

type Content = Pick<ReportFormat, 'file' | 'sheet' | 'dates' | 'columns'>

const columns = ['unit', 'id', 'name', 'system', 'list', 'content', 'version'] as const
const shaped = ({
  content,
  list,
  ...row
}: { content: unknown; list: string } & Pick<FormatRow, 'unit' | 'id' | 'name' | 'system' | 'version'>): FormatRow => ({
  ...row,
  list: list as ReportList,
  ...(content as Content),
})

/** Formats of a unit and of the units above it; dropped ones are gone. */
export async function formatsFor(db: Db, unit: Code): Promise<FormatRow[]> {
  const above = [2, 4, 6, 9, 12].filter((length) => length <= unit.length).map((length) => unit.slice(0, length))
  const rows = await db
    .selectFrom('star_report_formats')
    .select(columns)
    .where('district', 'in', [...new Set(above.map(districtOf))])
    .where('unit', 'in', above)
    .where('dropped_on', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(shaped)
}

export async function findFormat(db: Db, unit: Code, id: Id): Promise<FormatRow | undefined> {
  const row = await db
    .selectFrom('star_report_formats')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : shaped(row)
}

/** Writes a format over the version it was read in; false when somebody else wrote meanwhile. */
export async function saveFormat(db: Db, row: FormatRow, at: Date): Promise<boolean> {
  const { unit, id, name, system, list, version } = row
  const content = JSON.stringify({ file: row.file, sheet: row.sheet, dates: row.dates, columns: row.columns } satisfies Content)
  const values = { name, system, list, content, version, changed_at: at }
  if (version === 1) {
    const added = await db
      .insertInto('star_report_formats')
      .values({ ...values, district: districtOf(unit), unit, id })
      .onConflict((conflict) => conflict.columns(['district', 'id']).doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const done = await db
    .updateTable('star_report_formats')
    .set(values)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
    .where('version', '=', version - 1)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Takes a format out of use; false when it was before. */
export async function dropFormat(db: Db, unit: Code, id: Id, on: Day): Promise<boolean> {
  const done = await db
    .updateTable('star_report_formats')
    .set({ dropped_on: on })
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export interface SubmittedSheet {
  readonly unit: Code
  readonly star: string
  readonly on: Day
  readonly rows: readonly SubmittedRow[]
}

/** Self-checks of a cycle as submitted last, in the order of codes; nothing of a draft. */
const submitted = (db: Db, cycle: Id, below: Code) =>
  db
    .selectFrom('star_candidacies as c')
    .innerJoin('self_check_submissions as s', (join) =>
      join.onRef('s.district', '=', 'c.district').onRef('s.candidacy', '=', 'c.id').onRef('s.number', '=', 'c.submissions'),
    )
    .where(sql<boolean>`${districtsBelow(below, sql.ref('c.district'))}`)
    .where('c.cycle', '=', cycle)
    .where(sql<boolean>`c.unit ^@ ${below}`)
    .where('c.state', '<>', 'withdrawn')

export function submittedList(db: Db, cycle: Id, below: Code): LongList<SubmittedSheet> {
  const query = submitted(db, cycle, below).select(['c.unit', 'c.star', 's.on_day as on', 's.rows']).orderBy('c.unit').orderBy('c.star')
  // Fewer at a time: a sheet has a dozen rows with their reasons.
  return longList(db, query, (row) => ({ ...row, rows: row.rows as SubmittedRow[] }), 200)
}

/** How many rows those self-checks have together. */
export async function submittedLines(db: Db, cycle: Id, below: Code): Promise<number> {
  const query = submitted(db, cycle, below).select(sql<number>`coalesce(sum(jsonb_array_length(s.rows)), 0)::int`.as('lines'))
  return (await query.executeTakeFirst())?.lines ?? 0
}
