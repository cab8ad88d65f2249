// Files in a bucket, against a real S3 server on loopback whose front checks every signature with another implementation, and
// against one that is slow, drips, is broken, gone, or refuses: nothing acknowledged is lost, and every refusal has its number.

import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openLine } from '#ground/trial/line.ts'
import { openBucket } from './bucket.ts'
import type { BucketOptions } from './bucket.ts'
import { bucketStore } from './bucket-store.ts'
import { openS3 } from './trial-s3.ts'
import type { S3 } from './trial-s3.ts'
import { openStore } from './open-store.ts'
import { FileGone, StoreAway } from './store.ts'
import type { FileStore } from './store.ts'

let s3: S3
let store: FileStore
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-s3-'))
  s3 = await openS3(folder)
  store = openStore({ folder: '/nowhere', settings: s3.settings })
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const declaredOf = (bytes: Uint8Array) => ({ hash: hashOf(bytes), bytes: bytes.length })

async function read(hash: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of store.read(hash)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('stored files', () => {
  test('are named by their hash, read back whole and in part, listed in order, and removed', async () => {
    const texts = ['朝霞', '和风', '柳溪'].map(bytesOf)
    for (const text of texts) expect(await store.put([text])).toEqual({ ok: true, value: declaredOf(text) })
    const [first] = texts
    if (first === undefined) throw new Error('none')
    const hash = hashOf(first)
    expect(await read(hash)).toBe('朝霞')
    expect(await store.size(hash)).toBe(6)
    expect(Buffer.from(await store.part(hash, 3, 100)).toString()).toBe('霞')
    expect(await store.part(hash, 100, 5)).toHaveLength(0)
    const listed: string[] = []
    for await (const one of store.list()) listed.push(one)
    expect(listed).toEqual(texts.map(hashOf).toSorted())
    await store.remove(hash)
    expect(await store.size(hash)).toBeNull()
    await expect(read(hash)).rejects.toBeInstanceOf(FileGone)
    await expect(store.part(hash, 0, 1)).rejects.toBeInstanceOf(FileGone)
    expect(() => store.size('../secret')).toThrow('named by its SHA-256')
  })
})

describe('drafts', () => {
  test('grow chunk by chunk, are read across chunks, and become the file when their bytes are those declared', async () => {
    const id = randomUUID()
    const bytes = bytesOf('0123456789abcdef')
    expect(await store.drafts.size(id)).toBe(0)
    for (const [from, to] of [
      [0, 6],
      [6, 7],
      [7, 16],
    ] as const)
      await store.drafts.write(id, from, bytes.subarray(from, to))
    expect(await store.drafts.size(id)).toBe(16)
    expect(Buffer.from(await store.drafts.part(id, 4, 5)).toString()).toBe('45678')
    await expect(store.drafts.write(id, 40, bytes)).rejects.toThrow('ends before')
    expect(await store.drafts.finish(id, declaredOf(bytes))).toEqual({ ok: true, value: declaredOf(bytes) })
    expect(await store.drafts.size(id)).toBe(0)
    expect(await read(hashOf(bytes))).toBe('0123456789abcdef')
    // The answer was lost and it is asked again; of another's draft the same file proves nothing.
    expect(await store.drafts.finish(id, declaredOf(bytes))).toEqual({ ok: true, value: declaredOf(bytes) })
    expect(await store.drafts.finish(randomUUID(), declaredOf(bytes))).toEqual({ ok: true, value: null })
  })

  test('a chunk that was kept and not acknowledged is written over, be it shorter or longer', async () => {
    const id = randomUUID()
    const bytes = bytesOf('abcdefgh')
    await store.drafts.write(id, 0, bytes.subarray(0, 4))
    await store.drafts.write(id, 4, bytes.subarray(4, 8))
    await store.drafts.write(id, 4, bytes.subarray(4, 6))
    expect(await store.drafts.size(id)).toBe(6)
    await store.drafts.write(id, 6, bytes.subarray(6, 8))
    expect(await store.drafts.finish(id, declaredOf(bytes))).toMatchObject({ ok: true, value: { bytes: 8 } })
  })

  test('other bytes than declared leave nothing behind; what nobody wrote to is removed', async () => {
    const [wrong, old] = [randomUUID(), randomUUID()]
    await store.drafts.write(wrong, 0, bytesOf('abc'))
    expect(await store.drafts.finish(wrong, { ...declaredOf(bytesOf('abd')) })).toEqual({ ok: true, value: null })
    expect(await store.drafts.size(wrong)).toBe(0)
    await store.drafts.write(old, 0, bytesOf('abc'))
    expect(await store.drafts.removeOlder(new Date(Date.now() - 60_000))).toBe(0)
    expect(await store.drafts.removeOlder(new Date(Date.now() + 60_000))).toBeGreaterThan(0)
    expect(await store.drafts.size(old)).toBe(0)
  })
})

describe('a store that does not answer as it should', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.close().closeAllConnections()
  })

  async function facing(
    answer: (request: IncomingMessage, response: ServerResponse) => void,
    more: Partial<BucketOptions> = {},
  ): Promise<FileStore> {
    server = createServer(answer).listen(0, '127.0.0.1')
    await new Promise((resolve) => server?.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`
    return bucketStore(
      openBucket({ url, keys: { id: 'a', secret: 'b', region: 'us-east-1' }, patience: 150, rest: 60_000, slowest: 10_000_000, ...more }),
    )
  }

  test('is gone: problem 252 at once, and a line that comes back brings everything back', async () => {
    const line = await openLine(new URL(s3.settings.FILES_S3_URL).origin)
    const keys = { id: s3.settings.FILES_S3_KEY, secret: s3.settings.FILES_S3_SECRET, region: 'us-east-1' }
    const behind = bucketStore(openBucket({ url: `${line.url}/files`, keys, rest: 0 }))
    const id = randomUUID()
    expect(await behind.drafts.write(id, 0, bytesOf('vorher'))).toMatchObject({ ok: true })
    await line.cut()
    expect(await behind.drafts.write(id, 6, bytesOf('x'))).toMatchObject({ ok: false, problem: { code: 252, status: 503 } })
    expect(await behind.put([bytesOf('x')])).toMatchObject({ ok: false, problem: { code: 252 } })
    await expect(behind.size('a'.repeat(64))).rejects.toBeInstanceOf(StoreAway)
    await line.mend()
    expect(await behind.drafts.size(id)).toBe(6)
    expect(await behind.drafts.finish(id, declaredOf(bytesOf('vorher')))).toMatchObject({ ok: true, value: { bytes: 6 } })
    await line.cut()
  })

  test('is silent: the call ends by itself, and the next does not wait at all', async () => {
    let asked = 0
    const silent = await facing(() => {
      asked += 1
    })
    expect(await silent.put([bytesOf('x')])).toMatchObject({ ok: false, problem: { code: 252 } })
    await expect(silent.size('a'.repeat(64))).rejects.toBeInstanceOf(StoreAway)
    expect(asked).toBe(1)
  })

  test('drips: a byte now and then is no answer, and no file', async () => {
    const timers: NodeJS.Timeout[] = []
    const dripping = await facing((request, response) => {
      request.resume()
      response.writeHead(200, { 'content-length': '1000000' })
      timers.push(setInterval(() => response.write('x'), 20))
    })
    const { hash } = declaredOf(bytesOf('x'))
    const reading = async (): Promise<void> => {
      for await (const _ of dripping.read(hash));
    }
    try {
      await expect(reading()).rejects.toThrow('too slow')
    } finally {
      timers.forEach(clearInterval)
    }
  })

  test('is slow: so many wait for it, the next are told at once, and nobody takes it for gone', async () => {
    const waiting: ServerResponse[] = []
    const held = Promise.withResolvers<void>()
    const slow = await facing(
      (request, response) => {
        request.resume()
        waiting.push(response)
        if (waiting.length === 3) held.resolve()
      },
      { patience: 60_000, most: 3, turnMs: 50 },
    )
    const patient = Array.from({ length: 3 }, () => slow.put([bytesOf('x')]))
    await held.promise
    expect(await slow.put([bytesOf('y')])).toMatchObject({ ok: false, problem: { code: 252 } })
    for (const response of waiting.splice(0)) response.writeHead(200).end()
    for (const one of await Promise.all(patient)) expect(one).toMatchObject({ ok: true })
    const next = slow.put([bytesOf('y')])
    await expect.poll(() => waiting.length).toBe(1)
    waiting[0]?.writeHead(200).end()
    expect(await next).toMatchObject({ ok: true })
  })

  test('a reader that takes its time is not the store’s silence', async () => {
    const generous = await facing(
      (request, response) => {
        request.resume()
        // The other file is never answered: asking for it takes as long as the patience lasts.
        if (!request.url?.endsWith('b')) response.writeHead(200, { 'content-length': '4000000' }).end(Buffer.alloc(4_000_000))
      },
      { rest: 0 },
    )
    let bytes = 0
    for await (const piece of generous.read('a'.repeat(64))) {
      if (bytes === 0) await expect(generous.size('b'.repeat(64))).rejects.toBeInstanceOf(StoreAway)
      bytes += piece.length
    }
    expect(bytes).toBe(4_000_000)
  })

  test('stumbles: it is asked again, and breaks off in the middle of a file: never taken for its end', async () => {
    let asked = 0
    const stumbling = await facing((request, response) => {
      request.resume()
      asked += 1
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-length': '100' }).write('half')
        setImmediate(() => response.destroy())
        return
      }
      response.writeHead(asked < 3 ? 503 : 200).end()
    })
    expect(await stumbling.put([bytesOf('x')])).toMatchObject({ ok: true })
    expect(asked).toBe(3)
    const reading = async (): Promise<void> => {
      for await (const _ of stumbling.read('a'.repeat(64)));
    }
    await expect(reading()).rejects.toBeInstanceOf(StoreAway)
  })

  test('refuses the key or has no such bucket: problem 252 says what it said', async () => {
    const { url, ...keys } = { url: s3.settings.FILES_S3_URL, id: 'nobody', secret: 'wrong', region: 'us-east-1' }
    const denied = await bucketStore(openBucket({ url, keys })).put([bytesOf('x')])
    expect(denied).toMatchObject({ ok: false, problem: { code: 252 } })
    expect(denied.ok ? '' : denied.problem.detail.en).toContain('403 InvalidAccessKeyId')
    const nowhere = bucketStore(openBucket({ url: url.replace('/files', '/nowhere'), keys: { ...keys, id: s3.settings.FILES_S3_KEY } }))
    expect(await nowhere.put([bytesOf('x')])).toMatchObject({ ok: false, problem: { code: 252 } })
  })
})

test('half a setting stops the start with a sentence', () => {
  const open = (settings: Record<string, string>) => () => openStore({ folder: '/nowhere', settings })
  expect(open({ FILES_S3_URL: 'http://127.0.0.1/files' })).toThrow('FILES_S3_KEY')
  expect(open({ FILES_S3_SECRET: 'b' })).toThrow('FILES_S3_URL')
  expect(open({ FILES_S3_URL: 'files', FILES_S3_KEY: 'a', FILES_S3_SECRET: 'b' })).toThrow('https://')
  expect(open({})).not.toThrow()
})
