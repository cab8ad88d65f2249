// A star that an upheld complaint takes away for a year: refused in this year's cycle, certified in the next one, when the
// complaint has left the window of twelve months.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
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
  // A second officer of the county: who answers an appeal is not who decided.
  await trial.owner.query("update posts set role = 'county-officer', unit = '990101', district = '990101' where id = $1", [cast.judge.post])
})

const short = { ...parameters, publicityKind: 'calendar', publicityDays: 1 }
const certify = (at: Where) => play.call('countyAdmin', 'stars.certify', { params: { unit: at.unit, id: at.id }, body: {} })

async function openIn(year: number, more: object = {}): Promise<Where> {
  const cycle = await play.plan({ parameters: short })
  const plan = {
    year,
    name: `${year}年度社区“五星”支部创建`,
    edition: 'sample/five-star/2022-community',
    calendar: [{ id: 'all', name: '全年', from: `${year}-01-01`, to: `${year}-12-31` }],
    parameters: { ...short, ...more },
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

  const thisYear = await openIn(2026)
  const first = await play.agreed(thisYear)
  const list = { publicity: randomUUID(), candidacies: [first] }
  const refused = await play.call('countyAdmin', 'stars.publicise', { params: { ...thisYear }, body: list })
  expect(refused.body.code).toBe(5775)
  expect(JSON.stringify(refused.body)).toContain('B1 ')
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

test('a star ends with the next year’s decision, by its document; the unit is told, the plaque says the day, nobody does it by hand', async () => {
  // 2028-03-28 by now; the star of 2027 stands.
  const held = async () =>
    (await play.done('nobody', 'stars.held', { query: { below: home } }))['rows'] as {
      id: string
      year: number
      state: string
      to: string | null
      plaque: string
    }[]
  const [last] = await held()
  expect(last).toMatchObject({ year: 2027, state: 'held' })
  const where = { unit: home, id: last?.id ?? '' }
  const byHand = { verb: 'end', basis: '届满', document: '演组〔2028〕1号' }
  expect(await play.code('countyAdmin', 'stars.honourStep', { params: where, body: byHand })).toBe(103)

  const cycle = await openIn(2028, { formerStars: 'decided' })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  expect((await certify(at)).body.code).toBe(5777)
  const anew = await play.take('countyAdmin', 'certify', at, { document: '演组〔2028〕2号' })
  const [now, before] = await held()
  expect([now?.id, before]).toMatchObject([anew.id, { year: 2027, state: 'ended', to: '2028-03-28' }])
  const record = await play.done('secretary', 'stars.honourRecord', { params: where })
  expect(record['steps']).toMatchObject([{ verb: 'end', document: '演组〔2028〕2号', basis: '2028年度重新认定' }])
  const { rows } = (await play.done('secretary', 'notices.inbox')) as unknown as { rows: { title: { zh: string } }[] }
  expect(rows.map((row) => row.title.zh)).toContain('宜业兴业星：届满')
  const page = await trial.as('nobody').fetch(`/plaque/${last?.plaque ?? ''}`)
  expect(await page.text()).toContain('已于2028年3月28日届满')
})

test('what was not certified anew ends as the cycle closes; not while an appeal is open, nor before the county has said when', async () => {
  const [former] = (await play.done('nobody', 'stars.held', { query: { below: home, year: '2028' } }))['rows'] as { id: string }[]
  const where = { unit: home, id: former?.id ?? '' }
  trial.clock.advance(330 * dayMs)
  const cycle = await openIn(2029)
  const close = (document: string) => play.call('countyAdmin', 'stars.closeCycle', { params: { ...cycle }, body: { document } })
  expect((await close('演组〔2029〕1号')).body.code).toBe(5705)
  const amend = (formerStars: string) =>
    play.done('countyAdmin', 'stars.amend', {
      params: { ...cycle },
      body: {
        calendar: [{ id: 'all', name: '全年', from: '2029-01-01', to: '2029-12-31' }],
        parameters: { ...short, formerStars },
        offices: {},
        reason: '按县里文件',
      },
    })
  await amend('closed')
  const order = { verb: 'order', basis: '投诉', document: '演组〔2029〕2号', due: '2029-12-31' }
  await play.done('countyAdmin', 'stars.honourStep', { params: where, body: order })
  const appeal = randomUUID()
  await play.done('secretary', 'stars.appealHonour', { params: where, body: { appeal, reason: '已办结' } })
  expect((await close('演组〔2029〕1号')).body.code).toBe(5778)
  // Taken back, it holds nothing up any more.
  await play.done('secretary', 'stars.withdrawHonourAppeal', { params: where, body: { appeal, reason: '情况已查清' } })
  expect((await close('')).body.code).toBe(5777)
  expect((await close('演组〔2029〕1号')).body).toMatchObject({ ended: 1 })
  const [ended] = (await play.done('nobody', 'stars.held', { query: { below: home, year: '2028' } }))['rows'] as object[]
  expect(ended).toMatchObject({ state: 'ended' })
})
