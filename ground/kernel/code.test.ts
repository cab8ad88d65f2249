import { expect, test } from 'vitest'
import { ancestorsOf, covers, districtOf, levelOf, parentOf } from './code.ts'

test.each([
  ['41', 1],
  ['4108', 2],
  ['410882', 3],
  ['410882001', 4],
  ['410882001003', 5],
  ['410882001003001', 6],
  ['41088200100300101', 7],
  ['', 0],
  ['4', 0],
  ['410', 0],
  ['4108820010', 0],
  ['41088２', 0],
  ['4108a2', 0],
  ['41\n', 0],
])('%j is of level %i', (code, level) => {
  expect(levelOf(code)).toBe(level)
})

test('every code names the one above it', () => {
  expect(parentOf('41088200100300101')).toBe('410882001003001')
  expect(parentOf('410882001')).toBe('410882')
  expect([parentOf('41'), parentOf('410'), parentOf('')]).toEqual([null, null, null])
})

test('all above, nearest last, without itself', () => {
  expect(ancestorsOf('410882001003')).toEqual(['41', '4108', '410882', '410882001'])
  expect(ancestorsOf('41')).toEqual([])
})

test('a prefix covers what is below it and itself, and no neighbour', () => {
  expect(covers(['410882001'], '410882001003')).toBe(true)
  expect(covers(['410882001'], '410882001')).toBe(true)
  expect(covers(['410882001'], '410882002003')).toBe(false)
  expect(covers(['410882001'], '410882')).toBe(false)
  expect(covers([], '41')).toBe(false)
  expect(districtOf('410882001003')).toBe('410882')
})
