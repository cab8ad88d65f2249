// An edition that is retired while a cycle runs on it: the cycle goes on as it was, and none begins on it any more.

import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { edition, playing, rowsOfYyxy } from '../trial-cycle.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
})

test('a running cycle keeps an edition that is retired; a planned one cannot be opened on it', async () => {
  const running = await play.open()
  const planned = await play.plan()
  const at = await play.begin(running)
  await play.done('countyAdmin', 'standards.retire', { body: { id: edition, reason: '由下一版替代' } })

  const body = { rows: [{ row: 'YYXY-1', answer: 'met', reason: '', revision: 1 }] }
  expect(await play.done('secretary', 'stars.keepRows', { params: { ...at }, body })).toMatchObject({ kept: ['YYXY-1'] })
  const check = (await play.done('secretary', 'stars.check', { params: { ...at } })) as unknown as { rows: { row: string }[] }
  expect(check.rows.map((one) => one.row)).toEqual(rowsOfYyxy)

  await play.registerCheck(planned)
  expect(await play.code('countyAdmin', 'stars.open', { params: { ...planned }, body: {} })).toBe(5702)
})
