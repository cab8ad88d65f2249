import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { countsOf } from '../core/counts.ts'
import { fold } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { countBelow } from '../data/counting.ts'
import { listEntries } from '../data/listing.ts'
import { stepsOf } from '../data/queries.ts'
import { entriesOf, openEntry, quarterCounts } from '../offers.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
const dayMs = 86_400_000

type LedgerRecord = AnswerOf<(typeof contract)['get']>
type Said = LedgerRecord & { readonly code?: number }
interface Where {
  readonly unit: string
  readonly id: string
}

async function assign(by: PlayerName, body: Record<string, unknown> = {}): Promise<Where> {
  const full = {
    id: randomUUID(),
    unit: '990101001',
    subject: '990101001001',
    problem: '公示栏没有更新。',
    sourceKind: 'remark',
    days: 10,
    ...body,
  }
  const answer = await trial.as(by).call<Said>('ledger.assign', { body: full })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { unit: answer.body.unit, id: answer.body.id }
}
const take = async (by: PlayerName, verb: Verb | 'get', params: Where, body?: unknown): Promise<Said> =>
  (await trial.as(by).call<Said>(`ledger.${verb}`, { params: { ...params }, ...(body === undefined ? {} : { body }) })).body

test('a remark becomes an entry, is mended by the village and closed out by the township', async () => {
  const entry = await assign('officer', { source: 'remark:01990a00-0000-7000-8000-000000000001', responsible: '社区副书记' })
  expect(await take('secretary', 'get', entry)).toMatchObject({
    state: 'assigned',
    days: 10,
    due: '2026-09-21',
    left: 10,
    owner: { code: '990101001', name: '晨光街道' },
    arbiter: { code: '990101' },
    may: ['plan', 'accept', 'refuse', 'askExtension'],
  })
  expect((await take('secretary', 'closeOut', entry, {})).code).toBe(101)
  expect((await take('secretary', 'accept', entry)).state).toBe('rectifying')
  expect((await take('secretary', 'accept', entry)).code).toBe(3802)
  const plan = { measure: '每月 5 日前更新', responsible: '社区副书记', supervisor: '党建办' }
  expect((await take('secretary', 'plan', entry, plan)).measure).toBe('每月 5 日前更新')
  const item = { unit: '990101001001', id: randomUUID() }
  expect((await take('secretary', 'rectify', entry, { report: '已更新', evidence: [item] })).code).toBe(3612)
  expect(await take('secretary', 'rectify', entry, { report: '已更新' })).toMatchObject({
    state: 'checking',
    alarm: 'none',
    may: [],
  })
  expect((await take('secretary', 'rectify', entry, { report: '再报一次' })).code).toBe(3802)
  expect(await take('officer', 'return', entry, { reason: '背面仍是旧的', days: 5 })).toMatchObject({
    state: 'rectifying',
    due: '2026-09-15',
  })
  await take('secretary', 'rectify', entry, { report: '背面也已更新' })
  const closed = await take('officer', 'closeOut', entry, { found: '现场看过' })
  expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-09-08', lookBackOn: '2026-12-08', returns: 1 })
  expect(closed.steps.map((step) => step.verb)).toEqual(['assign', 'accept', 'plan', 'rectify', 'return', 'rectify', 'closeOut'])
  expect(closed.steps[3]).toMatchObject({ role: 'secretary', unit: { name: '朝霞社区' } })
  expect(JSON.stringify(closed)).not.toContain(cast.secretary.id)
})

test('nobody checks what the same person reported, also a township officer who mends for a village', async () => {
  const entry = await assign('officer')
  await take('officer', 'accept', entry)
  await take('officer', 'rectify', entry, { report: '街道已处理' })
  expect((await take('officer', 'closeOut', entry, {})).code).toBe(3803)
  expect((await take('officer', 'return', entry, { reason: '不行', days: 3 })).code).toBe(3803)
  expect((await take('reviewer', 'closeOut', entry, {})).state).toBe('closed')
})

test('a refusal names its basis, and the county decides, not the township', async () => {
  const entry = await assign('officer')
  expect((await take('secretary', 'refuse', entry, { basis: ' ' })).code).not.toBeUndefined()
  expect((await take('secretary', 'refuse', entry, { basis: '职责清单第三条' })).state).toBe('refused')
  expect((await take('officer', 'arbitrate', entry, { upheld: true, reason: '同意' })).code).toBe(3801)
  expect((await take('countyAdmin', 'arbitrate', entry, { upheld: false, reason: '属社区事务' })).code).toBe(3810)
  expect(await take('countyAdmin', 'arbitrate', entry, { upheld: false, reason: '属社区事务', due: '2026-10-09' })).toMatchObject({
    state: 'rectifying',
    due: '2026-10-09',
    days: 18,
  })
  const other = await assign('officer')
  await take('secretary', 'refuse', other, { basis: '市政事项' })
  expect((await take('countyAdmin', 'arbitrate', other, { upheld: true, reason: '成立' })).state).toBe('withdrawn')
})

test('an extension is asked for before the deadline, decided by somebody else, and shown in their queue', async () => {
  const entry = await assign('officer', { days: 3 })
  expect((await take('officer', 'askExtension', entry, { until: '2026-09-11', reason: '早于期限' })).code).toBe(3809)
  expect((await take('officer', 'askExtension', entry, { until: '2026-09-30', reason: '等材料' })).extensionUntil).toBe('2026-09-30')
  expect((await take('secretary', 'askExtension', entry, { until: '2026-09-30', reason: '等材料' })).code).toBe(3805)
  const queue = await trial.sql('reviewer', async (db) => queueOf(db, await trial.actorOf('reviewer')))
  expect(queue).toEqual(expect.arrayContaining([expect.objectContaining({ count: 1, path: '/desk/ledger?extension=asked' })]))
  const asked = async () =>
    (await trial.as('reviewer').call<{ rows: { id: string }[] }>('ledger.list', { query: { extension: 'asked' } })).body.rows
  expect((await asked()).map((row) => row.id)).toEqual([entry.id])
  expect((await take('officer', 'decideExtension', entry, { granted: true })).code).toBe(3803)
  expect(await take('reviewer', 'decideExtension', entry, { granted: true })).toMatchObject({ due: '2026-09-30', extensionUntil: null })
  expect((await take('reviewer', 'decideExtension', entry, { granted: true })).code).toBe(3806)
  expect(await asked()).toEqual([])
  const late = await assign('officer', { days: 1 })
  trial.clock.advance(2 * dayMs)
  expect((await take('secretary', 'askExtension', late, { until: '2026-10-30', reason: '太忙' })).code).toBe(3804)
  expect((await take('secretary', 'get', late)).alarm).toBe('late-1x')
  const listed = await trial.as('officer').call<AnswerOf<(typeof contract)['list']>>('ledger.list', { query: { late: 'true' } })
  expect(listed.body.rows.map((row) => row.id)).toEqual([late.id])
  trial.clock.advance(-2 * dayMs)
})

test('the queue shows each post its own turn: the village mends, the township checks, the county arbitrates', async () => {
  const queue = async (player: PlayerName): Promise<string[]> =>
    (await trial.sql(player, async (db) => queueOf(db, await trial.actorOf(player)))).map((one) => one.path.split('?')[1] ?? '')
  const refused = await assign('officer')
  await take('secretary', 'refuse', refused, { basis: '市政事项' })
  const mended = await assign('officer')
  await take('secretary', 'accept', mended)
  await take('secretary', 'rectify', mended, { report: '已改' })
  await assign('officer')
  expect(await queue('secretary')).toContain('state=assigned')
  expect(await queue('officer')).toContain('state=checking')
  for (const turn of ['state=assigned', 'state=refused']) expect(await queue('officer')).not.toContain(turn)
  expect(await queue('countyAdmin')).toContain('state=refused')
  expect(await queue('judge')).toEqual([])
})

test('what comes back is a new entry that names the old one', async () => {
  const entry = await assign('officer', { problem: '楼道堆物' })
  await take('secretary', 'accept', entry)
  await take('secretary', 'rectify', entry, { report: '已清' })
  await take('officer', 'closeOut', entry, { lookBackMonths: 0 })
  expect((await take('officer', 'lookBack', entry, { held: false, found: '又堆上了' })).code).toBe(3810)
  expect((await take('officer', 'lookBack', entry, { held: true, found: '保持住了' })).state).toBe('held')
  const next = randomUUID()
  const relapsed = await take('officer', 'lookBack', entry, { held: false, found: '又堆上了', next, days: 5 })
  expect(relapsed).toMatchObject({ state: 'relapsed', relapsedAs: next })
  const again = await take('secretary', 'get', { unit: entry.unit, id: next })
  expect(again).toMatchObject({ state: 'assigned', problem: '楼道堆物', relapseOf: entry.id, days: 5 })
})

test('only below the own unit, to a unit that is there, with one deadline that has not passed', async () => {
  const refused = async (by: PlayerName, body: Record<string, unknown>): Promise<number | undefined> => {
    const full = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '某事', sourceKind: 'meeting', ...body }
    return (await trial.as(by).call<Said>('ledger.assign', { body: full })).body.code
  }
  expect(await refused('officer', { subject: '990101101201', days: 5 })).toBe(3808)
  expect(await refused('officer', { subject: '990101001009', days: 5 })).toBe(3807)
  expect(await refused('officer', {})).toBe(3810)
  expect(await refused('officer', { days: 5, due: '2026-10-10' })).toBe(3810)
  expect(await refused('officer', { due: '2026-09-08' })).toBe(3809)
  expect(await refused('officer', { unit: '990101101', subject: '990101101201', days: 5 })).toBe(102)
  expect(await refused('secretary', { days: 5 })).toBe(101)
  const mistake = await assign('officer')
  expect((await take('officer', 'withdraw', mistake, { reason: '重复' })).state).toBe('withdrawn')
})

test('another village learns nothing, not even that the entry is there', async () => {
  const entry = await assign('officer', { subject: '990101001002' })
  for (const player of ['secretary', 'outsider'] as const) expect((await take(player, 'get', entry)).code).toBe(3800)
  expect((await take('secretary', 'accept', entry)).code).toBe(3800)
  expect((await take('supervisor', 'get', entry)).may).toEqual([])
})

test('other rooms open entries in their own transaction, find them by their source and count a quarter', async () => {
  const source = 'finding:01990a00-0000-7000-8000-0000000000f1'
  const today = '2026-09-08'
  await trial.sql('countyAdmin', async (db) => {
    const actor = await trial.actorOf('countyAdmin')
    const { clock, dice } = trial.instance
    const acts: string[] = []
    const act = async ({ verb, subject }: { verb: string; subject: string }): Promise<string> => {
      acts.push(`${verb} ${subject}`)
      return randomUUID()
    }
    const opened = await openEntry(
      { db, clock, dice, today, actor, act },
      { unit: '990101', subject: '990101101201', problem: '路灯不亮', sourceKind: 'finding', source, days: 10 },
    )
    if (!opened.ok) throw new Error(opened.problem.detail.en)
    expect(acts).toEqual([`assign ledger:${opened.value.id}`])
    expect(await entriesOf({ db, today }, { district: '990101', source })).toMatchObject([
      { subject: { name: '柳溪村' }, due: '2026-09-21' },
    ])
    expect(await entriesOf({ db, today }, { subject: '990101101201' })).toHaveLength(1)
    const found = await quarterCounts({ db, today }, ['990101101201', '990101101202'], '2026Q3')
    expect([...found.values()]).toEqual([
      { due: 1, closed: 0, overdue: 0, open: 1 },
      { due: 0, closed: 0, overdue: 0, open: 0 },
    ])
    const rows = await listEntries(db, { below: ['990101'], limit: 500 })
    const counted = await countBelow(db, ['990101'], '2026-07-01', '2026-09-30', '2026-09-20')
    expect(counted).toEqual(countsOf(rows, '2026-07-01', '2026-09-30', '2026-09-20'))
  })
})

test('the four lists leave as one workbook or one file each, and only what the post may see', async () => {
  const csv = async (by: PlayerName, list: string) =>
    (await trial.as(by).call<string>('ledger.export', { query: { list, format: 'csv' } })).body
  expect((await csv('officer', 'tasks')).split('\n')[0]).toContain('序号,问题,整改单位,来源')
  expect((await csv('officer', 'times')).split('\n')[0]).toContain('交办日期,工作日,期限')
  expect(await csv('officer', 'duties')).toContain('社区副书记')
  expect(await csv('secretary', 'tasks')).not.toContain('和风社区')
  expect(await csv('officer', 'tasks')).toContain('和风社区')
  const book = await trial.as('officer').call('ledger.export', {})
  expect(book.bytes.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  expect((await trial.as('judge').call('ledger.export', {})).status).toBe(403)
  const counts = await trial.as('officer').call<{ due: number }>('ledger.counts', { query: { from: '2026-07-01', to: '2026-12-31' } })
  expect(counts.body.due).toBeGreaterThan(3)
})

test('every entry is the fold of its steps, and every step has its act', async () => {
  const actor = await trial.actorOf('countyAdmin')
  await trial.sql(actor, async (db) => {
    const rows = await listEntries(db, { below: ['990101'], limit: 500 })
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) {
      const steps = await stepsOf(db, row)
      expect(row).toMatchObject({ ...fold(steps), steps: steps.length })
    }
  })
  const { rows } = await trial.owner.query<{ entry: string; verbs: string[]; acts: string[] }>(
    `select s.entry, array_agg(s.verb order by s.verb) as verbs,
       (select array_agg(a.verb order by a.verb) from acts a where a.subject = 'ledger:' || s.entry) as acts
     from ledger_steps s group by s.entry`,
  )
  for (const row of rows) expect(row.acts, row.entry).toEqual(row.verbs)
})
