import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

const widthOf = (letter: string): number => (letter < '\u0080' ? 0.5 : 1)
const broken = (text: string, width: number, indent = 0): string[] => linesOf(text, { width, widthOf, indent }).map((line) => line.text)

test('a line is filled, and the first one has less room', () => {
  expect(broken('一二三四五六七八', 4)).toEqual(['一二三四', '五六七八'])
  expect(broken('一二三四五六七八', 4, 2)).toEqual(['一二', '三四五六', '七八'])
  expect(broken('', 4)).toEqual([''])
})

test('no line begins with a closing mark or ends with an opening one', () => {
  expect(broken('一二三四，五六', 4)).toEqual(['一二三', '四，五六'])
  expect(broken('一二三（四）五', 4)).toEqual(['一二三', '（四）五'])
  expect(broken('一二三四”。五', 4)).toEqual(['一二三', '四”。五'])
})

test('numbers and Latin words stay whole, unless one is wider than a line', () => {
  expect(broken('共12.5%的村', 3)).toEqual(['共', '12.5%', '的村'])
  expect(broken('abcdefghijkl', 3)).toEqual(['abcdef', 'ghijkl'])
})

test('nothing is lost or doubled, and a line is too wide only where it cannot be broken', () => {
  const letter = fc.constantFrom('一', '二', '，', '。', '（', '）', '“', '”', 'a', '1', '.')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), fc.integer({ min: 2, max: 12 }), (letters, width) => {
      const lines = linesOf(letters.join(''), { width, widthOf })
      expect(lines.map((line) => line.text).join('')).toBe(letters.join(''))
      for (const line of lines) if (line.width > width + 0.01) expect(line.text).toMatch(/[，。（）“”.]/)
      expect(lines.filter((line) => line.last)).toEqual([lines.at(-1)])
    }),
  )
})
