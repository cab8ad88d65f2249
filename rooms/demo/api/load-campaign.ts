// The star campaign of the demo county: a cycle on the sample standards, targets of the street's communities, and one star of
// each at another step of its way, through the HTTP API with the cast's own sessions.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import { campaignId, contendersOf, edition, isOfCampaign, publicityDays, rows, star, steps, yearOf } from '../core/campaign.ts'
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

async function registerCheck({ company, year, cycle }: Campaign): Promise<void> {
  await must(
    company.county.post('/form-demands', {
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
}

/** What may be amended of the cycle: its calendar, how long it publicises, which office reviews. */
function termsOf({ year }: Campaign, days: number) {
  const stage = (id: string, name: string, from: string, to: string) => ({ id, name, from: `${year}-${from}`, to: `${year}-${to}` })
  return {
    calendar: [
      stage('set-up', '建机构、摸底数', '01-01', '06-30'),
      stage('carry-out', '落实措施', '07-01', '09-30'),
      stage('supervise', '督导', '09-01', '10-31'),
      stage('certify', '自查自评、推荐、认定', '11-01', '12-31'),
    ],
    parameters: {
      publicityDays: days,
      publicityKind: 'calendar',
      decidedBy: 'county',
      samplingPercent: 0,
      appealDays: 10,
      contact: '演示县委组织部 000-0000000',
    },
    offices: { [star]: '人力资源和社会保障局' },
  }
}

/** The cycle as it was planned, now or by an earlier load. */
function planCycle(campaign: Campaign): Promise<Result<{ readonly state: string }>> {
  const { company, year, cycle } = campaign
  const name = `${year}年度社区“五星”支部创建（演示）`
  const nameEn = `Five stars for communities, ${year} (demo)`
  return company.county.post(`/stars/cycles/${county}`, {
    id: cycle,
    year,
    name,
    nameEn,
    edition,
    ...termsOf(campaign, publicityDays.first),
  })
}

/** From the second batch on, publicity lasts longer. */
async function lengthenPublicity(campaign: Campaign): Promise<void> {
  const { company, cycle } = campaign
  const at = `/stars/cycles/${county}/${cycle}`
  const { parameters } = await must(company.county.get<{ parameters: { publicityDays: number | null } }>(at))
  if (parameters.publicityDays !== publicityDays.first) return
  const { first, later } = publicityDays
  const reason = `示例：首批公示${first}天，其后各批公示${later}天`
  await must(company.county.post(`${at}/amend`, { ...termsOf(campaign, later), reason }))
}

/** Shows those that stand at a step, once; which batch it is tells its number. */
async function publicise(
  { company, cycle, year }: Campaign,
  contenders: readonly Contender[],
  step: CampaignStep,
  batch: number,
): Promise<void> {
  const candidacies = contenders.filter((one) => one.step === step).map(({ unit, id }) => ({ unit, id }))
  if (candidacies.length === 0) return
  await must(
    company.county.post(`/stars/cycles/${county}/${cycle}/publicise`, { publicity: campaignId('publicity', year, batch), candidacies }),
  )
}

interface There {
  readonly rows: readonly { readonly id: string }[]
}

async function openCycle(campaign: Campaign): Promise<void> {
  const { company, year, cycle } = campaign
  const { county: officer } = company
  const editions = await must(officer.get<There>('/standards'))
  if (!editions.rows.some(({ id }) => id === edition)) await must(officer.post('/standards/install', { unit: county, pack: edition }))
  const demands = await must(officer.get<There>(`/form-demands?below=${county}`))
  if (!demands.rows.some(({ id }) => id === campaignId('demand', year))) await registerCheck(campaign)
  const planned = await must(planCycle(campaign))
  if (planned.state === 'draft') await must(officer.post(`/stars/cycles/${county}/${cycle}/open`, {}))
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

/** Answers as one goes; the state it is in afterwards. What an earlier load did is not done again. */
async function check(campaign: Campaign, one: Contender, secretary: Session): Promise<string> {
  const { cycle } = campaign
  const at = `/stars/candidacies/${one.unit}/${one.id}`
  const begun = await must(secretary.post<{ state: string }>(`/stars/candidacies/${one.unit}`, { id: one.id, cycle, star }))
  if (begun.state !== 'checking') return begun.state
  const answered = reached(one, 'submitted') ? rows : rows.slice(0, 5)
  const answers = answered.map((row, place) =>
    place % 4 === 3 ? { row, answer: 'not-yet', reason: '已列入本季度计划', revision: 1 } : { row, answer: 'met', reason: '', revision: 1 },
  )
  await must(secretary.post(`${at}/rows`, { rows: answers }))
  if (!reached(one, 'submitted')) return begun.state
  return (await must(secretary.post<{ state: string }>(`${at}/submit`, {}))).state
}

async function review({ company, office, today }: Campaign, one: Contender, from: string): Promise<void> {
  const at = `/stars/candidacies/${one.unit}/${one.id}`
  const { officer, county: joint } = company
  if (from === 'first' && one.step === 'returned') {
    const note = [{ row: 'B2', reason: '充分就业社区认定文书看不清，请换一份' }]
    await must(officer.post(`${at}/return`, { rows: note, due: addDays(today, 10) }))
    return
  }
  if (from === 'first' && one.step === 'refused') {
    await must(officer.post(`${at}/refuse`, { rows: [{ row: 'B1', reason: '上半年有一起商户投诉经核实成立' }] }))
    return
  }
  const way = [
    { state: 'first', to: 'office', take: () => officer.post(`${at}/pass`, { reason: '材料齐全，现场看过' }) },
    { state: 'office', to: 'joint', take: () => office.post(`${at}/pass`, { reason: '符合标准' }) },
    { state: 'joint', to: 'agreed', take: () => joint.post(`${at}/pass`, { reason: '联审同意' }) },
  ] as const
  const start = way.findIndex(({ state }) => state === from)
  if (start < 0) return
  for (const { to, take } of way.slice(start)) if (reached(one, to)) await must(take())
}

async function contend(campaign: Campaign, one: Contender): Promise<void> {
  const { company, year } = campaign
  const certificate = campaignId('certificate', year, Number(one.unit.slice(-3)))
  const { rows: there } = await must(company.county.get<There>(`/certificates?below=${one.unit}`))
  if (one.certified && !there.some(({ id }) => id === certificate)) {
    await must(
      company.county.post('/certificates', {
        id: certificate,
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
  const state = await check(campaign, one, secretary)
  if (reached(one, 'submitted')) await review(campaign, one, state)
}

interface Standing {
  readonly rows: readonly { readonly id: string; readonly state: string; readonly publicUntil: Day | null }[]
}

/**
 * Certifies, on a later day than the load, what was publicised for a day and may be certified now; how many. Whatever stands
 * in the way (an objection that somebody tried out) is left to whoever looks.
 */
async function certifyDue({ county: officer }: Company, contenders: readonly Contender[], today: Day): Promise<number> {
  let certified = 0
  for (const { unit, id } of contenders.filter((one) => one.step === 'certified')) {
    const below = await must(officer.get<Standing>(`/stars/candidacies?below=${unit}`))
    const { state, publicUntil } = below.rows.find((row) => row.id === id) ?? { state: '', publicUntil: null }
    if (state !== 'publicised' || publicUntil === null || publicUntil >= today) continue
    const document = `演组〔${today.slice(0, 4)}〕18号`
    if ((await officer.post(`/stars/candidacies/${unit}/${id}/certify`, { document })).ok) certified += 1
  }
  return certified
}

/** Whether a load came to its end: the last thing it does is to publicise. */
async function isWhole(company: Company, contenders: readonly Contender[]): Promise<boolean> {
  const last = contenders.find((one) => one.step === 'publicised')
  if (last === undefined) return true
  const below = await must(company.county.get<{ rows: readonly { id: string; state: string }[] }>(`/stars/candidacies?below=${last.unit}`))
  const there = below.rows.find(({ id }) => id === last.id)
  return there !== undefined && !['checking', 'first', 'office', 'joint', 'agreed'].includes(there.state)
}

/** Loads the campaign, or what a load that was broken off left undone; how many stars it set on their way. */
export async function loadCampaign(request: {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly communities: readonly string[]
  readonly today: Day
  say(text: Text): void
}): Promise<Result<number>> {
  const { baseUrl, pack, communities, today, say } = request
  return untilRefused(async () => {
    const company = await must(assemble(baseUrl, pack))
    const { rows: there } = await must(company.county.get<There>('/stars/cycles'))
    const earlier = there.find(({ id }) => isOfCampaign(id))
    // A campaign of a former year stays that year's.
    const year = earlier === undefined ? Number(today.slice(0, 4)) : yearOf(earlier.id)
    const cycle = campaignId('cycle', year)
    const contenders = contendersOf(communities, year)
    if (earlier !== undefined && (year !== Number(today.slice(0, 4)) || (await isWhole(company, contenders))))
      return certifyDue(company, contenders, today)
    say({ zh: '开展演示的“五星”支部创建', en: 'running the star campaign of the demo' })
    const login = pack.cast.find((one) => one.role === 'star-office')?.login ?? ''
    const office = await must(signIn(baseUrl, login, demoPassword))
    const campaign: Campaign = { company, office, year, today, cycle }
    await openCycle(campaign)
    await each(contenders, (one) => contend(campaign, one))
    await publicise(campaign, contenders, 'certified', 1)
    await lengthenPublicity(campaign)
    await publicise(campaign, contenders, 'publicised', 0)
    return contenders.length
  })
}
