// Plays that tests of this room share: a file is sent whole and recorded by one of the cast.

import { createHash, randomUUID } from 'node:crypto'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { Trial } from '#ground/trial/trial.ts'

/** Where an item stands, as the parameters of a call. */
export type Put = Readonly<Record<'unit' | 'id', string>>

export interface Said {
  readonly unit?: string
  readonly media?: string
  readonly [field: string]: string | undefined
}

/** Sends and records a file; answers where the item stands. Throws with the problem when anything is refused. */
export async function putEvidence(trial: Trial, who: PlayerName, bytes: Uint8Array, said: Said = {}): Promise<Put> {
  const { unit = '990101001001', media = 'image/jpeg', ...more } = said
  const player = trial.as(who)
  const upload = randomUUID()
  const item = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const steps: (() => Promise<{ status: number; body: unknown }>)[] = [
    () => player.call('evidence.begin', { body: { id: upload, unit, sha256, bytes: bytes.length, media } }),
    () => player.call('evidence.append', { params: { id: upload }, query: { offset: 0 }, bytes }),
    () => player.call('evidence.finish', { params: { id: upload } }),
    () => player.call('evidence.record', { body: { id: item, upload, shows: '试验', effectiveOn: '2026-09-05', ...more } }),
  ]
  for (const step of steps) {
    const { status, body } = await step()
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  return { unit, id: item }
}
