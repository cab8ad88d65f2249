// A photo from the phone to the record: cut off and resumed, sent twice, sent wrongly, shown to those who may, cited.

import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { Answered } from '#ground/trial/caller.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial()
useWorker(trial)
let photo: Buffer

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const village = '990101001001'

beforeAll(async () => {
  photo = await phonePicture()
})

type Body = { code?: number; state?: string; offset?: number; id?: string; [key: string]: unknown }

const begin = (who: PlayerName, id: string, bytes: Uint8Array, more: object = {}): Promise<Answered<Body>> =>
  trial.as(who).call('evidence.begin', {
    body: { id, unit: village, sha256: hashOf(bytes), bytes: bytes.length, media: 'image/jpeg', name: 'IMG_1.jpg', ...more },
  })
const append = (who: PlayerName, id: string, offset: number, bytes: Uint8Array): Promise<Answered<Body>> =>
  trial.as(who).call('evidence.append', { params: { id }, query: { offset }, bytes })
const finish = (who: PlayerName, id: string): Promise<Answered<Body>> => trial.as(who).call('evidence.finish', { params: { id } })
const status = (who: PlayerName, id: string): Promise<Answered<Body>> => trial.as(who).call('evidence.status', { params: { id } })

async function send(who: PlayerName, bytes: Uint8Array, more: object = {}): Promise<string> {
  const id = randomUUID()
  const begun = await begin(who, id, bytes, more)
  expect(begun.status, JSON.stringify(begun.body)).toBe(200)
  if (begun.body.state === 'arrived') return id
  expect((await append(who, id, 0, bytes)).body).toMatchObject({ offset: bytes.length })
  expect((await finish(who, id)).body).toMatchObject({ state: 'arrived' })
  return id
}

const record = (who: PlayerName, upload: string, more: object = {}): Promise<Answered<Body>> =>
  trial.as(who).call('evidence.record', {
    body: { id: randomUUID(), upload, shows: '小广场铺装完工', spot: '小广场', phase: 'after', effectiveOn: '2026-09-05', ...more },
  })

async function recorded(who: PlayerName, bytes: Uint8Array, more: object = {}, where: object = {}): Promise<{ unit: string; id: string }> {
  const answer = await record(who, await send(who, bytes, where), more)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { unit: String(answer.body['unit']), id: String(answer.body.id) }
}

async function viewed(who: PlayerName, params: { unit: string; id: string }, size = 'small'): Promise<Answered<Body>> {
  return vi.waitFor(
    async () => {
      const answer = await trial.as(who).call<Body>('evidence.view', { params, query: { size } })
      expect(answer.body.code).not.toBe(3613)
      return answer
    },
    { timeout: 15_000, interval: 50 },
  )
}

describe('an upload', () => {
  test('goes on where it was cut off, takes a repeated chunk once, and says where it stands', async () => {
    const id = randomUUID()
    expect((await begin('secretary', id, photo)).body).toMatchObject({ state: 'receiving', offset: 0, bytes: photo.length })
    await append('secretary', id, 0, photo.subarray(0, 1000))
    expect((await append('secretary', id, 0, photo.subarray(0, 1000))).body).toMatchObject({ offset: 1000 })
    expect((await append('secretary', id, 2000, photo.subarray(2000))).body).toMatchObject({ code: 3602 })
    expect((await status('secretary', id)).body).toMatchObject({ state: 'receiving', offset: 1000 })
    expect((await finish('secretary', id)).body).toMatchObject({ code: 3604 })
    // Begun again, as by a phone that was killed.
    expect((await begin('secretary', id, photo)).body).toMatchObject({ offset: 1000 })
    await append('secretary', id, 1000, photo.subarray(1000))
    expect((await finish('secretary', id)).body).toMatchObject({ state: 'arrived', offset: photo.length })
    expect((await finish('secretary', id)).body).toMatchObject({ state: 'arrived' })
    expect((await append('secretary', id, 0, photo.subarray(0, 10))).body).toMatchObject({ state: 'arrived' })
    expect(await trial.instance.files.size(hashOf(photo))).toBe(photo.length)
  })

  test('of other bytes than declared is refused and may be sent anew', async () => {
    const id = randomUUID()
    const bytes = await phonePicture(1)
    const broken = Buffer.from(bytes)
    broken[broken.length - 10] = (broken[broken.length - 10] ?? 0) ^ 1
    await begin('secretary', id, bytes)
    await append('secretary', id, 0, broken)
    expect((await finish('secretary', id)).body).toMatchObject({ code: 3605 })
    expect((await status('secretary', id)).body).toMatchObject({ state: 'receiving', offset: 0 })
    // Asking again does not make it true.
    expect((await finish('secretary', id)).body).toMatchObject({ code: 3604 })
    await append('secretary', id, 0, bytes)
    expect((await finish('secretary', id)).body).toMatchObject({ state: 'arrived' })
  })

  test('longer than declared, under a used id, or with no bytes is refused', async () => {
    const id = randomUUID()
    await begin('secretary', id, photo.subarray(0, 100), { sha256: 'a'.repeat(64) })
    expect((await append('secretary', id, 0, photo)).body).toMatchObject({ code: 3603 })
    expect((await begin('secretary', id, photo)).body).toMatchObject({ code: 3601 })
    expect((await begin('gridWorker', id, photo)).body).toMatchObject({ code: 3601 })
    expect((await status('gridWorker', id)).body).toMatchObject({ code: 3600 })
    expect((await append('gridWorker', id, 0, photo)).body).toMatchObject({ code: 3600 })
    const json = await trial
      .as('secretary')
      .call<Body>('evidence.append', { params: { id }, query: { offset: 0 }, headers: { 'content-type': 'application/json' } })
    expect(json.body).toMatchObject({ code: 110 })
    const large = await append('secretary', id, 0, new Uint8Array(1_048_577))
    expect(large.body).toMatchObject({ code: 108 })
    expect((await begin('secretary', randomUUID(), photo, { bytes: 60_000_000 })).body).toMatchObject({ code: 3610 })
  })

  test('begun twice in one moment is one upload', async () => {
    const id = randomUUID()
    const bytes = await phonePicture(8)
    const answers = await Promise.all([1, 2, 3, 4].map(() => begin('secretary', id, bytes)))
    expect(answers.map(({ status: answered }) => answered)).toEqual([200, 200, 200, 200])
    // The same chunk from two tabs.
    const chunks = await Promise.all([1, 2, 3].map(() => append('secretary', id, 0, bytes)))
    expect(chunks.map(({ body }) => body.offset)).toEqual([bytes.length, bytes.length, bytes.length])
    const ends = await Promise.all([1, 2, 3].map(() => finish('secretary', id)))
    expect(ends.map(({ body }) => body.state)).toEqual(['arrived', 'arrived', 'arrived'])
  })

  test('is complete also where the process died between the disk and the database', async () => {
    const id = randomUUID()
    const bytes = await phonePicture(9)
    await begin('secretary', id, bytes)
    await append('secretary', id, 0, bytes.subarray(0, 900))
    // Written, but never acknowledged.
    await trial.instance.files.drafts.write(id, 900, bytes.subarray(900, 1500))
    expect((await status('secretary', id)).body).toMatchObject({ offset: 900 })
    await append('secretary', id, 900, bytes.subarray(900))
    // Moved to its place, but never committed.
    const declared = { hash: hashOf(bytes), bytes: bytes.length }
    expect(await trial.instance.files.drafts.finish(id, declared)).toEqual({ ok: true, value: declared })
    expect((await finish('secretary', id)).body).toMatchObject({ state: 'arrived' })
  })

  test('is for one’s own unit', async () => {
    expect((await begin('outsider', randomUUID(), photo)).body).toMatchObject({ code: 102 })
    expect((await begin('supervisor', randomUUID(), photo)).body).toMatchObject({ code: 101 })
    expect((await begin('secretary', randomUUID(), photo, { unit: '990101001002' })).body).toMatchObject({ code: 102 })
  })
})

describe('the same bytes', () => {
  test('need not be sent twice by the same hand', async () => {
    const bytes = await phonePicture(2)
    await send('secretary', bytes)
    const again = await begin('secretary', randomUUID(), bytes)
    expect(again.body).toMatchObject({ state: 'arrived', offset: bytes.length })
  })

  test('of two units do not reveal each other: neither that they are there, nor by knowing their hash', async () => {
    const bytes = await phonePicture(3)
    await recorded('secretary', bytes)
    const id = randomUUID()
    const begun = await begin('outsider', id, bytes, { unit: '990102101201' })
    expect(begun.body).toMatchObject({ state: 'receiving', offset: 0 })
    expect((await finish('outsider', id)).body).toMatchObject({ code: 3604 })
    // Other bytes of the same length under the hash of somebody's file.
    const guess = Buffer.from(bytes)
    guess[guess.length - 5] = (guess[guess.length - 5] ?? 0) ^ 1
    await append('outsider', id, 0, guess)
    expect((await finish('outsider', id)).body).toMatchObject({ code: 3605 })
    expect((await finish('outsider', id)).body).toMatchObject({ code: 3604 })
    await append('outsider', id, 0, bytes)
    expect((await finish('outsider', id)).body).toMatchObject({ state: 'arrived' })
    const { rows } = await trial.owner.query('select distinct file from evidence_uploads where file = $1', [hashOf(bytes)])
    expect(rows).toHaveLength(1)
  })

  test('of the own unit are not opened by a hash either, but a reviewer has them at once', async () => {
    const bytes = await phonePicture(4)
    await recorded('officer', bytes, {}, { unit: village })
    expect((await begin('gridWorker', randomUUID(), bytes)).body).toMatchObject({ state: 'receiving' })
    expect((await begin('countyAdmin', randomUUID(), bytes)).body).toMatchObject({ state: 'arrived' })
  })
})

describe('an item', () => {
  test('is recorded once its file has arrived, and its view has no data of the camera and stands upright', async () => {
    const unfinished = randomUUID()
    await begin('secretary', unfinished, await phonePicture(5))
    expect((await record('secretary', unfinished)).body).toMatchObject({ code: 3611 })
    const item = await recorded('secretary', photo)
    const small = await viewed('secretary', item)
    expect(small.status).toBe(200)
    expect(small.headers.get('content-type')).toBe('image/jpeg')
    expect(small.headers.get('x-content-type-options')).toBe('nosniff')
    expect(small.headers.get('content-security-policy')).toContain('sandbox')
    const seen = await sharp(small.bytes).metadata()
    expect([seen.width, seen.height, seen.exif, seen.orientation]).toEqual([240, 360, undefined, undefined])
    const shown = await trial.as('secretary').call<Body>('evidence.get', { params: item })
    expect(shown.body).toMatchObject({ preview: 'made', width: 400, height: 600, mine: true, spot: '小广场', phase: 'after', cited: 0 })
    expect(JSON.stringify(shown.body)).not.toContain(hashOf(photo))
    const { rows } = await trial.owner.query('select verb, actor is not null as known from acts where subject = $1', [
      `evidence:${item.id}`,
    ])
    expect(rows).toEqual([{ verb: 'record', known: true }])
  })

  test('sent again with its id is the same item, whatever the key', async () => {
    const upload = await send('secretary', photo)
    const id = randomUUID()
    for (let time = 0; time < 2; time += 1) expect((await record('secretary', upload, { id })).body).toMatchObject({ id, mine: true })
    expect((await trial.owner.query('select 1 from acts where subject = $1', [`evidence:${id}`])).rows).toHaveLength(1)
    const other = await send('gridWorker', await phonePicture(10))
    expect((await record('gridWorker', other, { id })).status).toBe(409)
  })

  test('of the same picture takes over the views that were made', async () => {
    const item = await recorded('secretary', photo, { shows: '同一张照片' })
    const { rows } = await trial.owner.query('select preview, small from evidence_items where id = $1', [item.id])
    expect(rows).toMatchObject([{ preview: 'made' }])
    expect((await viewed('secretary', item, 'large')).status).toBe(200)
  })

  test('is of a day that has been, and of a unit within reach', async () => {
    const upload = await send('officer', photo)
    expect((await record('officer', upload, { effectiveOn: '2026-09-09' })).body).toMatchObject({ code: 3617 })
    expect((await record('officer', upload, { subject: '990101101201' })).body).toMatchObject({ code: 102 })
  })

  test('is seen by posts over the unit and by those it speaks of, and by nobody else', async () => {
    const bytes = await phonePicture(6)
    const item = await recorded('officer', bytes, { subject: village, shows: '街道看到的' }, { unit: '990101001' })
    for (const who of ['officer', 'countyAdmin', 'supervisor', 'judge', 'secretary', 'gridWorker'] as const) {
      expect((await viewed(who, item)).status, who).toBe(200)
    }
    for (const who of ['outsider'] as const) {
      for (const endpoint of ['evidence.get', 'evidence.view', 'evidence.original']) {
        expect((await trial.as(who).call<Body>(endpoint, { params: item })).body, `${who} ${endpoint}`).toMatchObject({ code: 3612 })
      }
    }
    expect((await trial.as('resident').call<Body>('evidence.get', { params: item })).body).toMatchObject({ code: 101 })
    const original = await trial.as('supervisor').call('evidence.original', { params: item })
    expect(Buffer.from(original.bytes).equals(bytes)).toBe(true)
    expect(original.headers.get('content-disposition')).toContain('attachment')
    expect((await trial.as('secretary').call<Body>('evidence.original', { params: item })).body).toMatchObject({ code: 3615 })
  })

  test('is listed by unit, by day and by what cites it, a hundred at a time', async () => {
    const list = (query: Record<string, string>, who: PlayerName = 'officer') =>
      trial.as(who).call<{ rows: { id: string; shows: string }[]; next: string | null }>('evidence.list', { query })
    const upload = await send('secretary', photo)
    const ids: string[] = []
    for (let index = 0; index < 103; index += 1) {
      const id = randomUUID()
      ids.push(id)
      await record('secretary', upload, { id, shows: '连拍', effectiveOn: '2026-03-01' })
    }
    const march = { below: village, from: '2026-03-01', to: '2026-03-31' }
    const first = await list(march)
    expect(first.body.rows).toHaveLength(100)
    const second = await list({ ...march, after: first.body.next ?? '' })
    expect(second.body.rows).toHaveLength(3)
    expect(second.body.next).toBeNull()
    expect([...first.body.rows, ...second.body.rows].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect((await list({ ...march, below: '99' }, 'countyAdmin')).body.rows).toHaveLength(100)
    expect((await list({ ...march, below: '990101101' })).body.rows).toEqual([])
    expect((await list(march, 'outsider')).body.rows).toEqual([])
    const target = `entry:${randomUUID()}`
    await trial.as('officer').call('evidence.cite', { params: { unit: village, id: ids[0] ?? '' }, body: { id: randomUUID(), target } })
    expect((await list({ below: village, target })).body.rows.map(({ id }) => id)).toEqual([ids[0]])
  })
})

describe('a citation', () => {
  test('is made once a target, is withdrawn with the file kept, and may be made anew', async () => {
    const item = await recorded('secretary', await phonePicture(7))
    const target = 'commitment:c-1'
    const cite = (who: PlayerName, id = randomUUID()) => trial.as(who).call<Body>('evidence.cite', { params: item, body: { id, target } })
    const citation = randomUUID()
    expect((await cite('secretary', citation)).body).toMatchObject({ cited: 1 })
    expect((await cite('officer')).body).toMatchObject({ cited: 1, citations: [{ id: citation, target, withdrawnAt: null }] })
    expect((await cite('outsider')).body).toMatchObject({ code: 3612 })
    const withdraw = (who: PlayerName) =>
      trial.as(who).call<Body>('evidence.withdraw', { params: item, body: { citation, reason: '引错了位置' } })
    expect((await withdraw('outsider')).body).toMatchObject({ code: 3612 })
    expect((await withdraw('officer')).body).toMatchObject({ cited: 0, citations: [{ id: citation }] })
    expect((await withdraw('officer')).body).toMatchObject({ code: 3616 })
    expect((await viewed('secretary', item)).status).toBe(200)
    expect((await cite('secretary')).body).toMatchObject({ cited: 1 })
    const { rows } = await trial.owner.query<{ verb: string }>('select verb from acts where subject = $1 order by verb', [
      `evidence:${item.id}`,
    ])
    expect(rows.map(({ verb }) => verb)).toEqual(['cite', 'cite', 'record', 'withdraw'])
  })
})
