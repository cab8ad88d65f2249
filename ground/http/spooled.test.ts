// A file that is written while it is sent: what happens when either side fails.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileAnswer } from './handler.ts'
import { isList, spooled } from './spooled.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-spooled-'))
})
afterAll(() => rm(folder, { recursive: true }))

const megabyte = new Uint8Array(1_048_576)

/** So many megabytes, then perhaps a failure; tells when it is left. */
async function* source(count: number, failure?: Error, onLeft = (): void => {}): AsyncGenerator<Uint8Array> {
  try {
    for (let nth = 0; nth < count; nth += 1) yield megabyte
    if (failure !== undefined) throw failure
  } finally {
    onLeft()
  }
}

const answerOf = (body: AsyncIterable<Uint8Array>): FileAnswer => ({ file: { name: 'a.csv', type: 'text/csv', body } })

/** Takes the whole, and says how much it was and what broke it off. */
function reader() {
  const seen = { bytes: 0, broke: null as unknown, begun: false }
  const deliver = async ({ file }: FileAnswer): Promise<void> => {
    seen.begun = true
    try {
      for await (const piece of file.body as AsyncIterable<Uint8Array>) seen.bytes += piece.length
    } catch (error) {
      seen.broke = error
      throw error
    }
  }
  return { seen, deliver }
}

test('the whole arrives, and is written before the last byte has left', async () => {
  const { seen, deliver } = reader()
  const body = source(5)
  const { sent } = await spooled(folder, answerOf(body), body, deliver)
  await sent
  expect(seen).toEqual({ bytes: 5 * 1_048_576, broke: null, begun: true })
})

test('what fails before the first byte is told as ever: nothing has been sent', async () => {
  const { seen, deliver } = reader()
  const body = source(0, new Error('no such table'))
  await expect(spooled(folder, answerOf(body), body, deliver)).rejects.toThrow('no such table')
  expect(seen.begun).toBe(false)
})

test('what fails later cuts the reader off, who would otherwise take half a file for a whole one', async () => {
  const { seen, deliver } = reader()
  const body = source(2, new Error('the database went'))
  await expect(spooled(folder, answerOf(body), body, deliver)).rejects.toThrow('the database went')
  expect(seen.broke).toMatchObject({ message: 'the database went' })
})

test('a disk that takes nothing cuts off who reads slower than it is written, and the source is left', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  let onLeft = (): void => {}
  const sourceLeft = new Promise<void>((resolve) => (onLeft = resolve))
  let broke: unknown = null
  // Takes nothing before the writer has given up.
  const slow = async (answer: FileAnswer): Promise<void> => {
    await sourceLeft
    for await (const piece of answer.file.body as AsyncIterable<Uint8Array>) broke = piece
  }
  const body = source(5, undefined, onLeft)
  const writing = spooled(join(file, 'below'), answerOf(body), body, async (answer) => {
    try {
      await slow(answer)
    } catch (error) {
      broke = error
      throw error
    }
  })
  await expect(writing).rejects.toMatchObject({ code: 'ENOTDIR' })
  expect(broke).toMatchObject({ code: 'ENOTDIR' })
})

test('a reader that leaves ends the writing, without a complaint', async () => {
  let left = 0
  const body = source(1_000, undefined, () => (left += 1))
  const { sent } = await spooled(folder, answerOf(body), body, async (answer) => {
    for await (const piece of answer.file.body as AsyncIterable<Uint8Array>) if (piece.length > 0) break
  })
  await sent
  expect(left).toBe(1)
})

test('lists are told from other files by what they are', () => {
  const get = (file: readonly string[]) => isList({ method: 'GET', file } as never)
  expect([get(['text/csv']), get(['application/pdf']), isList({ method: 'POST', file: ['text/csv'] } as never)]).toEqual([
    true,
    false,
    false,
  ])
})
