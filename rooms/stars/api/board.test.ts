// Targets and what adds them up: the two plans that were published, through the API, unit by unit.

import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { beside, home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'
import { publishedPlans, spread } from '../trial-plans.ts'

const trial = useTrial()
let play: ReturnType<typeof playing>
const quarter = '2026Q3'
const plan = { strengths: '商户多', met: '驿站已建', gaps: '持证率低', goal: '年底创成', measures: '办两期培训' }

/** Townships of the plans: code and how many villages. */
const towns = ['990101201', '990101202'] as const
const villageOf = (town: string, at: number): string => `${town}${String(201 + at)}`

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  // One post that speaks for every village of the county in turn.
  await trial.owner.query("update posts set role = 'secretary', unit = '990101', district = '990101' where id = $1", [cast.gridWorker.post])
  const lines = towns.flatMap((town, index) => [
    `${town},${index === 0 ? '甲乡' : '乙镇'}`,
    ...(publishedPlans[index]?.levels ?? []).map((_, at) => `${villageOf(town, at)},第${at + 1}村`),
  ])
  const list = await trial
    .as('operator')
    .call('units.import', { file: { name: 'list.csv', bytes: ['code,name', ...lines].join('\n') }, body: { effective: '2026-01-01' } })
  expect(list.status, JSON.stringify(list.body)).toBe(200)
})

interface Totals {
  readonly units: number
  readonly levels: readonly number[]
  readonly stars: Readonly<Record<string, number>>
}
interface Board {
  readonly rows: readonly { unit: string; unitName: string; targets: Totals; certified: Totals; quotas: unknown[] }[]
  readonly all: { targets: Totals; targetSums: [number, number]; certifiedSums: [number, number]; quotas: unknown[] }
}

const boardOf = async (by: 'countyAdmin' | 'secretary' | 'officer', cycle: Where, below?: string): Promise<Board> =>
  (await play.done(by, 'stars.board', {
    params: { ...cycle },
    query: { quarter, ...(below === undefined ? {} : { below }) },
  })) as unknown as Board

const aim = (cycle: Where, unit: string, stars: readonly string[], by: 'secretary' | 'gridWorker' = 'secretary') =>
  play.done(by, 'stars.setTarget', { params: { unit }, body: { cycle: cycle.id, quarter, stars: [...stars], plan } })

test.each(publishedPlans.map((one, index) => ({ ...one, town: towns[index] ?? '' })))(
  '$name: levels and stars add up to $sum on every board',
  async (published) => {
    const cycle = await play.open({}, 'sample/five-star/2022-rural')
    for (const [at, stars] of spread(published).entries()) await aim(cycle, villageOf(published.town, at), stars, 'gridWorker')
    for (const below of [published.town, '990101']) {
      const board = await boardOf('countyAdmin', cycle, below)
      expect(board.all.targetSums).toEqual([published.sum, published.sum])
      expect(board.all.targets.stars).toEqual(published.stars)
      const levels = [0, 1, 2, 3, 4, 5].map((level) => published.levels.filter((one) => one === level).length)
      expect(board.all.targets.levels).toEqual(levels)
      expect(board.rows.reduce((sum, row) => sum + row.targets.units, 0)).toBe(published.levels.length)
    }
    const county = await boardOf('countyAdmin', cycle, '990101')
    // Units that aim for nothing have their line too.
    expect(county.rows.map((row) => row.unit)).toEqual(expect.arrayContaining([...towns, '990101001']))
    expect(county.rows.filter((row) => row.targets.units > 0).map((row) => row.unit)).toEqual([published.town])
    const file = await trial.as('countyAdmin').call<string>('stars.exportTargets', {
      params: { ...cycle },
      query: { below: published.town, quarter, format: 'csv' },
    })
    expect(file.body.match(/★/g)).toHaveLength(published.sum)
  },
)

describe('a target', () => {
  test('is the last word of a quarter; its plan is read by posts above the unit only, its stars by everybody', async () => {
    const cycle = await play.open()
    await aim(cycle, home, ['PAFZ'])
    expect(await aim(cycle, home, ['YYXY', 'ZBGY'])).toMatchObject({ stars: ['YYXY', 'ZBGY'], plan })
    const read = async (by: 'officer' | 'outsider') =>
      (await play.done(by, 'stars.targets', { params: { ...cycle }, query: { below: '990101', quarter } }))['rows']
    expect(await read('officer')).toEqual([{ unit: home, unitName: '朝霞社区', quarter, stars: ['YYXY', 'ZBGY'], plan }])
    expect(await read('outsider')).toEqual([{ unit: home, unitName: '朝霞社区', quarter, stars: ['YYXY', 'ZBGY'], plan: null }])
    const aims = await play.done('nobody', 'stars.aims', { params: { ...cycle }, query: { quarter } })
    expect(aims['rows']).toEqual([{ unit: home, unitName: '朝霞社区', stars: ['YYXY', 'ZBGY'] }])
    expect(JSON.stringify(aims)).not.toContain('商户多')
  })

  test('of another unit, an unknown star or another kind of unit is refused', async () => {
    const cycle = await play.open()
    const set = (unit: string, stars: string[]) =>
      play.code('secretary', 'stars.setTarget', { params: { unit }, body: { cycle: cycle.id, quarter, stars, plan } })
    expect(await set(beside, ['YYXY'])).toBe(102)
    expect(await set(home, ['NONE'])).toBe(5706)
    const rural = await play.open({}, 'sample/five-star/2022-rural')
    const other = { cycle: rural.id, quarter, stars: ['CYXW'], plan }
    expect(await play.code('secretary', 'stars.setTarget', { params: { unit: home }, body: other })).toBe(5710)
  })
})

test('a board shows quotas where they are, a secretary its own line, a neighbour nothing; its file has the same figures', async () => {
  const cycle = await play.open()
  const quotas = [
    { unit: '990101', star: 'YYXY', most: 9, hard: true },
    { unit: '990101001', star: 'YYXY', most: 4, hard: false },
  ]
  await play.done('countyAdmin', 'stars.allot', { params: { ...cycle }, body: { quotas } })
  await aim(cycle, home, ['YYXY'])
  const county = await boardOf('countyAdmin', cycle)
  expect(county.all.quotas).toEqual([{ star: 'YYXY', most: 9, hard: true, given: 0 }])
  expect(county.rows.find((row) => row.unit === '990101001')).toMatchObject({ quotas: [{ star: 'YYXY', most: 4, hard: false, given: 0 }] })
  // Each community of the township has its line; villages, which the edition is not for, have none.
  const communities = (await boardOf('officer', cycle)).rows
  expect(communities.map((row) => [row.unit, row.targets.units])).toEqual(
    expect.arrayContaining([
      [home, 1],
      [beside, 0],
    ]),
  )
  expect(communities.every((row) => row.unit.startsWith('990101001'))).toBe(true)
  expect((await boardOf('secretary', cycle)).rows).toMatchObject([{ unit: home, targets: { stars: { YYXY: 1 } } }])
  expect(await play.code('secretary', 'stars.board', { params: { ...cycle }, query: { below: '990101' } })).toBe(5700)
  const file = await trial.as('countyAdmin').call<string>('stars.exportBoard', { params: { ...cycle }, query: { quarter, format: 'csv' } })
  expect(file.body).toContain('晨光街道,990101001,1,1,')
  expect(file.body).toContain('宜业兴业星 0/4')
  expect(await play.code('outsider', 'stars.exportBoard', { params: { ...cycle }, query: { format: 'csv' } })).toBe(5700)
})
