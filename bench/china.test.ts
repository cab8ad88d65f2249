import { expect, test } from 'vitest'
import { parentOf } from '#ground/kernel/code.ts'
import { chinaLines, chinaTotal, shares } from './china.ts'

test('shares give everything away and leave nobody empty-handed', () => {
  for (const [total, places] of [
    [100, 7],
    [7, 7],
    [3, 7],
    [55_000, 1853],
  ] as const) {
    const given = shares(total, places)
    expect(given.reduce((sum, one) => sum + one, 0)).toBe(total)
    if (total >= places) expect(Math.min(...given)).toBeGreaterThan(0)
  }
})

test('the generated tree has every unit once, below a unit that came before it', () => {
  const seen = new Set<string>()
  let orphans = 0
  for (const line of chinaLines(['张庄', '李家湾', '石桥'])) {
    const code = line.slice(0, line.indexOf(','))
    const parent = parentOf(code)
    if (parent !== null && !seen.has(parent)) orphans += 1
    seen.add(code)
  }
  expect(orphans).toBe(0)
  expect(seen.size).toBe(chinaTotal)
})
