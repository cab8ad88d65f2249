import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { recordAct } from '#ground/postgres/acts.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import forget from '../jobs/forget.ts'
import { notify, notifyFromHouse } from '../offers.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
const minute = 60_000
const day = 24 * 60 * minute

type Inbox = AnswerOf<(typeof contract)['inbox']>
type Notice = AnswerOf<(typeof contract)['get']> & { readonly code?: number }

const context = (): JobContext => ({
  clock: trial.clock,
  dice: trial.instance.dice,
  vault: trial.instance.vault,
  files: trial.instance.files,
  settings: {},
  transaction: async (scopes, work) => {
    const actor = innerActor(houseId, trial.house, scopes)
    const given = { actor, room: 'notices', clock: trial.clock, dice: trial.instance.dice }
    return trial.instance.postgres.transaction(actor, async ({ db }) => ({
      keep: true,
      value: await work({ db, act: async (draft) => (await recordAct(db, given, draft)).id }),
    }))
  },
})

async function announce(by: PlayerName, body: object): Promise<Notice> {
  trial.clock.advance(1000)
  return (await trial.as(by).call<Notice>('notices.announce', { body: { id: randomUUID(), title: '通知', ...body } })).body
}

const inbox = async (by: PlayerName): Promise<Inbox> => (await trial.as(by).call<Inbox>('notices.inbox', {})).body
const titles = async (by: PlayerName): Promise<string[]> => (await inbox(by)).rows.map((row) => row.title.zh)
const waiting = async (by: PlayerName): Promise<number> =>
  (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by))))[0]?.count ?? 0

test('a county tells all secretaries below it, one township its own, and each post finds its own and no other', async () => {
  const body = '请于 9 月 20 日前报名。'
  const all = await announce('countyAdmin', { to: '990101', reach: 'below', roles: ['secretary'], title: '第四季度安排', body })
  expect(all).toMatchObject({ sender: { name: '演示县' }, reach: 'below', may: ['withdraw'], body })
  await announce('officer', { to: '990101001001', title: '只给这个社区' })
  expect(await titles('secretary')).toEqual(['只给这个社区', '第四季度安排'])
  expect(await titles('gridWorker')).toEqual(['只给这个社区'])
  // The sender's own office is no addressee, and another county hears nothing.
  for (const by of ['officer', 'countyAdmin', 'outsider', 'judge'] as const) expect(await titles(by), by).toEqual([])
  const get = (by: PlayerName) => trial.as(by).call<Notice>('notices.get', { params: { unit: all.unit, id: all.id } })
  expect((await get('secretary')).body.body).toBe(body)
  for (const by of ['gridWorker', 'officer', 'outsider'] as const) expect((await get(by)).body.code, by).toBe(7600)
  const sent = await trial.as('countyAdmin').call<Inbox>('notices.sent', {})
  expect(sent.body.rows.map((row) => row.title.zh)).toEqual(['只给这个社区', '第四季度安排'])
})

test('nobody writes sideways or to a whole level above', async () => {
  for (const to of [{ to: '990101002' }, { to: '990102' }, { to: '990101', reach: 'below' }])
    expect((await announce('officer', to)).code, JSON.stringify(to)).toBe(7601)
  expect((await announce('officer', { to: '990101', title: '请示' })).code).toBeUndefined()
  expect(await titles('countyAdmin')).toEqual(['请示'])
  expect(
    (await trial.as('secretary').call<Notice>('notices.announce', { body: { id: randomUUID(), to: '990101001001', title: '通知' } }))
      .status,
  ).toBe(403)
})

test('the own notice is not new to whoever sent it, unless something else was', async () => {
  expect(await waiting('countyAdmin')).toBe(1)
  const [last] = (await inbox('countyAdmin')).rows
  await trial.as('countyAdmin').call('notices.mark', { body: { until: last?.at ?? '' } })
  const own = await announce('countyAdmin', { to: '990101', title: '给本级' })
  expect(await titles('countyAdmin')).toEqual(['给本级', '请示'])
  expect(await waiting('countyAdmin')).toBe(0)
  await trial.as('countyAdmin').call('notices.withdraw', { params: { unit: own.unit, id: own.id }, body: { reason: '试发' } })
})

test('what is new is known to oneself alone, and nobody is told who has read what', async () => {
  expect(await waiting('secretary')).toBe(2)
  const [last] = (await inbox('secretary')).rows
  await trial.as('secretary').call('notices.mark', { body: { until: last?.at ?? '' } })
  expect(await waiting('secretary')).toBe(0)
  expect((await inbox('secretary')).mark).toBe(last?.at)
  // Not beyond now, and never back.
  const ahead = await trial.as('secretary').call<{ mark: string }>('notices.mark', { body: { until: '2099-01-01T00:00:00.000Z' } })
  expect(Date.parse(ahead.body.mark)).toBe(trial.clock.now())
  await trial.as('secretary').call('notices.mark', { body: { until: '2026-01-01T00:00:00.000Z' } })
  expect(await waiting('secretary')).toBe(0)
  await announce('officer', { to: '990101001001', title: '又一条' })
  expect(await waiting('secretary')).toBe(1)
  const answered = JSON.stringify((await trial.as('officer').call<Inbox>('notices.sent', {})).body)
  expect(answered).not.toContain(cast.secretary.id)
  const acts = await trial.owner.query(`select 1 from acts where subject like 'notice%' and verb not in ('notify', 'withdraw')`)
  expect(acts.rowCount).toBe(0)
})

test('what was withdrawn says why and tells its text no more', async () => {
  const wrong = await announce('officer', { to: '990101001001', title: '时间写错', body: '9 月 31 日' })
  const withdraw = (by: PlayerName) =>
    trial.as(by).call<Notice>('notices.withdraw', { params: { unit: wrong.unit, id: wrong.id }, body: { reason: '时间写错了' } })
  expect((await withdraw('outsider')).body.code).toBe(7600)
  expect((await withdraw('officer')).body).toMatchObject({ withdrawnFor: '时间写错了', body: '', may: [] })
  expect((await withdraw('countyAdmin')).body.code).toBe(7602)
  expect((await inbox('secretary')).rows[0]).toMatchObject({ title: { zh: '时间写错' }, withdrawnFor: '时间写错了', body: '' })
})

test('another room tells posts in its own transaction, once by its own id', async () => {
  const id = randomUUID()
  const told = (by: PlayerName, to: string) =>
    trial.sql(
      by,
      async (db) => {
        const { clock, dice } = trial.instance
        const actor = await trial.actorOf(by)
        const act = async (): Promise<string> => randomUUID()
        const wanted = {
          id,
          sender: '990101001',
          to,
          title: { zh: '台账逾期', en: 'Overdue' },
          path: '/desk/ledger?open=x',
          room: 'ledger',
        }
        return notify({ db, clock, dice, actor, act }, { ...wanted, weight: 'urgent', roles: ['county-admin'] })
      },
      true,
    )
  expect((await told('officer', '990101')).ok).toBe(true)
  const again = await trial.owner.query('select count(*)::int as count from notices where id = $1', [id])
  expect(again.rows).toEqual([{ count: 1 }])
  const refused = await told('officer', '990102')
  expect(refused.ok ? 0 : refused.problem.code).toBe(7601)
  expect((await inbox('countyAdmin')).rows[0]).toMatchObject({
    room: 'ledger',
    weight: 'urgent',
    title: { en: 'Overdue' },
    path: '/desk/ledger?open=x',
  })
})

test('a task of the house that runs twice tells once', async () => {
  const [id, { clock, transaction, dice }] = [randomUUID(), context()]
  const wanted = { id, sender: '990101001', to: '990101', title: { zh: '台账超期', en: 'Late' }, room: 'ledger' }
  for (let time = 0; time < 2; time += 1)
    expect(await transaction(['9'], ({ db, act }) => notifyFromHouse({ db, act, clock, dice }, wanted))).toBe(id)
  expect((await titles('countyAdmin')).filter((title) => title === '台账超期')).toHaveLength(1)
})

test('a notice is kept for a year', async () => {
  const count = async (): Promise<number | null> => (await trial.owner.query('select 1 from notices')).rowCount
  const before = await count()
  trial.clock.advance(362 * day)
  await forget.run({}, context())
  expect(await count()).toBe(before)
  trial.clock.advance(4 * day)
  await forget.run({}, context())
  expect(await count()).toBe(0)
})
