// Row security of this room's tables, both ways: what a role sees or writes, and that the owner sees the rows it does not.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#ground/postgres/database.gen.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const act = '00000000-0000-7000-8000-00000000000a'
const players: readonly (PlayerName | 'nobody')[] = [
  'nobody',
  'resident',
  'secretary',
  'gridWorker',
  'officer',
  'judge',
  'supervisor',
  'reviewer',
  'countyAdmin',
  'outsider',
  'operator',
]

const count = async (db: Kysely<Database>, table: string): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n)
const ownerCount = async (table: string): Promise<number> =>
  Number((await trial.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

/** `written`, or the SQLSTATE of the refusal, or `no row` when an update met nothing. */
async function tries(
  player: PlayerName | 'nobody',
  statement: (db: Kysely<Database>) => Promise<{ numAffectedRows?: bigint | undefined }>,
): Promise<string> {
  try {
    const result = await trial.sql(player, statement)
    return (result.numAffectedRows ?? 0n) > 0n ? 'written' : 'no row'
  } catch (error) {
    return String((error as { code?: string }).code)
  }
}

beforeAll(async () => {
  await trial.owner.query(`insert into organisations (id, unit, type, host, name, valid_from, act) values
    ('00000000-0000-7000-8000-0000000000b1', '990101', 'department', 'office', '演示县人社局', '2026-01-01', '${act}'),
    ('00000000-0000-7000-8000-0000000000b2', '990102', 'department', 'office', '邻县人社局', '2026-01-01', '${act}'),
    ('00000000-0000-7000-8000-0000000000b3', '990101101', 'committee', 'office', '柳溪镇党委', '2026-01-01', '${act}')`)
  await trial.owner.query(`insert into linked_officers (district, unit, id, person, role, valid_from, act) values
    ('990101', '990101001001', '00000000-0000-7000-8000-0000000000c1', '${cast.judge.id}', '包村领导', '2026-01-01', '${act}'),
    ('990102', '990102101201', '00000000-0000-7000-8000-0000000000c2', '${cast.outsider.id}', '包村领导', '2026-01-01', '${act}')`)
  await trial.owner.query(`insert into unit_successions values ('990199', '990101', '2021-01-01', 'merged', '${act}')`)
})

describe('unit_versions and unit_successions', () => {
  test('everybody reads all of them, the gate included', async () => {
    for (const table of ['unit_versions', 'unit_successions']) {
      const all = await ownerCount(table)
      expect(all).toBeGreaterThan(0)
      for (const player of players) expect([player, await trial.sql(player, (db) => count(db, table))]).toEqual([player, all])
      expect(await trial.instance.postgres.gate((db) => count(db, table))).toBe(all)
    }
  })

  const adds = (code: string) => (db: Kysely<Database>) =>
    sql`insert into unit_versions (code, valid_from, level, name, initials, grams, act) values (${code}, '2026-01-01', 5, '某村', 'mc', '{}', ${act})`.execute(
      db,
    )
  const renames = (code: string) => (db: Kysely<Database>) => sql`update unit_versions set name = '改名' where code = ${code}`.execute(db)
  const succeeds = (from: string, to: string) => (db: Kysely<Database>) =>
    sql`insert into unit_successions (from_code, to_code, on_day, kind, act) values (${from}, ${to}, '2026-01-01', 'merged', ${act})`.execute(
      db,
    )

  test('only the operator and the county’s own administrator write, each below their own code', async () => {
    for (const player of players) {
      const own = player === 'operator' || player === 'countyAdmin'
      expect([player, await tries(player, adds('990101001099'))]).toEqual([player, own ? 'written' : '42501'])
      expect([player, await tries(player, succeeds('990101001', '990101101'))]).toEqual([player, own ? 'written' : '42501'])
      expect([player, await tries(player, renames('990101001001'))]).toEqual([player, own ? 'written' : 'no row'])
      const beside = player === 'operator' || player === 'outsider'
      expect([player, await tries(player, adds('990102101099'))]).toEqual([player, beside ? 'written' : '42501'])
      expect([player, await tries(player, renames('990102101201'))]).toEqual([player, beside ? 'written' : 'no row'])
    }
    expect(await tries('countyAdmin', succeeds('990102', '990101'))).toBe('42501')
    expect(await tries('operator', succeeds('990102', '990101'))).toBe('written')
  })

  test('nobody deletes, moves codes or days, or writes as the gate', async () => {
    expect(await tries('operator', (db) => sql`delete from unit_versions where code = '990101'`.execute(db))).toBe('42501')
    expect(await tries('operator', (db) => sql`update unit_versions set code = '990103' where code = '990101'`.execute(db))).toBe('42501')
    expect(await tries('operator', (db) => sql`update unit_versions set valid_from = '2000-01-01' where code = '990101'`.execute(db))).toBe(
      '42501',
    )
    expect(await tries('operator', (db) => sql`delete from unit_successions`.execute(db))).toBe('42501')
    await expect(trial.instance.postgres.gate((db) => renames('990101')(db))).rejects.toMatchObject({ code: '42501' })
    expect(await ownerCount('unit_versions')).toBeGreaterThan(0)
  })

  test('a code has one open version, and levels and days must fit', async () => {
    const add = (values: string) =>
      trial.owner.query(
        `insert into unit_versions (code, valid_from, valid_to, level, name, initials, grams, act) values (${values}, '某地', 'md', '{}', '${act}')`,
      )
    await expect(add(`'990101', '2026-02-01', null, 3`)).rejects.toMatchObject({ code: '23505' })
    await expect(add(`'990107', '2026-02-01', null, 4`)).rejects.toMatchObject({ code: '23514' })
    await expect(add(`'990107', '2026-02-01', '2026-01-31', 3`)).rejects.toMatchObject({ code: '23514' })
  })
})

describe('organisations', () => {
  const seen: Readonly<Record<string, readonly string[]>> = {
    nobody: [],
    resident: [],
    secretary: ['演示县人社局'],
    gridWorker: ['演示县人社局'],
    officer: ['演示县人社局'],
    judge: ['演示县人社局'],
    supervisor: ['演示县人社局', '柳溪镇党委'],
    reviewer: ['演示县人社局', '柳溪镇党委'],
    countyAdmin: ['演示县人社局', '柳溪镇党委'],
    outsider: ['邻县人社局'],
    operator: ['演示县人社局', '柳溪镇党委', '邻县人社局'],
  }

  test('are seen at, below and above one’s posts', async () => {
    expect(await ownerCount('organisations')).toBe(3)
    for (const player of players) {
      const rows = await trial.sql(player, (db) => sql<{ name: string }>`select name from organisations order by unit`.execute(db))
      expect([player, rows.rows.map((row) => row.name)]).toEqual([player, seen[player]])
    }
  })

  const adds = (unit: string) => (db: Kysely<Database>) =>
    sql`insert into organisations (id, unit, type, host, name, valid_from, act) values (gen_random_uuid(), ${unit}, 'branch', 'village', '某支部', '2026-01-01', ${act})`.execute(
      db,
    )
  const ends = (unit: string) => (db: Kysely<Database>) =>
    sql`update organisations set valid_to = '2026-08-31' where unit = ${unit}`.execute(db)

  test('are kept by county and township inside their own units', async () => {
    for (const player of players) {
      expect([player, await tries(player, adds('990101001001'))]).toEqual([
        player,
        ['officer', 'countyAdmin', 'operator'].includes(player) ? 'written' : '42501',
      ])
      expect([player, await tries(player, adds('990101101201'))]).toEqual([
        player,
        ['countyAdmin', 'operator'].includes(player) ? 'written' : '42501',
      ])
      expect([player, await tries(player, ends('990101'))]).toEqual([
        player,
        ['countyAdmin', 'operator'].includes(player) ? 'written' : 'no row',
      ])
    }
    expect(await tries('operator', (db) => sql`delete from organisations`.execute(db))).toBe('42501')
    expect(await tries('operator', (db) => sql`update organisations set type = 'branch'`.execute(db))).toBe('42501')
    expect(await tries('countyAdmin', (db) => sql`update organisations set unit = '990102' where unit = '990101'`.execute(db))).toBe(
      '42501',
    )
  })
})

describe('versions of organisations', () => {
  const id = '00000000-0000-7000-8000-0000000000b4'
  beforeAll(async () => {
    await trial.owner.query(`insert into organisations (id, unit, type, host, name, valid_from, valid_to, act) values
      ('${id}', '990101001001', 'branch', 'village', '某支部', '2025-01-01', '2025-12-31', '${act}'),
      ('${id}', '990101101201', 'branch', 'village', '某支部', '2026-01-01', null, '${act}')`)
  })

  test('are each seen by those whose unit they served then', async () => {
    const seen = async (player: PlayerName | 'nobody'): Promise<string[]> =>
      (
        await trial.sql(player, (db) =>
          sql<{ unit: string }>`select unit from organisations where id = ${id} order by valid_from`.execute(db),
        )
      ).rows.map((row) => row.unit)
    expect((await trial.owner.query('select unit from organisations where id = $1', [id])).rows).toHaveLength(2)
    expect(await seen('secretary')).toEqual(['990101001001'])
    expect(await seen('officer')).toEqual(['990101001001'])
    expect(await seen('countyAdmin')).toEqual(['990101001001', '990101101201'])
    for (const player of ['nobody', 'resident', 'outsider'] as const) expect([player, await seen(player)]).toEqual([player, []])
  })

  test('one is open, and the open one is closed by those who keep its unit', async () => {
    const open = `insert into organisations (id, unit, type, host, name, valid_from, act) values ('${id}', '990101', 'branch', 'village', '又一个', '2026-02-01', '${act}')`
    await expect(trial.owner.query(open)).rejects.toMatchObject({ code: '23505' })
    const closes = (db: Kysely<Database>) =>
      sql`update organisations set valid_to = '2026-08-31' where id = ${id} and valid_to is null`.execute(db)
    for (const player of players) {
      const keeper = player === 'countyAdmin' || player === 'operator'
      expect([player, await tries(player, closes)]).toEqual([player, keeper ? 'written' : 'no row'])
    }
  })
})

describe('linked_officers', () => {
  test('are seen inside one’s posts, and one’s own', async () => {
    expect(await ownerCount('linked_officers')).toBe(2)
    for (const player of players) {
      const units = (
        await trial.sql(player, (db) => sql<{ unit: string }>`select unit from linked_officers order by unit`.execute(db))
      ).rows.map((row) => row.unit)
      const expected =
        player === 'operator'
          ? ['990101001001', '990102101201']
          : player === 'outsider'
            ? ['990102101201']
            : player === 'nobody' || player === 'resident'
              ? []
              : ['990101001001']
      expect([player, units]).toEqual([player, expected])
    }
  })

  const adds = (unit: string) => (db: Kysely<Database>) =>
    sql`insert into linked_officers (district, unit, id, person, role, valid_from, act) values (left(${unit}, 6), ${unit}, gen_random_uuid(), ${cast.officer.id}, '包村领导', '2026-01-01', ${act})`.execute(
      db,
    )
  const ends = (db: Kysely<Database>) => sql`update linked_officers set valid_to = '2026-08-31' where district = '990101'`.execute(db)

  test('are made and ended by county and township inside their own units', async () => {
    for (const player of players) {
      const keeper = ['officer', 'countyAdmin', 'operator'].includes(player)
      expect([player, await tries(player, adds('990101001002'))]).toEqual([player, keeper ? 'written' : '42501'])
      expect([player, await tries(player, ends)]).toEqual([player, keeper ? 'written' : 'no row'])
      expect([player, await tries(player, adds('990101101'))]).toEqual([
        player,
        ['countyAdmin', 'operator'].includes(player) ? 'written' : '42501',
      ])
    }
    expect(await tries('operator', (db) => sql`delete from linked_officers`.execute(db))).toBe('42501')
    expect(await tries('operator', (db) => sql`update linked_officers set person = ${cast.judge.id}`.execute(db))).toBe('42501')
  })

  test('the district is the county part of the unit', async () => {
    await expect(
      trial.owner.query(
        `insert into linked_officers (district, unit, id, person, role, valid_from, act) values ('990102', '990101001', gen_random_uuid(), '${cast.judge.id}', '包村领导', '2026-01-01', '${act}')`,
      ),
    ).rejects.toMatchObject({ code: '23514' })
  })
})
