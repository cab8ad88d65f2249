import { expect, test } from 'vitest'
import { mayReadMetrics } from './metrics.ts'

test('metrics are read from this machine, or with the token where one is set', () => {
  expect(mayReadMetrics({ ip: '127.0.0.1', headers: {} }, undefined)).toBe(true)
  expect(mayReadMetrics({ ip: '::ffff:127.0.0.1', headers: {} }, '')).toBe(true)
  expect(mayReadMetrics({ ip: '10.1.2.3', headers: {} }, undefined)).toBe(false)
  expect(mayReadMetrics({ ip: '10.1.2.3', headers: { authorization: 'Bearer secret' } }, 'secret')).toBe(true)
  expect(mayReadMetrics({ ip: '127.0.0.1', headers: {} }, 'secret')).toBe(false)
})
