// Between who writes a file and who takes it: everything in its order, memory bounded, nothing left behind.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSpool } from './spool.ts'

let base: string
let folder: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lx-spool-'))
  folder = join(base, 'sending')
})
afterAll(() => rm(base, { recursive: true }))

/** Pieces of lengths that fit no page, all different. */
const pieces = Array.from({ length: 40 }, (_, nth) => Buffer.alloc(7_001 + nth, nth + 1))
const whole = Buffer.concat(pieces)

async function all(read: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const got: Uint8Array[] = []
  for await (const piece of read) got.push(piece)
  return Buffer.concat(got)
}

test('a reader that keeps up takes everything out of memory', async () => {
  const spool = openSpool(folder)
  const got = all(spool.read())
  for (const piece of pieces) expect(await spool.write(piece)).toBe(true)
  spool.end()
  expect(whole.equals(await got)).toBe(true)
  expect(spool.onDisk).toBe(0)
})

test('what a reader has not taken lies on the disk, without a name, and comes in its order', async () => {
  const spool = openSpool(folder, 50_000)
  for (const piece of pieces) await spool.write(piece)
  expect(spool.onDisk).toBeGreaterThan(200_000)
  expect(await readdir(folder)).toEqual([])
  const reading = spool.read()
  const first = await reading.next()
  await spool.write('尾')
  spool.end()
  const rest = await all(reading)
  expect(Buffer.concat([first.value as Uint8Array, rest]).equals(Buffer.concat([whole, Buffer.from('尾')]))).toBe(true)
  await spool.close()
})

test('a reader that waits is woken by every piece', async () => {
  const spool = openSpool(folder, 10)
  const reading = spool.read()
  for (const piece of pieces.slice(0, 5)) {
    const next = reading.next()
    await spool.write(piece)
    expect(Buffer.from((await next).value as Uint8Array).equals(piece)).toBe(true)
  }
  const next = reading.next()
  spool.end()
  expect((await next).done).toBe(true)
})

test('once the reader has left, the writer is told at its next piece, and nothing stays open', async () => {
  const spool = openSpool(folder, 10)
  await spool.write(whole)
  const reading = spool.read()
  await reading.next()
  await spool.close()
  expect(await spool.write(whole)).toBe(false)
  expect((await reading.next()).done).toBe(true)
})

test('a reader that waits is let go when the spool is closed', async () => {
  const spool = openSpool(folder)
  const next = spool.read().next()
  await spool.close()
  expect((await next).done).toBe(true)
})

test('what broke off is told at once, not after what was written before', async () => {
  const spool = openSpool(folder)
  await spool.write(whole)
  spool.end(new Error('the database went'))
  await expect(all(spool.read())).rejects.toThrow('the database went')
})

test('a disk that takes nothing is told to the writer', async () => {
  const file = join(base, 'a-file')
  await writeFile(file, '')
  const spool = openSpool(join(file, 'below'), 10)
  await expect(spool.write(whole)).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test('the room that the disk has to keep is not written to: neither begun nor gone on with', async () => {
  const megabyte = 1024 * 1024
  const full = openSpool(folder, 10, async () => 256 * megabyte - 1)
  await expect(full.write(whole)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(full.onDisk).toBe(0)
  let asked = 0
  const filling = openSpool(folder, 10, async () => ((asked += 1) === 1 ? 257 : 255) * megabyte)
  const piece = new Uint8Array(8 * megabyte)
  expect([await filling.write(piece), await filling.write(piece), asked]).toEqual([true, true, 1])
  await expect(filling.write(piece)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect([filling.onDisk, asked]).toEqual([16 * megabyte, 2])
  await filling.close()
})
