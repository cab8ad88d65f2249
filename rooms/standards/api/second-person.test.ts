// A draft waits in the queue of those who may issue it and did not write it, and nowhere else.

import { beforeAll, expect, test } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
const sample = 'sample/five-star/2022-community'
const mine = 'county/five-star/2027'

beforeAll(() => trial.owner.query("update posts set role = 'county-officer' where id = $1", [cast.reviewer.post]))

const waits = async (who: PlayerName) => trial.sql(who, async (db) => queueOf(db, await trial.actorOf(who)))
const done = async (who: PlayerName, endpoint: string, body: object) => {
  const answer = await trial.as(who).call(`standards.${endpoint}`, { body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

test('a draft of somebody else waits until it is issued', async () => {
  await done('countyAdmin', 'install', { unit: '990101', pack: sample })
  expect(await waits('countyAdmin')).toEqual([])
  await done('reviewer', 'copy', { unit: '990101', from: sample, id: mine, title: '示例标准（2027）' })
  expect(await waits('countyAdmin')).toMatchObject([{ count: 1, path: '/desk/standards?state=draft' }])
  // Who drafts may not issue; who works elsewhere or below does not see it.
  for (const who of ['reviewer', 'officer', 'secretary', 'outsider'] as const) expect(await waits(who)).toEqual([])
  await done('countyAdmin', 'issue', { id: mine })
  expect(await waits('countyAdmin')).toEqual([])
})

test('who wrote a draft is not asked to issue it', async () => {
  await done('countyAdmin', 'copy', { unit: '990101', from: mine, id: 'county/five-star/2028', title: '示例标准（2028）' })
  expect(await waits('countyAdmin')).toEqual([])
})
