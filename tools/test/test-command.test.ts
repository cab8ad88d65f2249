import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plant } from '../source/planted.ts'
import { findServer } from './cluster.ts'
import { countRun, failuresIn, lastLine } from './count.ts'

const report = (changed: object): string =>
  JSON.stringify({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...changed })

test('a run is counted as vitest tells it', () => {
  expect(lastLine(countRun(report({}), 0))).toBe('7 passed, 0 failed')
  expect(lastLine(countRun(report({ numFailedTests: 2 }), 1))).toBe('7 passed, 2 failed')
})

test('skipped tests, broken files and runs that end badly are failures', () => {
  expect(countRun(report({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  expect(countRun(report({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1).failed).toBe(1)
  expect(countRun(report({}), 1).failed).toBe(1)
  expect(countRun(report({ numPassedTests: 0 }), 0).failed).toBe(1)
  expect(lastLine(countRun(null, 1))).toBe('0 passed, 1 failed')
})

test('what failed is named with the beginning of its reason, a broken file too', () => {
  const long = Array.from({ length: 40 }, (_, nth) => `line ${nth}`).join('\n')
  const testResults = [
    {
      name: '/house/rooms/a.test.ts',
      status: 'failed',
      assertionResults: [{ fullName: 'adds up', status: 'failed', failureMessages: [long] }],
    },
    { name: '/house/rooms/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: '/house/rooms/c.test.ts', status: 'passed', assertionResults: [{ fullName: 'holds', status: 'passed' }] },
  ]
  const [first, second, ...others] = failuresIn(report({ testResults }), '/house')
  expect(first).toMatch(/^FAILED: rooms\/a\.test\.ts > adds up\n  line 0\n/)
  expect(first).not.toContain('line 20')
  expect(second).toBe('FAILED: rooms/b.test.ts\n  no such module')
  expect(others).toEqual([])
  expect(failuresIn(null, '/house')).toHaveLength(1)
})

test('the oldest server that is new enough is taken', () => {
  const root = plant({ '14/bin/postgres': '', '15/bin/postgres': '', '17/bin/postgres': '' })
  expect(findServer(root)).toBe(join(root, '15', 'bin'))
  expect(findServer(plant({ '13/bin/postgres': '' }))).toBeNull()
})
