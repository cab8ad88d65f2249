// Row policies of evidence_uploads, evidence_items and evidence_citations in both directions, for accounts and for seats;
// beside each "cannot see" the owner's control query.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { everywhere, houseId, innerActor } from '#ground/instance/actors.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { nobody } from '#ground/postgres/actor.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addItem, findItem, savePreview } from './queries.ts'
import { addCitation, withdrawCitation } from './citations.ts'
import type { By, NewItem } from './queries.ts'
import { addUpload, saveUpload } from './uploads.ts'
import type { UploadRow } from './uploads.ts'

const trial = useTrial()
type Db = Kysely<Database>

const id = (number: number): string => `00000000-0000-7000-9400-0000000000${String(number).padStart(2, '0')}`
const at = new Date('2026-09-08T01:00:00Z')
const village = '990101001001'
const file = 'f'.repeat(64)

/** A judge invited for one round: no account, one seat, may put in and see what is the seat's. */
const seatId = id(90)
const seated: Actor = { ...nobody, seats: [seatId], writes: ['990101001'], grants: ['evidence.read', 'evidence.upload', 'evidence.cite'] }
const otherSeat: Actor = { ...seated, seats: [id(91)] }

const by = (person: string): By => ({ actor: person, seat: null })
const bySeat: By = { actor: null, seat: seatId }

const item = (number: number, unit: string, who: By, subject = unit): NewItem =>
  ({
    gathering: null,
    ...who,
    id: id(number),
    unit,
    subject,
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
    zoom: null,
  }) as const
const upload = (number: number, unit: string, who: By): UploadRow => ({
  ...who,
  gathering: null,
  id: id(number),
  unit,
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
})

const mine = item(1, village, by(cast.secretary.id))
const about = item(2, '990101001', by(cast.officer.id), village)
const elsewhere = item(3, '990102101201', by(cast.outsider.id))
const ofSeat = item(4, '990101001', bySeat)

beforeAll(async () => {
  const put = (who: PlayerName | Actor, work: (db: Db) => Promise<void>): Promise<void> => trial.sql(who, work, true)
  await put('secretary', (db) => addItem(db, mine))
  await put('officer', (db) => addItem(db, about))
  await put('outsider', (db) => addItem(db, elsewhere))
  await put(seated, (db) => addItem(db, ofSeat))
  await put('secretary', async (db) => void (await addUpload(db, upload(21, village, by(cast.secretary.id)))))
  await put(seated, async (db) => void (await addUpload(db, upload(22, '990101001', bySeat))))
  for (const [number, row, who] of [
    [11, mine, 'secretary'],
    [12, about, 'officer'],
    [13, elsewhere, 'outsider'],
  ] as const) {
    await put(
      who,
      async (db) => void (await addCitation(db, row, { ...by(cast[who].id), id: id(number), target: 'entry:e-1', citedAt: at })),
    )
  }
  await put(seated, async (db) => void (await addCitation(db, ofSeat, { ...bySeat, id: id(14), target: 'remark:r-1', citedAt: at })))
})

async function seen(who: PlayerName | 'nobody' | Actor, table: string): Promise<string> {
  const { rows } = await trial.sql(who, (db) => sql<{ id: string }>`select id::text from ${sql.table(table)} order by id`.execute(db))
  return rows.map((row) => Number(row.id.slice(-2))).join(' ')
}
const owned = async (table: string): Promise<number> => (await trial.owner.query(`select 1 from ${table}`)).rows.length
const refused = (who: PlayerName | Actor, work: (db: Db) => Promise<unknown>): Promise<void> =>
  expect(trial.sql(who, work)).rejects.toMatchObject({ code: '42501' })

describe('reading', () => {
  test('items are seen by posts over the unit, by those they speak of, and by whoever put them in', async () => {
    expect(await owned('evidence_items')).toBe(4)
    expect(await seen('countyAdmin', 'evidence_items')).toBe('1 2 4')
    expect(await seen('officer', 'evidence_items')).toBe('1 2 4')
    expect(await seen('supervisor', 'evidence_items')).toBe('1 2 4')
    expect(await seen('secretary', 'evidence_items')).toBe('1 2')
    expect(await seen('outsider', 'evidence_items')).toBe('3')
    expect(await seen(seated, 'evidence_items')).toBe('4')
  })

  test('and by nobody else: no other seat, not the operator, no resident, not the public', async () => {
    for (const who of [otherSeat, 'operator', 'resident', 'nobody'] as const) {
      expect(await seen(who, 'evidence_items')).toBe('')
      expect(await seen(who, 'evidence_citations')).toBe('')
      expect(await seen(who, 'evidence_uploads')).toBe('')
    }
    expect([await owned('evidence_items'), await owned('evidence_citations'), await owned('evidence_uploads')]).toEqual([4, 4, 2])
  })

  test('citations follow their item', async () => {
    expect(await seen('countyAdmin', 'evidence_citations')).toBe('11 12 14')
    expect(await seen('secretary', 'evidence_citations')).toBe('11 12')
    expect(await seen('outsider', 'evidence_citations')).toBe('13')
    expect(await seen(seated, 'evidence_citations')).toBe('14')
  })

  test('an upload is its sender’s alone, also before those above', async () => {
    expect(await seen('secretary', 'evidence_uploads')).toBe('21')
    expect(await seen(seated, 'evidence_uploads')).toBe('22')
    expect(await seen('countyAdmin', 'evidence_uploads')).toBe('')
    expect(await owned('evidence_uploads')).toBe(2)
  })
})

describe('writing', () => {
  test('is done under one’s own name or seat, at one’s own units', async () => {
    await trial.sql('secretary', (db) => addItem(db, item(31, village, by(cast.secretary.id))))
    await refused('secretary', (db) => addItem(db, item(31, village, by(cast.gridWorker.id))))
    await refused('secretary', (db) => addItem(db, item(31, '990101001002', by(cast.secretary.id))))
    await refused('secretary', (db) => addItem(db, item(31, village, by(cast.secretary.id), '990101001002')))
    await refused('supervisor', (db) => addItem(db, item(31, '990101', by(cast.supervisor.id))))
    await refused(seated, (db) => addItem(db, item(31, '990101001', { actor: null, seat: otherSeat.seats[0] ?? null })))
    await refused(seated, (db) => addItem(db, item(31, '990101101', bySeat)))
    await refused('secretary', (db) => addItem(db, item(31, village, bySeat)))
    await refused('secretary', (db) => addUpload(db, upload(31, '990101001002', by(cast.secretary.id))))
    await refused('outsider', (db) => addUpload(db, upload(31, village, by(cast.outsider.id))))
  })

  test('an upload goes on by its sender only', async () => {
    const row = { ...upload(21, village, by(cast.secretary.id)), received: 5 }
    await trial.sql('secretary', (db) => saveUpload(db, row))
    for (const who of ['officer', 'gridWorker', 'outsider'] as const)
      await expect(trial.sql(who, (db) => saveUpload(db, row))).rejects.toThrow('was not saved')
  })

  test('an item never changes but for its views, and those are the house’s to make', async () => {
    await refused('secretary', (db) => sql`update evidence_items set shows = '别的' where id = ${mine.id}`.execute(db))
    await refused('secretary', (db) => sql`delete from evidence_items where id = ${mine.id}`.execute(db))
    const views = { ...mine, preview: 'made' as const, small: file, large: file, zoom: null }
    await trial.sql('secretary', async (db) => {
      expect((await findItem(db, village, mine.id))?.preview).toBe('waiting')
    })
    await refused('secretary', (db) => savePreview(db, views))
    await refused('secretary', (db) => sql`update evidence_items set shows = '别的', masked_at = now() where id = ${mine.id}`.execute(db))
    await trial.sql(innerActor(houseId, trial.house, everywhere), async (db) => {
      await savePreview(db, views)
      expect((await findItem(db, village, mine.id))?.preview).toBe('made')
    })
  })

  test('a citation is withdrawn by a post over the unit or by whoever made it, once, under the own name', async () => {
    const withdraw = (who: PlayerName | Actor, row: NewItem, number: number, as: By): Promise<boolean> =>
      trial.sql(who, (db) => withdrawCitation(db, row, id(number), as, at))
    expect(await withdraw('officer', mine, 11, by(cast.officer.id))).toBe(true)
    expect(await withdraw('secretary', mine, 11, by(cast.secretary.id))).toBe(true)
    expect(await withdraw(seated, ofSeat, 14, bySeat)).toBe(true)
    // The village reads what is said about it, and takes nothing of the township's back.
    expect(await withdraw('secretary', about, 12, by(cast.secretary.id))).toBe(false)
    expect(await withdraw('outsider', mine, 11, by(cast.outsider.id))).toBe(false)
    await refused('officer', (db) => withdrawCitation(db, mine, id(11), by(cast.judge.id), at))
  })

  test('nothing is cited that one does not see, nor in another’s name', async () => {
    const cite = (who: By, row: NewItem) => (db: Db) => addCitation(db, row, { ...who, id: id(32), target: 'entry:e-2', citedAt: at })
    expect(await trial.sql('secretary', cite(by(cast.secretary.id), about))).toBe(true)
    await refused('outsider', cite(by(cast.outsider.id), mine))
    await refused('officer', cite(by(cast.judge.id), mine))
    // An item of elsewhere does not become visible by saying that it stands here.
    await expect(
      trial.sql('secretary', cite(by(cast.secretary.id), { ...elsewhere, unit: village, subject: village })),
    ).rejects.toMatchObject({ code: '23503' })
  })
})
