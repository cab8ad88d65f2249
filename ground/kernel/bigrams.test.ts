import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigrams, foldText } from './bigrams.ts'

test.each([
  ['城关镇', ['城关', '关镇']],
  ['村', ['村']],
  ['', []],
  ['A1 村', ['a1', '村']],
  ['ＡＢ', ['ab']],
  ['村村村', ['村村']],
  ['演示·甲', ['演示', '甲']],
  ['𠮷田村', ['𠮷田', '田村']],
])('%s', (text, pairs) => {
  expect(bigrams(text)).toEqual(pairs)
})

test('a text has all pairs of every part of it', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'城关镇村委会社区ab1'), minLength: 2, maxLength: 20 })
  const holds = fc.property(letters, fc.nat(), fc.nat(), (text, a, b) => {
    const [from, to] = [a % text.length, b % (text.length + 1)]
    const part = text.slice(Math.min(from, to), Math.max(from, to))
    const pairs = new Set(bigrams(text))
    return part.length < 2 || bigrams(part).every((pair) => pairs.has(pair))
  })
  expect(fc.check(holds).failed).toBe(false)
})

test('folds widths and case', () => {
  expect(foldText('ＡbＣ１')).toBe('abc1')
})
