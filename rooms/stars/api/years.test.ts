// A star that an upheld complaint takes away for a year: refused in this year's cycle, certified in the next one, when the
// complaint has left the window of twelve months.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { home, parameters, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let play: ReturnType<typeof playing>

beforeAll(async () => {
  await staySignedIn(trial)
  play = playing(trial)
  await play.seat()
})

const short = { ...parameters, publicityKind: 'calendar', publicityDays: 1 }
const certify = (at: Where) => play.call('countyAdmin', 'stars.certify', { params: { unit: at.unit, id: at.id }, body: {} })

async function openIn(year: number): Promise<Where> {
  const cycle = await play.plan({ parameters: short })
  const plan = {
    year,
    name: `${year}年度社区“五星”支部创建`,
    edition: 'sample/five-star/2022-community',
    calendar: [{ id: 'all', name: '全年', from: `${year}-01-01`, to: `${year}-12-31` }],
    parameters: short,
    offices: { YYXY: '人力资源和社会保障局' },
  }
  await play.done('countyAdmin', 'stars.revise', { params: { ...cycle }, body: plan })
  await play.registerCheck(cycle, year === 2026 ? undefined : { from: `${year}-01-01`, sunset: `${year}-12-31` })
  await play.done('countyAdmin', 'stars.open', { params: { ...cycle }, body: {} })
  return cycle
}

test('an upheld merchant complaint within a year takes 宜业兴业星; in next year’s cycle it has left the window', async () => {
  await play.fullEmployment()
  const upheld = {
    id: randomUUID(),
    unit: home,
    type: 'merchant-complaint',
    on: '2026-05-12',
    against: '朝霞社区居委会',
    decidedBy: '演示县市场监管局',
    basis: '示例：向商户收取没有依据的费用。',
    document: '演市监〔2026〕5号',
  }
  await play.done('countyAdmin', 'facts.recordCase', { body: upheld })

  const first = await play.publicised(await openIn(2026))
  trial.clock.advance(dayMs)
  const refused = await certify(first)
  expect(refused.body.code).toBe(5762)
  expect(JSON.stringify(refused.body)).toContain('底线 B1')
  const shown = await play.done('secretary', 'stars.candidacy', { params: { unit: home, id: first.id } })
  const { rows } = shown['evaluation'] as { rows: { row: string; met: boolean | null; because: string }[] }
  const line = rows.find((row) => row.row === 'B1')
  expect(line?.met).toBe(false)
  expect(line?.because).toContain('2026-05-12')
  // The negative answer names its row and can be appealed.
  await play.take('countyAdmin', 'refuse', first, { rows: [{ row: 'B1', reason: line?.because ?? '' }] })
  expect((await play.done('secretary', 'stars.candidacy', { params: { unit: home, id: first.id } }))['verbs']).toContain('appeal')

  // 2027-06-01: more than twelve months after the complaint.
  trial.clock.advance(265 * dayMs)
  const next = await play.publicised(await openIn(2027))
  trial.clock.advance(dayMs)
  const certified = await certify(next)
  expect(certified.status, JSON.stringify(certified.body)).toBe(200)
  expect(certified.body).toMatchObject({ year: 2027, star: 'YYXY', state: 'held' })
})

test('reviews of a former year do not carry over into the next cycle', async () => {
  const { rows } = await trial.owner.query<{ count: number }>(`select count(*)::int as count from fact_reviews`)
  expect(rows[0]?.count).toBe(0)
  const cycle = await openIn(2027)
  const at = await play.begin(cycle, 'XFHX')
  const sheet = await play.done('secretary', 'stars.check', { params: { ...at } })
  const asked = (sheet['rows'] as { row: string }[]).map((row) => row.row)
  await play.answerAll(at, asked)
  await play.take('secretary', 'submit', at)
  await play.take('officer', 'pass', at, { reviews: [{ row: 'XFHX-4', result: 'met', reason: '现场核过' }] })
  const met = async (of: Where): Promise<unknown> => {
    const shown = await play.done('secretary', 'stars.candidacy', { params: { ...of } })
    const { rows: outcomes } = shown['evaluation'] as { rows: { row: string; met: boolean | null }[] }
    return outcomes.find((row) => row.row === 'XFHX-4')?.met
  }
  expect(await met(at)).toBe(true)
  trial.clock.advance(300 * dayMs)
  const later = await play.begin(await openIn(2028), 'XFHX')
  expect(await met(later)).toBe(null)
})
