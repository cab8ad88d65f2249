import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addLetter, dropLetter, findLetter } from './letters.ts'
import { dropMail, findMail, keepMail, listMails, markOf, moveMark } from './own.ts'
import type { NoticeRow } from './queries.ts'
import { addNotice, forgetNotices, withdrawNotice } from './queries.ts'

const trial = useTrial()

const rowOf = (number: number, sender: string, unit: string, more: Partial<NoticeRow> = {}): NoticeRow => ({
  unit,
  id: `00000000-0000-7000-9600-00000000000${number}`,
  sender,
  reach: 'at',
  roles: [],
  room: 'notices',
  weight: 'normal',
  title: '通知',
  titleEn: 'Notice',
  body: '',
  path: '',
  at: new Date('2026-09-08T01:00:00Z'),
  until: null,
  withdrawnAt: null,
  withdrawnFor: null,
  ...more,
})

beforeAll(async () => {
  for (const [by, row] of [
    ['countyAdmin', rowOf(1, '990101', '990101', { reach: 'below' })],
    ['officer', rowOf(2, '990101001', '990101001001')],
    ['officer', rowOf(3, '990101001', '990101')],
    ['countyAdmin', rowOf(4, '990101', '990101101')],
    ['outsider', rowOf(5, '990102', '990102', { reach: 'below' })],
  ] as const)
    await trial.sql(by, (db) => addNotice(db, row), true)
})

const seenBy = (player: PlayerName | 'nobody'): Promise<string> =>
  trial.sql(player, async (db) =>
    (await sql<{ id: string }>`select id from notices order by id`.execute(db)).rows.map((row) => row.id.slice(-1)).join(''),
  )

test('an inbox holds what is addressed to the unit or to all below one above; the office that sent it sees it too', async () => {
  const { rows } = await trial.owner.query('select id from notices')
  expect(rows).toHaveLength(5)
  expect(await seenBy('secretary')).toBe('12')
  expect(await seenBy('gridWorker')).toBe('12')
  // The township: to all below the county, and what it sent itself; not what the county told another town.
  expect(await seenBy('officer')).toBe('123')
  // The county: its own, what its townships sent, what came up to it.
  expect(await seenBy('countyAdmin')).toBe('1234')
  expect(await seenBy('outsider')).toBe('5')
  for (const player of ['resident', 'nobody'] as const) expect(await seenBy(player), player).toBe('')
})

test('a notice is sent in the own name, downwards or to one unit above, and never sideways', async () => {
  const refused = (by: PlayerName, row: NoticeRow): Promise<void> =>
    expect(trial.sql(by, (db) => addNotice(db, row))).rejects.toThrow('row-level security')
  await refused('officer', rowOf(6, '990101', '990101001'))
  await refused('officer', rowOf(6, '990101001', '990101002'))
  await refused('officer', rowOf(6, '990101001', '990101', { reach: 'below' }))
  await refused('outsider', rowOf(6, '990102', '990101'))
  await refused('resident', rowOf(6, '990101001', '990101001001'))
  await trial.sql('officer', (db) => addNotice(db, rowOf(6, '990101001', '99')))
})

test('it is withdrawn by the office that sent it, and nothing else about it is ever changed', async () => {
  const row = rowOf(2, '990101001', '990101001001')
  for (const by of ['secretary', 'outsider'] as const)
    expect(await trial.sql(by, (db) => withdrawNotice(db, row, row.at, '错')), by).toBe(false)
  expect(await trial.sql('officer', (db) => withdrawNotice(db, row, row.at, '错'))).toBe(true)
  await expect(trial.sql('countyAdmin', (db) => sql`update notices set title = '改'`.execute(db))).rejects.toThrow('permission denied')
  expect(await trial.sql('countyAdmin', (db) => forgetNotices(db, new Date('2099-01-01')))).toBe(0)
})

test('marks and addresses are read by their person alone; the house reads addresses to send', async () => {
  const own = { unit: '990101001001', post: cast.secretary.post ?? '', person: cast.secretary.id }
  const at = new Date('2026-09-08T01:00:00Z')
  const mail = { ...own, role: 'secretary', language: 'zh', address: 'sealed', dailyUntil: at, urgentUntil: at } as const
  await trial.sql('secretary', (db) => moveMark(db, own, at), true)
  await trial.sql('secretary', (db) => keepMail(db, mail), true)
  expect((await trial.owner.query('select 1 from notice_marks')).rowCount).toBe(1)
  expect((await trial.owner.query('select 1 from notice_mails')).rowCount).toBe(1)
  expect(await trial.sql('secretary', (db) => markOf(db, own))).toEqual(at)
  for (const by of ['officer', 'countyAdmin', 'operator', 'outsider', 'nobody'] as const) {
    expect(await trial.sql(by, (db) => markOf(db, own)), by).toBeUndefined()
    expect(await trial.sql(by, (db) => findMail(db, own)), by).toBeUndefined()
  }
  for (const by of ['officer', 'countyAdmin'] as const) {
    await expect(
      trial.sql(by, (db) => moveMark(db, { ...own, post: own.person }, at)),
      by,
    ).rejects.toThrow('row-level security')
    await expect(
      trial.sql(by, (db) => keepMail(db, { ...mail, post: own.person })),
      by,
    ).rejects.toThrow('row-level security')
  }
  const house = innerActor(houseId, trial.house, ['9'])
  const read = await trial.instance.postgres.transaction(house, async ({ db }) => ({
    keep: false,
    value: [await listMails(db), await markOf(db, own)],
  }))
  expect(read).toMatchObject([[{ address: 'sealed' }], undefined])
})

test('letters on their way are the house’s alone; with the wish for mail they go', async () => {
  const own = { unit: '990101001001', post: cast.secretary.post ?? '', person: cast.secretary.id }
  const at = new Date('2026-09-08T01:00:00Z')
  const letter = { ...own, id: '00000000-0000-7000-9600-0000000000a1', kind: 'daily', until: at, tries: 1, triedAt: at } as const
  const { person: _, ...row } = letter
  const house = innerActor(houseId, trial.house, ['9'])
  const added = () => trial.instance.postgres.transaction(house, async ({ db }) => ({ keep: true, value: await addLetter(db, row) }))
  expect([await added(), await added()]).toEqual([true, false])
  for (const by of ['secretary', 'officer', 'countyAdmin', 'operator', 'nobody'] as const) {
    expect(await trial.sql(by, (db) => findLetter(db, own, 'daily')), by).toBeUndefined()
    await trial.sql(by, (db) => dropLetter(db, letter), true)
    await expect(
      trial.sql(by, (db) => addLetter(db, { ...row, kind: 'urgent' })),
      by,
    ).rejects.toThrow('row-level security')
  }
  expect((await trial.owner.query('select 1 from notice_letters')).rowCount).toBe(1)
  await trial.sql('secretary', (db) => dropMail(db, own), true)
  expect((await trial.owner.query('select 1 from notice_letters')).rowCount).toBe(0)
})
