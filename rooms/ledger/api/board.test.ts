// Rates, registers, search and the list of what is to be looked back at, over HTTP.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { contract } from '../contract.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
const dayMs = 86_400_000

type Board = AnswerOf<(typeof contract)['board']>
type LedgerRecord = AnswerOf<(typeof contract)['get']>
interface Where {
  readonly unit: string
  readonly id: string
}

async function assign(more: Record<string, unknown> = {}, by: PlayerName = 'officer') {
  const body = {
    id: randomUUID(),
    unit: '990101001',
    subject: '990101001001',
    problem: '路灯不亮。',
    sourceKind: 'meeting',
    days: 3,
    ...more,
  }
  const answer = await trial.as(by).call<LedgerRecord & { code?: number; detail?: string }>('ledger.assign', { body })
  return { ...answer.body, unit: body.unit, id: body.id, status: answer.status }
}
const take = async (by: PlayerName, verb: string, { unit, id }: Where, body?: unknown): Promise<LedgerRecord> => {
  const answer = await trial.as(by).call<LedgerRecord>(`ledger.${verb}`, { params: { unit, id }, ...(body === undefined ? {} : { body }) })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

async function mend(entry: Where, closes = true): Promise<void> {
  await take('secretary', 'accept', entry)
  await take('secretary', 'rectify', entry, { report: '已修好' })
  if (closes) await take('officer', 'closeOut', entry, { found: '看过' })
}

const board = async (by: PlayerName, query: Record<string, string> = {}): Promise<Board> =>
  (await trial.as(by).call<Board>('ledger.board', { query: { from: '2026-01-01', to: '2026-12-31', ...query } })).body

test('the rate on time counts what is late and open, and a new day after a return hides nothing', async () => {
  await mend(await assign())
  const relapsed = await assign()
  await mend(relapsed)
  await take('officer', 'lookBack', relapsed, { held: false, found: '又坏了', days: 10 })
  const lateThenReturned = await assign()
  await take('secretary', 'accept', lateThenReturned)
  await assign({ subject: '990101001002', star: 'ZBGY' })
  trial.clock.advance(6 * dayMs)
  await take('secretary', 'rectify', lateThenReturned, { report: '晚了' })
  await take('officer', 'return', lateThenReturned, { reason: '还没好', days: 5 })
  await take('secretary', 'rectify', lateThenReturned, { report: '好了' })
  await take('officer', 'closeOut', lateThenReturned, {})
  const seen = await board('officer')
  expect(seen.rows).toMatchObject([
    { key: '990101001001', name: '朝霞社区', closed: 3, onTime: 2, relapsed: 1, late: 0, open: 1, onTimeRate: '66.7', relapseRate: '33.3' },
    { key: '990101001002', closed: 0, late: 1, open: 1, onTimeRate: '0.0', relapseRate: null },
  ])
  expect(seen.whole).toMatchObject({ closed: 3, onTime: 2, late: 1, onTimeRate: '50.0' })
  expect((await board('countyAdmin')).rows.map((row) => row.name)).toEqual(['晨光街道'])
  expect((await board('countyAdmin', { by: 'owner' })).rows.map((row) => row.name)).toEqual(['晨光街道'])
  expect((await board('countyAdmin', { by: 'star' })).rows.map((row) => row.key)).toEqual(['', 'ZBGY'])
  // A village sees itself alone, and nothing here names a person.
  expect((await board('secretary')).rows.map((row) => row.key)).toEqual(['990101001001'])
  expect((await board('outsider')).rows).toEqual([])
  for (const one of Object.values(cast)) expect(JSON.stringify(seen)).not.toContain(one.id)
  const file = await trial
    .as('officer')
    .call<string>('ledger.boardExport', { query: { from: '2026-01-01', to: '2026-12-31', format: 'csv' } })
  expect(
    file.body
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    expect.stringContaining('整改单位,已销号,其中按期,逾期未销,按期办结率(%),反弹,反弹率(%),未销号'),
    '朝霞社区,3,2,0,66.7,1,33.3,1',
    '和风社区,0,0,1,0.0,0,,1',
    '合计,3,2,1,50.0,1,33.3,2',
  ])
})

test('a relapse is shown at both entries, and what is to be looked back at stands in the queue until it was', async () => {
  const rows = (await trial.as('officer').call<{ rows: LedgerRecord[] }>('ledger.list', { query: {} })).body.rows
  const old = rows.find((row) => row.state === 'relapsed')
  const again = rows.find((row) => row.relapseOf !== null)
  if (old === undefined || again === undefined) throw new Error('no relapse')
  expect((await take('secretary', 'get', old)).later).toMatchObject({ id: again.id, state: 'assigned', problem: '路灯不亮。' })
  expect((await take('secretary', 'get', again)).earlier).toMatchObject({ id: old.id, state: 'relapsed', closedOn: '2026-09-08' })
  const queue = async (): Promise<string> =>
    (await trial.sql('officer', async (db) => queueOf(db, await trial.actorOf('officer'), chinaDay(trial.clock.now()))))
      .map(({ path, count }) => `${path} ${count}`)
      .join()
  const due = async (): Promise<readonly LedgerRecord[]> =>
    (await trial.as('officer').call<{ rows: LedgerRecord[] }>('ledger.list', { query: { lookback: 'due' } })).body.rows
  expect(await due()).toEqual([])
  const today = trial.clock.now()
  const mended = await assign()
  await mend(mended, false)
  await take('officer', 'closeOut', mended, { lookBackMonths: 1 })
  // The session would end before; the day is what the list goes by.
  await trial.owner.query(`update ledger_entries set look_back_on = $1 where id = $2`, [chinaDay(today), mended.id])
  expect((await due()).map((row) => row.id)).toEqual([mended.id])
  expect(await queue()).toContain('/desk/ledger?lookback=due 1')
  await take('officer', 'lookBack', mended, { held: true, found: '还亮着', lookBackMonths: 6 })
  expect(await due()).toEqual([])
  expect(await queue()).not.toContain('lookback')
})

test('a register has fields of its own, holds a thing once, and what comes back is linked', async () => {
  const particulars = { name: '老纺织厂家属院', households: '96', state: '物业撤离' }
  const given = { kind: 'no-management', problem: '物业撤离，楼道无人打扫。', particulars }
  expect(await assign({ ...given, kind: 'no-such' })).toMatchObject({ status: 422, code: 3812 })
  expect(await assign({ particulars })).toMatchObject({ status: 422, code: 3813 })
  const faulty = await assign({ ...given, particulars: { name: '某院', households: '很多', state: '很好' } })
  expect(faulty).toMatchObject({ code: 3813, detail: expect.stringContaining('户数、管理现状') as string })
  const listed = await assign(given)
  expect(listed).toMatchObject({ status: 200, kind: 'no-management', particulars })
  expect(await assign(given)).toMatchObject({ status: 409, code: 3814 })
  expect(await assign({ ...given, particulars: { ...particulars, name: '新村' } })).toMatchObject({ status: 200 })
  await mend(listed)
  expect(await assign(given)).toMatchObject({ code: 3814, detail: expect.stringContaining('反弹') as string })
  const next = randomUUID()
  await take('officer', 'lookBack', listed, { held: false, found: '又没人管', next, days: 20 })
  expect(await take('secretary', 'get', { unit: listed.unit, id: next })).toMatchObject({
    kind: 'no-management',
    particulars,
    relapseOf: listed.id,
  })
  expect(await assign(given)).toMatchObject({ status: 409 })
  const registers = (await trial.as('secretary').call<{ rows: { id: string; note: { zh: string } }[] }>('ledger.registers', {})).body.rows
  expect(registers.map((one) => one.id)).toEqual(['no-management', 'weak-organisation'])
  for (const one of registers) expect(one.note.zh).toContain('示例(非官方)')
})

test('search finds words of the problem and of the particulars, in any order', async () => {
  const found = async (q: string, more: Record<string, string> = {}): Promise<string[]> =>
    (await trial.as('officer').call<{ rows: LedgerRecord[] }>('ledger.list', { query: { q, ...more } })).body.rows.map((row) => row.problem)
  await assign({ problem: '东门公示栏 LED 屏不亮' })
  expect(await found('公示栏')).toEqual(['东门公示栏 LED 屏不亮'])
  expect(await found('led 东门')).toHaveLength(1)
  expect(await found('栏公示')).toEqual([])
  expect(await found('亮')).not.toEqual([])
  expect(await found('老纺织厂', { kind: 'no-management' })).toHaveLength(2)
  expect(await found('老纺织厂', { kind: 'weak-organisation' })).toEqual([])
})

test('open entries are scheduled backwards from their day, and it is said when the time does not suffice', async () => {
  type Scheduled = AnswerOf<(typeof contract)['schedule']>
  const wide = await assign({ problem: '粉刷楼道', days: 15 })
  const tight = await assign({ problem: '换门牌', days: 2 })
  const answer = await trial.as('officer').call<Scheduled>('ledger.schedule', { query: { prepare: '2', work: '5', check: '1' } })
  const of = (id: string) => answer.body.rows.find((row) => row.id === id)
  const row = of(wide.id)
  expect(row?.fits).toBe(true)
  expect(row?.stretches.map((one) => one.stage)).toEqual(['prepare', 'work', 'check'])
  expect(row?.stretches.at(-1)?.to).toBe(row?.due)
  expect(row?.beginBy).toBe(row?.stretches[0]?.from)
  expect(of(tight.id)?.fits).toBe(false)
  expect(answer.body.rows.some((one) => ['closed', 'held', 'withdrawn', 'relapsed'].includes(one.state))).toBe(false)
})

test('evidence of the unit can be cited for an entry, by whoever sees the entry', async () => {
  const entry = await assign({ problem: '井盖松动' })
  const items = await trial.as('secretary').call<{ items: unknown[] }>('ledger.citable', { params: { unit: entry.unit, id: entry.id } })
  expect([items.status, items.body.items]).toEqual([200, []])
  expect((await trial.as('outsider').call('ledger.citable', { params: { unit: entry.unit, id: entry.id } })).status).toBe(404)
})
