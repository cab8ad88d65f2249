// What entries are found by: read by the same posts as the entries, whatever words are looked for; and words that very many
// hold, in a list that reaches further than a county.

import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { assigned } from '../core/state.ts'
import { findEntries } from './listing.ts'
import type { EntryRow } from './queries.ts'
import { addEntry, saveEntry } from './queries.ts'

const trial = useTrial()
const idOf = (number: number): string => `00000000-0000-7000-9500-0000000000${String(number).padStart(2, '0')}`

const entryOf = (number: number, by: PlayerName, unit: string, subject: string, problem: string): EntryRow => ({
  ...assigned({
    verb: 'assign',
    on: '2026-09-08',
    by: cast[by].id,
    days: 10,
    due: `2026-09-${20 + (number % 10)}`,
    granted: null,
    text: '',
    plan: null,
    other: null,
    level: null,
    told: null,
  }),
  unit,
  id: idOf(number),
  subject,
  kind: 'problem',
  sourceKind: 'remark',
  source: null,
  star: null,
  criterion: null,
  problem,
  particulars: {},
  steps: 1,
})

const ofTownship = entryOf(1, 'officer', '990101001', '990101001001', '东门公示栏 LED 屏不亮。')
const put: readonly (readonly [PlayerName, EntryRow])[] = [
  ['officer', ofTownship],
  ['officer', entryOf(2, 'officer', '990101001', '990101001002', '西门公示栏三个月没有更新。')],
  ['countyAdmin', entryOf(3, 'countyAdmin', '990101', '990101101201', '村口路灯不亮。')],
  ['outsider', entryOf(4, 'outsider', '990102', '990102101201', '东门公示栏破损。')],
]

beforeAll(async () => {
  for (const [by, row] of put) await trial.sql(by, (db) => addEntry(db, row), true)
})

const digits = (rows: readonly { readonly id: string }[]): string => rows.map((row) => row.id.slice(-1)).join('')
const askFor = (player: PlayerName | 'nobody', words: string): Promise<string> =>
  trial.sql(player, async (db) => {
    if (words !== '') await sql.raw(`set local app.ledger_words = '${words}'`).execute(db)
    return digits((await sql<{ id: string }>`select id from ledger_words order by id`.execute(db)).rows)
  })

test('words narrow what a post reads and never widen it', async () => {
  const { rows } = await trial.owner.query<{ id: string }>(`select id from ledger_words where words @> '{公示}' order by id`)
  expect(digits(rows)).toBe('124')
  expect(await askFor('secretary', '{公示}')).toBe('1')
  expect(await askFor('officer', '{公示}')).toBe('12')
  expect(await askFor('countyAdmin', '{公示}')).toBe('12')
  expect(await askFor('countyAdmin', '{东门,公示}')).toBe('1')
  expect(await askFor('outsider', '{公示}')).toBe('4')
  expect(await askFor('countyAdmin', '')).toBe('123')
  for (const player of ['judge', 'resident', 'nobody'] as const) expect(await askFor(player, '{公示}'), player).toBe('')
})

test('words are written with the entry by whoever assigns, are never changed, and go to the past once', async () => {
  const change = (player: PlayerName, statement: string) => trial.sql(player, (db) => sql.raw(statement).execute(db))
  const add = (player: PlayerName, unit: string) =>
    change(
      player,
      `insert into ledger_words (district, unit, id, subject, open, due, words)
      values (left('${unit}', 6), '${unit}', '${idOf(1).replace('9500', '9501')}', '${unit}', true, null, '{}')`,
    )
  await expect(add('secretary', '990101001001')).rejects.toThrow('row-level security')
  await expect(add('outsider', '990101001')).rejects.toThrow('row-level security')
  for (const statement of [`update ledger_words set words = '{}'`, 'delete from ledger_words'])
    await expect(change('countyAdmin', statement), statement).rejects.toThrow('permission denied')
  const past = async (player: PlayerName): Promise<number> =>
    Number((await change(player, `update ledger_words set open = false where id = '${idOf(1)}' and district = '990101'`)).numAffectedRows)
  expect([await past('secretary'), await past('supervisor'), await past('outsider'), await past('officer')]).toEqual([0, 0, 0, 1])
  const row = ofTownship
  await trial.sql('officer', async (db) => {
    await saveEntry(db, { ...row, state: 'withdrawn', steps: 2 })
    const { rows } = await sql<{ open: boolean; due: string }>`select open, due from ledger_words where id = ${row.id}`.execute(db)
    expect(rows).toEqual([{ open: false, due: row.due }])
    await expect(sql`update ledger_words set open = true where id = ${row.id} and district = '990101'`.execute(db)).resolves.toMatchObject({
      numAffectedRows: 0n,
    })
  })
})

test('above the county words are found as well, rare ones sorted, common ones along the days', async () => {
  const asked = (below: string, text: string, limits?: { sorted: number; walked: number }, limit = 10) =>
    trial.sql('countyAdmin', async (db) => {
      const { rows, bounded } = await findEntries(db, { below: [below], text, limit }, limits)
      return [digits(rows), bounded]
    })
  for (const below of ['99', '9901', '990101']) {
    expect(await asked(below, '公示栏')).toEqual(['12', false])
    expect(await asked(below, '栏 led')).toEqual(['1', false])
    expect(await asked(below, '不亮', undefined, 1)).toEqual(['1', false])
    expect(await asked(below, '栏公示')).toEqual(['', false])
    expect(await asked(below, '公示栏', { sorted: 9, walked: 9 })).toEqual(['12', false])
    expect(await asked(below, '公示栏', { sorted: 9, walked: 9 }, 1)).toEqual(['1', false])
    // The setting stands before the index is asked, or these would be too many to sort and the walk too short to meet them.
    expect(await asked(below, '路灯', { sorted: 1, walked: 1 })).toEqual(['3', false])
    // Too many to sort: met by going along the days, to the end of the list or to where the walk ends.
    expect(await asked(below, '公示栏', { sorted: 1, walked: 10 })).toEqual(['12', false])
    expect(await asked(below, '公示栏', { sorted: 1, walked: 1 })).toEqual(['1', true])
    expect(await asked(below, '亮', { sorted: 1, walked: 3 })).toEqual(['13', true])
    expect(await asked(below, '亮', { sorted: 1, walked: 4 }, 2)).toEqual(['13', false])
  }
  expect(await asked('9902', '公示栏')).toEqual(['', false])
})
