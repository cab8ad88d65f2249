import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { State } from '../core/state.ts'
import { keepWording, wordingsFor } from './wordings.ts'
import type { BulletinRow } from './queries.ts'
import { addPicture, keepLetterhead, letterheadsFor, picturesIn, publishPictures } from './pictures.ts'
import { addBulletin, countIn, listBulletins, listOpen, saveBulletin } from './queries.ts'

const trial = useTrial()

const rowOf = (number: number, by: PlayerName, unit: string, more: Partial<BulletinRow> = {}): BulletinRow => ({
  unit,
  id: `00000000-0000-7000-9500-00000000000${number}`,
  state: 'draft',
  audience: 'below',
  number: null,
  title: '关于第三季度情况的通报',
  addressee: '',
  issuer: '演示街道',
  blocks: [{ kind: 'paragraph', text: '如下。' }],
  attachments: [],
  figures: [],
  digest: 'a'.repeat(64),
  note: '',
  corrects: null,
  draftedOn: '2026-09-08',
  draftedBy: cast[by].id,
  editors: [cast[by].id],
  signedOn: null,
  signedBy: null,
  publishedOn: null,
  publishedBy: null,
  ...more,
})

const signedBy = (row: BulletinRow, by: PlayerName): BulletinRow => ({
  ...row,
  state: 'signed',
  signedOn: '2026-09-09',
  signedBy: cast[by].id,
})
const publishedBy = (row: BulletinRow, by: PlayerName, serial: number): BulletinRow => ({
  ...row,
  state: 'published',
  number: { prefix: '演示办', year: 2026, serial },
  publishedOn: '2026-09-09',
  publishedBy: cast[by].id,
})

const other21 = '00000000-0000-7000-9500-000000000022'
const draft = rowOf(1, 'officer', '990101001')
const published = rowOf(2, 'officer', '990101001')
const internal = rowOf(3, 'officer', '990101001', { audience: 'own' })
const ofCounty = rowOf(4, 'countyAdmin', '990101')
const otherTown = rowOf(5, 'countyAdmin', '990101101')
const elsewhere = rowOf(6, 'outsider', '990102')

const save = (by: PlayerName, row: BulletinRow, keep = false): Promise<void> => trial.sql(by, (db) => saveBulletin(db, row), keep)

beforeAll(async () => {
  for (const [by, row] of [
    ['officer', draft],
    ['officer', published],
    ['officer', internal],
    ['countyAdmin', ofCounty],
    ['countyAdmin', otherTown],
    ['outsider', elsewhere],
  ] as const)
    await trial.sql(by, (db) => addBulletin(db, row), true)
  for (const [row, serial] of [
    [published, 1],
    [internal, 2],
  ] as const) {
    await save('countyAdmin', signedBy(row, 'countyAdmin'), true)
    await save('officer', publishedBy(signedBy(row, 'countyAdmin'), 'officer', serial), true)
  }
  await trial.owner.query(
    "update bulletins set state = 'published', signed_on = '2026-09-09', published_on = '2026-09-09', prefix = '演示办', year = 2026, serial = 1 where id = any($1)",
    [[ofCounty.id, otherTown.id, elsewhere.id]],
  )
})

const seenBy = (player: PlayerName | 'nobody'): Promise<string> =>
  trial.sql(player, async (db) =>
    (await sql<{ id: string }>`select id from bulletins order by id`.execute(db)).rows.map((row) => row.id.slice(-1)).join(''),
  )

test('a village reads what was published above it for it: no drafts, nothing internal, nothing of the next township', async () => {
  const { rows } = await trial.owner.query<{ count: number }>('select count(*)::int as count from bulletins')
  expect(rows).toEqual([{ count: 6 }])
  for (const player of ['secretary', 'gridWorker'] as const) expect(await seenBy(player), player).toBe('24')
})

test('the office reads its own drafts and what stands above; the county what stands below; another county its own', async () => {
  expect(await seenBy('officer')).toBe('1234')
  expect(await seenBy('countyAdmin')).toBe('12345')
  expect(await seenBy('supervisor')).toBe('2345')
  expect(await seenBy('outsider')).toBe('6')
})

test('judges, residents and the public read none', async () => {
  for (const player of ['judge', 'resident', 'nobody'] as const) expect(await seenBy(player), player).toBe('')
})

test('the list is found from either side', async () => {
  const listed = (player: PlayerName) =>
    trial.sql(player, async (db) => (await listBulletins(db, (await trial.actorOf(player)).scopes, 10)).map((row) => row.id.slice(-1)))
  expect(await listed('secretary')).toEqual(['4', '2'])
  expect(await listed('countyAdmin')).toEqual(['5', '4', '3', '2', '1'])
  const waiting = (player: PlayerName) => trial.sql(player, (db) => countIn(db, ['990101'], 'draft', cast[player].id))
  expect([await waiting('countyAdmin'), await waiting('officer')]).toEqual([1, 0])
})

test('drafts are begun in the own name, below the own unit, and as drafts', async () => {
  const fresh = rowOf(7, 'officer', '990101001')
  await trial.sql('officer', (db) => addBulletin(db, fresh))
  const refused = (by: PlayerName, row: BulletinRow): Promise<void> =>
    expect(trial.sql(by, (db) => addBulletin(db, row))).rejects.toThrow('row-level security')
  await refused('countyAdmin', fresh)
  await refused('officer', { ...fresh, unit: '990101' })
  await refused('secretary', rowOf(7, 'secretary', '990101001001'))
  await refused('officer', signedBy(fresh, 'countyAdmin'))
})

test('the database itself refuses the signature of whoever wrote in it, and a signature in another name', async () => {
  await expect(save('officer', signedBy(draft, 'officer'))).rejects.toThrow('bulletins_second')
  await expect(save('officer', signedBy(draft, 'countyAdmin'))).rejects.toThrow('row-level security')
  await expect(save('reviewer', signedBy(draft, 'reviewer'))).rejects.toThrow('row-level security')
  await save('countyAdmin', signedBy(draft, 'countyAdmin'))
})

test('nothing published is ever changed, whoever asks', async () => {
  const changed = { ...publishedBy(signedBy(published, 'countyAdmin'), 'officer', 1), title: '改过的标题' }
  for (const player of ['officer', 'countyAdmin', 'secretary', 'outsider'] as const)
    await expect(save(player, changed), player).rejects.toThrow('was not saved')
  await expect(trial.sql('countyAdmin', (db) => sql`delete from bulletins`.execute(db))).rejects.toThrow('permission denied')
  await expect(trial.sql('countyAdmin', (db) => sql`update bulletins set figures = '[]'`.execute(db))).rejects.toThrow('permission denied')
})

test('a number is given once, and only with the publication', async () => {
  const twice = publishedBy(signedBy(draft, 'countyAdmin'), 'countyAdmin', 1)
  await expect(
    trial.sql('countyAdmin', async (db) => {
      await saveBulletin(db, signedBy(draft, 'countyAdmin'))
      await saveBulletin(db, twice)
    }),
  ).rejects.toThrow('bulletins_number')
  for (const state of ['draft', 'signed'] as const satisfies readonly State[])
    await expect(save('countyAdmin', { ...twice, state })).rejects.toThrow(/bulletins_published|bulletins_signed/)
})

test('anybody reads what was published for the public, and nothing else', async () => {
  await trial.owner.query(`update bulletins set audience = 'public' where id = any($1)`, [[published.id, draft.id]])
  for (const player of ['nobody', 'resident', 'outsider'] as const)
    expect(await seenBy(player), player).toBe(player === 'outsider' ? '26' : '2')
  const open = (below: string | null) => trial.sql('nobody', async (db) => (await listOpen(db, below, 10)).map((row) => row.id.slice(-1)))
  expect([await open(null), await open('990101'), await open('99'), await open('990102')]).toEqual([['2'], ['2'], ['2'], []])
  await trial.owner.query(`update bulletins set audience = 'below' where id = any($1)`, [[published.id, draft.id]])
})

test('heads are kept by who publishes for the unit, read there and below, and nowhere else', async () => {
  const head = { name: '文件', mark: '演示县文件', prefix: '', copies: '', office: '县委办', retired: false }
  const county = { ...head, unit: '990101', id: '00000000-0000-7000-9500-000000000011' }
  const town = { ...head, unit: '990101001', id: '00000000-0000-7000-9500-000000000012' }
  const other = { ...head, unit: '990102', id: '00000000-0000-7000-9500-000000000013' }
  for (const [by, row] of [
    ['countyAdmin', county],
    ['officer', town],
    ['outsider', other],
  ] as const)
    await trial.sql(by, (db) => keepLetterhead(db, row), true)
  const control = await trial.owner.query('select id from bulletin_letterheads')
  expect(control.rows).toHaveLength(3)
  const seen = (by: PlayerName | 'nobody', unit: string) =>
    trial.sql(by, async (db) => (await letterheadsFor(db, unit)).map((row) => row.id.slice(-2)))
  expect(await seen('officer', '990101001')).toEqual(['12', '11'])
  expect(await seen('countyAdmin', '990101001')).toEqual(['12', '11'])
  for (const player of ['secretary', 'judge', 'nobody'] as const) expect(await seen(player, '990101001'), player).toEqual([])
  expect(await seen('outsider', '990101001')).toEqual([])
  expect(await seen('outsider', '990102')).toEqual(['13'])
  await expect(trial.sql('officer', (db) => keepLetterhead(db, { ...county, mark: '改' }))).rejects.toThrow('row-level security')
  await expect(trial.sql('secretary', (db) => keepLetterhead(db, { ...town, mark: '改' }))).rejects.toThrow('row-level security')
  await expect(trial.sql('countyAdmin', (db) => sql`delete from bulletin_letterheads`.execute(db))).rejects.toThrow('permission denied')
})

test('pictures are read by whom their bulletin is for, and are fixed with its publication', async () => {
  const picture = { id: '00000000-0000-7000-9500-000000000021', file: 'c'.repeat(64), width: 4, height: 3, item: null }
  await trial.sql('officer', (db) => addPicture(db, draft, picture), true)
  const seen = (by: PlayerName | 'nobody') => trial.sql(by, async (db) => (await picturesIn(db, draft)).length)
  expect([await seen('officer'), await seen('countyAdmin')]).toEqual([1, 1])
  for (const player of ['secretary', 'outsider', 'judge', 'nobody'] as const) expect(await seen(player), player).toBe(0)
  await expect(trial.sql('secretary', (db) => addPicture(db, draft, { ...picture, id: other21 }))).rejects.toThrow('row-level security')
  await trial.sql('officer', (db) => publishPictures(db, { ...draft, audience: 'below' }), true)
  expect([await seen('secretary'), await seen('outsider'), await seen('nobody')]).toEqual([1, 0, 0])
  await trial.sql('officer', (db) => publishPictures(db, { ...draft, audience: 'public' }), true)
  expect(await seen('nobody')).toBe(0)
  const open = { ...picture, id: '00000000-0000-7000-9500-000000000023' }
  await trial.sql('officer', (db) => addPicture(db, draft, open), true)
  await trial.sql('officer', (db) => publishPictures(db, { ...draft, audience: 'public' }), true)
  expect(await seen('nobody')).toBe(1)
  const change = (by: PlayerName, what: string) => trial.sql(by, (db) => sql.raw(`update bulletin_pictures set ${what}`).execute(db))
  await expect(change('countyAdmin', 'width = 1')).rejects.toThrow('permission denied')
  const down = "file = null, gone_on = '2026-09-09', gone_why = '监护人要求删除'"
  for (const what of [`file = '${'d'.repeat(64)}'`, "state = 'draft'", "audience = 'own'"])
    await expect(change('officer', what)).rejects.toThrow('bulletin_pictures_fixed')
  await expect(change('officer', 'file = null')).rejects.toThrow('bulletin_pictures_gone')
  for (const by of ['secretary', 'outsider', 'supervisor'] as const) await change(by, down)
  expect((await trial.owner.query('select 1 from bulletin_pictures where gone_on is not null')).rows).toHaveLength(0)
  await trial.sql('officer', (db) => sql.raw(`update bulletin_pictures set ${down}`).execute(db), true)
  expect((await trial.owner.query('select 1 from bulletin_pictures where file is null')).rows).toHaveLength(2)
  await change('officer', `gone_why = ''`)
  await expect(
    trial.owner.query(`update bulletin_pictures set file = '${'c'.repeat(64)}', gone_on = null, gone_why = null`),
  ).rejects.toThrow('bulletin_pictures_fixed')
})

test('words of drafts (bulletin_wordings) are kept by who publishes for the unit, used there and below, and nowhere else', async () => {
  const words = { kind: 'ledger', addressee: '各党支部', opening: '', closing: '', headings: ['', '', ''] }
  for (const [by, unit] of [
    ['countyAdmin', '990101'],
    ['officer', '990101001'],
    ['outsider', '990102'],
  ] as const)
    await trial.sql(by, (db) => keepWording(db, { ...words, unit }), true)
  expect((await trial.owner.query('select unit from bulletin_wordings')).rows).toHaveLength(3)
  const seen = (by: PlayerName | 'nobody', unit: string) => trial.sql(by, async (db) => (await wordingsFor(db, unit)).get('ledger')?.unit)
  expect([await seen('officer', '990101001'), await seen('officer', '990101101'), await seen('countyAdmin', '990101')]).toEqual([
    '990101001',
    '990101',
    '990101',
  ])
  for (const player of ['secretary', 'judge', 'nobody', 'outsider'] as const)
    expect(await seen(player, '990101001'), player).toBeUndefined()
  await expect(trial.sql('officer', (db) => keepWording(db, { ...words, unit: '990101' }))).rejects.toThrow('row-level security')
  await expect(trial.sql('secretary', (db) => keepWording(db, { ...words, unit: '990101001001' }))).rejects.toThrow('row-level security')
  await expect(trial.sql('countyAdmin', (db) => sql`delete from bulletin_wordings`.execute(db))).rejects.toThrow('permission denied')
})
