// The migration that gives cycles the English names of their stars, on a database whose cycles took them before there were any.

import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { findHouse } from '#ground/http/house.ts'
import { migrate } from '#ground/postgres/migrate.ts'
import { onDatabase } from '#ground/trial/cluster.ts'

async function onFreshDatabase(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  const name = `lx_names_${process.pid}_${randomBytes(4).toString('hex')}`
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

const edition = 'sample/five-star/before'
const content = {
  id: edition,
  stars: [
    { code: 'PAFZ', name: '平安法治星', nameEn: 'Peace and Law' },
    { code: 'YYXY', name: '宜业兴业星', nameEn: 'Good for Work and Business' },
    { code: 'ZBGY', name: '支部过硬星' },
  ],
}
const star = (code: string, name: string, more: object = {}) => ({ code, name, scope: 'community', lead: '组织部', ...more })
const before = [star('YYXY', '宜业兴业星'), star('PAFZ', '平安法治星'), star('ZBGY', '支部过硬星')]
const whole = [star('YYXY', '宜业兴业星', { nameEn: 'As it was' })]

test('a cycle takes from its edition what it lacks, in its own order; one that has them, or whose edition is gone, stays as it is', async () => {
  const { sqlFolders } = await findHouse()
  const own = sqlFolders.find(({ room }) => room === 'stars')
  if (own === undefined) throw new Error('no room stars')
  const earlier = await mkdtemp(join(tmpdir(), 'stars-before-'))
  await mkdir(join(earlier, 'migrations'))
  for (const name of await readdir(join(own.path, 'migrations')))
    if (name < '0008') await copyFile(join(own.path, 'migrations', name), join(earlier, 'migrations', name))
  const at = sqlFolders.indexOf(own)
  await onFreshDatabase(async (client) => {
    await migrate(client, [...sqlFolders.slice(0, at), { room: 'stars', path: earlier }])
    await client.query(
      `insert into editions (id, unit, state, origin, title, digest, content, drafted_on, issued_on)
       values ($1, '990101', 'issued', 'shipped', '标准', repeat('a', 64), $2, '2026-01-01', '2026-01-01')`,
      [edition, JSON.stringify(content)],
    )
    const cycles = [
      { id: '00000000-0000-7000-9400-000000005701', of: edition, stars: before },
      { id: '00000000-0000-7000-9400-000000005702', of: edition, stars: whole },
      { id: '00000000-0000-7000-9400-000000005703', of: 'county/five-star/gone', stars: before },
    ]
    for (const { id, of, stars } of cycles)
      await client.query(
        `insert into star_cycles (id, unit, year, name, edition, calendar, parameters, offices, stars, state, version, planned_at, opened_at)
         values ($1, '990101', 2026, '创建', $2, '[]', '{}', '{}', $3, 'open', 3, now(), now())`,
        [id, of, JSON.stringify(stars)],
      )
    const report = await migrate(client, [...sqlFolders.slice(0, at), own])
    expect(report.applied).toContain('stars/0009-names-of-editions.sql')
    const after = await client.query('select stars, version, name_en from star_cycles order by id')
    expect(after.rows).toEqual([
      {
        stars: [
          star('YYXY', '宜业兴业星', { nameEn: 'Good for Work and Business' }),
          star('PAFZ', '平安法治星', { nameEn: 'Peace and Law' }),
          star('ZBGY', '支部过硬星'),
        ],
        version: 3,
        name_en: null,
      },
      { stars: whole, version: 3, name_en: null },
      { stars: before, version: 3, name_en: null },
    ])
  })
  await rm(earlier, { recursive: true })
})
