// What a draft can be sent back with: items that it has, and a day that is not past.

import { expect, test } from 'vitest'
import { checkReturn, returnItems } from './draft-return.ts'
import { readPack } from './read-pack.ts'
import { sizedPack } from './sized-pack.ts'

const size = { tasks: 6, criteria: 9, bottomLines: 5 }
const read = readPack(sizedPack(size, size))
if (!read.ok) throw new Error(JSON.stringify(read.problem))
const pack = read.value
const codeOf = (items: readonly string[], until = '2026-09-15'): number => {
  const checked = checkReturn(pack, { items, reason: '示例', until }, '2026-09-08')
  return checked.ok ? 0 : checked.problem.code
}

test('every star, bottom line and criterion can be named, each by an id of its own', () => {
  const ids = returnItems(pack).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const star = pack.stars[0]
  expect(ids).toEqual(expect.arrayContaining([star?.code, `${star?.code}/${star?.bottomLines[0]?.id}`, star?.tasks[0]?.criteria[0]?.id]))
  expect(codeOf(ids)).toBe(0)
})

test('the whole edition is sent back without naming one; what it does not have, or a day that is past, is refused', () => {
  expect(codeOf([])).toBe(0)
  expect(codeOf([], '2026-09-08')).toBe(0)
  expect(codeOf(['NO-SUCH'])).toBe(5526)
  expect(codeOf([], '2026-09-07')).toBe(5527)
})
