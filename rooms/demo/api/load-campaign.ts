// The star campaign of the demo county: a cycle on the sample standards, targets of the street's communities, and one star of
// each at another step of its way, through the HTTP API with the cast's own sessions.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import { campaignId, contendersOf, isOfCampaign, edition, rows, star, steps } from '../core/campaign.ts'
import type { CampaignStep, Contender } from '../core/campaign.ts'
import type { DemoPack } from '../core/pack.ts'
import { street } from '../core/rounds.ts'
import { assemble } from './company.ts'
import type { Company } from './company.ts'
import { demoPassword } from './pack.ts'
import { signIn } from './session.ts'
import type { Session } from './session.ts'
import { each, must, untilRefused } from './steps.ts'

const county = street.slice(0, 6)

interface Campaign {
  readonly company: Company
  readonly office: Session
  readonly year: number
  readonly today: Day
  readonly cycle: string
}

const reached = (one: Contender, step: CampaignStep): boolean => steps.indexOf(one.step) >= steps.indexOf(step)

async function openCycle({ company, year, cycle }: Campaign): Promise<void> {
  const { county: officer } = company
  await must(officer.post('/standards/install', { unit: county, pack: edition }))
  await must(
    officer.post('/form-demands', {
      id: campaignId('demand', year),
      unit: county,
      form: `self-check:${cycle}`,
      title: '“五星”支部创建自查表',
      issuer: '演示县委组织部',
      basis: '示例：演组〔2026〕1号',
      frequency: 'year',
      from: `${year}-01-01`,
      sunset: `${year}-12-31`,
      minutes: 40,
      texts: ['“五星”支部创建自查情况'],
      below: county,
      kind: 'community',
    }),
  )
  const stage = (id: string, name: string, from: string, to: string) => ({ id, name, from: `${year}-${from}`, to: `${year}-${to}` })
  await must(
    officer.post(`/stars/cycles/${county}`, {
      id: cycle,
      year,
      name: `${year}年度社区“五星”支部创建（演示）`,
      edition,
      calendar: [
        stage('set-up', '成立机构、摸清底数', '01-01', '06-30'),
        stage('carry-out', '落实措施', '07-01', '09-30'),
        stage('supervise', '督导', '09-01', '10-31'),
        stage('certify', '自查、推荐、认定', '11-01', '12-31'),
      ],
      parameters: {
        publicityDays: 5,
        publicityKind: 'calendar',
        decidedBy: 'county',
        samplingPercent: 0,
        appealDays: 10,
        contact: '演示县委组织部 000-0000000',
      },
      offices: { [star]: '人力资源和社会保障局' },
    }),
  )
  await must(officer.post(`/stars/cycles/${county}/${cycle}/open`, {}))
  const quotas = [
    { unit: county, star, most: 8, hard: true },
    { unit: street, star, most: 6, hard: false },
  ]
  await must(officer.post(`/stars/cycles/${county}/${cycle}/allot`, { quotas }))
}

async function aim({ company, cycle, today }: Campaign, one: Contender): Promise<void> {
  const secretary = company.secretaries.get(one.unit)
  if (secretary === undefined) return
  const quarter = `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  const plan = {
    strengths: '辖区商户多，楼院支部健全。',
    met: '爱心驿站已建成，企业联系制度已运行。',
    gaps: '居民持证率不高，创业服务不够。',
    goal: '年底创成宜业兴业星。',
    measures: '办两期培训班、一场招聘会，逐户走访商户。',
  }
  await must(secretary.post(`/stars/targets/${one.unit}`, { cycle, quarter, stars: [star, ...one.also], plan }))
}

async function check(campaign: Campaign, one: Contender, secretary: Session): Promise<void> {
  const { cycle } = campaign
  const at = `/stars/candidacies/${one.unit}/${one.id}`
  await must(secretary.post(`/stars/candidacies/${one.unit}`, { id: one.id, cycle, star }))
  const answered = reached(one, 'submitted') ? rows : rows.slice(0, 5)
  const answers = answered.map((row, place) =>
    place % 4 === 3 ? { row, answer: 'not-yet', reason: '已列入本季度计划', revision: 1 } : { row, answer: 'met', reason: '', revision: 1 },
  )
  await must(secretary.post(`${at}/rows`, { rows: answers }))
  if (reached(one, 'submitted')) await must(secretary.post(`${at}/submit`, {}))
}

async function review({ company, office, today }: Campaign, one: Contender): Promise<void> {
  const at = `/stars/candidacies/${one.unit}/${one.id}`
  const { officer, county: joint } = company
  if (one.step === 'returned') {
    const note = [{ row: 'B2', reason: '充分就业社区认定文书看不清，请换一份' }]
    await must(officer.post(`${at}/return`, { rows: note, due: addDays(today, 10) }))
    return
  }
  if (one.step === 'refused') {
    await must(officer.post(`${at}/refuse`, { rows: [{ row: 'B1', reason: '上半年有一起商户投诉经核实成立' }] }))
    return
  }
  if (reached(one, 'office')) await must(officer.post(`${at}/pass`, { reason: '材料齐全，现场看过' }))
  if (reached(one, 'joint')) await must(office.post(`${at}/pass`, { reason: '符合标准' }))
  if (reached(one, 'agreed')) await must(joint.post(`${at}/pass`, { reason: '联审同意' }))
}

async function contend(campaign: Campaign, one: Contender): Promise<void> {
  const { company, year } = campaign
  if (one.certified) {
    await must(
      company.county.post('/certificates', {
        id: campaignId('certificate', year, Number(one.unit.slice(-3))),
        unit: one.unit,
        name: '充分就业社区',
        level: 'county',
        from: `${year}-01-01`,
        to: null,
        issuer: '演示县人社局',
        document: `演人社〔${year}〕2号`,
      }),
    )
  }
  await aim(campaign, one)
  const secretary = company.secretaries.get(one.unit)
  if (secretary === undefined || !reached(one, 'begun')) return
  await check(campaign, one, secretary)
  if (reached(one, 'submitted')) await review(campaign, one)
}

/** Loads the campaign when it is not there yet; how many stars it set on their way. */
export async function loadCampaign(request: {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly communities: readonly string[]
  readonly today: Day
  say(text: Text): void
}): Promise<Result<number>> {
  const { baseUrl, pack, communities, today, say } = request
  return untilRefused(async () => {
    const year = Number(today.slice(0, 4))
    const cycle = campaignId('cycle', year)
    const company = await must(assemble(baseUrl, pack))
    const { rows: there } = await must(company.county.get<{ rows: readonly { id: string }[] }>('/stars/cycles'))
    if (there.some(({ id }) => isOfCampaign(id))) return 0
    say({ zh: '开展演示的“五星”支部创建', en: 'running the star campaign of the demo' })
    const login = pack.cast.find((one) => one.role === 'star-office')?.login ?? ''
    const office = await must(signIn(baseUrl, login, demoPassword))
    const campaign: Campaign = { company, office, year, today, cycle }
    await openCycle(campaign)
    const contenders = contendersOf(communities, year)
    await each(contenders, (one) => contend(campaign, one))
    const shown = contenders.filter((one) => one.step === 'publicised').map(({ unit, id }) => ({ unit, id }))
    await must(
      company.county.post(`/stars/cycles/${county}/${cycle}/publicise`, { publicity: campaignId('publicity', year), candidacies: shown }),
    )
    return contenders.length
  })
}
