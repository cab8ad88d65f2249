// Definitions: a standard brings its own in one call, a county adds others one by one. The same datum is defined once.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { isDuplicate } from '#ground/postgres/errors.ts'
import type { contract } from '../contract.ts'
import type { FactDefinition } from '../core/definition.ts'
import { definitionFaults, differingFields, namesOfDefinition } from '../core/held-definition.ts'
import type { HeldDefinition, Stater } from '../core/held-definition.ts'
import { nameKey } from '../core/name-key.ts'
import * as data from '../data/definitions.ts'
import { problems } from '../problems.ts'
import type { ShownDefinition } from './showing.ts'
import { definitionShown } from './showing.ts'

type C = typeof contract

/** The transaction in which data are defined; a `RoomRequest` is one. */
export type Definer = Pick<RoomRequest, 'db' | 'today' | 'actor' | 'act'>

/** Definitions are the whole house's: their acts stand where the acting post does. */
const placeOf = ({ actor }: Definer): string => actor.unit ?? '99'

/** The name that another living definition bears already. */
function takenName(definition: FactDefinition, living: readonly HeldDefinition[]): { name: string; holder: string } | null {
  const keys = new Map(namesOfDefinition(definition).map((name) => [nameKey(name), name]))
  for (const other of living) {
    if (other.id === definition.id) continue
    for (const name of namesOfDefinition(other)) {
      const same = keys.get(nameKey(name))
      if (same !== undefined) return { name: same, holder: other.name }
    }
  }
  return null
}

/**
 * Registers definitions in the caller's transaction. Of the same id and content: nothing happens (a retired one is taken up
 * again); of another content, or under a name that is taken: refused, and nothing is added.
 */
export async function define(
  definer: Definer,
  definitions: readonly FactDefinition[],
  statedBy: Stater = 'office',
): Promise<Result<{ readonly added: number }>> {
  const { db, today } = definer
  const held = await data.listDefinitions(db)
  const byId = new Map(held.map((definition) => [definition.id, definition]))
  const living = held.filter(({ retiredOn }) => retiredOn === null)
  const fresh: HeldDefinition[] = []
  const revived: HeldDefinition[] = []
  const named: (readonly [id: string, choicesEn: readonly string[]])[] = []
  for (const definition of definitions) {
    const { id } = definition
    const faults = definitionFaults(definition).map((fault) => ({ ...fault, path: `body.${fault.path}` }))
    if (faults.length > 0) return refuse(problems.definitionFaulty({ id }, faults))
    const before = byId.get(id)
    const fields = before === undefined ? [] : differingFields(before, definition)
    if (fields.length > 0) return refuse(problems.definitionDiffers({ id, fields }))
    // English that comes later is taken up; what is called already keeps its name.
    if (before !== undefined && before.choicesEn === undefined && definition.choicesEn !== undefined) named.push([id, definition.choicesEn])
    if (before?.retiredOn === null) continue
    const taken = takenName(definition, living)
    if (taken !== null) return refuse(problems.definitionNameTaken(taken))
    const next = before === undefined ? { ...definition, statedBy, addedOn: today, retiredOn: null } : { ...before, retiredOn: null }
    ;(before === undefined ? fresh : revived).push(next)
    living.push(next)
    byId.set(id, next)
  }
  try {
    // The names are the key: who defines the same datum in this very moment fails here.
    await data.addDefinitions(db, fresh)
    for (const definition of revived) await data.reviveDefinition(db, definition)
    for (const [id, choicesEn] of named) await data.nameChoices(db, id, choicesEn)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const [first] = [...fresh, ...revived]
    return refuse(problems.definitionNameTaken({ name: first?.name ?? '', holder: first?.name ?? '' }))
  }
  for (const { id, name, type, measure, period, source } of [...fresh, ...revived]) {
    await definer.act({
      verb: 'define',
      unit: placeOf(definer),
      subject: `definition:${id}`,
      payload: { name, type, measure, period, source, statedBy },
    })
  }
  return ok({ added: fresh.length + revived.length })
}

async function livingDefinition(db: Definer['db'], id: string): Promise<HeldDefinition | undefined> {
  return (await data.listDefinitions(db)).find((definition) => definition.id === id && definition.retiredOn === null)
}

async function shown(db: Definer['db'], id: string): Promise<ShownDefinition> {
  const found = (await data.listDefinitions(db)).find((definition) => definition.id === id)
  if (found === undefined) throw new Error(`definition ${id} is not there`)
  return definitionShown(found)
}

export const definitions: Handler<C['definitions']> = async ({ db, query }) => {
  const all = await data.listDefinitions(db)
  return ok({ definitions: all.filter(({ retiredOn }) => query.retired === 'true' || retiredOn === null).map(definitionShown) })
}

export const addDefinition: Handler<C['addDefinition']> = async (request) => {
  const { statedBy, nameEn, choicesEn, ...given } = request.body
  const english = { ...(nameEn === undefined ? {} : { nameEn }), ...(choicesEn === undefined ? {} : { choicesEn }) }
  const added = await define(request, [{ ...given, ...english }], statedBy)
  return added.ok ? ok(await shown(request.db, given.id)) : added
}

export const entrustDefinition: Handler<C['entrustDefinition']> = async (request) => {
  const { db, params, body } = request
  if ((await livingDefinition(db, params.id)) === undefined) return refuse(problems.noSuchDefinition(params))
  await data.entrustDefinition(db, params.id, body.statedBy)
  await request.act({ verb: 'entrust', unit: placeOf(request), subject: `definition:${params.id}`, payload: body })
  return ok(await shown(db, params.id))
}

export const retireDefinition: Handler<C['retireDefinition']> = async (request) => {
  const { db, params, body, today } = request
  if ((await livingDefinition(db, params.id)) === undefined) return refuse(problems.noSuchDefinition(params))
  await data.retireDefinition(db, params.id, today, body.reason)
  await request.act({ verb: 'retire', unit: placeOf(request), subject: `definition:${params.id}`, payload: {}, reason: body.reason })
  return ok(await shown(db, params.id))
}
