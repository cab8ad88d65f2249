// What a phone takes along, and that a step that was decided on how an entry stood before is not taken for how it stands now.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { phonePicture, scenePicture } from '#ground/trial/pictures.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { putEvidence } from '#rooms/evidence/trial-pictures.ts'
import { useWorker } from '#ground/trial/worker.ts'
import type { contract } from '../contract.ts'
import { room } from '../room.ts'

const trial = useTrial()
useWorker(trial)

type C = typeof contract
type Said = AnswerOf<C['get']> & { readonly code?: number }
type Where = Readonly<Record<'unit' | 'id', string>>
type Hand = AnswerOf<C['onHand']>

async function assign(more: Record<string, unknown> = {}, by: PlayerName = 'officer') {
  const body = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 10 }
  const answer = await trial.as(by).call<Said>('ledger.assign', { body: { ...body, ...more } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { unit: answer.body.unit, id: answer.body.id }
}
const take = async (by: PlayerName, verb: string, params: Where, body: object = {}, key?: string): Promise<Said> =>
  (await trial.as(by).call<Said>(`ledger.${verb}`, { params, body, ...(key === undefined ? {} : { key }) })).body
const look = async (by: PlayerName, params: Where): Promise<Said> => (await trial.as(by).call<Said>('ledger.get', { params })).body
const handOf = async (by: PlayerName): Promise<Hand> => (await trial.as(by).call<Hand>('ledger.onHand', {})).body

test('each takes along what is theirs: the village what it mends, the township what waits for its check', async () => {
  const mine = await assign()
  const beside = await assign({ subject: '990101001002' })
  const own = await assign({ unit: '990101', subject: '990101001' }, 'countyAdmin')
  const idsOf = async (by: PlayerName): Promise<string[]> => (await handOf(by)).rows.map(({ id }) => id)
  expect(await idsOf('secretary')).toEqual([mine.id])
  // Not its villages' own work, unless it waits for the check.
  expect(await idsOf('officer')).toEqual([own.id])
  expect(await idsOf('outsider')).toEqual([])
  const hand = await handOf('secretary')
  expect(hand).toMatchObject({ unit: { code: '990101001001', name: '朝霞社区' }, today: '2026-09-08', answers: true, checks: false })
  expect(hand.rows[0]).toMatchObject({
    steps: 1,
    arbiter: { name: '演示县' },
    takes: ['plan', 'accept', 'refuse', 'rectify', 'askExtension'],
  })
  await take('secretary', 'accept', mine)
  await take('secretary', 'rectify', mine, { report: '已更新。' })
  const waiting = (await handOf('officer')).rows.find(({ id }) => id === mine.id)
  expect(waiting).toMatchObject({ state: 'checking', steps: 3, takes: expect.arrayContaining(['closeOut', 'return']) as unknown })
  // It stands on both sides, as the township reaches its villages; the one who reported never checks.
  const byOfficer = await assign()
  await take('officer', 'accept', byOfficer)
  await take('officer', 'rectify', byOfficer, { report: '街道代办。' })
  const reported = (await handOf('officer')).rows.find(({ id }) => id === byOfficer.id)
  expect(reported?.takes).not.toContain('closeOut')
  expect((await handOf('supervisor')).rows).toEqual([])
  const control = await trial.owner.query('select count(*)::int as count from ledger_entries where id = $1', [beside.id])
  expect(control.rows).toEqual([{ count: 1 }])
})

test('a step decided on an older state is refused, and nothing is changed; the same key again is answered as before', async () => {
  const entry = await assign()
  const key = randomUUID()
  const assigned = { seen: { state: 'assigned', returns: 0 } }
  expect((await take('secretary', 'accept', entry, assigned, key)).state).toBe('rectifying')
  // Its answer was lost: it is sent again and taken once, although the entry has moved by it.
  expect((await take('secretary', 'accept', entry, assigned, key)).steps).toHaveLength(2)
  const rectifying = { seen: { state: 'rectifying', returns: 0 } }
  expect((await take('secretary', 'rectify', entry, { report: '已更新。', ...rectifying })).state).toBe('checking')
  await take('officer', 'return', entry, { reason: '背面没有更新。', days: 5, seen: { state: 'checking', returns: 0 } })
  // Written before the return, of which the phone does not know: meant for another round.
  expect(await take('secretary', 'rectify', entry, { report: '已更新。', ...rectifying })).toMatchObject({ code: 3816 })
  expect(await take('secretary', 'askExtension', entry, { until: '2026-10-15', reason: '等材料。', ...rectifying })).toMatchObject({
    code: 3816,
  })
  expect(await look('secretary', entry)).toMatchObject({ state: 'rectifying', returns: 1, extensionUntil: null })
  expect((await take('secretary', 'rectify', entry, { report: '背面也更新了。', seen: { state: 'rectifying', returns: 1 } })).state).toBe(
    'checking',
  )
  expect((await take('officer', 'closeOut', entry, { seen: { state: 'checking', returns: 0 } })).code).toBe(3816)
  expect((await take('officer', 'closeOut', entry, { seen: { state: 'checking', returns: 1 } })).state).toBe('closed')
})

test('pictures come after their step, once, from both sides and from nobody else', async () => {
  const entry = await assign()
  const at = { unit: '990101001001', subject: '990101001001' }
  const item = await putEvidence(trial, 'secretary', await phonePicture(5), { ...at, phase: 'after' })
  const id = randomUUID()
  const add = (by: PlayerName, body: object) => take(by, 'addPicture', entry, body)
  expect((await add('secretary', { id, item })).exhibits).toMatchObject([{ id: item.id, phase: 'after', hints: [] }])
  expect((await add('secretary', { id, item })).exhibits).toHaveLength(1)
  const seen = await putEvidence(trial, 'officer', await phonePicture(6), { unit: '990101001', subject: '990101001001', phase: 'after' })
  expect((await add('officer', { id: randomUUID(), item: seen })).exhibits).toHaveLength(2)
  // Who reads only adds nothing; who does not read it is told of nothing.
  expect((await add('supervisor', { id: randomUUID(), item })).code).toBe(3801)
  expect((await add('outsider', { id: randomUUID(), item })).code).toBe(3800)
  expect((await add('secretary', { id: randomUUID(), item: { ...item, id: randomUUID() } })).code).toBe(3612)
})

test('whoever checks sees beside a picture what is worth a second look; the unit that mends does not', async () => {
  const entry = await assign()
  const at = { unit: '990101001001', subject: '990101001001' }
  const picture = await scenePicture(77, { takenOn: '2026-01-05' })
  const item = await putEvidence(trial, 'secretary', picture, { ...at, phase: 'after' })
  await take('secretary', 'addPicture', entry, { id: randomUUID(), item })
  await expect
    .poll(async () => (await look('officer', entry)).exhibits[0]?.hints, { timeout: 20_000 })
    .toEqual([{ kind: 'day', takenOn: '2026-01-05' }])
  expect((await look('secretary', entry)).exhibits).toMatchObject([{ id: item.id, hints: [] }])
})

test('the phone offers the ledger to whoever mends or checks, and to nobody who has nothing there', async () => {
  const asks = room.menu.find(({ face }) => face === 'pocket')?.permission ?? ''
  const offered = async (by: PlayerName): Promise<boolean> => (await trial.actorOf(by)).grants.includes(asks)
  for (const by of ['officer', 'secretary', 'countyAdmin', 'reviewer', 'gridWorker', 'supervisor'] as const) {
    const { answers, checks } = await handOf(by)
    expect(await offered(by), by).toBe(answers || checks)
  }
  expect([await offered('gridWorker'), await offered('supervisor'), await offered('secretary')]).toEqual([false, false, true])
})
