// Questions drawn on the spot: sealed and entered before, then one press a unit; the hall sees the question at once, nobody sees
// the next one, and afterwards anybody recomputes each of them from what is public.

import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { draw } from '../core/draw.ts'
import { sealQuestions } from '../trial-draws.ts'
import { communities, playRound, refusal } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities
const pool = ['怎样防止反弹?', '谁来管背街小巷?', '居民怎么说?', '下季先办哪件?']

interface Draw {
  readonly id: string
  readonly state: string
  readonly pool: string[]
  readonly anchor: string | null
  readonly entropy: string | null
  readonly oneByOne: boolean
  readonly selected: unknown
  readonly turns: { number: number; subject: string; key: string; line: number; text: string; reason: string }[]
}
interface Stage {
  readonly version: number
  readonly current: { readonly question: { number: number; text: string } | null } | null
}
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
const publicDraw = async (round: PlayedRound): Promise<Draw> => {
  const { body } = await trial.as('nobody').call<{ draws: Draw[] }>('rounds.draws', { params: round.where })
  const [only] = body.draws
  if (only === undefined) throw new Error('no draw')
  return only
}
const turn = (round: PlayedRound, of: string, subject: string, reason = '') => ({
  params: { ...round.where, draw: of },
  body: { id: randomUUID(), subject, reason },
})
const shown = async (round: PlayedRound): Promise<Stage> => (await round.seat('stage').caller.call<Stage>('rounds.stage')).body

test('one press draws a question for the unit that is on; the stage has it with the next version, the next unit gets another', async () => {
  const round = await playRound(trial)
  const id = await sealQuestions(round, '4 4 6', pool)
  expect(await publicDraw(round)).toMatchObject({ state: 'drawn', oneByOne: true, selected: null, turns: [], entropy: '4.4.6./' })
  await round.move('present', { subject: first, component: 'field' })
  const before = await shown(round)
  expect(before.current?.question).toBeNull()
  const pressed = turn(round, id, first)
  const officer = trial.as('officer')
  const answer = await officer.call<Draw>('rounds.turn', pressed)
  expect(answer.status).toBe(200)
  const [drawn] = answer.body.turns
  expect(pool).toContain(drawn?.text)
  const after = await shown(round)
  expect(after.current?.question).toEqual({ number: 1, text: drawn?.text })
  expect(after.version).toBeGreaterThan(before.version)
  // The same press sent again draws nothing more.
  expect((await officer.call<Draw>('rounds.turn', pressed)).body.turns).toHaveLength(1)
  await round.move('present', { subject: second, component: 'field' })
  expect((await shown(round)).current?.question).toBeNull()
  const next = await officer.call<Draw>('rounds.turn', turn(round, id, second))
  expect(next.body.turns.map(({ subject }) => subject)).toEqual([first, second])
  expect(next.body.turns[1]?.text).not.toBe(drawn?.text)
  // Called again, for its next component, a unit stands there without the question it has answered.
  trial.clock.advance(60_000)
  await round.move('present', { subject: first, component: 'field' })
  expect((await shown(round)).current?.question).toBeNull()
})

test('anybody recomputes every turn from the public pool, values, anchor and keys; what is to come stands nowhere', async () => {
  const round = await playRound(trial)
  const id = await sealQuestions(round, '1 2 3', pool)
  const [row] = (await trial.owner.query<{ seed: string }>('select seed from round_draws where id = $1', [id])).rows
  expect(row?.seed).toMatch(/^v1\./)
  for (const subject of communities) {
    await round.move('present', { subject, component: 'field' })
    await round.move('turn', turn(round, id, subject).body, { draw: id })
  }
  const seen = await publicDraw(round)
  expect(JSON.stringify(seen)).not.toContain(row?.seed)
  let link = seen.anchor ?? ''
  let left = seen.pool
  for (const { number, key, text, line } of seen.turns) {
    expect(sha256(key)).toBe(link)
    link = key
    const file = await trial.as('nobody').call('rounds.drawPool', { params: { ...round.where, draw: id }, query: { turn: String(number) } })
    expect(new TextDecoder().decode(file.bytes)).toBe(left.join('\n'))
    const again = draw({ lines: left, take: 1, entropy: `${seen.entropy ?? ''}${key}/`, hash: 'sha256' })
    expect(again.ok && again.value.selected[0]?.text).toBe(text)
    expect(seen.pool[line - 1]).toBe(text)
    left = left.filter((each) => each !== text)
  }
  const early = await trial.as('nobody').call('rounds.drawPool', { params: { ...round.where, draw: id }, query: { turn: '3' } })
  expect(early.status).toBe(404)
  // The act of a turn tells its key and line, and no act tells the chain.
  const acts = await trial.owner.query<{ payload: string }>(
    `select payload::text from acts where subject = $1 and verb in ('sealDraw', 'turn')`,
    [`round:${round.where.id}`],
  )
  expect(acts.rows).toHaveLength(3)
  for (const { payload } of acts.rows) expect(payload).not.toContain('seed')
})

test('a further question for the same unit needs its reason, which is public', async () => {
  const round = await playRound(trial)
  const id = await sealQuestions(round, '5', pool)
  await round.move('present', { subject: first, component: 'field' })
  await round.move('turn', turn(round, id, first).body, { draw: id })
  const officer = trial.as('officer')
  expect(await refusal(officer, 'turn', turn(round, id, first))).toMatchObject({ code: 4166, status: 422 })
  await round.move('turn', turn(round, id, first, '题与上一单位重复').body, { draw: id })
  expect((await publicDraw(round)).turns.map(({ reason }) => reason)).toEqual(['', '题与上一单位重复'])
  expect((await shown(round)).current?.question?.number).toBe(2)
})

test('refused: before two persons entered, for a unit that is not on, when all are drawn, after the freeze, and to other posts', async () => {
  const round = await playRound(trial)
  const officer = trial.as('officer')
  const waits = await sealQuestions(round, undefined, pool)
  await round.move('present', { subject: first, component: 'field' })
  expect(await refusal(officer, 'turn', turn(round, waits, first))).toMatchObject({ code: 4163, status: 409 })
  const id = await sealQuestions(round, '6', ['甲题', '乙题'])
  expect(await refusal(officer, 'turn', turn(round, id, second))).toMatchObject({ code: 4164, status: 409 })
  expect(await refusal(officer, 'turn', turn(round, randomUUID(), first))).toMatchObject({ code: 4124 })
  await round.move('turn', turn(round, id, first).body, { draw: id })
  await round.move('turn', turn(round, id, first, '再问一题').body, { draw: id })
  expect(await refusal(officer, 'turn', turn(round, id, first, '还要一题'))).toMatchObject({ code: 4165, status: 409 })
  expect((await trial.as('secretary').call('rounds.turn', turn(round, id, first, '自己抽'))).status).toBe(403)
  await round.move('show', { kind: 'idle', draw: null })
  expect(await refusal(officer, 'turn', turn(round, id, first, '没有单位在场'))).toMatchObject({ code: 4164 })
  await round.scoreAll()
  await round.move('freeze')
  expect((await officer.call('rounds.turn', turn(round, id, first, '封存以后'))).body['code']).toBe(4101)
})
