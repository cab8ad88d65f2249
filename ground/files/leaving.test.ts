// Whether a file is still named is asked of every room's tables, however long they have grown: each is asked through indexes, with
// sequential reads forbidden none is left. What really happened is counted by the database itself, for this transaction.

import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const hash = 'ab'.repeat(32)

interface Read {
  readonly name: string
  readonly whole: number
  readonly found: number
}

const reading = `select s.relname as name, s.seq_scan::int as whole, coalesce(s.idx_scan, 0)::int as found
  from pg_stat_xact_user_tables s join app_tables t on t.name = s.relname where t.class <> 'standard' order by 1`

/** Asks, after some statements, and answers which tables were read and how; everything is undone. */
async function reads(...before: readonly string[]): Promise<{ readonly named: boolean; readonly tables: readonly Read[] }> {
  const { owner } = trial
  await owner.query('begin')
  try {
    await owner.query('set local enable_seqscan = off')
    for (const statement of before) await owner.query(statement)
    const earlier = new Map((await owner.query<Read>(reading)).rows.map((one) => [one.name, one]))
    const { rows } = await owner.query<{ named: boolean }>('select app_file_named($1) as named', [hash])
    const tables = (await owner.query<Read>(reading)).rows.map(({ name, whole, found }) => ({
      name,
      whole: whole - (earlier.get(name)?.whole ?? 0),
      found: found - (earlier.get(name)?.found ?? 0),
    }))
    return { named: rows[0]?.named ?? false, tables: tables.filter(({ whole, found }) => whole + found > 0) }
  } finally {
    await owner.query('rollback')
  }
}

test('is asked of every column that names files, and no table is read through', async () => {
  const { rows: places } = await trial.owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attnum > 0 and col_description(c.oid, a.attnum) like 'file:%' order by 1`,
  )
  expect(places.length).toBeGreaterThan(1)
  const { named, tables } = await reads()
  expect(named).toBe(false)
  expect(tables.map(({ name }) => name)).toEqual(places.map(({ name }) => name))
  expect(tables.filter(({ whole }) => whole > 0)).toEqual([])
})

test('a column without an index would be met', async () => {
  const { named, tables } = await reads(
    'create table kept_papers (district text collate "C" not null, unit text collate "C" not null, id uuid primary key, paper text)',
    "comment on column kept_papers.paper is 'file: one without an index.'",
    "select app_table('kept_papers', 'growing', 'none', 'For this test.')",
    `insert into kept_papers values ('990101', '990101', gen_random_uuid(), '${hash}')`,
  )
  expect(named).toBe(true)
  expect(tables.find(({ name }) => name === 'kept_papers')).toMatchObject({ whole: 1 })
})
