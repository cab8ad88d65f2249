import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import { readCode } from '../core/code.ts'
import { queueOf } from '../queue.ts'

type C = typeof contract
type Tracked = AnswerOf<C['track']>
type FeedbackRecord = AnswerOf<C['get']>

const trial = useTrial({ settings: { FILING_NUMBER: '演网信备〔2026〕1号', HOME_UNIT: '990101' } })
const dayMs = 86_400_000

const filed = async (body: Record<string, unknown> = {}, who: PlayerName | 'nobody' = 'nobody'): Promise<string> => {
  const answer = await trial
    .as(who)
    .call<{ code: string }>('feedback.file', { body: { kind: 'complaint', text: '要求每天打卡。', nonce: randomUUID(), ...body } })
  expect(answer.status).toBe(200)
  return answer.body.code
}
const tracked = async (code: string): Promise<Tracked> =>
  (await trial.as('nobody').call<Tracked>('feedback.track', { query: { code } })).body
const listed = async (who: PlayerName, query = {}) => (await trial.as(who).call<AnswerOf<C['list']>>('feedback.list', { query })).body.rows
/** Where the record with this text stands, as this handler sees it. */
const placeOf = async (who: PlayerName, text: string) => {
  const row = (await listed(who)).find((one) => one.excerpt === text)
  if (row === undefined) throw new Error(`${who} does not see it`)
  return { unit: row.unit, id: row.id }
}

test('a resident complains, the county answers, the resident is satisfied, the county closes', async () => {
  const code = await filed({ text: '第一件：要求每天打卡。', unit: '990101001', contact: '19900000001' })
  expect(readCode(code)).toBe(code)
  expect(await tracked(code.toLowerCase())).toMatchObject({
    state: 'received',
    subject: { code: '990101001', name: '晨光街道' },
    filedOn: '2026-09-08',
    deadline: { state: 'waiting', due: '2026-09-15', left: 5 },
    hasContact: true,
    mayRate: false,
  })
  const params = await placeOf('countyAdmin', '第一件：要求每天打卡。')
  const admin = trial.as('countyAdmin')
  expect((await admin.call<FeedbackRecord>('feedback.accept', { params })).body.state).toBe('handling')
  expect((await admin.call<{ code: number }>('feedback.accept', { params })).body.code).toBe(3003)
  expect((await admin.call<FeedbackRecord>('feedback.answer', { params, body: { text: '已取消打卡。' } })).body).toMatchObject({
    state: 'answered',
    mayClose: false,
  })
  expect((await admin.call<{ code: number }>('feedback.close', { params, body: {} })).body.code).toBe(3006)
  expect(await tracked(code)).toMatchObject({ state: 'answered', deadline: null, mayRate: true })
  expect((await trial.as('nobody').call('feedback.rate', { body: { code, satisfied: true, text: '谢谢' } })).body).toEqual({
    state: 'satisfied',
  })
  expect((await trial.as('nobody').call<{ code: number }>('feedback.rate', { body: { code, satisfied: false } })).body.code).toBe(3004)
  expect((await admin.call<FeedbackRecord>('feedback.close', { params, body: {} })).body.state).toBe('closed')
  const { steps } = await tracked(code)
  expect(steps.map((step) => step.verb)).toEqual(['file', 'accept', 'answer', 'rate', 'close'])
  expect(steps[2]?.text).toBe('已取消打卡。')
})

test('a resident who is not satisfied is handled further, once', async () => {
  const code = await filed({ text: '第二件：要求每天打卡。', unit: '990101001001' })
  const params = await placeOf('countyAdmin', '第二件：要求每天打卡。')
  const admin = trial.as('countyAdmin')
  await admin.call('feedback.answer', { params, body: { text: '情况不属实。' } })
  expect((await trial.as('nobody').call('feedback.rate', { body: { code, satisfied: false, text: '有截图' } })).body).toEqual({
    state: 'reopened',
  })
  expect(await tracked(code)).toMatchObject({ state: 'reopened', deadline: { left: 5 } })
  expect((await admin.call<FeedbackRecord>('feedback.answer', { params, body: { text: '已再次核实并整改。' } })).body.mayClose).toBe(true)
  expect((await tracked(code)).mayRate).toBe(false)
})

test('the same submission twice is one record with one code; another text under the same nonce is another', async () => {
  const nonce = randomUUID()
  const before = (await listed('countyAdmin')).length
  const first = await filed({ unit: '990101101', nonce })
  expect(await filed({ unit: '990101101', nonce })).toBe(first)
  expect(await filed({ unit: '990101101', nonce, text: '另一件事。' })).not.toBe(first)
  expect((await listed('countyAdmin')).length).toBe(before + 2)
})

test('a secretary who complains signed in stays as unknown as anybody: no act names the sender', async () => {
  await filed({ unit: '990101' }, 'secretary')
  const { rows } = await trial.owner.query<{ actor: string | null; post: string | null }>(
    "select actor, post from acts where room = 'feedback' and verb in ('file', 'rate')",
  )
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows) expect(row).toEqual({ actor: null, post: null })
})

test('the contact is sealed, shown only to the handler, and every look is an act', async () => {
  await filed({ text: '第三件：要求每天打卡。', unit: '990101001002', contact: '19900000077' })
  const params = await placeOf('countyAdmin', '第三件：要求每天打卡。')
  const { rows } = await trial.owner.query<{ contact: string }>('select contact from feedback_cases where id = $1', [params.id])
  expect(rows[0]?.contact).toMatch(/^v1\./)
  expect(rows[0]?.contact).not.toContain('19900000077')
  const looked = await trial.as('countyAdmin').call('feedback.reveal', { params, body: { reason: '核实' } })
  expect(looked.body).toEqual({ contact: '19900000077' })
  expect((await trial.as('officer').call('feedback.reveal', { params, body: { reason: '想看' } })).status).toBe(403)
  expect((await trial.as('outsider').call('feedback.reveal', { params, body: { reason: '想看' } })).status).toBe(403)
  const acts = await trial.owner.query<{ reason: string }>("select reason from acts where verb = 'reveal' and subject = $1", [
    `feedback:${params.id}`,
  ])
  expect(acts.rows).toEqual([{ reason: '核实' }])
})

test('a complaint about the county reaches the operator and not the county', async () => {
  const code = await filed({ unit: '990101', text: '县里要求每天登录。' })
  const params = await placeOf('operator', '县里要求每天登录。')
  expect((await listed('countyAdmin')).map((one) => one.id)).not.toContain(params.id)
  expect((await trial.as('countyAdmin').call<{ code: number }>('feedback.get', { params })).body.code).toBe(3002)
  expect((await trial.as('operator').call<FeedbackRecord>('feedback.answer', { params, body: { text: '已要求改正。' } })).body.state).toBe(
    'answered',
  )
  expect((await tracked(code)).state).toBe('answered')
})

test('a transfer to another county keeps the code and goes out of sight here; back again it returns', async () => {
  const code = await filed({ unit: '990101101201', contact: '19900000088', text: '其实说的是邻县。' })
  const here = await placeOf('countyAdmin', '其实说的是邻县。')
  const admin = trial.as('countyAdmin')
  expect(
    (await admin.call<{ code: number }>('feedback.transfer', { params: here, body: { to: '990101101201', reason: '转' } })).body.code,
  ).toBe(3008)
  expect(
    (await admin.call<{ code: number }>('feedback.transfer', { params: here, body: { to: '990109999', reason: '转' } })).body.code,
  ).toBe(3005)
  const there = (
    await admin.call<{ unit: string; id: string }>('feedback.transfer', {
      params: here,
      body: { to: '990102101', reason: '反映的是邻县。' },
    })
  ).body
  expect(there.unit).toBe('990102')
  expect((await admin.call('feedback.get', { params: there })).status).toBe(403)
  expect((await trial.as('outsider').call<FeedbackRecord>('feedback.get', { params: there })).body).toMatchObject({
    state: 'received',
    hasContact: true,
  })
  expect((await admin.call<FeedbackRecord>('feedback.get', { params: here })).body).toMatchObject({
    state: 'transferred',
    hasContact: false,
  })
  expect(
    (await trial.as('outsider').call('feedback.transfer', { params: there, body: { to: '990101101', reason: '还是演示县的。' } })).status,
  ).toBe(200)
  const { steps, state } = await tracked(code)
  expect(state).toBe('received')
  expect(steps.map((step) => step.verb)).toEqual(['file', 'transfer', 'receive', 'transfer', 'receive'])
})

test('inside the county a transfer changes whom it speaks of, also to the operator', async () => {
  const code = await filed({ unit: '990101001', text: '请转给县里。' })
  const params = await placeOf('countyAdmin', '请转给县里。')
  expect((await trial.as('countyAdmin').call('feedback.transfer', { params, body: { to: '990101', reason: '说的是县里。' } })).status).toBe(
    200,
  )
  expect((await trial.as('countyAdmin').call<{ code: number }>('feedback.get', { params })).body.code).toBe(3002)
  expect((await trial.as('operator').call<FeedbackRecord>('feedback.get', { params })).body.steps).toHaveLength(2)
  expect((await tracked(code)).subject).toEqual({ code: '990101', name: '演示县' })
})

test('without a unit it belongs to the home of the instance; an unknown unit is said and nothing is written', async () => {
  await filed({ text: '没有写单位。' })
  expect((await listed('countyAdmin')).find((row) => row.excerpt === '没有写单位。')).toMatchObject({ unit: '990101', subject: null })
  const before = await trial.owner.query<{ count: number }>('select count(*)::int as count from feedback_cases')
  const refused = await trial
    .as('nobody')
    .call<{ code: number }>('feedback.file', { body: { kind: 'complaint', text: '某处', unit: '990109', nonce: randomUUID() } })
  expect(refused.body.code).toBe(3005)
  expect((await trial.owner.query<{ count: number }>('select count(*)::int as count from feedback_cases')).rows).toEqual(before.rows)
})

test("a mistyped code and one that is nobody's are told apart", async () => {
  const track = async (code: string) => (await trial.as('nobody').call<{ code: number }>('feedback.track', { query: { code } })).body.code
  expect(await track('ABCD-EFGH-JKMN')).toBe(3000)
  expect(await track('222222222222')).toBe(3001)
})

test('the queue counts what waits, and the deadline warns and alarms', async () => {
  const waiting = (await listed('countyAdmin', { open: 'true' })).length
  const queue = await trial.sql('countyAdmin', async (db) => queueOf(db, await trial.actorOf('countyAdmin')))
  expect(queue).toMatchObject([{ count: waiting, path: '/desk/feedback?state=open' }])
  expect(await trial.sql('secretary', async (db) => queueOf(db, await trial.actorOf('secretary')))).toEqual([])
  const code = await filed({ unit: '990101001' })
  trial.clock.advance(8 * dayMs)
  expect((await tracked(code)).deadline).toMatchObject({ state: 'late-1x', left: -1 })
})

test('the export holds what was said, never a contact, and only what the post handles', async () => {
  await filed({ unit: '990101001', text: '=1+1 导出', contact: '19900000066' })
  const csv = await trial.as('countyAdmin').call<string>('feedback.export', { query: { format: 'csv' } })
  expect(csv.status).toBe(200)
  expect(csv.body).toContain('导出')
  expect(csv.body).not.toMatch(/(^|,)"?=1\+1/m)
  expect(csv.body).not.toContain('19900000066')
  expect((await trial.as('outsider').call<string>('feedback.export', { query: { format: 'csv' } })).body).not.toContain('=1+1 导出')
  expect((await trial.as('secretary').call('feedback.export')).status).toBe(403)
  expect((await trial.as('countyAdmin').call('feedback.export')).bytes.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
})

test('everybody reads the filing number', async () => {
  const about = await trial.as('nobody').call('feedback.about')
  expect(about.body).toEqual({ operatorName: null, complaintPhone: null, filingNumber: '演网信备〔2026〕1号' })
})

test('state is the fold of the steps, for every record', async () => {
  const { fold } = await import('../core/state.ts')
  const { rows } = await trial.owner.query<{
    id: string
    state: string
    rated: boolean
    verbs: string[]
    satisfied: (boolean | null)[]
    days: string[]
  }>(
    `select c.id, c.state, c.rated, array_agg(s.verb order by s.seq) as verbs, array_agg(s.satisfied order by s.seq) as satisfied,
       array_agg((s.at at time zone 'Asia/Shanghai')::date::text order by s.seq) as days
     from feedback_cases c join feedback_steps s on s.district = c.district and s.record = c.id group by c.district, c.id`,
  )
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) {
    const steps = row.verbs.map((verb, index) => ({
      verb: verb as 'file',
      on: row.days[index] ?? '',
      satisfied: row.satisfied[index] ?? null,
    }))
    expect(fold(steps, row.state === 'transferred').state, row.id).toBe(row.state)
  }
})
