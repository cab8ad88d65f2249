// The draw beside a second one written from the RFC (Node's hashes, one big number, a list that shrinks), the RFC's own
// published example, and the edges of a pool.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '#ground/kernel/digest.ts'
import { problems } from '../problems.ts'
import { splitPool } from './draw-pool.ts'
import { draw, drawDigest } from './draw.ts'
import type { DrawHash } from './draw.ts'

const numbered = (count: number): string[] => Array.from({ length: count }, (_, place) => `line ${place + 1}`)
const linesOf = (...given: [readonly string[], number, string, DrawHash]): number[] => {
  const [lines, take, entropy, hash] = given
  const result = draw({ lines, take, entropy, hash })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.selected.map(({ line }) => line)
}
function refusal(lines: readonly string[], take = 1, entropy = 'x'): { code: number; paths: string[] } {
  const result = draw({ lines, take, entropy, hash: 'sha256' })
  return result.ok ? { code: 0, paths: [] } : { code: result.problem.code, paths: result.problem.errors.map(({ path }) => path) }
}

describe('RFC 3797, section 6', () => {
  const key = '9319./2.5.8.10.12./9.18.26.34.41.45./'
  const published = [
    ['990DD0A5692A029A98B5E01AA28F3459', 17],
    ['3691E55CB63FCC37914430B2F70B5EC6', 7],
    ['FE814EDF564C190AC1D25753979990FA', 2],
    ['1863CCACEB568C31D7DDBDF1D4E91387', 16],
    ['F4AB33DF4889F0AF29C513905BE1D758', 25],
    ['13EAEB529F61ACFB9A29D0BA3A60DE4A', 23],
    ['992DB77C382CA2BDB9727001F3CDCCD9', 8],
    ['63AB4258ECA922976811C7F55C383CE7', 24],
    ['DFBC5AC97CED01B3A6E348E3CC63F40D', 19],
    ['31CB111C4A4EBE9287CEAE16FE51B909', 13],
  ] as const

  test('its table of digests and its selection come out', () => {
    const digests = published.map((_, index) =>
      Buffer.from(drawDigest('md5', utf8(key), index))
        .toString('hex')
        .toUpperCase(),
    )
    expect(digests).toEqual(published.map(([digest]) => digest))
    expect(linesOf(numbered(25), 10, key, 'md5')).toEqual(published.map(([, line]) => line))
  })
})

test('a second draw agrees, whatever the pool, the text and the hash', () => {
  const second = (count: number, take: number, entropy: string, hash: DrawHash): number[] => {
    const left = Array.from({ length: count }, (_, place) => place + 1)
    return Array.from({ length: take }, (_, index) => {
      const two = Buffer.alloc(2)
      two.writeUInt16BE(index)
      const hex = createHash(hash)
        .update(Buffer.concat([two, Buffer.from(entropy, 'utf8'), two]))
        .digest('hex')
      return left.splice(Number(BigInt(`0x${hex}`) % BigInt(left.length)), 1)[0] ?? 0
    })
  }
  const text = fc.string({ unit: 'grapheme', minLength: 1 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 700 }),
      fc.nat(),
      text,
      fc.constantFrom('sha256' as const, 'md5' as const),
      (count, part, entropy, hash) => {
        const take = 1 + (part % count)
        expect(linesOf(numbered(count), take, entropy, hash)).toEqual(second(count, take, entropy, hash))
      },
    ),
  )
})

test('65,535 lines can be drawn to the last, each once; one more is refused', () => {
  const all = numbered(65_535)
  expect(new Set(linesOf(all, 65_535, 'x', 'sha256')).size).toBe(65_535)
  expect(refusal(numbered(65_536))).toEqual({ code: problems.poolTooLong.code, paths: ['pool'] })
})

describe('a pool', () => {
  test('loses its BOM, its CRLF and one final newline, and nothing else', () => {
    const same = ['a\nb\nc', 'a\nb\nc\n', '\uFEFFa\nb\nc', '\uFEFFa\r\nb\r\nc\r\n', 'a\r\nb\nc']
    for (const text of same) expect(splitPool(text)).toEqual(['a', 'b', 'c'])
    expect(splitPool('\uFEFF\uFEFFa\n b \nc\rd\ne\r\r\n')).toEqual(['\uFEFFa', ' b ', 'c\rd', 'e\r'])
  })

  test('has no line when the file is empty, and an empty one when it holds a newline only', () => {
    expect([splitPool(''), splitPool('\uFEFF')]).toEqual([[], []])
    expect([splitPool('\n'), splitPool('\r\n'), splitPool('a\n\n')]).toEqual([[''], [''], ['a', '']])
  })

  test('is refused when empty, and for every empty or repeated line', () => {
    expect(refusal([])).toEqual({ code: problems.emptyPool.code, paths: ['pool'] })
    expect(refusal(['a', '', 'b', ''])).toEqual({ code: problems.emptyLine.code, paths: ['line 2', 'line 4'] })
    expect(refusal(['a', 'b', 'a', 'b', 'a '])).toEqual({ code: problems.repeatedLine.code, paths: ['line 3', 'line 4'] })
    expect(refusal(['a', 'a', ''], 9, '')).toEqual({ code: problems.severalFaults.code, paths: ['line 2', 'line 3', 'take', 'entropy'] })
  })

  test('has the digest of its lines joined by LF', () => {
    const result = draw({ lines: splitPool('\uFEFF甲\r\n乙\r\n'), take: 1, entropy: 'x', hash: 'sha256' })
    const digest = createHash('sha256').update('甲\n乙', 'utf8').digest('hex')
    expect(result).toMatchObject({ ok: true, value: { pool: { count: 2, digest } } })
  })
})

test('take runs from 1 to the size of the pool', () => {
  for (const take of [0, -1, 4, 1.5, Number.NaN])
    expect(refusal(numbered(3), take)).toEqual({ code: problems.takeOutOfRange.code, paths: ['take'] })
  expect([refusal(numbered(3), 1), refusal(numbered(3), 3)]).toEqual([
    { code: 0, paths: [] },
    { code: 0, paths: [] },
  ])
})

test('a draw without entropy, or with half a character of it, is none', () => {
  for (const entropy of ['', '\ud83d']) expect(refusal(['a'], 1, entropy)).toEqual({ code: problems.noEntropy.code, paths: ['entropy'] })
})
