import { expect, test } from 'vitest'
import { isId } from '#ground/kernel/ids.ts'
import { readPack } from '../api/pack.ts'
import { chanceOf } from './chance.ts'
import { valuesFor } from './entropy.ts'
import { commitmentId, roundsOf } from './rounds.ts'
import type { DemoRound } from './rounds.ts'
import { seasonsOf } from './seasons.ts'
import { pointsOf } from './sheets.ts'

const pack = readPack()

function listOf(day: string): readonly DemoRound[] {
  const { earlier, closed, ready, live, table } = roundsOf(pack, seasonsOf(day))
  return [earlier, closed, ready, live, table]
}

test('quarters are counted from the day of loading, over the turn of a year too', () => {
  const summer = seasonsOf('2026-09-08')
  expect([summer.before, summer.last, summer.now].map(({ quarter, heldOn }) => [quarter, heldOn])).toEqual([
    ['2026-Q1', '2026-03-10'],
    ['2026-Q2', '2026-06-10'],
    ['2026-Q3', '2026-09-15'],
  ])
  expect(seasonsOf('2027-01-01')).toMatchObject({
    before: { quarter: '2026-Q3' },
    last: { quarter: '2026-Q4', year: 2026 },
    now: { year: 2027 },
  })
  expect(seasonsOf('2026-12-31').now.heldOn).toBe('2026-12-31')
})

test('ids are fixed, well formed and each of one record', () => {
  const one = listOf('2026-09-08')
  const other = listOf('2027-02-08')
  const idsOf = (rounds: readonly DemoRound[]): string[] => rounds.flatMap(({ id, seats }) => [id, ...seats.map((seat) => seat.id)])
  expect(idsOf(one)).toEqual(idsOf(other))
  const promised = [commitmentId('990101001001', 2026, 1), commitmentId('990101001001', 2027, 1), commitmentId('990101001011', 2026, 1)]
  const all = [...idsOf(one), ...promised]
  expect(all.every(isId)).toBe(true)
  expect(new Set(all).size).toBe(all.length)
})

test('four panels, nine judges, and secretaries who may not score their own', () => {
  for (const { seats, subjects } of listOf('2026-09-08')) {
    const judges = seats.filter(({ kind }) => kind === 'judge')
    expect(judges).toHaveLength(9)
    expect(new Set(judges.map(({ panel }) => panel)).size).toBe(4)
    const homes = judges.flatMap(({ home }) => (home === null ? [] : [home]))
    // Of four communities, one is that of a judge.
    expect(homes).toHaveLength(subjects.length < 6 ? 1 : 2)
    for (const home of homes) expect(subjects).toContain(home)
    for (const { holder } of seats) expect(holder).toMatch(/^演示·/)
  }
})

test('points fall the same way every time, in steps, and never above the maximum', () => {
  const criteria = [
    { id: 'a', max: '20', step: '0.5' },
    { id: 'b', max: '5', step: '1' },
  ]
  for (let judge = 0; judge < 200; judge += 1) {
    const of = { judge, unit: '990101001001', quarter: '2026-Q3' }
    const points = pointsOf(criteria, of)
    expect(pointsOf(criteria, of)).toEqual(points)
    for (const { id, max, step } of criteria) {
      const value = Number(points[id])
      expect(value >= 0 && value <= Number(max) && Number.isInteger(value / Number(step))).toBe(true)
    }
  }
  expect(chanceOf('a').share()).not.toBe(chanceOf('b').share())
})

test('public numbers differ from round to round and stay with their round', () => {
  const values = listOf('2026-09-08').map(({ id }) => valuesFor(id).join('/'))
  expect(new Set(values).size).toBe(values.length)
  expect(listOf('2026-09-08').map(({ id }) => valuesFor(id).join('/'))).toEqual(values)
  for (const value of values) expect(value).toMatch(/^\d+( \d+){4}\/\d( \d){2}$/)
})
