// Counts are never hard-coded: an edition of one city's size, of another's, and of neither.

import { expect, test } from 'vitest'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { compilePack } from './compile.ts'
import { evaluate, judgeAll } from './evaluate.ts'
import { countsOf } from './pack-shapes.ts'
import { packDocument, readPack } from './read-pack.ts'
import { sizedPack } from './sized-pack.ts'

const packOf = (...sizes: Parameters<typeof sizedPack>) => {
  const pack = readPack(sizedPack(...sizes))
  if (!pack.ok) throw new Error(JSON.stringify(pack.problem, null, 1))
  return pack.value
}
const sheet: FactSheet = {
  unit: { code: '990101101201', kind: 'village' },
  asOf: '2022-12-31',
  facts: { income: '12', households: '40', share: '85', open: true, grade: '甲' },
  cases: [],
  certificates: [{ name: '示范', level: 'county', from: '2022-01-01', to: null }],
  reviews: [],
}

test('29 + 27 tasks, 197 criteria and 60 bottom lines pass the check and evaluate', () => {
  const pack = packOf({ tasks: 29, criteria: 102, bottomLines: 31 }, { tasks: 27, criteria: 95, bottomLines: 29 })
  expect(countsOf(pack)).toEqual({ stars: 10, tasks: 56, criteria: 197, bottomLines: 60 })
  const compiled = compilePack(pack)
  const result = evaluate(compiled, sheet)
  expect(result.level).toBe(5)
  expect(result.stars.flatMap(({ criteria }) => [...criteria])).toHaveLength(102)
  expect(result.stars.flatMap(({ bottomLines }) => [...bottomLines])).toHaveLength(31)
  const community: FactSheet = { ...sheet, unit: { ...sheet.unit, kind: 'community' }, facts: { ...sheet.facts, income: '9' } }
  expect(evaluate(compiled, community).level).toBe(0)
  expect([...judgeAll(compiled, [sheet, community, sheet])].map(({ level }) => level)).toEqual([5, 0, 5])
})

test('112 criteria of another county, and an edition of the smallest size, do as well', () => {
  expect(countsOf(packOf({ tasks: 29, criteria: 112, bottomLines: 12 }, { tasks: 5, criteria: 10, bottomLines: 5 })).criteria).toBe(122)
  expect(countsOf(packOf({ tasks: 5, criteria: 10, bottomLines: 5 }, { tasks: 5, criteria: 10, bottomLines: 5 })).tasks).toBe(10)
})

test('the document of an edition reads as the same edition', () => {
  const pack = packOf({ tasks: 29, criteria: 102, bottomLines: 31 }, { tasks: 27, criteria: 95, bottomLines: 29 })
  const again = readPack(JSON.parse(JSON.stringify(packDocument(pack))))
  expect(again.ok && again.value).toEqual(pack)
})
