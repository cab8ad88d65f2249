// A desk drives a screen: it is found by its code where the post reaches, turned by both, and over when it was ended.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { atOnce } from '#rooms/evidence/trial-at-once.ts'
import { home } from '#rooms/stars/trial-cycle.ts'
import type { contract } from '../contract.ts'
import type { Scene } from '../core/showing.ts'

type Showing = AnswerOf<(typeof contract)['showing']>

const trial = useTrial()
const street = '990101001'
const map: Scene = { unit: street, quarter: null, spot: null, compared: false, blank: false }
const hours = 3_600_000

const call = async (by: PlayerName | 'nobody', verb: string, input: { params?: object; query?: object; body?: object }) => {
  const answer = await trial.as(by).call<Showing>(`sandtable.${verb}`, input as never)
  return { status: answer.status, ...answer.body }
}
const lead = (by: PlayerName, unit: string, scene = map, id: string = randomUUID()) =>
  call(by, 'lead', { params: { unit }, body: { id, scene } })
const at = ({ unit, id }: Showing) => ({ params: { unit, id } })

const verbsOf = async (id: string): Promise<string[]> =>
  (await trial.owner.query<{ verb: string }>('select verb from acts where subject = $1 order by verb', [`showing:${id}`])).rows.map(
    ({ verb }) => verb,
  )
const heldRow = (id: string) => ['select 1 from sandtable_showings where id = $1 for update', id] as const

let begun: Showing

beforeAll(async () => {
  begun = await lead('officer', street)
})

test('a screen finds it by its code, where its post reaches, and nowhere else', async () => {
  expect(begun).toMatchObject({ status: 200, unit: street, version: 1, live: true, scene: map })
  expect(begun.code).toMatch(/^\d{6}$/)
  const query = { code: begun.code }
  for (const by of ['officer', 'countyAdmin'] as const)
    expect(await call(by, 'paired', { query })).toMatchObject({ status: 200, unit: street, id: begun.id })
  for (const by of ['secretary', 'outsider'] as const)
    expect([by, await call(by, 'paired', { query })]).toMatchObject([by, { status: 404, code: 7404 }])
  for (const by of ['secretary', 'outsider'] as const) expect([by, (await call(by, 'showing', at(begun))).status]).toEqual([by, 403])
  expect((await call('nobody', 'showing', at(begun))).status).toBe(401)
})

test('the desk turns, a clicker at the screen turns, each under the next version; beyond the post nothing is shown', async () => {
  const spot = { subject: home, spot: '小广场' }
  expect(await call('officer', 'turn', { ...at(begun), body: { scene: { ...map, unit: home, spot } } })).toMatchObject({ version: 2 })
  expect(await call('countyAdmin', 'turn', { ...at(begun), body: { scene: { ...map, unit: home, spot, compared: true } } })).toMatchObject({
    version: 3,
    scene: { unit: home, spot, compared: true },
  })
  expect((await call('officer', 'showing', at(begun))).version).toBe(3)
  expect(await call('officer', 'turn', { ...at(begun), body: { scene: { ...map, unit: '990101' } } })).toMatchObject({
    status: 404,
    code: 7400,
  })
  expect(await lead('officer', street, { ...map, unit: '990101' })).toMatchObject({ status: 404, code: 7400 })
  expect((await call('officer', 'showing', at(begun))).scene.unit).toBe(home)
})

test('beginning twice is beginning once; what is ended, or left for half a day, is turned no more', async () => {
  expect(await lead('officer', street, map, begun.id)).toMatchObject({ version: 3, code: begun.code })
  expect(await verbsOf(begun.id)).toEqual(['lead', 'turn', 'turn'])
  expect(await call('officer', 'endShowing', { ...at(begun), body: {} })).toMatchObject({ status: 200, live: false, version: 4 })
  expect(await call('officer', 'endShowing', { ...at(begun), body: {} })).toMatchObject({ status: 200, version: 4 })
  expect(await call('officer', 'turn', { ...at(begun), body: { scene: map } })).toMatchObject({ status: 409, code: 7403 })
  expect(await call('officer', 'paired', { query: { code: begun.code } })).toMatchObject({ status: 404 })
  const left = await lead('officer', street)
  trial.clock.advance(12 * hours)
  expect(await call('officer', 'showing', at(left))).toMatchObject({ live: false })
  expect(await call('officer', 'turn', { ...at(left), body: { scene: map } })).toMatchObject({ status: 409, code: 7403 })
})

test('a desk and a clicker that turn in the same moment do not take each other back', async () => {
  const both = await lead('officer', street)
  const spot = { subject: home, spot: '小广场' }
  const answers = await atOnce(trial, heldRow(both.id), [
    () => call('officer', 'turn', { ...at(both), body: { scene: { unit: home, quarter: '2026Q2' } } }),
    () => call('countyAdmin', 'turn', { ...at(both), body: { scene: { spot, blank: false } } }),
  ])
  expect(answers.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([2, 3])
  const after = await call('officer', 'showing', at(both))
  expect(after).toMatchObject({ version: 3, scene: { ...map, unit: home, quarter: '2026Q2', spot } })
  expect((await call('officer', 'turn', { ...at(both), body: { scene: { spot: null } } })).scene).toEqual({ ...after.scene, spot: null })
  expect(await call('officer', 'turn', { ...at(both), body: { scene: { unit: '990101' } } })).toMatchObject({ status: 404, code: 7400 })
})

test('ended twice in the same moment is ended once', async () => {
  const both = await lead('officer', street)
  const end = () => call('officer', 'endShowing', { ...at(both), body: {} })
  for (const answer of await atOnce(trial, heldRow(both.id), [end, end]))
    expect(answer).toMatchObject({ status: 200, live: false, version: 2 })
  expect(await verbsOf(both.id)).toEqual(['endShowing', 'lead'])
})

test('begun twice in the same moment is begun once, under one code; a number of another unit is none', async () => {
  const id = randomUUID()
  const begin = () => lead('officer', street, map, id)
  const same = `insert into sandtable_showings (district, unit, id, code, scene, version, turned_at) values ('990101', $1, $2, '000000', '{}', 1, now())`
  const [one, other] = await atOnce(trial, [same, street, id], [begin, begin])
  expect(one).toMatchObject({ status: 200, version: 1, live: true })
  expect(other).toEqual(one)
  expect(await verbsOf(id)).toEqual(['lead'])
  expect(await lead('countyAdmin', '990101', map, id)).toMatchObject({ status: 404, code: 7402 })
})
