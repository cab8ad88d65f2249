// A picture that arrives as evidence of a unit, for plays of this room.

import { createHash, randomUUID } from 'node:crypto'
import { phonePicture } from '#ground/trial/pictures.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { playing } from './trial-cycle.ts'
import { home } from './trial-cycle.ts'

/** Uploads and records a picture; its place. */
export async function putEvidence(
  { done }: Pick<ReturnType<typeof playing>, 'done'>,
  by: PlayerName,
  shows: string,
  seed = 1,
): Promise<{ unit: string; id: string }> {
  const bytes = await phonePicture(seed)
  const [upload, id] = [randomUUID(), randomUUID()]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await done(by, 'evidence.begin', { body: { id: upload, unit: home, sha256, bytes: bytes.length, media: 'image/jpeg', name: '' } })
  await done(by, 'evidence.append', { params: { id: upload }, query: { offset: 0 }, bytes })
  await done(by, 'evidence.finish', { params: { id: upload }, body: {} })
  await done(by, 'evidence.record', { body: { id, upload, shows, effectiveOn: '2026-09-05' } })
  return { unit: home, id }
}
