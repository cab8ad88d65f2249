// A HEIC of a phone and a PDF are shown like every picture; one that lies about its size is not opened.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test, vi } from 'vitest'
import { pagePdf, scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { withoutLocation } from '../core/location.ts'
import { putEvidence } from '../trial-pictures.ts'
import type { Put } from '../trial-pictures.ts'
import { useWorker } from '#ground/trial/worker.ts'

const trial = useTrial()
useWorker(trial)
let heic: Buffer

beforeAll(async () => {
  heic = await readFile(join(trial.house.root, 'ground', 'pictures', 'fixture', 'turned.heic'))
})

async function viewed(params: Put, size: string) {
  const answer = await vi.waitFor(
    async () => {
      const asked = await trial.as('secretary').call<{ code?: number }>('evidence.view', { params, query: { size } })
      expect(asked.body.code).not.toBe(3613)
      return asked
    },
    { timeout: 20_000, interval: 50 },
  )
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  return sharp(answer.bytes).metadata()
}

test('a HEIC is shown upright, without its data, and its place is gone before it leaves the phone', async () => {
  const sent = Buffer.from(withoutLocation('image/heic', heic))
  const item = await putEvidence(trial, 'secretary', sent, { media: 'image/heic' })
  for (const size of ['small', 'large', 'zoom']) {
    const { width, height, exif, format } = await viewed(item, size)
    expect([width, height, exif, format]).toEqual([160, 240, undefined, 'jpeg'])
  }
  expect((await trial.as('secretary').call('evidence.get', { params: item })).body).toMatchObject({
    width: 160,
    height: 240,
    preview: 'made',
  })
  // 35° north as the fixture's EXIF has it.
  const place = Buffer.from([35, 0, 0, 0, 1, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0, 0])
  expect([heic.includes(place), sent.includes(place)]).toEqual([true, false])
})

test('a HEIC that says it has 20,000 × 20,000 pixels is refused before anything opens it', async () => {
  const huge = Buffer.from(heic)
  const at = huge.indexOf('ispe')
  huge.writeUInt32BE(20_000, at + 8)
  huge.writeUInt32BE(20_000, at + 12)
  await expect(putEvidence(trial, 'secretary', huge, { media: 'image/heic' })).rejects.toThrow('3609')
})

test('a HEIC that is cut short is kept as it came, with no view', async () => {
  const item = await putEvidence(trial, 'secretary', heic.subarray(0, 900), { media: 'image/heic' })
  await vi.waitFor(
    async () => expect((await trial.as('secretary').call('evidence.get', { params: item })).body).toMatchObject({ preview: 'failed' }),
    { timeout: 20_000, interval: 50 },
  )
})

test('a PDF shows its first page, and is still read by whoever sees it', async () => {
  const item = await putEvidence(trial, 'secretary', pagePdf(), { media: 'application/pdf' })
  const { width, height } = await viewed(item, 'large')
  expect(height).toBe(1600)
  expect(width).toBeGreaterThan(1100)
  expect((await trial.as('gridWorker').call('evidence.original', { params: item })).headers.get('content-type')).toBe('application/pdf')
})

test('a large picture has three views, each smaller than the one before', async () => {
  const item = await putEvidence(trial, 'secretary', await scenePicture(71, { width: 3600 }))
  const sizes = [await viewed(item, 'small'), await viewed(item, 'large'), await viewed(item, 'zoom')]
  expect(sizes.map(({ width }) => width)).toEqual([360, 1600, 2560])
})
