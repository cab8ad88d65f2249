// Candidacies and their steps. Every query names the district; a candidacy that is to be changed is held.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Candidacy, RowNote, Step, Verb } from '../core/candidacy.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface CandidacyRow extends Candidacy {
  readonly unit: Code
  readonly id: Id
  readonly cycle: Id
  readonly star: string
  readonly batch: number
  readonly steps: number
  readonly changedAt: Date
}

export const candidacyColumns = [
  'unit',
  'id',
  'cycle',
  'star',
  'batch',
  'state',
  'submissions',
  'back',
  'due',
  'rows',
  'submitters',
  'reviewers',
  'digest',
  'drawn',
  'confirmed',
  'publicity',
  'public_until as publicUntil',
  'refused_on as refusedOn',
  'refused_by as refusedBy',
  'certified_on as certifiedOn',
  'steps',
  'changed_at as changedAt',
] as const

const stored = (row: CandidacyRow) => ({
  state: row.state,
  submissions: row.submissions,
  back: row.back,
  due: row.due,
  rows: JSON.stringify(row.rows),
  submitters: [...row.submitters],
  reviewers: [...row.reviewers],
  digest: row.digest,
  drawn: row.drawn,
  confirmed: row.confirmed,
  publicity: row.publicity,
  public_until: row.publicUntil,
  refused_on: row.refusedOn,
  refused_by: row.refusedBy,
  certified_on: row.certifiedOn,
  steps: row.steps,
  changed_at: row.changedAt,
})

/** A candidacy as the actor may see it; held until the transaction ends when it is to be changed. */
export async function findCandidacy(db: Db, unit: Code, id: Id, hold = false): Promise<CandidacyRow | undefined> {
  const query = db
    .selectFrom('star_candidacies')
    .select(candidacyColumns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as CandidacyRow | undefined
}

/** Those of a unit in a cycle for a star, whatever became of them. */
export async function candidaciesOf(db: Db, unit: Code, cycle: Id, star: string): Promise<CandidacyRow[]> {
  return (await db
    .selectFrom('star_candidacies')
    .select(candidacyColumns)
    .where('district', '=', districtOf(unit))
    .where('cycle', '=', cycle)
    .where('unit', '=', unit)
    .where('star', '=', star)
    .execute()) as CandidacyRow[]
}

/** Those of some units for some stars in a cycle that joint review agreed and no sample has drawn yet. */
export async function undrawnOf(
  db: Db,
  cycle: Id,
  of: readonly { readonly unit: Code; readonly star: string }[],
): Promise<{ readonly unit: Code; readonly id: Id }[]> {
  if (of.length === 0) return []
  const { rows } = await sql<{ unit: Code; id: Id }>`select unit, id from star_candidacies
    where district = any(${[...new Set(of.map(({ unit }) => districtOf(unit)))]}) and cycle = ${cycle} and state = 'agreed' and not drawn
      and (unit, star) in (select * from unnest(${of.map(({ unit }) => unit)}::text[], ${of.map(({ star }) => star)}::text[]))
    order by unit, star`.execute(db)
  return rows
}

export interface CandidacyFilter {
  readonly scopes: readonly Code[]
  readonly cycle: Id | null
  readonly state: string | null
  readonly star: string | null
  /** Pairs of state and star (null: any) that wait for the asker; null: no such limit. */
  readonly waiting: readonly { readonly state: string; readonly stars: readonly string[] | null }[] | null
}

/** Candidacies below the scopes, in the order of codes. */
function narrowed(db: Db, filter: CandidacyFilter) {
  const below = filter.scopes.map((scope) => sql`(${districtsBelow(scope)} and unit ^@ ${scope})`)
  const waiting = filter.waiting?.map(({ state, stars }) =>
    stars === null ? sql`state = ${state}` : sql`(state = ${state} and star = any(${[...stars]}))`,
  )
  return db
    .selectFrom('star_candidacies')
    .select(candidacyColumns)
    .where(below.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(below, sql` or `)})`)
    .$if(filter.cycle !== null, (q) => q.where('cycle', '=', filter.cycle ?? ''))
    .$if(filter.state !== null, (q) => q.where('state', '=', filter.state ?? ''))
    .$if(filter.star !== null, (q) => q.where('star', '=', filter.star ?? ''))
    .$if(waiting !== undefined, (q) =>
      q.where(waiting === undefined || waiting.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(waiting, sql` or `)})`),
    )
    .orderBy('unit')
    .orderBy('id')
}

/** One page of them; `after` is `unit~id` of the last row before. */
export async function listCandidacies(
  db: Db,
  { after, limit, ...filter }: CandidacyFilter & { readonly after: string | null; readonly limit: number },
): Promise<CandidacyRow[]> {
  const [unit, id] = after?.split('~') ?? []
  const query = narrowed(db, filter).$if(unit !== undefined && id !== undefined, (q) =>
    q.where(sql<boolean>`(unit, id) > (${unit}, ${id}::uuid)`),
  )
  return (await query.limit(limit).execute()) as CandidacyRow[]
}

/** All of them, for a file. */
export const candidacyList = (db: Db, filter: CandidacyFilter): LongList<CandidacyRow> =>
  longList(db, narrowed(db, filter), (row) => row as CandidacyRow)

/** Candidacies that records speak of. */
export async function candidaciesWith(db: Db, at: readonly { readonly unit: Code; readonly id: Id }[]): Promise<CandidacyRow[]> {
  if (at.length === 0) return []
  const query = db
    .selectFrom('star_candidacies')
    .select(candidacyColumns)
    .where('district', 'in', [...new Set(at.map(({ unit }) => districtOf(unit)))])
  return (await query.where(sql<boolean>`id = any(${[...new Set(at.map(({ id }) => id))]}::uuid[])`).execute()) as CandidacyRow[]
}

export async function addCandidacy(db: Db, row: CandidacyRow): Promise<void> {
  await db
    .insertInto('star_candidacies')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      cycle: row.cycle,
      star: row.star,
      batch: row.batch,
      ...stored(row),
    })
    .execute()
}

export async function saveCandidacy(db: Db, row: CandidacyRow): Promise<void> {
  await db.updateTable('star_candidacies').set(stored(row)).where('district', '=', districtOf(row.unit)).where('id', '=', row.id).execute()
}

export interface StepRow extends Omit<Step, 'by' | 'on'> {
  readonly seq: number
  readonly at: Date
  readonly byRole: string
  readonly on: Day
  readonly by: Id
}

export async function addStep(db: Db, row: CandidacyRow, step: StepRow & { readonly id: Id }): Promise<void> {
  await db
    .insertInto('star_steps')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: step.id,
      candidacy: row.id,
      seq: step.seq,
      at: step.at,
      on_day: step.on,
      verb: step.verb,
      by: step.by,
      by_unit: step.byUnit,
      by_role: step.byRole,
      rows: JSON.stringify(step.rows),
      reason: step.reason,
      due: step.due,
      other: step.other,
    })
    .execute()
}

/** The steps of a candidacy, oldest first. */
export async function stepsOf(db: Db, unit: Code, candidacy: Id): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('star_steps')
    .select(['seq', 'at', 'on_day as on', 'verb', 'by', 'by_unit as byUnit', 'by_role as byRole', 'rows', 'reason', 'due', 'other'])
    .where('district', '=', districtOf(unit))
    .where('candidacy', '=', candidacy)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, verb: row.verb as Verb, rows: row.rows as RowNote[] }))
}

/** Who certified candidacies, and by which document. */
export async function certifiedBy(
  db: Db,
  below: Code,
  candidacies: readonly Id[],
): Promise<{ readonly candidacy: Id; readonly byUnit: Code; readonly document: string }[]> {
  const rows = await db
    .selectFrom('star_steps')
    .select(['candidacy', 'by_unit as byUnit', 'other'])
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .where('verb', '=', 'certify')
    .where('candidacy', 'in', [...candidacies])
    .execute()
  return rows.map(({ candidacy, byUnit, other }) => ({ candidacy, byUnit, document: other ?? '' }))
}
