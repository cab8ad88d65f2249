// What a township adds is asked of whoever submits from then on, never of what was submitted before.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { edition, home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let play: ReturnType<typeof playing>

beforeAll(async () => {
  await staySignedIn(trial)
  play = playing(trial)
  await play.seat()
})

const rowsIn = async (at: Where): Promise<string[]> =>
  ((await play.done('countyAdmin', 'stars.candidacy', { params: { unit: at.unit, id: at.id } }))['asked'] as { row: string }[]).map(
    (one) => one.row,
  )

test('a star that is publicised gains no row nobody answered; what is returned and answered again does', async () => {
  const at = await play.publicised(await play.open())
  trial.clock.advance(dayMs)
  const criterion = { id: 'CG-1', text: '示例：每季度走访商户', kind: 'reviewed' }
  const add = (id: string, from: string) =>
    play.code('officer', 'standards.add', {
      body: { id: randomUUID(), unit: '990101001', edition, star: 'YYXY', from, criterion: { ...criterion, id } },
    })
  expect(await add('CG-2', '2026-09-08')).toBe(5530)
  // What was submitted earlier on that day was never asked it, either.
  expect(await add('CG-2', '2026-09-09')).toBe(5530)
  expect(await add('CG-1', '2026-09-10')).toBeUndefined()
  trial.clock.advance(dayMs)
  expect(await rowsIn(at)).not.toContain('CG-1')
  // Nor does the unit's own sheet have a row that cannot be answered.
  const sheet = await play.done('secretary', 'stars.check', { params: { unit: home, id: at.id } })
  expect((sheet['rows'] as { row: string }[]).map(({ row }) => row)).not.toContain('CG-1')
  const naming = { rows: [{ row: 'CG-1', reason: '没有走访' }], due: '2026-09-20' }
  expect(await play.code('countyAdmin', 'stars.return', { params: { unit: home, id: at.id }, body: naming })).toBe(5756)
  await play.take('countyAdmin', 'return', at, { ...naming, rows: [{ row: 'YYXY-4', reason: '台账对不上' }] })
  expect(await rowsIn(at)).toContain('CG-1')
  expect(await play.code('secretary', 'stars.submit', { params: { unit: home, id: at.id }, body: {} })).toBe(5758)
  await play.answerAll(at, ['CG-1'])
  await play.take('secretary', 'submit', at)
  expect(await rowsIn(at)).toContain('CG-1')
})
