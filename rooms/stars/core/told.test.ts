import { expect, test } from 'vitest'
import { candidacyTold, honourTold } from './told.ts'

const star = { zh: '宜业兴业星', en: 'Good for Work and Business' }

test('what takes something from a unit or asks something of it is told, with its day', () => {
  expect(candidacyTold('return', '2026-09-20')?.(star).zh).toBe('宜业兴业星：退回修改，改到 2026-09-20')
  expect(honourTold('order', '2026-09-20')?.(star).en).toMatch(/^Good for Work and Business: .*, to mend until 2026-09-20$/)
  for (const verb of ['refuse', 'dismiss', 'uphold'] as const) expect(candidacyTold(verb, null)).not.toBeNull()
  for (const verb of ['warn', 'suspend', 'revoke', 'restore', 'end'] as const) expect(honourTold(verb, null)).not.toBeNull()
})

test('what the unit did itself, and what only moves on, is told to nobody', () => {
  for (const verb of ['begin', 'submit', 'pass', 'draw', 'confirm', 'withdraw', 'appeal'] as const)
    expect(candidacyTold(verb, null)).toBeNull()
  expect(honourTold('clear', null)).toBeNull()
})
