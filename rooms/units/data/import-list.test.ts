// The bulk insert of an import runs under fewer rights than the actor has: never more, and never for longer than the insert.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#ground/postgres/database.gen.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { UnitLine } from '../core/import-line.ts'
import { addLines, openList, writeList } from './import-list.ts'

const trial = useTrial()
const act = '00000000-0000-7000-8000-0000000000aa'

const line = (code: string, number: number): UnitLine => ({ line: number, code, name: '某村', level: 5, kind: 'village' })

async function rights(db: Kysely<Database>): Promise<unknown> {
  const result = await sql`select current_setting('app.grants') as grants, current_setting('app.writes') as writes`.execute(db)
  return result.rows
}

const writes =
  (...codes: readonly string[]) =>
  async (db: Kysely<Database>): Promise<{ before: unknown; after: unknown; found: unknown }> => {
    const before = await rights(db)
    await openList(db)
    await addLines(db, codes.map(line))
    await writeList(db, { effective: '2026-01-01', complete: null }, act)
    const found = await sql<{ code: string }>`select code from unit_versions where act = ${act} order by code`.execute(db)
    return { before, after: await rights(db), found: found.rows.map((row) => row.code) }
  }

test.each(['operator', 'countyAdmin'] as const)('the rights of the %s are whole again after the insert', async (player) => {
  const codes = ['990101001291', '990101101291']
  const { before, after, found } = await trial.sql(player, writes(...codes))
  expect(found).toEqual(codes)
  expect(after).toEqual(before)
  expect(JSON.stringify(before)).toContain('units.change')
})

test.each([
  ['countyAdmin', ['990102101291']],
  ['countyAdmin', ['990101001291', '990102101291']],
  ['officer', ['990101001291']],
  ['secretary', ['990101001291']],
] as const)('the policies refuse the %s the rows they always refused: %j', async (player, codes) => {
  await expect(trial.sql(player, writes(...codes))).rejects.toMatchObject({ code: '42501' })
})
