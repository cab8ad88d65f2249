import { expect, test } from 'vitest'
import { nextFor, patienceMs } from './sending.ts'

test('a letter that was broken off is left alone for a while, sent once more, and then let be', () => {
  const at = (tries: number, ms: number) => nextFor({ tries, triedAt: new Date(0) }, ms)
  expect(at(1, patienceMs - 1)).toBe('leave')
  expect(at(1, patienceMs)).toBe('again')
  expect(at(2, patienceMs - 1)).toBe('leave')
  expect(at(2, patienceMs)).toBe('let-be')
})
