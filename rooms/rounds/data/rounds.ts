// Rounds and the units that take part: reading them, and writing what a verb changed. Every query names the district.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Rules } from '../core/rules.ts'
import type { Scene } from '../core/scene.ts'
import type { State } from '../core/state.ts'

export type Db = Kysely<Database>

export interface Plan {
  readonly name: string
  readonly quarter: string
  readonly theme: string
  readonly heldOn: Day
  readonly place: string
  readonly mode: 'field' | 'stage' | 'both' | 'sandtable'
  readonly ballots: 'named' | 'anonymous'
  readonly spotCheck: boolean
  readonly agenda: readonly string[]
}

export interface RoundRow extends Plan {
  readonly unit: Code
  readonly id: Id
  readonly rules: Rules
  readonly rulesDigest: string | null
  readonly state: State
  readonly announced: boolean
  readonly version: number
  readonly scene: Scene
}

export interface Part {
  readonly subject: Code
  readonly name: string
  readonly number: number
  readonly speaking: number | null
  readonly stop: number | null
  readonly drawn: boolean | null
  readonly presentedAt: Date | null
}

const columns = [
  'unit',
  'id',
  'name',
  'quarter',
  'theme',
  'held_on as heldOn',
  'place',
  'mode',
  'ballots',
  'spot_check as spotCheck',
  'agenda',
  'rules',
  'rules_digest as rulesDigest',
  'state',
  'announced',
  'version',
  'scene',
] as const

/** A round as the actor may see it; held until the transaction ends when it is to be changed. */
export async function findRound(db: Db, unit: Code, id: Id, hold = false): Promise<RoundRow | undefined> {
  const query = db
    .selectFrom('rounds')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as RoundRow | undefined
}

/** A round by its id alone, wherever it was convened: for the operator at the machine, whom no unit is told. */
export async function findRoundAnywhere(db: Db, id: Id): Promise<RoundRow | undefined> {
  return (await db.selectFrom('rounds').select(columns).where('id', '=', id).executeTakeFirst()) as RoundRow | undefined
}

/** Adds a planned round. */
export async function addRound(db: Db, round: RoundRow, at: Date): Promise<void> {
  await db
    .insertInto('rounds')
    .values({
      district: districtOf(round.unit),
      unit: round.unit,
      id: round.id,
      ...planColumns(round),
      rules: JSON.stringify(round.rules),
      state: round.state,
      version: round.version,
      scene: JSON.stringify(round.scene),
      planned_at: at,
    })
    .execute()
}

const planColumns = (plan: Plan) => ({
  name: plan.name,
  quarter: plan.quarter,
  theme: plan.theme,
  held_on: plan.heldOn,
  place: plan.place,
  mode: plan.mode,
  ballots: plan.ballots,
  spot_check: plan.spotCheck,
  agenda: JSON.stringify(plan.agenda),
})

export interface Changes {
  readonly plan?: Plan
  readonly rules?: Rules
  readonly rulesDigest?: string
  readonly state?: State
  readonly scene?: Scene
  /** The files of the pictures that the scene shows, by their ids; gone with the exhibit. */
  readonly shownFiles?: Readonly<Record<string, string>>
  /** Instant columns that the change fills. */
  readonly at?: Partial<Record<'fixed_at' | 'opened_at' | 'frozen_at' | 'published_at' | 'closed_at', Date>>
}

/** Files stand there as long as the exhibit that they belong to, and not a scene longer. */
function filesOf({ scene, shownFiles }: Changes): { shown_files?: string | null } {
  if (shownFiles !== undefined) return { shown_files: JSON.stringify(shownFiles) }
  return scene !== undefined && (scene.exhibit ?? null) === null ? { shown_files: null } : {}
}

/** Writes what a verb changed, under the next version; returns it. */
export async function saveRound(db: Db, round: Pick<RoundRow, 'unit' | 'id' | 'version'>, changes: Changes): Promise<number> {
  const version = round.version + 1
  const result = await db
    .updateTable('rounds')
    .set({
      version,
      ...(changes.plan === undefined ? {} : planColumns(changes.plan)),
      ...(changes.rules === undefined ? {} : { rules: JSON.stringify(changes.rules) }),
      ...(changes.rulesDigest === undefined ? {} : { rules_digest: changes.rulesDigest, announced: true }),
      ...(changes.state === undefined ? {} : { state: changes.state }),
      ...(changes.scene === undefined ? {} : { scene: JSON.stringify(changes.scene) }),
      ...filesOf(changes),
      ...changes.at,
    })
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', round.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`round ${round.id} was not saved`)
  return version
}

/** When the rules of a round were fixed. */
export async function fixedAt(db: Db, round: Pick<RoundRow, 'unit' | 'id'>): Promise<Date | null> {
  const row = await db
    .selectFrom('rounds')
    .select('fixed_at as at')
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', round.id)
    .executeTakeFirst()
  return row?.at ?? null
}

/** The units that take part, in the order of the plan. */
export async function partsOf(db: Db, unit: Code, round: Id): Promise<Part[]> {
  return db
    .selectFrom('round_units')
    .select(['subject', 'name', 'number', 'speaking', 'stop', 'drawn', 'presented_at as presentedAt'])
    .where('district', '=', districtOf(unit))
    .where('round', '=', round)
    .orderBy('number')
    .execute()
}

/** Replaces the list of units that take part; only while nothing is announced. */
export async function replaceParts(
  db: Db,
  round: Pick<RoundRow, 'unit' | 'id'>,
  parts: readonly { readonly id: Id; readonly subject: Code; readonly name: string }[],
): Promise<void> {
  const district = districtOf(round.unit)
  await db.deleteFrom('round_units').where('district', '=', district).where('round', '=', round.id).execute()
  await db
    .insertInto('round_units')
    .values(parts.map((part, index) => ({ district, unit: round.unit, round: round.id, number: index + 1, ...part })))
    .execute()
}

/** Makes the list of units public, together with the rules. */
export async function announceParts(db: Db, round: Pick<RoundRow, 'unit' | 'id'>): Promise<void> {
  await db
    .updateTable('round_units')
    .set({ announced: true })
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .execute()
}

/** The file of a picture that the scene of a round shows now; null when it shows another one, or none. */
export async function shownFile(db: Db, { unit, id }: Pick<RoundRow, 'unit' | 'id'>, picture: Id): Promise<string | null> {
  const { rows } = await sql<{ file: string | null }>`select shown_files ->> ${picture} as file from rounds
    where district = ${districtOf(unit)} and id = ${id} and unit = ${unit}`.execute(db)
  return rows[0]?.file ?? null
}

export interface RoundLine extends RoundRow {
  readonly units: number
}

/** At or below one of the scopes: each branch begins with the district, so each is found through an index. */
const inside = (scopes: readonly Code[]) => {
  const branches = scopes.map((scope) =>
    scope.length < 6 ? sql`r.district ^@ ${scope}` : sql`(r.district = ${districtOf(scope)} and r.unit ^@ ${scope})`,
  )
  return branches.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(branches, sql` or `)})`
}

interface Asked {
  readonly scopes: readonly Code[]
  readonly quarter?: string | undefined
  readonly year?: string | undefined
}

/** The question behind `listRounds`, for looking at its plan. */
export function roundsWithin(db: Db, given: Asked) {
  let query = db
    .selectFrom('rounds as r')
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('round_units as u')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('u.district', '=', 'r.district')
        .whereRef('u.round', '=', 'r.id')
        .as('units'),
    )
    .where(inside(given.scopes))
  if (given.quarter !== undefined) query = query.where('r.quarter', '=', given.quarter)
  if (given.year !== undefined) query = query.where(sql<boolean>`r.quarter ^@ ${given.year}`)
  return query.orderBy('held_on', 'desc').orderBy('id', 'desc').limit(200)
}

/** Rounds convened at or below the scopes, newest first; 200 at most. */
export const listRounds = async (db: Db, given: Asked): Promise<RoundLine[]> =>
  (await roundsWithin(db, given).execute()) as unknown as RoundLine[]

/** Rounds whose rules are public, newest first; 100 at most. */
export async function listAnnounced(db: Db, below: Code | undefined): Promise<RoundLine[]> {
  let query = db
    .selectFrom('rounds as r')
    .select(columns)
    .select(sql<number>`(select count(*)::int from round_units u where u.district = r.district and u.round = r.id)`.as('units'))
    .where('announced', '=', true)
    .where('state', '!=', 'cancelled')
  if (below !== undefined) query = query.where(sql<boolean>`r.unit ^@ ${below}`).where(sql<boolean>`r.district ^@ ${districtOf(below)}`)
  return (await query.orderBy('held_on', 'desc').orderBy('id', 'desc').limit(100).execute()) as unknown as RoundLine[]
}
