// Files that mean harm or are broken: each meets a clear problem, nothing of them is served as a page, and what was
// acknowledged stays.

import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { folderStore } from '#ground/files/folder-store.ts'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import { openWorker } from '#ground/trial/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import { hugePng, phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import sweep from '../jobs/sweep.ts'

const trial = useTrial()
let worker: Worker
const troubles: string[] = []

beforeAll(async () => {
  worker = await openWorker(trial, (error) => troubles.push(error.message))
})
afterAll(() => worker.close())

const unit = '990101001001'
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const text = (value: string): Buffer => Buffer.from(value, 'latin1')

interface Sent {
  readonly id: string
  readonly code: number | null
}

/** Sends a file whole; the number of the first refusal, or null. */
async function send(bytes: Uint8Array, media = 'image/jpeg', name = 'a.jpg'): Promise<Sent> {
  const id = randomUUID()
  const secretary = trial.as('secretary')
  const body = { id, unit, sha256: hashOf(bytes), bytes: bytes.length, media, name }
  const steps = [
    () => secretary.call<{ code?: number }>('evidence.begin', { body }),
    () => secretary.call<{ code?: number }>('evidence.append', { params: { id }, query: { offset: 0 }, bytes }),
    () => secretary.call<{ code?: number }>('evidence.finish', { params: { id } }),
  ]
  for (const step of steps) {
    const { status, body: answered } = await step()
    if (status !== 200) return { id, code: answered.code ?? 0 }
  }
  return { id, code: null }
}

const record = async (upload: string): Promise<{ unit: string; id: string }> => {
  const id = randomUUID()
  const answer = await trial
    .as('secretary')
    .call('evidence.record', { body: { id, upload, shows: '  试 验  ', effectiveOn: '2026-09-01' } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { unit, id }
}

describe('what is no picture and no document', () => {
  const padded = (head: string): Buffer => Buffer.concat([text(head), Buffer.alloc(4096, 32)])

  test.each([
    ['an SVG with script', padded('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 3606],
    ['a page called a picture', padded('<!doctype html><script>alert(1)</script>'), 3606],
    ['a program', padded('#!/bin/sh\nrm -rf /\n'), 3606],
    ['a GIF', padded('GIF89a'), 3606],
    ['an archive', padded('PK\u0003\u0004'), 3606],
    ['a few bytes', text('x'), 3606],
    [
      'a JPEG that is a page, too',
      Buffer.concat([text('\u00ff\u00d8\u00ff\u00fe\u0000\u0040<html><script>alert(1)</script>'), Buffer.alloc(4096)]),
      3607,
    ],
    ['a PNG that is a document, too', padded('\u0089PNG\r\n\u001a\n%PDF-1.7'), 3607],
    ['a PDF that is a page, too', padded('%PDF-1.7\n<html><script>alert(1)</script>'), 3607],
  ])('%s is refused by its first bytes', async (_what, bytes, code) => {
    const sent = await send(bytes)
    expect(sent.code).toBe(code)
    expect(await trial.instance.files.size(hashOf(bytes))).toBeNull()
  })
})

describe('pictures that would do harm', () => {
  test('of 20,000 × 20,000 pixels are refused before anything opens them', async () => {
    const bytes = hugePng(20_000, 20_000)
    const sent = await send(bytes, 'image/png')
    expect(sent.code).toBe(3609)
    expect(await trial.instance.files.drafts.size(sent.id)).toBe(0)
    expect(await trial.instance.files.size(hashOf(bytes))).toBeNull()
  })

  test('without a readable header are refused', async () => {
    expect((await send((await phonePicture()).subarray(0, 60))).code).toBe(3608)
  })

  test('damaged further in are kept as they came, with no view, and the next one gets its view', async () => {
    const whole = await phonePicture(11)
    const damaged = whole.subarray(0, whole.length - 800)
    const item = await record((await send(damaged)).id)
    const sound = await record((await send(whole)).id)
    await vi.waitFor(
      async () => {
        const { body } = await trial.as('secretary').call<{ code: number }>('evidence.view', { params: item })
        expect(body.code).toBe(3614)
      },
      { timeout: 15_000, interval: 50 },
    )
    expect((await trial.as('secretary').call('evidence.get', { params: item })).body).toMatchObject({ preview: 'failed', shows: '试 验' })
    const original = await trial.as('secretary').call('evidence.original', { params: item })
    expect(Buffer.from(original.bytes).equals(damaged)).toBe(true)
    await vi.waitFor(async () => expect((await trial.as('secretary').call('evidence.view', { params: sound })).status).toBe(200), {
      timeout: 15_000,
      interval: 50,
    })
    expect(troubles).toEqual([])
  })
})

describe('names and types', () => {
  test('a path in a file’s name leads nowhere, and the sender’s type does not count', async () => {
    const pdf = text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    const sent = await send(pdf, 'image/jpeg', '..\\..\\/etc/cron.d/\u202egpj.exe\u0000"; x="')
    // The NUL is refused as text that no table can hold; without it the rest is cut to a plain name.
    expect(sent.code).toBe(103)
    const again = await send(pdf, 'image/jpeg', '..\\..\\/etc/cron.d/\u202egpj.exe"; x="')
    expect(again.code).toBeNull()
    const { rows } = await trial.owner.query('select name, media from evidence_uploads where id = $1', [again.id])
    expect(rows).toEqual([{ name: 'gpj.exe; x=', media: 'application/pdf' }])
    const item = await record(again.id)
    const original = await trial.as('gridWorker').call('evidence.original', { params: item })
    expect(original.headers.get('content-type')).toBe('application/pdf')
    expect(original.headers.get('x-content-type-options')).toBe('nosniff')
    expect(original.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(original.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('试 验 2026-09-01.pdf')}`)
  })
})

describe('a disk without room', () => {
  test('refuses the chunk with a number, keeps what was acknowledged, and goes on when there is room again', async () => {
    const bytes = await phonePicture(12)
    const id = randomUUID()
    const secretary = trial.as('secretary')
    await secretary.call('evidence.begin', { body: { id, unit, sha256: hashOf(bytes), bytes: bytes.length, media: 'image/jpeg' } })
    const append = (offset: number, chunk: Uint8Array) =>
      secretary.call('evidence.append', { params: { id }, query: { offset }, bytes: chunk })
    await append(0, bytes.subarray(0, 1500))
    const { drafts } = trial.instance.files
    const full = folderStore({ folder: `${trial.instance.dataDir}/files`, reserve: Number.MAX_SAFE_INTEGER })
    const refusing = vi.spyOn(drafts, 'write').mockImplementation(full.drafts.write)
    expect(await append(1500, bytes.subarray(1500))).toMatchObject({ status: 507, body: { code: 250 } })
    expect((await secretary.call('evidence.status', { params: { id } })).body).toMatchObject({ state: 'receiving', offset: 1500 })
    refusing.mockRestore()
    await append(1500, bytes.subarray(1500))
    expect((await secretary.call('evidence.finish', { params: { id } })).body).toMatchObject({ state: 'arrived' })
  })

  test('a draft that the disk lost is sent from where it ends', async () => {
    const bytes = await phonePicture(13)
    const id = randomUUID()
    const secretary = trial.as('secretary')
    await secretary.call('evidence.begin', { body: { id, unit, sha256: hashOf(bytes), bytes: bytes.length, media: 'image/jpeg' } })
    await secretary.call('evidence.append', { params: { id }, query: { offset: 0 }, bytes })
    await trial.instance.files.drafts.remove(id)
    expect((await secretary.call('evidence.finish', { params: { id } })).body).toMatchObject({ code: 3604 })
    expect((await secretary.call('evidence.status', { params: { id } })).body).toMatchObject({ offset: 0 })
    await secretary.call('evidence.append', { params: { id }, query: { offset: 0 }, bytes })
    expect((await secretary.call('evidence.finish', { params: { id } })).body).toMatchObject({ state: 'arrived' })
  })
})

test('a recorded file that is gone is said plainly, and wakes somebody', async () => {
  const bytes = await phonePicture(14)
  const item = await record((await send(bytes)).id)
  await trial.instance.files.remove(hashOf(bytes))
  const answer = await trial.as('countyAdmin').call('evidence.original', { params: item })
  expect(answer).toMatchObject({ status: 500, body: { code: 3618 } })
})

test('what was never finished goes after thirty days, receipts after ninety', async () => {
  const id = randomUUID()
  await trial.as('secretary').call('evidence.begin', { body: { id, unit, sha256: 'c'.repeat(64), bytes: 10, media: 'image/png' } })
  const counted = async (): Promise<{ drafts: number; receipts: number }> => {
    const { rows } = await trial.owner.query<{ drafts: number; receipts: number }>(
      'select count(*) filter (where id = $1)::int as drafts, count(file)::int as receipts from evidence_uploads',
      [id],
    )
    return rows[0] ?? { drafts: -1, receipts: -1 }
  }
  const { receipts } = await counted()
  expect(receipts).toBeGreaterThan(0)
  const { clock, dice, vault, files, postgres } = trial.instance
  const after = (days: number) =>
    sweep.run(null, {
      clock: { now: () => clock.now() + days * 86_400_000 },
      dice,
      vault,
      files,
      transaction: (scopes, work) =>
        postgres.transaction(innerActor(houseId, trial.house, scopes), async ({ db }) => ({
          keep: true,
          value: await work({ db, act: async () => '' }),
        })),
    })
  await after(29)
  expect(await counted()).toEqual({ drafts: 1, receipts })
  await after(31)
  expect(await counted()).toEqual({ drafts: 0, receipts })
  await after(91)
  expect(await counted()).toEqual({ drafts: 0, receipts: 0 })
})
