// A judge without an account: one seat, which uploads, records and sees what is the seat's, and nothing of the house besides.

import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { runCall } from '#ground/http/pipeline.ts'
import type { Call } from '#ground/http/pipeline.ts'
import { nobody } from '#ground/postgres/actor.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const round = '990101001'
const seatOf = (id: string): Actor => ({
  ...nobody,
  seats: [id],
  writes: [round],
  grants: ['evidence.read', 'evidence.upload', 'evidence.cite'],
})
const judge = seatOf(randomUUID())
const other = seatOf(randomUUID())

const wire: Call['wire'] = {
  requestId: '1',
  peer: '',
  userAgent: '',
  secure: true,
  cookie: () => undefined,
  setCookie: () => {},
  clearCookie: () => {},
}

interface Answer {
  readonly code: number | null
  readonly body: Record<string, unknown>
}

async function call(actor: Actor, name: string, raw: Call['raw'], bytes?: Uint8Array): Promise<Answer> {
  const loaded = trial.house.endpoints.get(name)
  if (loaded === undefined) throw new Error(`no endpoint ${name}`)
  const upload = bytes === undefined ? null : { name: '', bytes }
  const asked: Call = { raw, upload, key: randomUUID(), actor, language: 'zh', wire }
  const result = await runCall({ ...trial.instance.kit, house: trial.house }, loaded, asked, async () => {})
  if (!result.ok) return { code: result.problem.code, body: {} }
  return { code: null, body: result.value.kind === 'json' ? (JSON.parse(result.value.text) as Record<string, unknown>) : {} }
}

let photo: Buffer
beforeAll(async () => {
  photo = await phonePicture()
})

test('a seat puts in a photo about a village, and only the township and the seat itself see whose it is', async () => {
  const id = randomUUID()
  const sha256 = createHash('sha256').update(photo).digest('hex')
  const body = { id, unit: round, sha256, bytes: photo.length, media: 'image/jpeg' }
  expect((await call(judge, 'evidence.begin', { body })).body).toMatchObject({ state: 'receiving' })
  expect((await call(other, 'evidence.append', { params: { id }, query: { offset: '0' } }, photo)).code).toBe(3600)
  await call(judge, 'evidence.append', { params: { id }, query: { offset: '0' } }, photo)
  expect((await call(judge, 'evidence.finish', { params: { id } })).body).toMatchObject({ state: 'arrived' })
  const item = randomUUID()
  const said = { id: item, upload: id, subject: '990101001001', shows: '现场', effectiveOn: '2026-09-08' }
  expect((await call(other, 'evidence.record', { body: said })).code).toBe(3600)
  expect((await call(judge, 'evidence.record', { body: said })).body).toMatchObject({ mine: true, subjectName: '朝霞社区' })

  const where = { params: { unit: round, id: item } }
  expect((await call(judge, 'evidence.get', where)).body).toMatchObject({ mine: true, original: true })
  expect((await call(judge, 'evidence.list', { query: { below: round } })).body['rows']).toHaveLength(1)
  expect((await call(other, 'evidence.list', { query: { below: round } })).body['rows']).toEqual([])
  expect((await call(other, 'evidence.get', where)).code).toBe(3612)
  expect((await trial.as('officer').call('evidence.get', where)).body).toMatchObject({ mine: false })
  const village = await trial.as('secretary').call('evidence.get', where)
  expect(village.body).toMatchObject({ mine: false, original: false })
  expect(JSON.stringify(village.body)).not.toContain(judge.seats[0])

  const cited = await call(judge, 'evidence.cite', { ...where, body: { id: randomUUID(), target: 'remark:r-1' } })
  expect(cited.body).toMatchObject({ cited: 1 })
  const { rows } = await trial.owner.query('select actor, seat from evidence_items where id = $1', [item])
  expect(rows).toEqual([{ actor: null, seat: judge.seats[0] }])
})

test('a seat puts nothing in elsewhere', async () => {
  const body = { id: randomUUID(), unit: '990102101', sha256: 'a'.repeat(64), bytes: 10, media: 'image/jpeg' }
  expect((await call(judge, 'evidence.begin', { body })).code).toBe(102)
})
