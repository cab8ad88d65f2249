// What a gathering keeps closed, in both directions: evidence_uploads, evidence_items and evidence_citations put in from a
// seat are seen by that seat and by those who count there until they are opened, and the hand is never read. Each “none” is
// asked again as owner.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { everywhere, houseId, innerActor } from '#ground/instance/actors.ts'
import { nobody } from '#ground/postgres/actor.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addItem } from './queries.ts'
import { addCitation, openGathering, withdrawCitation, withdrawGathered } from './citations.ts'
import type { NewItem } from './queries.ts'
import { addUpload, saveUpload } from './uploads.ts'
import type { UploadRow } from './uploads.ts'

const trial = useTrial()
type Db = Kysely<Database>

const id = (number: number): string => `00000000-0000-7000-9500-0000000000${String(number).padStart(2, '0')}`
const at = new Date('2026-09-08T01:00:00Z')
const street = '990101001'
const village = '990101001001'
const file = 'e'.repeat(64)
const [round, elsewhere] = [id(80), id(81)]

const seatOf = (seat: string, ...grants: string[]): Actor => ({ ...nobody, seats: [seat], grants })
const judge = seatOf(id(90), `evidence.gather.${round}.${street}`)
const otherJudge = seatOf(id(91), `evidence.gather.${round}.${street}`)
const teller = seatOf(id(92), `evidence.gathered.${round}`)
const strangeTeller = seatOf(id(93), `evidence.gathered.${elsewhere}`)

const item = (number: number, change: Partial<NewItem> = {}): NewItem => ({
  actor: null,
  seat: null,
  gathering: round,
  hand: id(90),
  id: id(number),
  unit: street,
  subject: village,
  shows: '试验',
  spot: null,
  phase: null,
  effectiveOn: '2026-09-01',
  recordedAt: at,
  file,
  name: '',
  media: 'image/jpeg',
  bytes: 10,
  width: 1,
  height: 1,
  preview: 'waiting',
  small: null,
  large: null,
  ...change,
})
const upload = (number: number, change: Partial<UploadRow> = {}): UploadRow => ({
  id: id(number),
  unit: street,
  actor: null,
  seat: id(90),
  gathering: round,
  sha256: file,
  bytes: 10,
  received: 0,
  media: 'image/jpeg',
  name: '',
  width: null,
  height: null,
  file: null,
  begunAt: at,
  arrivedAt: null,
  ...change,
})
const cite =
  (number: number, of: NewItem, hand = id(90), gathering = round) =>
  (db: Db) =>
    addCitation(db, of, { actor: null, seat: null, gathering, hand, id: id(number), target: `sheets:${gathering}`, citedAt: at })

const [first, second] = [item(1), item(2, { hand: id(91) })]
const house = (): Actor => innerActor(houseId, trial.house, everywhere)

beforeAll(async () => {
  await trial.sql(judge, (db) => addItem(db, first), true)
  await trial.sql(otherJudge, (db) => addItem(db, second), true)
  await trial.sql(judge, async (db) => void (await cite(11, first)(db)), true)
  await trial.sql(otherJudge, async (db) => void (await cite(12, second, id(91))(db)), true)
  await trial.sql(judge, async (db) => void (await addUpload(db, upload(21))), true)
})

async function seen(who: PlayerName | 'nobody' | Actor, table: string): Promise<string> {
  const { rows } = await trial.sql(who, (db) => sql<{ id: string }>`select id::text from ${sql.table(table)} order by id`.execute(db))
  return rows.map((row) => Number(row.id.slice(-2))).join(' ')
}
const owned = async (table: string): Promise<number> => (await trial.owner.query(`select 1 from ${table}`)).rows.length
const refused = (who: PlayerName | Actor, work: (db: Db) => Promise<unknown>): Promise<void> =>
  expect(trial.sql(who, work)).rejects.toMatchObject({ code: '42501' })
const posts = ['countyAdmin', 'officer', 'supervisor', 'secretary', 'judge', 'operator', 'outsider', 'resident', 'nobody'] as const

describe('before it is opened', () => {
  test('an item and its citation are seen by the hand and by who counts there', async () => {
    for (const [table, all, own] of [
      ['evidence_items', '1 2', '1'],
      ['evidence_citations', '11 12', '11'],
    ] as const) {
      expect(await seen(judge, table)).toBe(own)
      expect(await seen(teller, table)).toBe(all)
      // The house makes the views.
      expect(await seen(house(), table)).toBe(all)
    }
  })

  test('and by no post, however high, nor by who counts elsewhere', async () => {
    for (const who of [...posts, strangeTeller])
      for (const table of ['evidence_items', 'evidence_citations', 'evidence_uploads']) expect(await seen(who, table)).toBe('')
    expect([await owned('evidence_items'), await owned('evidence_citations'), await owned('evidence_uploads')]).toEqual([2, 2, 1])
  })

  test('an upload is the hand’s alone, also before who counts', async () => {
    expect(await seen(judge, 'evidence_uploads')).toBe('21')
    for (const who of [otherJudge, teller]) expect(await seen(who, 'evidence_uploads')).toBe('')
    await trial.sql(judge, (db) => saveUpload(db, { ...upload(21), received: 5 }))
    await expect(trial.sql(otherJudge, (db) => saveUpload(db, { ...upload(21), received: 5 }))).rejects.toThrow('was not saved')
  })
})

describe('the hand', () => {
  test('is read by nobody, not even by itself', async () => {
    for (const who of [judge, teller, house(), 'officer', 'countyAdmin'] as const)
      for (const table of ['evidence_items', 'evidence_citations']) {
        await refused(who, (db) => sql`select hand from ${sql.table(table)}`.execute(db))
        await refused(who, (db) => sql`select 1 from ${sql.table(table)} where hand = ${id(90)}`.execute(db))
      }
    expect((await trial.owner.query('select hand from evidence_items order by id')).rows).toEqual([{ hand: id(90) }, { hand: id(91) }])
  })
})

describe('writing', () => {
  test('is done at the gathering’s own unit, about a unit of its own, under the own hand', async () => {
    await trial.sql(judge, (db) => addItem(db, item(31)))
    await refused(judge, (db) => addItem(db, item(31, { unit: '990101101', subject: '990101101201' })))
    await refused(judge, (db) => addItem(db, item(31, { subject: '990101101201' })))
    await refused(judge, (db) => addItem(db, item(31, { gathering: elsewhere })))
    await refused(judge, (db) => addItem(db, item(31, { hand: id(91) })))
    await refused(judge, (db) => addItem(db, item(31, { gathering: null, hand: null, seat: id(90) })))
    await refused(teller, (db) => addItem(db, item(31, { hand: id(92) })))
    await refused('officer', (db) => addItem(db, item(31)))
    await refused('officer', (db) => addItem(db, item(31, { gathering: round, hand: null, actor: cast.officer.id })))
    await trial.sql(judge, (db) => addUpload(db, upload(32)))
    await refused(judge, (db) => addUpload(db, upload(32, { unit: '990101101' })))
    await refused(judge, (db) => addUpload(db, upload(32, { gathering: elsewhere })))
    await refused(judge, (db) => addUpload(db, upload(32, { gathering: null })))
    await refused(judge, (db) => addUpload(db, upload(32, { seat: id(91) })))
    await refused(teller, (db) => addUpload(db, upload(32, { seat: id(92) })))
    await refused(judge, cite(33, first, id(91)))
    await refused(judge, cite(33, first, id(90), elsewhere))
    await refused('officer', cite(33, first))
  })

  test('what was put in is taken back by its hand, and by no post that reads the unit', async () => {
    const standing = async (db: Db): Promise<number> =>
      (await sql`select 1 from evidence_citations where item = ${first.id} and withdrawn_at is null`.execute(db)).rows.length
    await trial.sql(otherJudge, (db) => withdrawGathered(db, first, { gathering: round, hand: id(91) }, at))
    const by = { actor: cast.officer.id, seat: null }
    expect(await trial.sql('officer', (db) => withdrawCitation(db, first, id(11), by, at))).toBe(false)
    // Blindly, without a word that has to be read.
    await trial.sql(
      'officer',
      (db) => sql`update evidence_citations set withdrawn_at = ${at}, withdrawn_actor = ${cast.officer.id}`.execute(db),
      true,
    )
    await trial.sql(judge, async (db) => {
      expect(await standing(db)).toBe(1)
      await withdrawGathered(db, first, { gathering: round, hand: id(90) }, at)
      expect(await standing(db)).toBe(0)
    })
  })

  test('it is opened by the house and by nobody else', async () => {
    for (const who of ['officer', 'countyAdmin', judge, teller] as const)
      for (const table of ['evidence_items', 'evidence_citations'])
        await trial
          .sql(who, (db) => sql`update ${sql.table(table)} set opened_at = ${at}`.execute(db), true)
          .catch((error: unknown) => expect(error).toMatchObject({ code: '42501' }))
    expect((await trial.owner.query('select 1 from evidence_items where opened_at is not null')).rows).toEqual([])
    expect((await trial.owner.query('select 1 from evidence_citations where opened_at is not null')).rows).toEqual([])
  })
})

describe('after it was opened', () => {
  beforeAll(async () => {
    // What was taken back before stays closed.
    await trial.sql(otherJudge, (db) => withdrawGathered(db, second, { gathering: round, hand: id(91) }, at), true)
    expect(await trial.sql(house(), (db) => openGathering(db, street, round, at), true)).toEqual([first.id])
    expect(await trial.sql(house(), (db) => openGathering(db, street, round, at), true)).toEqual([])
  })

  test('posts over the unit and the unit itself see it, nobody else does', async () => {
    for (const who of ['countyAdmin', 'officer', 'supervisor', 'secretary'] as const) {
      expect(await seen(who, 'evidence_items')).toBe('1')
      expect(await seen(who, 'evidence_citations')).toBe('11')
    }
    for (const who of ['operator', 'outsider', 'resident', 'nobody', strangeTeller] as const)
      expect(await seen(who, 'evidence_items')).toBe('')
    expect(await seen(teller, 'evidence_items')).toBe('1 2')
    expect(await owned('evidence_items')).toBe(2)
  })

  test('nothing that a post reads of it names a seat, and it is nobody’s to take back', async () => {
    const { rows } = await trial.sql('officer', (db) =>
      sql<
        Record<string, unknown>
      >`select row_to_json(x) as whole from (select unit, id, subject, actor, seat, name, gathering, opened_at from evidence_items) x
        union all select row_to_json(y) from (select id, target, actor, seat, withdrawn_seat, gathering from evidence_citations) y`.execute(
        db,
      ),
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(id(90))
    const by = { actor: cast.officer.id, seat: null }
    expect(await trial.sql('officer', (db) => withdrawCitation(db, first, id(11), by, at))).toBe(false)
    await trial.sql(judge, (db) => withdrawGathered(db, first, { gathering: round, hand: id(90) }, at), true)
    expect((await trial.owner.query('select withdrawn_at from evidence_citations where id = $1', [id(11)])).rows).toEqual([
      { withdrawn_at: null },
    ])
  })
})
