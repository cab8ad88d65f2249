// Films: taken within the operator's limit, kept as they came, played in ranges to those who see the item, never as anything else.

import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { rangeOf } from '#ground/http/answer.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial({ settings: { EVIDENCE_VIDEO_MB: '1' } })
useWorker(trial)
const place = '+35.2161+113.2418/'
let film: Buffer
let item: Put

const fixture = (name: string) => readFile(join(trial.house.root, 'ground', 'pictures', 'fixture', name))
const addressOf = ({ unit, id }: Put, what = 'play') => `/api/v1/evidence/${unit}/${id}/${what}`
const ask = (by: PlayerName, path: string, range?: string) =>
  fetch(trial.url + path, { headers: { cookie: `lx-session=${cast[by].token}`, ...(range === undefined ? {} : { range }) } })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

beforeAll(async () => {
  film = await fixture('film.mp4')
  item = await putEvidence(trial, 'secretary', film, { media: 'video/mp4' })
})

test('it is played whole or in ranges, with its own type and nothing that runs, and names no place', async () => {
  const whole = await ask('secretary', addressOf(item))
  expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([200, 'video/mp4', 'bytes'])
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  expect(whole.headers.get('content-security-policy')).toContain('sandbox')
  const played = await bytesOf(whole)
  expect([played.length, played.includes(place), film.includes(place)]).toEqual([film.length, false, true])
  for (const [range, first, last] of [
    ['bytes=0-99', 0, 99],
    ['bytes=5000-', 5000, film.length - 1],
    ['bytes=-40', film.length - 40, film.length - 1],
    [`bytes=100-${film.length + 500}`, 100, film.length - 1],
  ] as const) {
    const part = await ask('secretary', addressOf(item), range)
    expect([part.status, part.headers.get('content-range')], range).toEqual([206, `bytes ${first}-${last}/${film.length}`])
    expect((await bytesOf(part)).equals(played.subarray(first, last + 1)), range).toBe(true)
  }
  const beyond = await ask('secretary', addressOf(item), `bytes=${film.length}-`)
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${film.length}`])
})

test('who does not see the item plays nothing; the original is a download for reviewers and its sender, as it came', async () => {
  expect((await ask('outsider', addressOf(item))).status).toBe(404)
  const original = await ask('officer', addressOf(item, 'original'))
  expect(original.headers.get('content-disposition')).toMatch(/^attachment; .*\.mp4$/)
  expect((await bytesOf(original)).equals(film)).toBe(true)
  expect((await ask('gridWorker', addressOf(item))).status).toBe(200)
  expect((await ask('gridWorker', addressOf(item, 'original'))).status).toBe(403)
  const picture = await putEvidence(trial, 'secretary', await phonePicture())
  const asked = await trial.as('secretary').call<{ code: number }>('evidence.play', { params: picture })
  expect(asked.body.code).toBe(3627)
})

test('without a picture of it there is none; with one, its views stand for the film', async () => {
  const bare = await trial.as('secretary').call('evidence.get', { params: item })
  expect(bare.body).toMatchObject({ media: 'video/mp4', preview: 'none', width: 160, height: 120 })
  const still = await phonePicture()
  const poster = randomUUID()
  const sender = trial.as('secretary')
  const sha256 = createHash('sha256').update(still).digest('hex')
  const body = { id: poster, unit: '990101001001', sha256, bytes: still.length, media: 'image/jpeg' }
  const begun = await sender.call<{ state: string }>('evidence.begin', { body })
  if (begun.body.state !== 'arrived') {
    await sender.call('evidence.append', { params: { id: poster }, query: { offset: 0 }, bytes: still })
    await sender.call('evidence.finish', { params: { id: poster } })
  }
  const moving = await fixture('film.mov')
  const shown = await putEvidence(trial, 'secretary', moving, { media: 'video/quicktime', poster })
  await vi.waitFor(async () => expect((await sender.call('evidence.view', { params: shown, query: { size: 'small' } })).status).toBe(200), {
    timeout: 15_000,
    interval: 50,
  })
  expect((await sender.call('evidence.get', { params: shown })).body).toMatchObject({ preview: 'made', width: 160, height: 120 })
  expect((await ask('secretary', addressOf(shown))).headers.get('content-type')).toBe('video/quicktime')
})

test('what is broken, only sounds, pretends, or weighs more than the operator allows is refused with its number', async () => {
  const refused = (bytes: Buffer, media = 'video/mp4') => putEvidence(trial, 'secretary', bytes, { media }).then(() => '', String)
  expect(await refused(film.subarray(0, film.length - 100))).toContain('"code":3626')
  expect(await refused(await fixture('sound.mp4'))).toContain('"code":3626')
  expect(await refused(Buffer.from('<html><video src=x></html>'.padEnd(3000)), 'video/webm')).toContain('"code":3606')
  const { body } = await trial.as('secretary').call<{ code: number; detail: string }>('evidence.begin', {
    body: { id: randomUUID(), unit: '990101001001', sha256: 'a'.repeat(64), bytes: 1_048_577, media: 'video/mp4' },
  })
  expect([body.code, body.detail]).toEqual([3610, expect.stringContaining('1 MB')])
  // Declared as a picture, which may weigh more: what it is follows from its bytes.
  const heavy = Buffer.concat([film, Buffer.from([0, 0x10, 0, 0, ...Buffer.from('free')]), Buffer.alloc(0x10_00_00 - 8)])
  const upload = randomUUID()
  const sender = trial.as('secretary')
  const sha256 = createHash('sha256').update(heavy).digest('hex')
  await sender.call('evidence.begin', { body: { id: upload, unit: '990101001001', sha256, bytes: heavy.length, media: 'image/jpeg' } })
  await sender.call('evidence.append', { params: { id: upload }, query: { offset: 0 }, bytes: heavy.subarray(0, 1_048_576) })
  await sender.call('evidence.append', { params: { id: upload }, query: { offset: 1_048_576 }, bytes: heavy.subarray(1_048_576) })
  expect((await sender.call<{ code: number }>('evidence.finish', { params: { id: upload } })).body.code).toBe(3610)
})

test('ranges are read as players write them; what cannot be answered with one is answered whole', () => {
  expect(rangeOf('bytes=0-', 10)).toEqual({ first: 0, last: 9 })
  expect(rangeOf('bytes=-3', 10)).toEqual({ first: 7, last: 9 })
  expect(rangeOf('bytes=-30', 10)).toEqual({ first: 0, last: 9 })
  for (const none of ['bytes=10-', 'bytes=5-4', 'bytes=-0']) expect(rangeOf(none, 10), none).toBe('none')
  for (const whole of [undefined, '', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2']) expect(rangeOf(whole, 10), whole).toBeNull()
})
