// Many stars in one statement: held in the order of their keys, so that two lists wait for each other instead of locking each
// other out, and written with what is the same for all of them. A list of any length is the same text, prepared once.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { HonourStep } from '../core/honour.ts'
import { candidacyColumns } from './candidacies.ts'
import type { CandidacyRow, StepRow } from './candidacies.ts'
import type { Db } from './cycles.ts'
import { honourColumns } from './honours.ts'
import type { HonourRow } from './honours.ts'
import type { NoticeRow } from './publicities.ts'

/** As many stars as one statement writes: between two of them the server answers others. */
const most = 500

/** A long list in parts. */
export const partsOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_none, nth) => rows.slice(nth * most, (nth + 1) * most))

export interface At {
  readonly unit: Code
  readonly id: Id
}

export const districtsOf = (rows: readonly { readonly unit: Code }[]): Code[] => [...new Set(rows.map(({ unit }) => districtOf(unit)))]
const idsOf = (rows: readonly { readonly id: Id }[]): Id[] => rows.map(({ id }) => id)

/** A write that row policies let through for some alone would be half a decision. */
function whole(written: bigint | undefined, rows: readonly unknown[], what: string): void {
  if (Number(written ?? 0n) !== rows.length) throw new Error(`${what}: ${Number(written ?? 0n)} of ${rows.length} were written`)
}

/** Candidacies that are to be changed, held until the transaction ends; those that policies keep from the actor are missing. */
export async function holdCandidacies(db: Db, at: readonly At[]): Promise<Map<Id, CandidacyRow>> {
  if (at.length === 0) return new Map()
  const rows = (await db
    .selectFrom('star_candidacies')
    .select(candidacyColumns)
    .where(sql<boolean>`district = any(${districtsOf(at)})`)
    .where(sql<boolean>`id = any(${idsOf(at)}::uuid[])`)
    .orderBy('district')
    .orderBy('id')
    .forUpdate()
    .execute()) as CandidacyRow[]
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a step changes of every candidacy of a list alike. */
export type Change = Partial<Pick<CandidacyRow, 'state' | 'publicity' | 'publicUntil' | 'certifiedOn' | 'drawn' | 'confirmed'>>

/** Writes one and the same step of candidacies that are held, each as its next one, and what it changes. */
export async function stepCandidacies(
  db: Db,
  rows: readonly (At & { readonly step: Id; readonly seq: number })[],
  step: Omit<StepRow, 'seq' | 'byUnit'> & { readonly byUnit: Code | null },
  change: Change,
): Promise<void> {
  if (rows.length === 0) return
  const { numUpdatedRows } = await db
    .updateTable('star_candidacies')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.publicity === undefined ? {} : { publicity: change.publicity }),
      ...(change.publicUntil === undefined ? {} : { public_until: change.publicUntil }),
      ...(change.certifiedOn === undefined ? {} : { certified_on: change.certifiedOn }),
      ...(change.drawn === undefined ? {} : { drawn: change.drawn }),
      ...(change.confirmed === undefined ? {} : { confirmed: change.confirmed }),
      steps: sql`steps + 1`,
      changed_at: step.at,
    })
    .where(sql<boolean>`district = any(${districtsOf(rows)})`)
    .where(sql<boolean>`id = any(${idsOf(rows)}::uuid[])`)
    .executeTakeFirst()
  whole(numUpdatedRows, rows, step.verb)
  await sql`insert into star_steps (district, unit, id, candidacy, seq, at, on_day, verb, by, by_unit, by_role, rows, reason, due, other)
    select left(unit, 6), unit, id, candidacy, seq, ${step.at}::timestamptz, ${step.on}::date, ${step.verb}::text, ${step.by}::uuid,
      coalesce(${step.byUnit}::text, unit), ${step.byRole}::text, ${JSON.stringify(step.rows)}::jsonb, ${step.reason}::text,
      ${step.due}::date, ${step.other}::text
    from unnest(${rows.map(({ unit }) => unit)}::text[], ${rows.map((row) => row.step)}::uuid[], ${idsOf(rows)}::uuid[],
      ${rows.map(({ seq }) => seq)}::int[]) as each (unit, id, candidacy, seq)`.execute(db)
}

/** Adds the lines of a publicity. */
export async function addNotices(db: Db, rows: readonly NoticeRow[]): Promise<void> {
  await sql`insert into star_notices (district, unit, id, publicity, candidacy, cycle, star, state)
    select left(unit, 6), unit, id, publicity, candidacy, cycle, star, state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as each (unit text, id uuid, publicity uuid, candidacy uuid, cycle uuid, star text, state text)`.execute(db)
}

/** Says of lines that are shown that their stars were certified. */
export async function settleCertified(db: Db, rows: readonly CandidacyRow[]): Promise<void> {
  if (rows.length === 0) return
  const publicities = [...new Set(rows.flatMap(({ publicity }) => (publicity === null ? [] : [publicity])))]
  await sql`update star_notices set state = 'certified' where district = any(${districtsOf(rows)})
    and publicity = any(${publicities}::uuid[]) and candidacy = any(${idsOf(rows)}::uuid[]) and state = 'shown'`.execute(db)
}

/** How many objections to each of some stars nobody has answered; those without one are missing. */
export async function openObjectionsTo(db: Db, at: readonly At[]): Promise<Map<Id, number>> {
  if (at.length === 0) return new Map()
  const { rows } = await sql<{ candidacy: Id; count: number }>`select candidacy, count(*)::int as count from star_objections
    where district = any(${districtsOf(at)}) and candidacy = any(${idsOf(at)}::uuid[]) and state = 'open' group by 1`.execute(db)
  return new Map(rows.map(({ candidacy, count }) => [candidacy, count]))
}

/** Adds stars that are held from now on. */
export async function addHonours(db: Db, rows: readonly HonourRow[], at: Date): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into star_honours (district, unit, id, cycle, candidacy, year, star, plaque, state, due, from_day, to_day, steps, changed_at)
    select left(unit, 6), unit, id, cycle, candidacy, year, star, plaque, state, due, "from", "to", steps, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (unit text, id uuid, cycle uuid, candidacy uuid, year int, star text,
      plaque text, state text, due date, "from" date, "to" date, steps int)`.execute(db)
}

/** The stars of some candidacies, by candidacy: those that were certified. */
export async function honoursFrom(db: Db, at: readonly At[]): Promise<Map<Id, HonourRow>> {
  if (at.length === 0) return new Map()
  const rows = (await db
    .selectFrom('star_honours')
    .select(honourColumns)
    .where(sql<boolean>`district = any(${districtsOf(at)})`)
    .where(sql<boolean>`candidacy = any(${idsOf(at)}::uuid[])`)
    .execute()) as HonourRow[]
  return new Map(rows.map((row) => [row.candidacy, row]))
}

/** The same stars of the same units in years before, in some states, held until the transaction ends. */
export async function holdFormer(
  db: Db,
  of: readonly { readonly unit: Code; readonly star: string }[],
  year: number,
  states: readonly string[],
): Promise<HonourRow[]> {
  if (of.length === 0) return []
  return (await db
    .selectFrom('star_honours')
    .select(honourColumns)
    .where(sql<boolean>`district = any(${districtsOf(of)})`)
    .where('year', '<', year)
    .where(sql<boolean>`state = any(${[...states]})`)
    .where(
      sql<boolean>`(unit, star) in (select * from unnest(${of.map(({ unit }) => unit)}::text[], ${of.map(({ star }) => star)}::text[]))`,
    )
    .orderBy('district')
    .orderBy('id')
    .forUpdate()
    .execute()) as HonourRow[]
}

/** Writes one and the same step of stars that are held, each as its next one; all of them come to one state by it. */
export async function stepHonours(
  db: Db,
  rows: readonly (HonourRow & { readonly step: Id })[],
  step: HonourStep & { readonly by: Id; readonly byUnit: Code | null },
  at: Date,
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const { numUpdatedRows } = await db
    .updateTable('star_honours')
    .set({ state: first.state, due: first.due, to_day: first.to, steps: sql`steps + 1`, changed_at: at })
    .where(sql<boolean>`district = any(${districtsOf(rows)})`)
    .where(sql<boolean>`id = any(${idsOf(rows)}::uuid[])`)
    .executeTakeFirst()
  whole(numUpdatedRows, rows, step.verb)
  await sql`insert into star_honour_steps (district, unit, id, honour, seq, on_day, verb, by, by_unit, basis, document, due)
    select left(unit, 6), unit, id, honour, seq, ${step.on}::date, ${step.verb}::text, ${step.by}::uuid,
      coalesce(${step.byUnit}::text, unit), ${step.basis}::text, ${step.document}::text, ${step.due}::date
    from unnest(${rows.map(({ unit }) => unit)}::text[], ${rows.map((row) => row.step)}::uuid[], ${idsOf(rows)}::uuid[],
      ${rows.map(({ steps }) => steps)}::int[]) as each (unit, id, honour, seq)`.execute(db)
}
