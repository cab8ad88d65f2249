// What other rooms may ask of the standards: an edition ready for evaluating, what a township adds to it, and that a cycle runs on it.

import type { Kysely } from 'kysely'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { compiledOf, knownOf } from './api/known-packs.ts'
import { withAdditions } from './core/additions.ts'
import type { Added } from './core/additions.ts'
import { compilePack } from './core/compile.ts'
import type { Compiled } from './core/compile.ts'
import type { Criterion, Pack } from './core/pack-shapes.ts'
import type { EditionState } from './core/edition.ts'
import { addUse, findEdition } from './data/queries.ts'
import { additionsAbove, additionsAmong, findStand } from './data/running.ts'
import { problems } from './problems.ts'

export type { Added } from './core/additions.ts'
export type { Compiled } from './core/compile.ts'

export interface Edition {
  readonly id: string
  readonly unit: Code
  readonly state: EditionState
  readonly digest: string
  readonly pack: Pack
  readonly compiled: Compiled
}

type Db = Kysely<Database>

/** An edition that the acting post may read, read and compiled once per content. */
export async function getEdition(db: Db, id: string): Promise<Edition | undefined> {
  const stand = await findStand(db, id)
  if (stand === undefined) return undefined
  const compiled = knownOf(stand.digest) ?? compiledOf(stand.digest, (await findEdition(db, id))?.content)
  return { id, ...stand, pack: compiled.pack, compiled }
}

/** What the township above a unit adds to an edition on a day. */
export async function additionsFor(db: Db, edition: string, unit: Code, day: Day): Promise<Added[]> {
  const rows = await additionsAbove(db, edition, unit, day)
  return rows.map(({ star, content }) => ({ star, criterion: content as Criterion }))
}

/** The edition as it stands for a unit on a day, its township's additions in it. */
export async function editionFor(db: Db, edition: Edition, unit: Code, day: Day): Promise<Compiled> {
  const added = await additionsFor(db, edition.id, unit, day)
  return added.length === 0 ? edition.compiled : compilePack(withAdditions(edition.pack, added))
}

/**
 * The same for many units: what their townships add is read once, and units that are asked the same share one edition. An
 * addition that no unit of these was asked costs nothing.
 */
export async function editionsFor(db: Db, edition: Edition, units: readonly Code[]): Promise<(unit: Code, day: Day) => Compiled> {
  const rows = await additionsAmong(db, edition.id, units)
  const made = new Map<string, Compiled>([['', edition.compiled]])
  return (unit, day) => {
    const added = rows.filter(({ unit: by, from, to }) => unit.startsWith(by) && from <= day && (to === null || to >= day))
    const key = added.map(({ id }) => id).join(' ')
    const known = made.get(key)
    if (known !== undefined) return known
    const whole = added.map(({ star, content }) => ({ star, criterion: content as Criterion }))
    const compiled = compilePack(withAdditions(edition.pack, whole))
    made.set(key, compiled)
    return compiled
  }
}

/** Notes that a record (`cycle:ID`) of a unit runs on an edition, which must be issued; repeating it changes nothing. */
export async function useEdition(
  request: Pick<RoomRequest, 'db' | 'today' | 'act'>,
  { edition, unit, usedBy }: { readonly edition: string; readonly unit: Code; readonly usedBy: string },
): Promise<Result<Edition>> {
  const found = await getEdition(request.db, edition)
  if (found === undefined) return refuse(problems.noSuchEdition())
  if (found.state !== 'issued') return refuse(problems.notInUse({ state: found.state }))
  await addUse(request.db, unit, edition, usedBy, request.today)
  await request.act({ verb: 'useEdition', unit, subject: usedBy, payload: { edition, digest: found.digest } })
  return ok(found)
}
