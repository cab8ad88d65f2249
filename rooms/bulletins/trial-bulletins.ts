// What the tests of this room write, and pictures they may take into it.

import { createHash, randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { openWorker } from '#ground/trial/worker.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import type { Trial } from '#ground/trial/trial.ts'

export interface Where extends Readonly<Record<string, string>> {
  readonly unit: string
  readonly id: string
}

/** A bulletin as somebody writes it. */
export const written = {
  title: '关于第三季度亮赛比情况的通报',
  addressee: '各社区党组织',
  issuer: '晨光街道党建办',
  blocks: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', text: '9 月 8 日开展。' },
  ],
}

/** Puts a picture into the evidence of a unit and waits for its view. */
export async function pictured(trial: Trial, by: PlayerName, unit: string, shows: string): Promise<Where> {
  const bytes = await phonePicture()
  const [upload, id] = [randomUUID(), randomUUID()]
  const as = trial.as(by)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const body = { id: upload, unit, sha256, bytes: bytes.length, media: 'image/jpeg', name: '' }
  const begun = await as.call<{ state: string }>('evidence.begin', { body })
  if (begun.body.state !== 'arrived') {
    await as.call('evidence.append', { params: { id: upload }, query: { offset: 0 }, bytes })
    await as.call('evidence.finish', { params: { id: upload }, body: {} })
  }
  const worker = await openWorker(trial)
  await as.call('evidence.record', { body: { id, upload, shows, effectiveOn: '2026-09-05' } })
  const seen = async (): Promise<void> =>
    expect((await as.call('evidence.view', { params: { unit, id }, query: { size: 'large' } })).status).toBe(200)
  await vi.waitFor(seen, { timeout: 15_000, interval: 50 })
  await worker.close()
  return { unit, id }
}
