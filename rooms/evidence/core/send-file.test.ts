// Sending in chunks against a door that fails at any moment: whatever breaks, calling again ends with the whole file, each
// byte taken once.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { hashOf, sendFile } from './send-file.ts'
import type { Source, UploadDoor, UploadState } from './send-file.ts'

const declared = { id: '01990a00-0000-7000-8000-0000000000e1', unit: '990101001001', media: 'image/jpeg', name: '' } as const

const sourceOf = (bytes: Uint8Array<ArrayBuffer>): Source => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
})

/** A server that keeps what arrives; `lose` says before or after which call the line breaks. */
function server(size: number, lose: (call: number) => 'before' | 'after' | 'no') {
  const kept: number[] = []
  let arrived = false
  let calls = 0
  const state = (): UploadState => ({ state: arrived ? 'arrived' : 'receiving', offset: kept.length })
  const over = async (work: () => void): Promise<UploadState> => {
    calls += 1
    const fate = lose(calls)
    if (fate === 'before') throw new TypeError('the server was not reached')
    work()
    if (fate === 'after') throw new TypeError('the answer was lost')
    return state()
  }
  const door: UploadDoor = {
    begin: () => over(() => {}),
    append: (_id, offset, bytes) =>
      over(() => {
        if (offset === kept.length) kept.push(...bytes)
        else if (offset + bytes.length > kept.length) throw new Error(`a gap at ${offset}`)
      }),
    finish: () =>
      over(() => {
        if (kept.length < size) throw new Error('not whole')
        arrived = true
      }),
  }
  return { door, kept, arrived: () => arrived }
}

describe('sending a file', () => {
  test('the hash read in parts is that of the whole', async () => {
    const bytes = new Uint8Array(3_000_000).map((_, index) => index % 251)
    expect(await hashOf(sourceOf(bytes))).toBe(sha256Hex(bytes))
  })

  test('ends whole after any breaks of the line, when it is called again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.constantFrom('before' as const, 'after' as const, 'no' as const), { maxLength: 25 }),
        async (content, chunk, fates) => {
          const bytes = new Uint8Array(content)
          const { door, kept, arrived } = server(bytes.length, (call) => fates[call - 1] ?? 'no')
          for (let attempt = 0; attempt <= fates.length; attempt += 1) {
            try {
              await sendFile(sourceOf(bytes), declared, door, { chunk })
              break
            } catch (error) {
              if (!(error instanceof TypeError)) throw error
            }
          }
          expect(arrived()).toBe(true)
          expect(kept).toEqual([...bytes])
        },
      ),
    )
  })

  test('tells what the server has acknowledged, and a server that stands still is not asked for ever', async () => {
    const bytes = new Uint8Array(10)
    const told: number[] = []
    await sendFile(sourceOf(bytes), declared, server(10, () => 'no').door, { chunk: 4, told: { sent: (sent) => told.push(sent) } })
    expect(told).toEqual([0, 4, 8, 10])
    const stuck: UploadDoor = { ...server(10, () => 'no').door, append: async () => ({ state: 'receiving', offset: 0 }) }
    await expect(sendFile(sourceOf(bytes), declared, stuck)).rejects.toThrow('did not move on')
  })
})
