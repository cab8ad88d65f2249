// Definitions and their names.

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Period, ValueType } from '../core/definition.ts'
import type { HeldDefinition, Stater } from '../core/held-definition.ts'
import { namesOfDefinition } from '../core/held-definition.ts'
import { nameKey } from '../core/name-key.ts'

type Db = Kysely<Database>

/** All of them, retired ones included, by name; a house has hundreds. */
export async function listDefinitions(db: Db): Promise<HeldDefinition[]> {
  const rows = await db.selectFrom('fact_definitions').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...(row.name_en === null ? {} : { nameEn: row.name_en }),
    aliases: row.aliases,
    type: row.type as ValueType,
    measure: row.measure,
    choices: row.choices,
    ...(row.choices_en.length === 0 ? {} : { choicesEn: row.choices_en }),
    period: row.period as Period,
    source: row.source,
    statedBy: row.stated_by as Stater,
    addedOn: row.added_on,
    retiredOn: row.retired_on,
  }))
}

const namesTo = (definition: HeldDefinition) =>
  [...new Set(namesOfDefinition(definition).map(nameKey))].filter((key) => key !== '').map((key) => ({ key, definition: definition.id }))

/** Adds definitions with their names; a name that is taken meanwhile fails by the key of fact_names. */
export async function addDefinitions(db: Db, definitions: readonly HeldDefinition[]): Promise<void> {
  if (definitions.length === 0) return
  await db
    .insertInto('fact_definitions')
    .values(
      definitions.map((definition) => ({
        id: definition.id,
        name: definition.name,
        name_en: definition.nameEn ?? null,
        aliases: [...definition.aliases],
        type: definition.type,
        measure: definition.measure,
        choices: [...definition.choices],
        choices_en: [...(definition.choicesEn ?? [])],
        period: definition.period,
        source: definition.source,
        stated_by: definition.statedBy,
        added_on: definition.addedOn,
        retired_on: null,
        retired_reason: '',
      })),
    )
    .execute()
  await db.insertInto('fact_names').values(definitions.flatMap(namesTo)).execute()
}

/** Retires a definition and frees its names. */
export async function retireDefinition(db: Db, id: string, day: Day, reason: string): Promise<void> {
  await db.updateTable('fact_definitions').set({ retired_on: day, retired_reason: reason }).where('id', '=', id).execute()
  await db.deleteFrom('fact_names').where('definition', '=', id).execute()
}

/** Takes a retired definition up again, as it was. */
export async function reviveDefinition(db: Db, definition: HeldDefinition): Promise<void> {
  await db.updateTable('fact_definitions').set({ retired_on: null, retired_reason: '' }).where('id', '=', definition.id).execute()
  await db.insertInto('fact_names').values(namesTo(definition)).execute()
}

/** Says what the choices are called in English. */
export async function nameChoices(db: Db, id: string, choicesEn: readonly string[]): Promise<void> {
  await db
    .updateTable('fact_definitions')
    .set({ choices_en: [...choicesEn] })
    .where('id', '=', id)
    .execute()
}

/** Says who types the values from now on. */
export async function entrustDefinition(db: Db, id: string, statedBy: Stater): Promise<void> {
  await db.updateTable('fact_definitions').set({ stated_by: statedBy }).where('id', '=', id).execute()
}
