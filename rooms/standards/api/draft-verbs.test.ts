// A draft is sent back by a second person and mended, or dropped and gone; both stay in the acts, and an issued edition knows neither.

import { beforeAll, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { queueOf } from '../queue.ts'
import type { EditionRecord } from './show.ts'

const trial = useTrial()
const sample = 'sample/five-star/2022-community'
const mine = 'county/five-star/2027'
const until = '2099-01-31'

/** Who drafts here: an officer of the county; its administrator is the second person. */
beforeAll(async () => {
  await trial.owner.query("update posts set role = 'county-officer' where id = $1", [cast.reviewer.post])
  await call('countyAdmin', 'install', { unit: '990101', pack: sample })
  await copy(mine)
})

const call = <T = EditionRecord & { code: number }>(who: PlayerName, endpoint: string, body: object) =>
  trial.as(who).call<T>(`standards.${endpoint}`, { body })
const get = async (who: PlayerName, id: string) =>
  (await trial.as(who).call<EditionRecord & { code: number }>('standards.get', { query: { id } })).body
const copy = (id: string) => call('reviewer', 'copy', { unit: '990101', from: sample, id, title: '示例标准（2027）' })
const waits = async (who: PlayerName) =>
  (await trial.sql(who, async (db) => queueOf(db, await trial.actorOf(who)))).map(({ title, count }) => `${title.zh} ${count}`)
const listed = async (who: PlayerName) =>
  (await trial.as(who).call<{ rows: { id: string }[] }>('standards.list')).body.rows.map(({ id }) => id)
const acts = async (verb: string) =>
  (await trial.owner.query("select actor, subject, payload from acts where room = 'standards' and verb = $1 order by at", [verb])).rows

test('a second person sends a draft back with items, reason and day; it leaves their queue and comes into the writer’s', async () => {
  const { digest } = await get('countyAdmin', mine)
  const body = { id: mine, digest, items: ['YYXY', 'YYXY/B1', 'YYXY-2'], reason: '示例：场次与文件不一致', until }
  expect(await waits('countyAdmin')).toEqual(['标准草稿待核对发布 1'])
  expect((await call('reviewer', 'return', body)).status, 'who wrote it has no permission to issue').toBe(403)
  expect((await call('countyAdmin', 'return', { ...body, digest: 'c'.repeat(64) })).body.code).toBe(5519)
  expect((await call('countyAdmin', 'return', { ...body, items: ['YYXY-99'] })).body.code).toBe(5526)
  expect((await call('countyAdmin', 'return', { ...body, until: '2020-01-01' })).body.code).toBe(5527)
  expect((await call('countyAdmin', 'return', { ...body, reason: ' ' })).status).toBe(400)
  expect(await acts('return')).toEqual([])

  const returned = await call('countyAdmin', 'return', body)
  expect(returned.body).toMatchObject({ state: 'draft', returned: { items: body.items, reason: body.reason, until, mended: false } })
  expect(returned.body.may).toEqual(['revise', 'issue', 'drop'])
  expect(await acts('return')).toMatchObject([
    { actor: cast.countyAdmin.id, subject: `edition:${mine}`, payload: { digest, items: body.items, until } },
  ])
  expect((await call('countyAdmin', 'return', body)).body.code).toBe(5525)
  expect(await waits('countyAdmin')).toEqual([])
  expect(await waits('reviewer')).toEqual(['退回的标准草稿待修改 1'])
  for (const who of ['officer', 'secretary', 'outsider'] as const) expect(await waits(who)).toEqual([])
})

test('once it is changed it waits for the second person again, and says what it was sent back for', async () => {
  const { pack, digest } = await get('reviewer', mine)
  const document = { ...pack, format: 'liangxing-pack-1', title: '示例标准（2027，修改稿）' }
  expect((await call('reviewer', 'revise', { id: mine, before: digest, document })).status).toBe(200)
  const after = await get('countyAdmin', mine)
  expect(after.returned).toMatchObject({ reason: '示例：场次与文件不一致', mended: true })
  expect(after.may).toContain('return')
  expect([await waits('countyAdmin'), await waits('reviewer')]).toEqual([['标准草稿待核对发布 1'], []])
  // Who wrote in it does not send it back, whatever their permissions.
  await trial.owner.query('update editions set revised_by = $1 where id = $2', [cast.countyAdmin.id, mine])
  const own = await call('countyAdmin', 'return', { id: mine, digest: after.digest, reason: '示例', until })
  expect([own.status, own.body.code]).toEqual([403, 5529])
})

test('a draft is dropped with a reason by whoever may edit it: gone from list and queue, in the acts for good', async () => {
  await trial.owner.query('update editions set revised_by = $1 where id = $2', [cast.reviewer.id, mine])
  const { digest, counts, draftedOn } = await get('reviewer', mine)
  const body = { id: mine, digest, reason: '示例：重复起草' }
  for (const who of ['officer', 'secretary'] as const) expect((await call(who, 'drop', body)).status).toBe(403)
  expect((await call('outsider', 'drop', body)).status, 'another county does not even see it').toBe(404)
  expect((await call('reviewer', 'drop', { ...body, digest: 'c'.repeat(64) })).body.code, 'what was not read is not lost').toBe(5519)
  expect((await call('reviewer', 'drop', { id: mine, digest })).status).toBe(400)
  expect(await listed('reviewer')).toContain(mine)

  expect((await call('reviewer', 'drop', body)).body).toEqual({ id: mine })
  expect([await listed('reviewer'), await listed('countyAdmin')]).toEqual([[sample], [sample]])
  expect(await waits('countyAdmin')).toEqual([])
  expect((await get('reviewer', mine)).code).toBe(5500)
  expect((await call('reviewer', 'drop', body)).body.code).toBe(5500)
  expect((await trial.owner.query('select count(*)::int as n from edition_returns')).rows).toEqual([{ n: 0 }])
  expect(await acts('drop')).toMatchObject([
    { actor: cast.reviewer.id, subject: `edition:${mine}`, payload: { title: '示例标准（2027，修改稿）', digest, counts, draftedOn } },
  ])
  // Its id is free again, and the new draft has not been sent back.
  expect((await copy(mine)).body).toMatchObject({ state: 'draft', returned: null })
})

test('an issued edition is neither sent back nor dropped', async () => {
  const { digest } = await get('countyAdmin', mine)
  expect((await call('countyAdmin', 'issue', { id: mine, digest })).status).toBe(200)
  const dropped = await call('reviewer', 'drop', { id: mine, digest, reason: '示例' })
  expect([dropped.status, dropped.body.code]).toEqual([409, 5528])
  const returned = await call('countyAdmin', 'return', { id: mine, digest, reason: '示例', until })
  expect([returned.status, returned.body.code]).toEqual([409, 5501])
  expect(await listed('secretary')).toContain(mine)
})
