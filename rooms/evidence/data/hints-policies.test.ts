// Row policies of evidence_prints, evidence_hints, evidence_hint_others and evidence_nothings in both directions; beside each
// "cannot see" the owner's control query.

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { everywhere, houseId, innerActor } from '#ground/instance/actors.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addHint, addPrint, findLookalikes } from './hints.ts'
import type { Known } from './hints.ts'
import { addNothing, eraseItem, findNothings, markMasked } from './keeping.ts'
import { addItem } from './queries.ts'
import type { NewItem } from './queries.ts'

const trial = useTrial()
const house = (): Actor => innerActor(houseId, trial.house, everywhere)
const id = (number: number): string => `00000000-0000-7000-9600-0000000000${String(number).padStart(2, '0')}`
const at = new Date('2026-09-08T01:00:00Z')
const [village, next, far] = ['990101001001', '990101001002', '990102101201']

const item = (number: number, unit: string, actor: string): NewItem => ({
  actor,
  seat: null,
  id: id(number),
  unit,
  subject: unit,
  shows: '试验',
  spot: null,
  phase: null,
  effectiveOn: '2026-09-01',
  recordedAt: at,
  file: 'd'.repeat(64),
  name: '',
  media: 'image/jpeg',
  bytes: 10,
  width: 1,
  height: 1,
  preview: 'waiting',
  small: null,
  large: null,
})
const known = (number: number, unit: string, print: string): Known => ({
  unit,
  id: id(number),
  same: String(number).repeat(64).slice(0, 64),
  family: id(number),
  print,
  takenOn: null,
})

const items = [
  [1, village, 'secretary'],
  [2, next, 'officer'],
  [3, far, 'outsider'],
] as const

beforeAll(async () => {
  for (const [number, unit, who] of items) await trial.sql(who, (db) => addItem(db, item(number, unit, cast[who].id)), true)
  await trial.sql(
    house(),
    async (db) => {
      for (const [number, unit] of items) await addPrint(db, known(number, unit, 'f0f0f0f0f0f0f0f0'))
      for (const [number, unit] of items) {
        for (const [other, otherUnit] of items) {
          if (other === number) continue
          await addHint(
            db,
            { unit, item: id(number), kind: 'elsewhere', takenOn: null, foundAt: at },
            { unit: otherUnit, id: id(other), distance: 0 },
          )
        }
      }
    },
    true,
  )
  await trial.sql(
    'secretary',
    (db) => addNothing(db, { unit: village, id: id(40), from: '2026-01-01', to: '2026-03-31', statedAt: at }, cast.secretary.id),
    true,
  )
})

async function seen(who: PlayerName | 'nobody', table: string, column: string): Promise<string> {
  const { rows } = await trial.sql(who, (db) =>
    sql<{ id: string }>`select ${sql.ref(column)}::text as id from ${sql.table(table)} order by 1`.execute(db),
  )
  return rows.map((row) => Number(row.id.slice(-2))).join(' ')
}
const owned = async (table: string): Promise<number> => (await trial.owner.query(`select 1 from ${table}`)).rows.length
const refused = (who: PlayerName, work: Parameters<typeof trial.sql>[1]): Promise<void> =>
  expect(trial.sql(who, work)).rejects.toMatchObject({ code: '42501' })

describe('hints', () => {
  test('are seen by those who review the unit, and the other item by those who review both', async () => {
    expect([await owned('evidence_hints'), await owned('evidence_hint_others')]).toEqual([3, 6])
    for (const who of ['countyAdmin', 'officer', 'reviewer', 'supervisor'] as const) {
      expect(await seen(who, 'evidence_hints', 'item')).toBe('1 2')
      expect(await seen(who, 'evidence_hint_others', 'other_item')).toBe('1 2')
    }
    expect(await seen('outsider', 'evidence_hints', 'item')).toBe('3')
    expect(await seen('outsider', 'evidence_hint_others', 'other_item')).toBe('')
  })

  test('by nobody else, and made by the house alone', async () => {
    for (const who of ['secretary', 'gridWorker', 'judge', 'operator', 'resident', 'nobody'] as const) {
      expect(await seen(who, 'evidence_hints', 'item')).toBe('')
      expect(await seen(who, 'evidence_hint_others', 'other_item')).toBe('')
    }
    await refused('officer', (db) => addHint(db, { unit: village, item: id(2), kind: 'repeated', takenOn: null, foundAt: at }))
  })

  test('prints are read by nobody but the house, which finds what is near', async () => {
    for (const who of ['countyAdmin', 'officer', 'secretary', 'nobody'] as const) expect(await seen(who, 'evidence_prints', 'id')).toBe('')
    expect(await owned('evidence_prints')).toBe(3)
    await refused('countyAdmin', (db) => addPrint(db, known(1, village, '0000000000000000')))
    const near = { ...known(9, village, 'f0f0f0f0f0f0f0ff'), id: id(9) }
    expect(await trial.sql('countyAdmin', (db) => findLookalikes(db, near))).toEqual([])
    const found = await trial.sql(house(), (db) => findLookalikes(db, near))
    expect(found.map(({ distance }) => distance)).toEqual([4, 4, 4])
    const further = { ...known(9, village, '0f0ff0f0f0f0f0f0'), id: id(9) }
    expect(await trial.sql(house(), (db) => findLookalikes(db, further))).toEqual([])
  })
})

describe('what a unit says of a time', () => {
  test('is read by posts over the unit and said by the unit in its own name', async () => {
    expect(await owned('evidence_nothings')).toBe(1)
    for (const who of ['secretary', 'gridWorker', 'officer', 'countyAdmin'] as const)
      expect(await seen(who, 'evidence_nothings', 'id')).toBe('40')
    for (const who of ['outsider', 'operator', 'resident', 'nobody'] as const) expect(await seen(who, 'evidence_nothings', 'id')).toBe('')
    expect(await trial.sql('outsider', (db) => findNothings(db, '990101', null, null, 10))).toEqual([])
    const other = { unit: next, id: id(41), from: '2026-01-01', to: '2026-03-31', statedAt: at }
    await refused('secretary', (db) => addNothing(db, other, cast.secretary.id))
    await refused('officer', (db) => addNothing(db, other, cast.secretary.id))
    await refused('outsider', (db) => addNothing(db, other, cast.outsider.id))
  })
})

describe('masking and erasing', () => {
  test('a masked item is left to reviewers and its sender; it is masked from within the unit', async () => {
    expect(await seen('gridWorker', 'evidence_items', 'id')).toBe('1')
    await refused('gridWorker', (db) => sql`update evidence_items set shows = '别的', masked_at = ${at} where id = ${id(1)}`.execute(db))
    await trial.sql('outsider', (db) => markMasked(db, { unit: village, id: id(1) }, at), true)
    expect(await seen('gridWorker', 'evidence_items', 'id')).toBe('1')
    await trial.sql('secretary', (db) => markMasked(db, { unit: village, id: id(1) }, at), true)
    expect(await seen('gridWorker', 'evidence_items', 'id')).toBe('')
    expect(await seen('secretary', 'evidence_items', 'id')).toBe('1')
    expect(await seen('officer', 'evidence_items', 'id')).toBe('1 2')
    expect(await owned('evidence_items')).toBe(3)
  })

  test('only the county erases, only below itself', async () => {
    const one = { unit: next, id: id(2) }
    await refused('officer', (db) => eraseItem(db, one, at))
    expect(await trial.sql('outsider', (db) => eraseItem(db, one, at))).toBeUndefined()
    expect(await trial.sql('countyAdmin', (db) => eraseItem(db, one, at))).toMatchObject(one)
  })
})
