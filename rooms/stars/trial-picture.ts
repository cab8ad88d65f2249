// A picture that a player put into the evidence of a unit, for tests that cite one.

import { createHash, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import type { Trial } from '#ground/trial/trial.ts'

/** Uploads a picture and records what it shows; previews are made by the worker, where one runs. */
export async function recordPicture(trial: Trial, who: PlayerName, unit: string, shows: string): Promise<{ unit: string; id: string }> {
  const bytes = await phonePicture()
  const upload = randomUUID()
  const as = trial.as(who)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const begun = await as.call<{ state: string }>('evidence.begin', {
    body: { id: upload, unit, sha256, bytes: bytes.length, media: 'image/jpeg', name: 'IMG_1.jpg' },
  })
  if (begun.body.state !== 'arrived') {
    await as.call('evidence.append', { params: { id: upload }, query: { offset: 0 }, bytes })
    await as.call('evidence.finish', { params: { id: upload } })
  }
  const id = randomUUID()
  const kept = await as.call('evidence.record', { body: { id, upload, shows, effectiveOn: '2026-09-05' } })
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  return { unit, id }
}
