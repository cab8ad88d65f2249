// Files in a folder: what has a name is whole, what was acknowledged is there, and a disk that is full says so and loses
// nothing. The full disk is a real refusal of the kernel: a process that may write no file longer than 64 KB. A disk that is full to the last
// block is in root-only.test.ts, because a disk must be mounted for it.

import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderStore } from './folder-store.ts'
import { FileGone } from './store.ts'
import type { FileStore } from './store.ts'

let folder: string
let store: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-files-'))
  store = folderStore({ folder: join(folder, 'files') })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const placeOf = (hash: string): string => join(folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(hash: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of store.read(hash)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

async function listed(): Promise<string[]> {
  const all: string[] = []
  for await (const hash of store.list()) all.push(hash)
  return all
}

describe('stored files', () => {
  test('are named by their hash, read back whole and in part, and listed in order', async () => {
    const texts = ['朝霞', '和风', '柳溪']
    for (const text of texts) expect(await store.put([bytesOf(text)])).toMatchObject({ ok: true, value: { hash: hashOf(text), bytes: 6 } })
    expect(await read(hashOf('朝霞'))).toBe('朝霞')
    expect(Buffer.from(await store.part(hashOf('朝霞'), 3, 100)).toString()).toBe('霞')
    expect(await listed()).toEqual(texts.map(hashOf).toSorted())
    expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
  })

  test('the same content again is one file, and mends a damaged copy', async () => {
    const hash = hashOf('once')
    await store.put([bytesOf('on'), bytesOf('ce')])
    await writeFile(placeOf(hash), 'damaged')
    await store.put([bytesOf('once')])
    expect(await readFile(placeOf(hash), 'utf8')).toBe('once')
  })

  test('one that is not here is gone, not empty', async () => {
    expect(await store.size(hashOf('never'))).toBeNull()
    await expect(read(hashOf('never'))).rejects.toThrow(FileGone)
    await expect(store.part(hashOf('never'), 0, 1)).rejects.toThrow(FileGone)
  })

  test('nothing but a hash becomes a path', async () => {
    for (const name of ['../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), '']) {
      await expect((async () => store.size(name))()).rejects.toThrow('SHA-256')
      await expect((async () => store.drafts.size(name))()).rejects.toThrow('UUID')
    }
  })
})

describe('drafts', () => {
  test('grow chunk by chunk and become the declared file', async () => {
    const id = randomUUID()
    const declared = { hash: hashOf('first second'), bytes: 12 }
    expect(await store.drafts.write(id, 0, bytesOf('first '))).toMatchObject({ ok: true })
    expect(await store.drafts.size(id)).toBe(6)
    // The same chunk again, as after a lost answer.
    await store.drafts.write(id, 0, bytesOf('first '))
    await store.drafts.write(id, 6, bytesOf('second'))
    await expect(store.drafts.write(id, 13, bytesOf('x'))).rejects.toThrow('ends before')
    expect(await store.drafts.finish(id, declared)).toEqual({ ok: true, value: declared })
    expect(await read(declared.hash)).toBe('first second')
    expect(await store.drafts.size(id)).toBe(0)
    expect(await store.drafts.finish(id, declared)).toEqual({ ok: true, value: declared })
  })

  test('other bytes than declared are not kept, even where the declared file is there already', async () => {
    const id = randomUUID()
    const declared = { hash: hashOf('first second'), bytes: 12 }
    expect(await store.size(declared.hash)).toBe(12)
    await store.drafts.write(id, 0, bytesOf('other second'))
    expect(await store.drafts.finish(id, declared)).toEqual({ ok: true, value: null })
    expect(await store.drafts.size(id)).toBe(0)
    expect(await store.drafts.finish(id, declared)).toEqual({ ok: true, value: null })
  })

  test('old ones are dropped, young ones stay', async () => {
    const [old, young] = [randomUUID(), randomUUID()]
    for (const id of [old, young]) await store.drafts.write(id, 0, bytesOf('x'))
    const past = new Date(Date.now() - 31 * 86_400_000)
    await utimes(join(folder, 'files', 'drafts', `${old}.part`), past, past)
    await store.drafts.removeOlder(new Date(Date.now() - 30 * 86_400_000))
    expect([await store.drafts.size(old), await store.drafts.size(young)]).toEqual([0, 1])
  })
})

describe('a full disk', () => {
  test('below the reserve nothing is taken in, and it says so', async () => {
    const full = folderStore({ folder: join(folder, 'full'), reserve: Number.MAX_SAFE_INTEGER })
    expect(await full.put([bytesOf('x')])).toMatchObject({ ok: false, problem: { code: 250, status: 507 } })
    expect(await full.drafts.write(randomUUID(), 0, bytesOf('x'))).toMatchObject({ ok: false, problem: { code: 250 } })
  })

  test('a chunk that the disk refuses half way is cut off again, and what was acknowledged stays', () => {
    const id = randomUUID()
    const target = join(folder, 'refusing')
    const program = `
      import { folderStore } from ${JSON.stringify(join(import.meta.dirname, 'folder-store.ts'))}
      const store = folderStore({ folder: ${JSON.stringify(target)}, reserve: 0 })
      const chunk = new Uint8Array(40_000).fill(7)
      const first = await store.drafts.write('${id}', 0, chunk)
      const second = await store.drafts.write('${id}', chunk.length, chunk)
      const whole = await store.put([chunk, chunk])
      console.log(JSON.stringify([first.ok, second.problem?.code, whole.problem?.code, await store.drafts.size('${id}')]))
    `
    const shell = `ulimit -f 64 && exec "$0" --input-type=module -e "$1"`
    // Blocks of 1 KB in most shells, of 512 bytes in some: the second chunk passes either limit.
    const said = execFileSync('bash', ['-c', shell, process.execPath, program], { encoding: 'utf8' })
    const [first, second, whole, size] = JSON.parse(said) as [boolean, number, number, number]
    expect({ second, whole }).toEqual({ second: 250, whole: 250 })
    expect(size).toBe(first ? 40_000 : 0)
    expect(existsSync(join(target, 'incoming'))).toBe(true)
  })

  test('a folder that cannot be written is another problem', async () => {
    const file = join(folder, 'no-folder')
    await writeFile(file, '')
    const blocked = folderStore({ folder: join(file, 'files'), reserve: 0 })
    expect(await blocked.put([bytesOf('x')])).toMatchObject({ ok: false, problem: { code: 251 } })
  })
})
