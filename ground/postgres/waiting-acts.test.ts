// Where no worker runs nothing is sealed, and somebody must hear of it.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { ownerClient } from './database.ts'
import { sealOnce } from './seal.ts'
import { lateSentence, waitingActs, watchWaitingActs } from './waiting-acts.ts'

const trial = useTrial({ root: fixtureRoot })
let sealer: Awaited<ReturnType<typeof ownerClient>>

beforeAll(async () => {
  await seat(trial)
  sealer = await ownerClient(trial.instance.database.urlOf('liangxing_sealer'))
})
afterAll(() => sealer.end())

const add = (): Promise<unknown> =>
  trial.withToken(writer.token).call('notes.add', { body: { id: randomUUID(), unit: '990101', text: '一条笔记' } })
const get = async (path: string): Promise<string> => (await trial.as('nobody').fetch(path)).text()
const ready = async (): Promise<unknown> => JSON.parse(await get('/readyz'))
const metric = async (name: string): Promise<number> => Number(new RegExp(`^${name} (.+)$`, 'm').exec(await get('/metrics'))?.[1])
const told = (): Promise<string> =>
  new Promise((resolve) => {
    const stop = watchWaitingActs(
      waitingActs(trial.instance.postgres, trial.clock),
      ({ zh, en }) => {
        stop()
        resolve(`${zh} ${en}`)
      },
      5,
    )
  })

test('readiness, metrics and the log tell of acts that nobody seals, until somebody does', async () => {
  const since = new Date(trial.clock.now())
  expect(await ready()).toEqual({ status: 'ready' })
  await add()
  trial.clock.advance(30_000)
  await add()
  expect(await ready()).toEqual({ status: 'ready' })
  trial.clock.advance(31_000)
  expect(await ready()).toEqual({ status: 'ready', warnings: [{ code: 'acts-unsealed', waiting: 2, since: since.toISOString() }] })
  expect(await metric('liangxing_acts_unsealed')).toBe(2)
  expect(await metric('liangxing_acts_unsealed_seconds')).toBe(61)
  expect(await told()).toContain('2 acts have waited to be sealed since')

  await sealOnce(sealer, new Date(trial.clock.now()))
  trial.clock.advance(6_000)
  expect(await ready()).toEqual({ status: 'ready' })
  expect(await metric('liangxing_acts_unsealed')).toBe(0)
  expect(await metric('liangxing_acts_unsealed_seconds')).toBe(0)
})

test('the sentence says what to start', () => {
  const { zh, en } = lateSentence({ waiting: 10_000, since: new Date(trial.clock.now()) })
  expect(zh).toContain('npm run worker')
  expect(en).toMatch(/^10,000\+ acts .* npm run worker/)
})

test('those who write cannot ask how many wait', async () => {
  const who = await trial.actorOf(writer)
  const ask = trial.instance.postgres.transaction(who, async ({ connection }) => ({
    keep: false,
    value: await connection.query('select * from app_waiting_acts()'),
  }))
  await expect(ask).rejects.toThrow(/permission denied/)
})
