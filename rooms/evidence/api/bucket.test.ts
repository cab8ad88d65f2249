// The same evidence with its files in a bucket: sent, shown, checked and erased; and while the bucket is gone, a numbered
// problem, nothing acknowledged lost, and everything else going on.

import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openS3 } from '#ground/files/trial-s3.ts'
import type { S3 } from '#ground/files/trial-s3.ts'
import { openWorker } from '#ground/trial/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import { verify } from '#ground/operations/verify.ts'
import { openLine } from '#ground/trial/line.ts'
import type { Line } from '#ground/trial/line.ts'
import { scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '../trial-pictures.ts'

/** Filled before the trial opens: the bucket's port is known only then. */
const settings: Record<string, string> = {}
let s3: S3
let line: Line
let folder: string
let worker: Worker

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-evidence-s3-'))
  s3 = await openS3(folder)
  line = await openLine(new URL(s3.settings.FILES_S3_URL).origin)
  Object.assign(settings, s3.settings, { FILES_S3_URL: `${line.url}/files` })
})
const trial = useTrial({ settings, connections: 20 })
beforeAll(async () => {
  worker = await openWorker(trial, () => {})
})
afterAll(async () => {
  await worker.close()
  await line.cut()
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const view = (params: Record<'unit' | 'id', string>) => trial.as('secretary').call<{ code?: number }>('evidence.view', { params })
const shown = (params: Record<'unit' | 'id', string>): Promise<void> =>
  vi.waitFor(async () => expect((await view(params)).status).toBe(200), { timeout: 20_000, interval: 100 })

test('a picture goes all the way, and verify reads it from the bucket', async () => {
  const picture = await scenePicture(51)
  const item = await putEvidence(trial, 'secretary', picture)
  await shown(item)
  const original = await trial.as('officer').call('evidence.original', { params: item })
  expect(Buffer.from(original.bytes).equals(picture)).toBe(true)
  const check = () => verify({ database: trial.instance.database, files: trial.instance.files })
  expect(await check()).toMatchObject({ ok: true, value: { files: { checked: 3, unnamed: 0 } } })
  await trial.instance.files.remove(hashOf(picture))
  const found = await check()
  expect(JSON.stringify(found)).toContain(hashOf(picture))
  expect(found.ok ? 0 : found.problem.code).toBe(184)
  await trial.instance.files.put([picture])
  await trial.as('countyAdmin').call('evidence.erase', { params: item, body: { reason: '误传' } })
  await vi.waitFor(async () => expect(await trial.instance.files.size(hashOf(picture))).toBeNull(), { timeout: 20_000, interval: 100 })
})

test('while the bucket is gone the number says so; afterwards the upload goes on where it was', async () => {
  const picture = await scenePicture(52)
  const before = await putEvidence(trial, 'secretary', await scenePicture(53))
  await shown(before)
  const id = randomUUID()
  const secretary = trial.as('secretary')
  const body = { id, unit: '990101001001', sha256: hashOf(picture), bytes: picture.length, media: 'image/jpeg' }
  await secretary.call('evidence.begin', { body })
  const append = (offset: number, bytes: Uint8Array) => secretary.call('evidence.append', { params: { id }, query: { offset }, bytes })
  expect((await append(0, picture.subarray(0, 5000))).body).toMatchObject({ offset: 5000 })

  await line.cut()
  for (const refused of [
    await append(5000, picture.subarray(5000)),
    await view(before),
    await secretary.call('evidence.status', { params: { id } }),
  ]) {
    expect(refused).toMatchObject({ status: 503, body: { code: 252 } })
    expect(refused.headers.get('retry-after')).not.toBeNull()
  }
  // What needs no file goes on.
  expect((await secretary.call('evidence.list', { query: { below: '990101001001' } })).status).toBe(200)

  await line.mend()
  await vi.waitFor(async () => expect((await secretary.call('evidence.status', { params: { id } })).body).toMatchObject({ offset: 5000 }), {
    timeout: 20_000,
    interval: 200,
  })
  expect((await append(5000, picture.subarray(5000))).body).toMatchObject({ offset: picture.length })
  expect((await secretary.call('evidence.finish', { params: { id } })).body).toMatchObject({ state: 'arrived' })
  expect(await trial.instance.files.size(hashOf(picture))).toBe(picture.length)
})

test('while the bucket is slow, some wait for it and the rest are told; what needs no file is answered, and nothing is lost', async () => {
  const secretary = trial.as('secretary')
  const pictures = await Promise.all(Array.from({ length: 16 }, (_, at) => scenePicture(60 + at, { width: 200 })))
  const uploads = pictures.map((picture) => ({ id: randomUUID(), picture }))
  for (const { id, picture } of uploads) {
    const body = { id, unit: '990101001001', sha256: hashOf(picture), bytes: picture.length, media: 'image/jpeg' }
    expect((await secretary.call('evidence.begin', { body })).status).toBe(200)
  }
  const append = ({ id, picture }: (typeof uploads)[number]) =>
    secretary.call<{ code?: number }>('evidence.append', { params: { id }, query: { offset: 0 }, bytes: picture })
  const release = s3.hold()
  const told: { status: number; code: number | undefined; upload: (typeof uploads)[number] }[] = []
  const all = uploads.map(async (upload) => {
    const { status, body } = await append(upload)
    told.push({ status, code: body.code, upload })
  })
  try {
    await expect.poll(() => s3.held(), { timeout: 20_000 }).toBe(12)
    // Four got no turn.
    await expect.poll(() => told.length, { timeout: 20_000 }).toBe(4)
    expect((await secretary.call('evidence.list', { query: { below: '990101001001' } })).status).toBe(200)
    expect(s3.held()).toBe(12)
    expect(told.map(({ status, code }) => [status, code])).toEqual(Array.from({ length: 4 }, () => [503, 252]))
  } finally {
    release()
  }
  const again = told.map(({ upload }) => upload)
  await Promise.all(all)
  expect(told.slice(4).map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
  for (const upload of again) expect((await append(upload)).status).toBe(200)
  for (const { id } of uploads)
    expect((await secretary.call('evidence.finish', { params: { id } })).body).toMatchObject({ state: 'arrived' })
  for (const { picture } of uploads) expect(await trial.instance.files.size(hashOf(picture))).toBe(picture.length)
})
