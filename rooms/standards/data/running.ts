// What every answered row of a self-check asks of an edition. Written once, because on the night before a deadline a county
// does nothing else: nothing is left to compile.

import { CompiledQuery } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { stateOf } from './queries.ts'
import type { AdditionRow, Db, EditionHead } from './queries.ts'

const runningSql = {
  stand: `select e.unit, e.state, e.digest, r.on_day as "retiredOn"
    from editions e left join edition_retirements r on r.edition = e.id where e.id = $1`,
  above: `select unit, id, edition, star, criterion, content, valid_from as "from", valid_to as "to" from edition_additions
    where district = $1 and edition = $2 and $3 ^@ unit and valid_from <= $4 and (valid_to is null or valid_to >= $4) order by id`,
  among: `select unit, id, edition, star, criterion, content, valid_from as "from", valid_to as "to" from edition_additions
    where district = any($1) and edition = $2 and unit = any($3) order by id`,
} as const

export type EditionStand = Pick<EditionHead, 'unit' | 'state' | 'digest'>

/** What an edition is, without its content and whatever else a list tells. */
export async function findStand(db: Db, id: string): Promise<EditionStand | undefined> {
  type Found = Omit<EditionStand, 'state'> & { readonly state: string; readonly retiredOn: Day | null }
  const [row] = (await db.executeQuery<Found>(CompiledQuery.raw(runningSql.stand, [id]))).rows
  return row === undefined ? undefined : { unit: row.unit, state: stateOf(row), digest: row.digest }
}

/** What the townships above a unit add to an edition on a day. */
export async function additionsAbove(db: Db, edition: string, unit: Code, day: Day): Promise<AdditionRow[]> {
  const query = CompiledQuery.raw(runningSql.above, [districtOf(unit), edition, unit, day])
  return (await db.executeQuery<AdditionRow>(query)).rows
}

/** Whatever townships above some units ever added to an edition, in the order in which it is asked. */
export async function additionsAmong(db: Db, edition: string, units: readonly Code[]): Promise<AdditionRow[]> {
  const above = [...new Set(units.flatMap((unit) => [unit, ...ancestorsOf(unit)]))]
  const query = CompiledQuery.raw(runningSql.among, [[...new Set(units.map(districtOf))], edition, above])
  return (await db.executeQuery<AdditionRow>(query)).rows
}
