import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { queueOf } from '../queue.ts'
import type { PlanRecord, ShownTask } from './show.ts'

const trial = useTrial()

type Said<T> = T & { readonly code?: number; readonly errors?: readonly { detail: string; line?: number }[] }
const plan = { id: randomUUID(), unit: '990101', title: '三年行动计划', from: '2026-01-01', to: '2028-12-31' }
const header = ['编号', '行动', '任务', '责任单位代码', '完成时限', '所需工作日', '措施']

/** Ten actions and 74 tasks over two townships and their villages. */
const rows = Array.from({ length: 74 }, (_, index) => {
  const action = (index % 10) + 1
  const unit = ['990101001', '990101101', '990101001001'][index % 3] ?? ''
  return [
    `${action}.${Math.floor(index / 10) + 1}`,
    `行动${action}`,
    `任务 ${index + 1}`,
    unit,
    '2026-12-31',
    index % 2 === 0 ? '20' : '',
    '',
  ]
})

const sheet = async (lines: readonly (readonly string[])[]): Promise<Uint8Array> => writeXlsx({ sheet: '任务', header, rows: lines })
const params = { unit: plan.unit, id: plan.id }
async function send(lines: readonly (readonly string[])[], dryRun: boolean, by: PlayerName = 'countyAdmin') {
  const file = { name: 'tasks.xlsx', bytes: await sheet(lines) }
  return trial.as(by).call<Said<{ added: number; unchanged: number; errors: { line: number; detail: string }[] }>>('plans.import', {
    params,
    body: { dryRun },
    file,
  })
}
const get = async (by: PlayerName): Promise<PlanRecord> => (await trial.as(by).call<PlanRecord>('plans.get', { params })).body
async function take(by: PlayerName, verb: string, task: Pick<ShownTask, 'unit' | 'id'>, body?: unknown): Promise<Said<ShownTask>> {
  const call = { params: { unit: task.unit, id: task.id }, ...(body === undefined ? {} : { body }) }
  return (await trial.as(by).call<Said<ShownTask>>(`plans.${verb}`, call)).body
}

test('a sheet of 74 tasks comes in whole, and a dry run lists every bad row with its line', async () => {
  expect((await trial.as('countyAdmin').call('plans.create', { body: plan })).status).toBe(200)
  expect(
    (await trial.as('countyAdmin').call<Said<object>>('plans.create', { body: { ...plan, id: randomUUID(), to: '2025-01-01' } })).body.code,
  ).toBe(7201)
  const bad = [
    ...rows.slice(0, 3),
    ['9.9', '', '无行动', '990101001', '2026-12-31', '', ''],
    ['9.9', '行动', '坏代码', '990101999', '2026-12-31', '', ''],
    ['9.8', '行动', '坏日期', '990101001', '明年', '', ''],
  ]
  const tried = await send(bad, true)
  expect(tried.body).toMatchObject({ added: 3, unchanged: 0 })
  expect(tried.body.errors.map((one) => [one.line, one.detail.slice(0, 12)])).toEqual([
    [5, '“行动”没有填。'],
    [6, expect.stringContaining('编号 9.9')],
    [7, expect.stringContaining('“明年”不是')],
  ])
  expect(await send(bad, false)).toMatchObject({ status: 422, body: { code: 7202 } })
  expect((await get('countyAdmin')).tasks).toEqual([])
  expect((await send(rows, true)).body).toMatchObject({ added: 74, errors: [] })
  expect((await send(rows, false)).body).toMatchObject({ added: 74, unchanged: 0 })
  expect((await send(rows, false)).body).toMatchObject({ added: 0, unchanged: 74 })
  const listed = await trial.as('supervisor').call<{ rows: { title: string; owner: string }[] }>('plans.list', {})
  expect(listed.body.rows).toMatchObject([{ title: '三年行动计划', owner: '演示县' }])
  const seen = await get('supervisor')
  expect(seen.actions).toHaveLength(10)
  expect(seen.progress).toEqual({ whole: 74, done: 0, reported: 0, late: 0 })
  expect(seen.tasks.find((task) => task.days === 20)?.beginBy).toMatch(/^2026-12-0/)
  expect((await send(rows, true, 'officer')).status).toBe(403)
  const file = await trial.as('countyAdmin').call<string>('plans.export', { params, query: { format: 'csv' } })
  expect(file.body.split('\n')).toHaveLength(76)
  expect((await trial.as('countyAdmin').call<string>('plans.template', { query: { format: 'csv' } })).body).toContain(
    '编号,行动,任务,责任单位代码',
  )
})

test('handed down the tree, reported below, confirmed by a second person, added up to the top', async () => {
  const mine = async (by: PlayerName) => (await trial.as(by).call<{ rows: ShownTask[] }>('plans.mine', {})).body.rows
  const [task] = (await mine('officer')).filter((one) => one.unit === '990101' && one.subject.code === '990101001')
  if (task === undefined) throw new Error('no task')
  expect(task.may).toEqual(['report', 'assign'])
  expect((await take('officer', 'assign', task, { subjects: ['990101101'] })).code).toBe(7206)
  expect((await take('officer', 'assign', task, { subjects: ['990101001001'], due: '2027-01-31' })).code).toBe(7215)
  expect(await take('officer', 'assign', task, { subjects: ['990101001001', '990101001002'], due: '2026-11-30' })).toEqual({ added: 2 })
  expect(await take('officer', 'assign', task, { subjects: ['990101001001'] })).toEqual({ added: 0 })
  expect((await take('officer', 'report', task, { report: '已完成' })).code).toBe(7204)
  const part = (await mine('secretary')).find((one) => one.parent === task.id)
  if (part === undefined) throw new Error('nothing was handed on')
  expect(part).toMatchObject({ unit: '990101001', planTitle: '三年行动计划', due: '2026-11-30', may: ['report'] })
  const queue = async (by: PlayerName) =>
    (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by)))).map(({ path, count }) => `${path} ${count}`)
  expect(await queue('officer')).not.toContain('/desk/plans?plan=mine&side=handed-out&state=reported 1')
  expect(await take('secretary', 'report', part, { report: '已达标' })).toMatchObject({ state: 'reported', report: '已达标', may: [] })
  expect(await queue('officer')).toContain('/desk/plans?plan=mine&side=handed-out&state=reported 1')
  const returned = { returnedOn: '2026-09-08', returnReason: '缺验收单' }
  expect(await take('officer', 'return', part, { reason: '缺验收单' })).toMatchObject({ state: 'open', ...returned })
  // The unit that does it reads why, and so does who confirms the next time.
  expect((await mine('secretary')).find((one) => one.id === part.id)).toMatchObject(returned)
  expect(await queue('secretary')).toEqual([expect.stringMatching(/^\/desk\/plans\?plan=mine&side=doing&state=open \d+$/)])
  // A township officer may report for a village, but then somebody else confirms.
  expect(await take('officer', 'report', part, { report: '街道代办' })).toMatchObject({ state: 'reported', ...returned })
  expect((await take('officer', 'confirm', part)).code).toBe(7205)
  expect(await take('countyAdmin', 'confirm', part)).toMatchObject({ state: 'confirmed' })
  expect((await take('countyAdmin', 'confirm', part)).code).toBe(7203)
  const whole = await get('countyAdmin')
  expect(whole.progress).toMatchObject({ whole: 75, done: 1 })
  expect(whole.tasks.find((one) => one.id === task.id)).toMatchObject({
    progress: { whole: 2, done: 1 },
    may: ['assign', 'revise', 'drop'],
  })
  expect(whole.tasks.find((one) => one.id === task.id)?.state).toBe('open')
  const rest = (await mine('officer')).find((one) => one.parent === task.id)
  if (rest === undefined) throw new Error('the other part is missing')
  await take('officer', 'report', rest, { report: '已达标' })
  await take('countyAdmin', 'confirm', rest)
  expect((await get('countyAdmin')).tasks.find((one) => one.id === task.id)).toMatchObject({
    state: 'confirmed',
    progress: { whole: 2, done: 2 },
  })
  expect(whole.actions.find((one) => one.action === task.action)?.progress.done).toBe(1)
})

test('a task is revised and dropped with a reason; its parts go along, and why is seen', async () => {
  const whole = await get('countyAdmin')
  const find = async (number: string, parent: string | null = null) => {
    const found = (await get('countyAdmin')).tasks.find((one) => one.number === number && one.parent === parent)
    if (found === undefined) throw new Error(`no task ${number}`)
    return found
  }
  const of = whole.tasks.find(
    (one) => one.parent === null && one.state === 'open' && one.subject.code === '990101001' && one.progress.whole === 1,
  )
  if (of === undefined) throw new Error('no open task')
  const wanted = {
    action: of.action,
    title: '改过的任务',
    subject: '990101001',
    due: '2027-03-31',
    days: 30,
    measure: '分两段做',
    reason: '工程款分两年拨付。',
  }
  expect((await take('officer', 'revise', of, wanted)).code).toBe(7200)
  expect(await take('countyAdmin', 'revise', of, { ...wanted, due: '2030-01-01' })).toMatchObject({ code: 7215 })
  expect(await take('countyAdmin', 'revise', of, { ...wanted, subject: '990102101' })).toMatchObject({ code: 7206 })
  expect(await take('countyAdmin', 'revise', of, wanted)).toMatchObject({
    title: '改过的任务',
    due: '2027-03-31',
    days: 30,
    changedOn: '2026-09-08',
    changeReason: '工程款分两年拨付。',
  })
  await take('officer', 'assign', of, { subjects: ['990101001001', '990101001002'] })
  expect(await take('countyAdmin', 'revise', of, { ...wanted, subject: '990101101' })).toMatchObject({ code: 7207 })
  expect(await take('countyAdmin', 'revise', of, { ...wanted, due: '2026-12-01' })).toMatchObject({ code: 7215 })
  await take('countyAdmin', 'revise', of, { ...wanted, title: '又改过的任务', reason: '名称要统一。' })
  const part = await find(of.number, of.id)
  expect(part).toMatchObject({ title: '又改过的任务', changeReason: '名称要统一。' })
  await take(
    'secretary',
    'report',
    (await get('countyAdmin')).tasks.find((one) => one.parent === of.id && one.subject.code === '990101001001') ?? part,
    { report: '好' },
  )
  const before = (await get('countyAdmin')).progress
  expect((await take('secretary', 'drop', part, { reason: '不想做' })).code).toBe(101)
  const { state, changeReason } = await take('countyAdmin', 'drop', of, { reason: '上级调整，不再实施。' })
  expect([state, changeReason]).toEqual(['dropped', '上级调整，不再实施。'])
  const then = await get('countyAdmin')
  expect(then.progress).toMatchObject({ whole: before.whole - 2, done: before.done })
  expect(then.tasks.filter((one) => one.parent === of.id).map((one) => [one.state, one.changeReason, one.may])).toEqual([
    ['dropped', '上级调整，不再实施。', ['restore']],
    ['dropped', '上级调整，不再实施。', ['restore']],
  ])
  expect(await take('countyAdmin', 'drop', of, { reason: '再取消一次' })).toMatchObject({ code: 7203 })
  expect(await take('officer', 'assign', of, { subjects: ['990101001002'] })).toMatchObject({ code: 7203 })
  // Taken back by who handed it out, with what was dropped with it; what was reported before is reported anew.
  for (const [player, code] of [
    ['secretary', 101],
    ['supervisor', 101],
    ['outsider', 7200],
  ] as const)
    expect((await take(player, 'restore', of, { reason: '恢复' })).code, player).toBe(code)
  expect(await take('countyAdmin', 'restore', part, { reason: '恢复' })).toMatchObject({ code: 7218 })
  expect(await take('countyAdmin', 'restore', of, { reason: '上级恢复该项任务。' })).toMatchObject({
    state: 'open',
    changeReason: '上级恢复该项任务。',
  })
  const restored = await get('countyAdmin')
  expect(restored.progress).toMatchObject({ whole: before.whole, done: before.done, reported: 0 })
  expect(restored.tasks.filter((one) => one.parent === of.id).map((one) => one.state)).toEqual(['open', 'open'])
  expect(await take('countyAdmin', 'restore', of, { reason: '再恢复一次' })).toMatchObject({ code: 7203 })
  // What was dropped by itself before stays dropped when the whole comes back.
  await take('countyAdmin', 'drop', part, { reason: '这一项单独取消。' })
  await take('countyAdmin', 'drop', of, { reason: '上级调整，不再实施。' })
  await take('countyAdmin', 'restore', of, { reason: '上级恢复该项任务。' })
  expect(
    (await get('countyAdmin')).tasks
      .filter((one) => one.parent === of.id)
      .map((one) => one.state)
      .toSorted(),
  ).toEqual(['dropped', 'open'])
  await take('countyAdmin', 'drop', of, { reason: '上级调整，不再实施。' })
  const { rows: acts } = await trial.owner.query<{ payload: unknown; reason: string }>(
    `select payload, reason from acts where verb = 'revise' and subject = $1 and reason like '工程款%'`,
    [`plan-task:${of.id}`],
  )
  expect(acts).toEqual([
    { payload: expect.objectContaining({ due: { from: of.due, to: '2027-03-31' } }) as unknown, reason: '工程款分两年拨付。' },
  ])
  expect(JSON.stringify((await trial.as('secretary').call('plans.mine', {})).body)).not.toContain(of.id)
})

test('a part comes back only where the task above still stands as it was handed on', async () => {
  const of = (await get('countyAdmin')).tasks.find(
    (one) => one.parent === null && one.state === 'open' && one.subject.code === '990101001' && one.progress.whole === 1,
  )
  if (of === undefined) throw new Error('no open task')
  const hand = async () => {
    await take('officer', 'assign', of, { subjects: ['990101001001'] })
    const part = (await get('countyAdmin')).tasks.find((one) => one.parent === of.id && one.state === 'open')
    if (part === undefined) throw new Error('no part')
    return part
  }
  const restore = async (part: ShownTask) => (await take('countyAdmin', 'restore', part, { reason: '恢复' })).code
  const first = await hand()
  await take('countyAdmin', 'drop', first, { reason: '暂不实施。' })
  // Given to the same unit again meanwhile.
  const second = await hand()
  expect(await restore(first)).toBe(7220)
  await take('countyAdmin', 'drop', second, { reason: '暂不实施。' })
  // Moved to an earlier day, given to another unit, reported as a whole.
  const { action, title, due, days, measure } = of
  const wanted = { action, title, subject: of.subject.code, due, days, measure, reason: '调整。' }
  await take('countyAdmin', 'revise', of, { ...wanted, due: '2026-11-30' })
  expect(await restore(first)).toBe(7219)
  await take('countyAdmin', 'revise', of, { ...wanted, subject: '990101101' })
  expect(await restore(first)).toBe(7219)
  await take('countyAdmin', 'revise', of, wanted)
  await take('officer', 'report', of, { report: '已办结。' })
  expect(await restore(first)).toBe(7219)
  await take('countyAdmin', 'return', of, { reason: '重办。' })
  expect(await restore(first)).toBeUndefined()
  expect((await get('countyAdmin')).tasks.find((one) => one.id === first.id)?.state).toBe('open')
})

test('a plan is scheduled backwards from the days due; what nobody said the days of, and what was dropped, is not', async () => {
  type Schedule = {
    rows: {
      number: string
      state: string
      days: number | null
      due: string
      stretches: { stage: string; from: string; to: string }[]
      fits: boolean
    }[]
  }
  const ask = (by: PlayerName) => trial.as(by).call<Schedule>('plans.schedule', { params, query: { prepare: '3', check: '2' } })
  const { rows: scheduled } = (await ask('countyAdmin')).body
  const withDays = scheduled.find((one) => one.days === 20 && one.due === '2026-12-31')
  expect(withDays?.stretches.map((one) => one.stage)).toEqual(['prepare', 'work', 'check'])
  expect(withDays?.stretches.at(-1)?.to).toBe('2026-12-31')
  expect(withDays?.fits).toBe(true)
  expect(scheduled.find((one) => one.days === null)?.stretches).toEqual([])
  expect(scheduled.some((one) => one.state === 'dropped')).toBe(false)
  expect((await get('countyAdmin')).tasks.some((one) => one.state === 'dropped')).toBe(true)
  expect((await ask('outsider')).status).toBe(403)
})

test('the next township, the next county and judges learn nothing', async () => {
  for (const player of ['outsider', 'judge', 'resident'] as const)
    expect([403, 404], player).toContain((await trial.as(player).call('plans.get', { params })).status)
  const [other] = (await get('countyAdmin')).tasks.filter((task) => task.subject.code === '990101101')
  if (other === undefined) throw new Error('no task of the other township')
  expect((await take('officer', 'report', other, { report: '不是我的' })).code).toBe(7200)
  expect(JSON.stringify((await trial.as('officer').call('plans.mine', {})).body)).not.toContain('990101101')
  const { rows: acts } = await trial.owner.query<{ verb: string }>(`select distinct verb from acts where room = 'plans' order by verb`)
  expect(acts.map((one) => one.verb)).toEqual(['assign', 'confirm', 'create', 'drop', 'import', 'report', 'restore', 'return', 'revise'])
})
