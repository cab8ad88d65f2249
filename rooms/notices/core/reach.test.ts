import { expect, test } from 'vitest'
import { gets, mayAddress } from './reach.ts'

const post = { unit: '990101001001', role: 'secretary' }

test('a post gets what is addressed to its unit or to all below one above it, if its role is meant', () => {
  const at = (unit: string, reach: 'at' | 'below', roles: readonly string[] = []) => gets({ unit, reach, roles }, post)
  expect([at('990101001001', 'at'), at('990101001001', 'below'), at('990101', 'below'), at('990101001', 'below', ['secretary'])]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([at('990101', 'at'), at('990101001002', 'below'), at('990101001001001', 'below'), at('990101', 'below', ['judge'])]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('downwards where one writes, upwards to single units above, never sideways', () => {
  const from = (unit: string, reach: 'at' | 'below') => mayAddress(['990101001'], '990101001', { unit, reach })
  expect([from('990101001', 'below'), from('990101001002', 'at'), from('990101', 'at'), from('99', 'at')]).toEqual([true, true, true, true])
  expect([from('990101', 'below'), from('990101002', 'at'), from('990102', 'at')]).toEqual([false, false, false])
  expect(mayAddress(['990101001'], '990101002', { unit: '990101001', reach: 'at' })).toBe(false)
})
