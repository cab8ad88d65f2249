import { expect, test } from 'vitest'
import { targetPattern } from '#rooms/evidence/core/item.ts'
import { citedRow } from './cited-row.ts'

const id = '01990a00-0000-7000-8000-000000000502'

test('a row names itself as a target that evidence takes, and two rows never the same', () => {
  const long = `R${'x'.repeat(58)}`
  const rows = ['B1', 'YYXY-B2b', `${long}1`, `${long}2`]
  const targets = rows.map((row) => citedRow(id, row))
  for (const target of targets) expect(target).toMatch(targetPattern)
  expect(new Set(targets).size).toBe(rows.length)
  expect(targets[0]).toBe(
    'candidacy-row:01990a0000007000800000000000502.B1'.replace('01990a0000007000800000000000502', id.replaceAll('-', '')),
  )
})
