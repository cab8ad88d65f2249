// The migration that gives passwords a table of their own, on a database that had accounts before it.

import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '#ground/postgres/migrate.ts'
import { onDatabase } from '#ground/trial/cluster.ts'
import { findHouse } from '#ground/http/house.ts'

const people = import.meta.dirname

async function onFreshDatabase(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  const name = `lx_moved_${process.pid}_${randomBytes(4).toString('hex')}`
  await admin.query(`create database ${name}`)
  const client = new pg.Client({ connectionString: onDatabase(inject('clusterUrl'), name) })
  try {
    await client.connect()
    await work(client)
  } finally {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

test('every account keeps its password and what is said of it, and those without one get an empty row', async () => {
  const before = await mkdtemp(join(tmpdir(), 'people-before-'))
  await mkdir(join(before, 'migrations'))
  await copyFile(join(people, 'migrations', '0001-people.sql'), join(before, 'migrations', '0001-people.sql'))
  const { sqlFolders } = await findHouse()
  const ground = sqlFolders.filter((folder) => folder.room === 'ground')
  const accounts = [
    { id: '00000000-0000-7000-9400-000000000001', hash: '$argon2id$one', must_change: false, set_at: new Date('2026-01-02T03:04:05Z') },
    { id: '00000000-0000-7000-9400-000000000002', hash: '$argon2id$two', must_change: true, set_at: new Date('2026-02-03T04:05:06Z') },
    { id: '00000000-0000-7000-9400-000000000003', hash: null, must_change: false, set_at: null },
  ]
  await onFreshDatabase(async (client) => {
    await migrate(client, [...ground, { room: 'people', path: before }])
    for (const { id, hash, must_change: mustChange, set_at: setAt } of accounts) {
      await client.query(
        `insert into persons (district, unit, id, name, state, created_at) values ('990101', '990101001', $1, '演示·旧', 'active', now())`,
        [id],
      )
      await client.query(
        `insert into credentials (person, unit, login, hash, must_change, set_at) values ($1, '990101001', $2, $3, $4, $5)`,
        [id, `old-${id.slice(-1)}`, hash, mustChange, setAt],
      )
    }
    const report = await migrate(client, [...ground, { room: 'people', path: people }])
    expect(report.applied).toContain('people/0003-passwords-moved.sql')
    const moved = await client.query('select person as id, hash, must_change, set_at from passwords order by person')
    expect(moved.rows).toEqual(accounts)
    const left = await client.query('select * from credentials order by person')
    expect(left.rows).toEqual(accounts.map(({ id }) => ({ person: id, unit: '990101001', login: `old-${id.slice(-1)}`, language: null })))
  })
  await rm(before, { recursive: true })
})
