import { expect, test } from 'vitest'
import { withSums } from './with-sums.ts'

const promises = { units: 2, all: 5, kept: 1, partly: 1, underWay: 1, broken: 1 }
const entries = { open: 3, late: 1, closed: 2 }

test('a card has its own parts, or the sums above a county, or nothing yet', () => {
  const own = {
    commitments: { ...promises, rows: ['one'] },
    entries: { ...entries, rows: ['two'] },
    spots: { all: 40, rows: ['square'] },
  }
  expect(withSums(own, { commitments: null, entries: null, spots: ['other'] })).toEqual(own)
  const wide = { commitments: null, entries: null, spots: null }
  expect(withSums<string, string, string>(wide, { commitments: promises, entries, spots: ['square'] })).toEqual({
    commitments: { ...promises, rows: [] },
    entries: { ...entries, rows: [] },
    spots: { all: null, rows: ['square'] },
  })
  expect(withSums(wide, undefined)).toEqual(wide)
})
