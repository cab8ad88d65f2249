import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { phonePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '#rooms/evidence/trial-pictures.ts'
import type { InspectionRecord } from './show.ts'

const trial = useTrial()
const dayMs = 86_400_000

type Said = InspectionRecord & { readonly code?: number; readonly entry?: string | null; readonly status: number }
const body = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  unit: '990101001',
  title: '9 月社区日常督查',
  basis: '街道 2026 年督查计划',
  minutes: 20,
  checklist: 'community-daily',
  subjects: ['990101001001', '990101001002'],
  from: '2026-09-08',
  to: '2026-09-30',
  ...more,
})
async function plan(by: PlayerName = 'officer', more: Record<string, unknown> = {}): Promise<Said> {
  const answer = await trial.as(by).call<Said>('inspections.plan', { body: body(more) })
  return { ...answer.body, status: answer.status }
}
async function take(by: PlayerName, verb: string, of: { unit: string; id: string }, given?: unknown): Promise<Said> {
  const call = { params: { unit: of.unit, id: of.id }, ...(given === undefined ? {} : { body: given }) }
  const answer = await trial.as(by).call<Said>(`inspections.${verb}`, call)
  return { ...answer.body, status: answer.status }
}
const look = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  subject: '990101001001',
  item: 'fire-lane',
  outcome: 'fault',
  note: '2 号楼楼道堆放杂物。',
  on: '2026-09-08',
  ...more,
})

test('nothing begins before it is filed; what was filed is not asked again in the same days', async () => {
  const first = await plan()
  expect(first).toMatchObject({ status: 200, state: 'draft', filed: false })
  expect(await take('officer', 'open', first)).toMatchObject({ status: 409, code: 7001 })
  expect(await take('officer', 'record', first, look())).toMatchObject({ code: 7002 })
  expect(await take('officer', 'file', first)).toMatchObject({ status: 200, filed: true })
  const register = await trial
    .as('officer')
    .call<{ rows: { title: string; basis: string; sunset: string }[] }>('facts.demands', { query: {} })
  expect(register.body.rows).toMatchObject([{ title: first.title, basis: '街道 2026 年督查计划', sunset: '2026-09-30' }])
  expect((await take('officer', 'open', first)).state).toBe('open')
  const again = await plan()
  expect((await take('officer', 'file', again)).status).toBe(409)
  expect((await take('officer', 'withdraw', again, { reason: '重复' })).state).toBe('withdrawn')
  expect((await take('officer', 'open', again)).code).toBe(7002)
  expect(await plan('officer', { checklist: 'none' })).toMatchObject({ code: 7006 })
  expect(await plan('officer', { to: '2026-09-01' })).toMatchObject({ code: 7007 })
  expect(await plan('officer', { subjects: ['990101101201'] })).toMatchObject({ code: 7007 })
  const checklists = (await trial.as('supervisor').call<{ rows: { note: string }[] }>('inspections.checklists', {})).body.rows
  for (const one of checklists) expect(one.note).toContain('示例(非官方)')
})

test('a fault is an entry of the ledger at once, exactly once however often it is sent', async () => {
  const opened = (await trial.as('officer').call<{ rows: Said[] }>('inspections.list', { query: {} })).body.rows.find(
    (row) => row.state === 'open',
  )
  if (opened === undefined) throw new Error('none is open')
  const fault = look()
  const sent = await Promise.all([take('officer', 'record', opened, fault), take('officer', 'record', opened, fault)])
  expect(sent.some((one) => one.status === 200)).toBe(true)
  const arrived = await take('officer', 'record', opened, fault)
  expect(arrived).toMatchObject({ status: 200, entry: expect.any(String) as string })
  await take('officer', 'record', opened, look({ item: 'waste', outcome: 'fine', note: '' }))
  await take('officer', 'record', opened, look({ item: 'requests', subject: '990101001002', days: 2, note: '两件超期未答复。' }))
  expect(await take('officer', 'record', opened, look({ item: 'nothing' }))).toMatchObject({ code: 7003 })
  expect(await take('officer', 'record', opened, look({ subject: '990101101201' }))).toMatchObject({ code: 7003 })
  expect(await take('officer', 'record', opened, look({ on: '2026-09-09' }))).toMatchObject({ code: 7004 })
  expect(await take('officer', 'record', opened, look({ note: '' }))).toMatchObject({ code: 7005 })
  expect((await take('secretary', 'record', opened, look())).status).toBe(403)
  expect((await take('outsider', 'record', opened, look())).status).toBe(403)
  const whole = await take('supervisor', 'get', opened)
  expect(whole.findings.map((one) => `${one.item} ${one.outcome}`).toSorted()).toEqual(['fire-lane fault', 'requests fault', 'waste fine'])
  expect(whole.entries).toHaveLength(2)
  const entry = await trial.as('secretary').call('ledger.get', { params: { unit: '990101001', id: arrived.entry ?? '' } })
  expect(entry.body).toMatchObject({
    state: 'assigned',
    sourceKind: 'inspection',
    source: `inspection:${opened.id}`,
    star: 'PAFZ',
    days: 3,
    problem: '楼道、消防通道畅通：2 号楼楼道堆放杂物。',
  })
  const hand = await trial.as('officer').call<{ today: string; rows: Said[] }>('inspections.onHand', {})
  expect(hand.body).toMatchObject({ today: '2026-09-08', rows: [{ id: opened.id }] })
  expect(hand.body.rows[0]?.findings).toHaveLength(3)
})

test('the list of a day and the summary of a month come out of it, and follow the ledger', async () => {
  const [opened] = (await trial.as('officer').call<{ rows: Said[] }>('inspections.onHand', {})).body.rows
  if (opened === undefined) throw new Error('none is open')
  const params = { unit: opened.unit, id: opened.id }
  const day = await trial.as('officer').call('inspections.day', { params, query: { on: '2026-09-08' } })
  expect(day.body).toMatchObject({ sums: { units: 2, items: 3, faults: 2, closed: 0, open: 2, late: 0 }, entries: [{}, {}] })
  const file = await trial.as('officer').call<string>('inspections.exportDay', { params, query: { on: '2026-09-08', format: 'csv' } })
  expect(file.body).toContain('楼道、消防通道畅通：2 号楼楼道堆放杂物。')
  trial.clock.advance(4 * dayMs)
  // Seen on a day of the plan, sent when there was a line again.
  expect((await take('officer', 'record', opened, look({ item: 'waste', outcome: 'fine', note: '', on: '2026-09-10' }))).status).toBe(200)
  const month = await trial.as('supervisor').call('inspections.month', { query: { month: '2026-09' } })
  expect(month.body).toMatchObject({
    rows: [{ title: opened.title, sums: { units: 2, items: 4, faults: 2, open: 2, late: 1 } }],
    whole: { late: 1 },
  })
  const csv = await trial.as('supervisor').call<string>('inspections.exportMonth', { query: { month: '2026-09', format: 'csv' } })
  expect(csv.body.split('\n')[0]).toContain('督查,督查单位,起止,状态,已看单位,已看项次,发现问题')
  expect((await trial.as('supervisor').call('inspections.month', { query: { month: '2026-11' } })).body).toMatchObject({ rows: [] })
  expect((await take('officer', 'close', opened)).state).toBe('closed')
  // What a phone without a line saw before it was ended is taken; what was seen afterwards is not.
  expect((await take('officer', 'record', opened, look({ outcome: 'fine', note: '' }))).status).toBe(200)
  trial.clock.advance(dayMs)
  expect(await take('officer', 'record', opened, look({ on: '2026-09-13' }))).toMatchObject({ code: 7002 })
  trial.clock.advance(-5 * dayMs)
})

/** Takes back what stands in the register, so that the same items may be asked again in the same days. */
async function emptyRegister(): Promise<void> {
  const { rows } = await trial.owner.query<{ unit: string; id: string }>('select unit, id from form_demands where withdrawn_on is null')
  for (const params of rows)
    expect((await trial.as('officer').call('facts.withdrawDemand', { params, body: { reason: '督查已结束' } })).status).toBe(200)
}

test('a plan is corrected by another one that names it; what was filed is filed anew, and what phones bring late is taken', async () => {
  const dates = { from: '2026-09-08', to: '2026-10-30', checklist: 'community-daily', subjects: ['990101001002'] }
  await emptyRegister()
  const old = await plan('officer', { ...dates, title: '十月督查' })
  const filed = await take('officer', 'file', old)
  expect(filed, JSON.stringify(filed)).toMatchObject({ status: 200 })
  await take('officer', 'open', old)
  await take('officer', 'record', old, look({ subject: '990101001002', item: 'waste', outcome: 'fine', note: '' }))
  const { unit: _unit, ...given } = body({ ...dates, title: '十月督查（含朝霞社区）', subjects: ['990101001001', '990101001002'] })
  const corrected = { ...given, reason: '漏列朝霞社区。' }
  for (const player of ['secretary', 'supervisor', 'outsider'] as const)
    expect((await take(player, 'revise', old, corrected)).status, player).toBe(403)
  expect(await take('officer', 'revise', old, { ...corrected, to: '2026-09-01' })).toMatchObject({ code: 7007 })
  const next = await take('officer', 'revise', old, corrected)
  expect(next).toMatchObject({
    status: 200,
    state: 'draft',
    filed: false,
    revises: { id: old.id, title: '十月督查' },
    revisionReason: '漏列朝霞社区。',
  })
  expect((await take('officer', 'revise', old, corrected)).id).toBe(next.id)
  expect(await take('officer', 'revise', old, { ...corrected, id: randomUUID() })).toMatchObject({ code: 7002 })
  expect(await take('officer', 'get', old)).toMatchObject({
    state: 'revised',
    filed: false,
    revisedAs: { id: next.id },
    findings: [{ item: 'waste' }],
  })
  const summary = await trial.as('supervisor').call('inspections.month', { query: { month: '2026-09', below: '990101001' } })
  expect(summary.body).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ id: old.id, state: 'revised' })]) })
  // The register has room for the corrected one, because the old one was taken back there.
  expect(await take('officer', 'file', next)).toMatchObject({ status: 200, filed: true })
  expect((await take('officer', 'open', next)).state).toBe('open')
  const late = look({ subject: '990101001002', item: 'requests', outcome: 'fine', note: '' })
  expect((await take('officer', 'record', old, late)).status).toBe(200)
  trial.clock.advance(dayMs)
  expect(await take('officer', 'record', old, look({ subject: '990101001002', on: '2026-09-09' }))).toMatchObject({ code: 7002 })
  trial.clock.advance(-dayMs)
  const { rows } = await trial.owner.query<{ reason: string }>(`select reason from acts where verb = 'revise' and subject = $1`, [
    `inspection:${old.id}`,
  ])
  expect(rows).toEqual([{ reason: '漏列朝霞社区。' }])
  // Ended before its last day, it is asked no more: the register has room for another one in the same days.
  expect(await take('officer', 'close', next)).toMatchObject({ state: 'closed', filed: true })
  const standing = `select withdrawn_on::text as on, withdrawn_reason as reason from form_demands where form = $1`
  expect((await trial.owner.query(standing, [`inspection:${next.id}`])).rows).toEqual([{ on: '2026-09-08', reason: '督查提前结束。' }])
  const another = await plan('officer', { ...dates, title: '十月再督查' })
  expect(await take('officer', 'file', another)).toMatchObject({ status: 200, filed: true })
  await take('officer', 'withdraw', another, { reason: '不再开展。' })
})

test('a picture is cited for what was seen and for the entry that a fault became, once; nobody else adds one', async () => {
  await emptyRegister()
  const made = await plan('officer', { from: '2026-09-08', to: '2026-12-30', title: '年底督查' })
  await take('officer', 'file', made)
  await take('officer', 'open', made)
  const seen = look()
  const { entry } = await take('officer', 'record', made, seen)
  const item = await putEvidence(trial, 'officer', await phonePicture(), { unit: '990101001', subject: '990101001001', phase: 'before' })
  const params = { unit: made.unit, id: made.id, finding: seen.id }
  const add = (by: PlayerName, more: Record<string, unknown> = {}) =>
    trial
      .as(by)
      .call<{ code?: number; pictures?: { id: string }[] }>('inspections.addPicture', { params, body: { id: randomUUID(), item, ...more } })
  expect((await add('secretary')).status).toBe(403)
  expect((await add('officer', { item: { ...item, id: randomUUID() } })).body.code).toBe(3612)
  const first = randomUUID()
  expect((await add('officer', { id: first })).body.pictures).toMatchObject([{ id: item.id }])
  expect((await add('officer', { id: first })).body.pictures).toHaveLength(1)
  expect((await add('officer')).body.pictures).toHaveLength(1)
  const other = { ...params, finding: randomUUID() }
  expect(
    (await trial.as('officer').call('inspections.addPicture', { params: other, body: { id: randomUUID(), item } })).body,
  ).toMatchObject({ code: 7008 })
  const shown = await trial
    .as('secretary')
    .call<{ exhibits: { id: string }[] }>('ledger.get', { params: { unit: '990101001', id: entry ?? '' } })
  expect(shown.body.exhibits).toMatchObject([{ id: item.id, phase: 'before' }])
  const evidence = await trial
    .as('officer')
    .call<{ citations: { called: { path: string; words: string } | null }[] }>('evidence.get', { params: item })
  const paths = [`/desk/inspections?open=${made.unit}.${made.id}`, `/desk/ledger?unit=990101001&open=990101001.${entry ?? ''}`]
  expect(new Set(evidence.body.citations.map(({ called }) => called?.path))).toEqual(new Set(paths))
  // Where it was seen, in which inspection, what was looked at and what was noted; never a number.
  const words = evidence.body.citations.map(({ called }) => called?.words ?? '')
  const text = made.items.find(({ id }) => id === seen.item)?.text ?? 'none'
  expect(words).toContain(`朝霞社区 · 年底督查 · ${text} · ${seen.note}`)
  // After the end as well: pictures are slower than words.
  await take('officer', 'close', made)
  expect((await add('officer')).status).toBe(200)
})
