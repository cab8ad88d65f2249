import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCode, readCode, showCode } from './code.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codes = fc.infiniteStream(fc.nat(255)).map((stream) => makeCode({ bytes: (count) => Uint8Array.from(stream.take(count)) }))

test('a code reads back however a person types it', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/)
      for (const typed of [code, code.toLowerCase(), showCode(code), ` ${showCode(code).replaceAll('-', ' ')} `])
        expect(readCode(typed)).toBe(code)
    }),
  )
  expect(readCode('２３４５６７８９ＡＢＣ' + (readCodeEnd('23456789ABC') ?? ''))).toBe('23456789ABC' + readCodeEnd('23456789ABC'))
})

function readCodeEnd(body: string): string | undefined {
  return [...alphabet].find((end) => readCode(body + end) !== null)
}

test('one wrong character and two swapped characters are always noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.nat(11), fc.constantFrom(...alphabet), (code, at, other, sign) => {
      const signs = [...code]
      if (signs[at] !== sign) expect(readCode(signs.with(at, sign).join(''))).toBeNull()
      const swapped = signs
        .with(at, signs[other] ?? '')
        .with(other, signs[at] ?? '')
        .join('')
      if (swapped !== code) expect(readCode(swapped)).toBeNull()
    }),
  )
})

test('dice that favour bytes above 247 do not favour characters', () => {
  const bytes = [255, 250, 248, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  let next = 0
  const code = makeCode({ bytes: (count) => Uint8Array.from({ length: count }, () => bytes[next++ % bytes.length] ?? 0) })
  expect(code.slice(0, 11)).toBe('23456789ABC')
})

test('what is no code is none', () => {
  for (const text of ['', '2345', 'ABCDEFGHJKMN2', 'OOOO-1111-LLLL', '查询码查询码查询码查询码']) expect(readCode(text)).toBeNull()
})
