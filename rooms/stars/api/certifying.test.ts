import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { queueOf } from '../queue.ts'
import { home, playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
const oneDay = { parameters: { publicityKind: 'calendar', publicityDays: 1 } }
let play: ReturnType<typeof playing>

beforeAll(async () => {
  play = playing(trial)
  await staySignedIn(trial)
  await play.seat()
})

const shown = (by: Parameters<typeof play.done>[0], at: Where) => play.done(by, 'stars.candidacy', { params: { ...at } })

describe('a sample of the level above', () => {
  test('is sealed first, entered by two persons, and holds up publicity until it is drawn and confirmed', async () => {
    const cycle = await play.open({ parameters: { samplingPercent: 20 } })
    const at = await play.agreed(cycle)
    const publicise = () =>
      play.call('countyAdmin', 'stars.publicise', { params: { ...cycle }, body: { publicity: randomUUID(), candidacies: [at] } })
    expect((await publicise()).body.code).toBe(5766)
    // What waits stands at the level that does it: the county publicises, the prefecture samples.
    const waits = async (by: 'countyAdmin' | 'supervisor') =>
      (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by)))).map(({ title, count }) => `${title.zh} ${count}`)
    expect(await waits('countyAdmin')).toEqual(['联审通过待公示 1'])
    expect(await waits('supervisor')).toEqual(['联审通过待抽查 1'])
    const sample = randomUUID()
    const sealed = await play.done('supervisor', 'stars.sealSample', {
      params: { ...cycle },
      body: { sample, below: '990101', sources: ['9月9日福彩3D开奖号码'] },
    })
    expect(sealed).toMatchObject({ state: 'sealed', take: 1, pool: [`${home} YYXY 朝霞社区`] })
    const enter = (by: 'supervisor' | 'gridWorker', values: string[]) =>
      play.call(by, 'stars.enterSample', { params: { unit: '9901', id: sample }, body: { values } })
    expect((await enter('supervisor', ['3 8 1', '7'])).body.code).toBe(5774)
    expect((await enter('supervisor', ['3 8 1'])).body.state).toBe('half')
    expect((await enter('supervisor', ['3 8 1'])).body.code).toBe(5773)
    expect((await enter('gridWorker', ['3 8 2'])).body).toMatchObject({ state: 'sealed', differed: true })
    await enter('supervisor', ['3 8 1'])
    expect((await enter('gridWorker', ['1, 3, 8'])).body).toMatchObject({ state: 'drawn', entropy: '1.3.8./', selected: [1] })
    expect((await enter('gridWorker', ['3 8 1'])).body.code).toBe(5769)
    expect(await waits('supervisor')).toEqual(['抽中待确认 1'])
    expect((await publicise()).body.code).toBe(5760)
    await play.take('supervisor', 'confirm', at, { reason: '现场看过' })
    expect(await waits('supervisor')).toEqual([])
    // Bottom line B2 is not known to be met: told before anybody reads the star, with its row and why.
    expect((await shown('countyAdmin', at))['hindrances']).toEqual(['底线 B2 不满足或情况不明'])
    const foreseen = (state: string) => play.done('countyAdmin', 'stars.foreseen', { params: { ...cycle }, query: { state } })
    expect((await foreseen('agreed'))['rows']).toMatchObject([{ id: at.id, star: 'YYXY', rows: [{ row: 'B2', met: false }] }])
    expect((await foreseen('joint'))['rows']).toEqual([])
    const hindered = await publicise()
    expect(hindered.body.code).toBe(5775)
    expect(JSON.stringify(hindered.body)).toMatch(/朝霞社区 · 宜业兴业星：B2 /)
    expect((await trial.owner.query('select 1 from star_publicities')).rows).toEqual([])
    await play.fullEmployment()
    expect((await publicise()).status).toBe(200)
    const { rows } = await play.done('nobody', 'stars.samples', { params: { cycle: cycle.id } })
    expect(rows).toMatchObject([{ poolDigest: sealed['poolDigest'], entropy: '1.3.8./', selected: [1] }])
  })
})

test('one pool is drawn once: a second seal is refused, and with a reason it voids the first, for anybody to read', async () => {
  const cycle = await play.open({ parameters: { samplingPercent: 20 } })
  await play.agreed(cycle)
  const seal = (sample: string, below: string, reason = '') =>
    play.call('supervisor', 'stars.sealSample', { params: { ...cycle }, body: { sample, below, sources: ['福彩3D'], reason } })
  const [first, second] = [randomUUID(), randomUUID()]
  expect((await seal(first, '990101')).status).toBe(200)
  expect((await seal(second, '990101001')).body.code).toBe(5779)
  expect((await seal(second, '990101001', '来源当天停开')).status).toBe(200)
  const { rows } = await play.done('nobody', 'stars.samples', { params: { cycle: cycle.id } })
  expect(rows).toMatchObject([
    { id: first, state: 'void', voidReason: '来源当天停开' },
    { id: second, state: 'sealed' },
  ])
  const enter = { params: { unit: '9901', id: first }, body: { values: ['3 8 1'] } }
  expect(await play.code('supervisor', 'stars.enterSample', enter)).toBe(5805)
})

test('two seals of one pool at once: one stands, the other is refused', async () => {
  const cycle = await play.open({ parameters: { samplingPercent: 20 } })
  await play.agreed(cycle)
  const seal = (below: string) =>
    play.call('supervisor', 'stars.sealSample', {
      params: { ...cycle },
      body: { sample: randomUUID(), below, sources: ['福彩3D'], reason: '' },
    })
  const both = await Promise.all([seal('990101'), seal('9901')])
  expect(new Set(both.map((one) => one.status))).toEqual(new Set([200, 409]))
  expect(both.find((one) => one.status !== 200)?.body.code).toBe(5779)
})

describe('certification', () => {
  test('waits for the days of publicity, objections and bottom lines; then the plaque is verified by a stranger', async () => {
    const cycle = await play.open()
    const at = await play.publicised(cycle)
    // 2026-09-08 and four more working days.
    expect((await shown('countyAdmin', at))['publicUntil']).toBe('2026-09-14')
    const early = await play.call('countyAdmin', 'stars.certify', { params: { ...at }, body: {} })
    expect(early.body).toMatchObject({ code: 5762 })
    expect(JSON.stringify(early.body)).toContain('公示到 2026-09-14')
    const sent = await play.done('nobody', 'stars.object', {
      body: { unit: '990101', publicity: at.publicity, candidacy: at.id, text: '上月还有投诉没有处理', nonce: 'abcdefghijklmnop1' },
    })
    trial.clock.advance(7 * dayMs)
    const objected = await play.call('countyAdmin', 'stars.certify', { params: { ...at }, body: {} })
    expect(JSON.stringify(objected.body)).toContain('1 条异议没有答复')
    const [row] = (await play.done('countyAdmin', 'stars.objections', { params: { unit: '990101' } }))['rows'] as {
      id: string
      text: string
    }[]
    expect(row?.text).toBe('上月还有投诉没有处理')
    await play.done('countyAdmin', 'stars.answerObjection', {
      params: { unit: '990101', id: row?.id ?? '' },
      body: { upheld: false, answer: '已核实，不成立' },
    })
    expect(await play.done('nobody', 'stars.followObjection', { body: { code: sent['code'] } })).toMatchObject({
      state: 'dismissed',
      answer: '已核实，不成立',
    })
    // B1 is broken after it was shown: an upheld complaint, until it is overturned.
    const complaint = await play.done('countyAdmin', 'facts.recordCase', {
      body: {
        id: randomUUID(),
        unit: home,
        type: 'merchant-complaint',
        on: '2026-09-10',
        against: '朝霞社区居委会',
        decidedBy: '演示县市场监管局',
        basis: '示例：向商户收取没有依据的费用。',
        document: '演市监〔2026〕5号',
      },
    })
    const unmet = await play.call('countyAdmin', 'stars.certify', { params: { ...at }, body: {} })
    expect(JSON.stringify(unmet.body)).toContain('底线 B1')
    expect((await shown('countyAdmin', at))['hindrances']).toEqual(['底线 B1 不满足或情况不明'])
    const overturn = { id: randomUUID(), reason: '复议决定撤销' }
    await play.done('countyAdmin', 'facts.overturnCase', { params: { unit: home, id: complaint.id }, body: overturn })
    const honour = await play.done('countyAdmin', 'stars.certify', { params: { ...at }, body: { document: '演组〔2026〕18号' } })
    expect(honour).toMatchObject({ star: 'YYXY', state: 'held', year: 2026 })
    expect(await play.done('countyAdmin', 'stars.certify', { params: { ...at }, body: {} })).toMatchObject({ id: honour.id })
    const plaque = String(honour['plaque'])
    expect(
      await play.done('nobody', 'stars.plaque', { params: { code: `${plaque.slice(0, 4)}-${plaque.slice(4, 8)}-${plaque.slice(8)}` } }),
    ).toMatchObject({
      unit: home,
      state: 'held',
    })
    expect(await play.code('nobody', 'stars.plaque', { params: { code: 'NOPE' } })).toBe(5780)
  })

  test('a hard quota of the district is never exceeded', async () => {
    const cycle = await play.open()
    await play.done('countyAdmin', 'stars.allot', {
      params: { ...cycle },
      body: { quotas: [{ unit: '990101', star: 'YYXY', most: 0, hard: true }] },
    })
    const at = await play.publicised(cycle)
    trial.clock.advance(10 * dayMs)
    const full = await play.call('countyAdmin', 'stars.certify', { params: { ...at }, body: {} })
    expect(JSON.stringify(full.body)).toContain('硬性名额已经用完')
    await play.done('countyAdmin', 'stars.allot', {
      params: { ...cycle },
      body: { quotas: [{ unit: '990101', star: 'YYXY', most: 1, hard: true }] },
    })
    await play.take('countyAdmin', 'certify', at)
    expect(
      await play.code('countyAdmin', 'stars.allot', {
        params: { ...cycle },
        body: { quotas: [{ unit: '990101', star: 'YYXY', most: 0, hard: true }] },
      }),
    ).toBe(5708)
  })

  test('a quota that is allotted late counts what was certified before it, by screen and by sheet', async () => {
    const cycle = await play.open(oneDay)
    const at = await play.publicised(cycle)
    trial.clock.advance(dayMs)
    await play.take('countyAdmin', 'certify', at)
    const allot = (unit: string, most: number, hard = true) =>
      play.code('countyAdmin', 'stars.allot', { params: { ...cycle }, body: { quotas: [{ unit, star: 'YYXY', most, hard }] } })
    expect(await allot('990101', 0)).toBe(5708)
    const sheet = await trial.as('countyAdmin').call<{ errors: { line: number; detail: string }[] }>('stars.importQuotas', {
      params: { ...cycle },
      file: { name: 'quotas.csv', bytes: '代码,星,名额数,硬性\n990101001,宜业兴业星,0,是' },
      body: { dryRun: true },
    })
    expect(sheet.body.errors).toMatchObject([{ line: 2, detail: '已认定 1 颗，硬性名额不能更少' }])
    expect([await allot('990101', 1), await allot('990101001', 0, false)]).toEqual([undefined, undefined])
    const { rows } = await play.done('secretary', 'stars.quotas', { params: { ...cycle } })
    expect((rows as { given: number }[]).map((row) => row.given)).toEqual([1, 1])
  })

  test('a star that is being certified while a quota is allotted is counted by it', async () => {
    const cycle = await play.open(oneDay)
    const at = await play.publicised(cycle)
    trial.clock.advance(dayMs)
    const body = { quotas: [{ unit: '990101', star: 'YYXY', most: 0, hard: true }] }
    const [certified, allotted] = await Promise.all([
      play.call('countyAdmin', 'stars.certify', { params: { ...at }, body: {} }),
      play.call('countyAdmin', 'stars.allot', { params: { ...cycle }, body }),
    ])
    expect([certified.status, allotted.status].filter((status) => status === 200)).toHaveLength(1)
    const counts = `select (select count(*)::int from star_honours where cycle = $1) as held,
      (select coalesce(min(most), 1) from star_quotas where cycle = $1) as most`
    const { rows } = await trial.owner.query<{ held: number; most: number }>(counts, [cycle.id])
    expect(rows[0]?.held).toBeLessThanOrEqual(rows[0]?.most ?? 0)
  })

  test('a parameter that the county has not set is asked for, never guessed', async () => {
    const cycle = await play.open({ parameters: { publicityDays: null } })
    const at = await play.agreed(cycle)
    const answer = await play.call('countyAdmin', 'stars.publicise', {
      params: { ...cycle },
      body: { publicity: randomUUID(), candidacies: [at] },
    })
    expect(answer.body).toMatchObject({ code: 5705 })
    expect(JSON.stringify(answer.body)).toContain('公示天数')
  })
})

test('what is held is warned, ordered to mend, suspended after the day and restored, each with its basis', async () => {
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  const honour = await play.take('countyAdmin', 'certify', at)
  const where = { unit: home, id: honour.id }
  const step = (body: object) => play.call('countyAdmin', 'stars.honourStep', { params: where, body })
  expect((await step({ verb: 'suspend', basis: '检查' })).body.code).toBe(5781)
  await step({ verb: 'warn', document: '演组〔2026〕7号', basis: '底线B1接近' })
  expect((await step({ verb: 'order', document: '演组〔2026〕7号', basis: '投诉上升' })).body.code).toBe(5757)
  expect((await step({ verb: 'order', document: '演组〔2026〕7号', basis: '投诉上升', due: '2026-12-31' })).body.state).toBe('mending')
  expect((await step({ verb: 'suspend', basis: '未整改', document: '演组〔2027〕1号' })).body.code).toBe(5783)
  expect((await step({ verb: 'restore', basis: '整改到位' })).body.code).toBe(5782)
  expect((await step({ verb: 'restore', basis: '整改到位', document: '演组〔2027〕2号' })).body.state).toBe('held')
  expect(
    await play.code('secretary', 'stars.honourStep', { params: where, body: { verb: 'warn', basis: 'x', document: '演组〔2026〕7号' } }),
  ).toBe(101)
})

test('certified stars are filed once, and awards stand with their basis for anybody to read', async () => {
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  const honour = await play.take('countyAdmin', 'certify', at)
  const filing = { filing: randomUUID(), document: '演组〔2026〕20号', honours: [{ unit: home, id: honour.id }] }
  const filed = await play.done('countyAdmin', 'stars.file', { params: { ...cycle }, body: filing })
  expect(filed).toMatchObject({ number: 1, honours: [honour.id] })
  expect(await play.done('countyAdmin', 'stars.file', { params: { ...cycle }, body: filing })).toEqual(filed)
  expect(await play.code('countyAdmin', 'stars.file', { params: { ...cycle }, body: { ...filing, filing: randomUUID() } })).toBe(5786)
  expect((await play.done('nobody', 'stars.filings', { params: { cycle: cycle.id } }))['rows']).toHaveLength(1)
  const award = {
    id: randomUUID(),
    subject: home,
    kind: 'red-banner',
    title: '第三季度流动红旗',
    basis: '第三季度亮赛比先进',
    on: '2026-09-08',
  }
  expect(await play.code('officer', 'stars.award', { params: { unit: '990101001' }, body: { ...award, subject: '990102101201' } })).toBe(
    5707,
  )
  expect(await play.code('officer', 'stars.award', { params: { unit: '990101001' }, body: { ...award, kind: 'black-banner' } })).toBe(103)
  expect(await play.code('officer', 'stars.award', { params: { unit: '990101001' }, body: { ...award, on: '2099-01-01' } })).toBe(5787)
  expect(await play.code('secretary', 'stars.award', { params: { unit: home }, body: award })).toBe(101)
  await play.done('officer', 'stars.award', { params: { unit: '990101001' }, body: award })
  const list = () => play.done('nobody', 'stars.awards', { query: { below: '990101' } })
  expect((await list())['rows']).toMatchObject([{ subjectName: '朝霞社区', basis: '第三季度亮赛比先进', withdrawnOn: null }])
  const wrong = { params: { unit: '990101001', id: award.id }, body: { reason: '单位登记有误' } }
  expect(await play.done('officer', 'stars.withdrawAward', wrong)).toHaveProperty('withdrawnOn', expect.stringMatching(/^2026/))
  expect(await play.code('officer', 'stars.withdrawAward', wrong)).toBe(5785)
})

test('acts say what was decided and never what a draft or an objector wrote', async () => {
  const { rows } = await trial.owner.query(`select verb, payload::text as payload from acts where room = 'stars'`)
  expect(rows.length).toBeGreaterThan(20)
  const verbs = new Set(rows.map((row: { verb: string }) => row.verb))
  for (const verb of ['plan', 'open', 'begin', 'submit', 'pass', 'publicise', 'certify', 'object', 'answerObjection'])
    expect(verbs).toContain(verb)
  expect(verbs).not.toContain('keepRows')
  expect(JSON.stringify(rows)).not.toContain('上月还有投诉')
})
