// Draws: sealed with pool and sources, entered twice, drawn once; a repeat is a further one.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'

export interface DrawRow {
  readonly id: Id
  readonly number: number
  readonly kind: 'units' | 'speaking' | 'route' | 'households' | 'questions'
  readonly title: string
  readonly pool: readonly string[]
  readonly poolDigest: string
  readonly sources: readonly string[]
  readonly hash: 'sha256' | 'md5'
  readonly take: number
  readonly state: 'sealed' | 'half' | 'drawn' | 'void'
  readonly entry: readonly string[] | null
  readonly enteredBy: string | null
  readonly entropy: string | null
  readonly selected: readonly { readonly line: number; readonly text: string }[] | null
  readonly repeats: Id | null
  readonly reason: string
  readonly sealedAt: Date
  readonly drawnAt: Date | null
  /** Of a draw turned over one by one: the end of its chain, and its beginning as the vault keeps it. */
  readonly anchor: string | null
  readonly seed: string | null
}

const columns = [
  'id',
  'number',
  'kind',
  'title',
  'pool',
  'pool_digest as poolDigest',
  'sources',
  'hash',
  'take',
  'entry',
  'entered_by as enteredBy',
  'entropy',
  'selected',
  'repeats',
  'reason',
  'sealed_at as sealedAt',
  'drawn_at as drawnAt',
  'anchor',
  'seed',
] as const

/** A draw that another one repeats is void, whatever it had come to. */
const stateNow = sql<DrawRow['state']>`case when exists (select 1 from round_draws later
  where later.district = d.district and later.round = d.round and later.repeats = d.id) then 'void' else d.state end`.as('state')

/** Draws of a round, in the order in which they were sealed. */
export async function drawsOf(db: Db, unit: Code, round: Id): Promise<DrawRow[]> {
  const rows = await db
    .selectFrom('round_draws as d')
    .select(columns)
    .select(stateNow)
    .where('district', '=', districtOf(unit))
    .where('round', '=', round)
    .orderBy('number')
    .execute()
  return rows as never
}

/** One draw, held when it is to be changed. */
export async function findDraw(db: Db, unit: Code, round: Id, id: Id, hold = false): Promise<DrawRow | undefined> {
  const query = db
    .selectFrom('round_draws as d')
    .select(columns)
    .select(stateNow)
    .where('district', '=', districtOf(unit))
    .where('round', '=', round)
    .where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as DrawRow | undefined
}

/** Seals a draw. */
export async function addDraw(db: Db, round: Pick<RoundRow, 'unit' | 'id'>, draw: DrawRow): Promise<void> {
  await db
    .insertInto('round_draws')
    .values({
      district: districtOf(round.unit),
      unit: round.unit,
      round: round.id,
      id: draw.id,
      number: draw.number,
      kind: draw.kind,
      title: draw.title,
      pool: JSON.stringify(draw.pool),
      pool_digest: draw.poolDigest,
      sources: JSON.stringify(draw.sources),
      hash: draw.hash,
      take: draw.take,
      state: draw.state,
      repeats: draw.repeats,
      reason: draw.reason,
      sealed_at: draw.sealedAt,
      anchor: draw.anchor,
      seed: draw.seed,
    })
    .execute()
}

/** Writes what an entry, the drawing or a repeat changed. */
export async function saveDraw(
  db: Db,
  unit: Code,
  draw: Pick<DrawRow, 'id' | 'state' | 'entry' | 'enteredBy' | 'entropy' | 'selected' | 'drawnAt'>,
): Promise<void> {
  const result = await db
    .updateTable('round_draws')
    .set({
      state: draw.state,
      entry: draw.entry === null ? null : JSON.stringify(draw.entry),
      entered_by: draw.enteredBy,
      entropy: draw.entropy,
      selected: draw.selected === null ? null : JSON.stringify(draw.selected),
      drawn_at: draw.drawnAt,
    })
    .where('district', '=', districtOf(unit))
    .where('id', '=', draw.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`draw ${draw.id} was not saved`)
}

export type OrderColumn = 'speaking' | 'stop'

/** Writes an order of the units: the first gets 1; units that are not in it get none. */
export async function saveOrder(
  db: Db,
  round: Pick<RoundRow, 'unit' | 'id'>,
  column: OrderColumn,
  subjects: readonly Code[],
): Promise<void> {
  await sql`update round_units set ${sql.ref(column)} = array_position(${[...subjects]}::text[], subject)
    where district = ${districtOf(round.unit)} and round = ${round.id}`.execute(db)
}

/** Marks which units a spot check took. */
export async function saveTaken(db: Db, round: Pick<RoundRow, 'unit' | 'id'>, subjects: readonly Code[]): Promise<void> {
  await sql`update round_units set drawn = subject = any(${[...subjects]}::text[])
    where district = ${districtOf(round.unit)} and round = ${round.id}`.execute(db)
}

/** Notes that a unit has been presented. */
export async function markPresented(db: Db, round: Pick<RoundRow, 'unit' | 'id'>, subject: Code, at: Date): Promise<void> {
  await db
    .updateTable('round_units')
    .set({ presented_at: at })
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('subject', '=', subject)
    .execute()
}
