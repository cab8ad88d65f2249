// The house escalates on a real database: killed between any two statements, run twice and at once, with a clock that jumps.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { recordAct } from '#ground/postgres/acts.ts'
import { stageStart } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import escalate from '../jobs/escalate.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
const dayMs = 86_400_000

class Killed extends Error {}

/** The house as the worker gives it; killed at its nth act, or at the nth commit, when told so. */
function context(kill: { act?: number; commit?: number } = {}): JobContext {
  let [acts, commits] = [0, 0]
  return {
    clock: trial.clock,
    dice: trial.instance.dice,
    vault: trial.instance.vault,
    files: trial.instance.files,
    transaction: async (scopes, work) => {
      const actor = innerActor(houseId, trial.house, scopes)
      const given = { actor, room: 'ledger', clock: trial.clock, dice: trial.instance.dice }
      const value = await trial.instance.postgres.transaction(actor, async ({ db }) => ({
        keep: true,
        value: await work({
          db,
          act: async (draft) => {
            acts += 1
            if (acts === kill.act) throw new Killed()
            return (await recordAct(db, given, draft)).id
          },
        }),
      }))
      commits += 1
      if (commits === kill.commit) throw new Killed()
      return value
    },
  }
}

const run = async (kill?: { act?: number; commit?: number }): Promise<void> => {
  await escalate.run({}, context(kill)).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error
  })
}

async function assign(days: number): Promise<{ unit: string; id: string }> {
  const body = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '路灯不亮。', sourceKind: 'meeting', days }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  return body
}

interface Escalated {
  readonly entry: string
  readonly term: number
  readonly level: number
  readonly told: string
}

const escalated = async (): Promise<Escalated[]> =>
  (await trial.owner.query<Escalated>(`select entry, term, level, told from ledger_steps where verb = 'escalate' order by entry, seq`)).rows

test('late entries are told one level up, at once and at three times the days, and it is seen where one works', async () => {
  const { unit, id } = await assign(3)
  await run()
  expect(await escalated()).toEqual([])
  trial.clock.advance(4 * dayMs) // Saturday; three working days are over on Friday
  await run()
  expect(await escalated()).toEqual([])
  trial.clock.advance(2 * dayMs)
  await run()
  await run()
  expect(await escalated()).toEqual([{ entry: id, term: 1, level: 1, told: '990101001' }])
  const seen = (
    await trial.as('secretary').call<{ told: unknown; steps: { verb: string; unit: unknown }[] }>('ledger.get', { params: { unit, id } })
  ).body
  expect(seen.told).toEqual({ code: '990101001', name: '晨光街道' })
  expect(seen.steps.at(-1)).toMatchObject({ verb: 'escalate', level: 1, told: { name: '晨光街道' }, unit: null, days: 3 })
  const queue = async (player: PlayerName): Promise<string> =>
    (await trial.sql(player, async (db) => queueOf(db, await trial.actorOf(player), chinaDay(trial.clock.now()))))
      .map(({ path, count }) => `${path} ${count}`)
      .join()
  expect(await queue('officer')).toContain('/desk/ledger?told=yes 1')
  expect(await queue('countyAdmin')).not.toContain('told=yes')
  expect(await queue('secretary')).toContain('late=late 1')
  trial.clock.advance(14 * dayMs)
  await run()
  expect((await escalated()).map((one) => [one.level, one.told])).toEqual([
    [1, '990101001'],
    [3, '990101'],
  ])
  expect(await queue('countyAdmin')).toContain('/desk/ledger?told=yes 1')
  const { rows } = await trial.owner.query<{ payload: unknown; actor: string }>(
    `select payload, actor from acts where verb = 'escalate' and subject = $1 order by at, id`,
    [`ledger:${id}`],
  )
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({ actor: houseId })
  // Told in the inbox too, once a step, of those who deal with it there.
  const inbox = await trial.as('officer').call<{ rows: { title: { zh: string }; path: string }[] }>('notices.inbox', { query: {} })
  expect(inbox.body.rows.filter((row) => row.path === `/desk/ledger?open=${unit}.${id}`)).toMatchObject([
    { title: { zh: '台账逾期：朝霞社区' } },
  ])
})

test('a finished entry is left alone', async () => {
  const entry = await assign(1)
  await trial.as('officer').call('ledger.withdraw', { params: entry, body: { reason: '重复' } })
  trial.clock.advance(20 * dayMs)
  await run()
  expect((await escalated()).some((one) => one.entry === entry.id)).toBe(false)
})

test('once a step and term, whatever kills the house, however often and however much at once it runs', { timeout: 60_000 }, async () => {
  const move = fc.oneof(
    fc.record({ jump: fc.integer({ min: -5, max: 12 }) }),
    fc.record({ act: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ commit: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ twice: fc.constant(true) }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 3, maxLength: 7 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
      async (moves, terms) => {
        trial.clock.advance(stageStart - trial.clock.now())
        const ids: string[] = []
        for (const days of terms) ids.push((await assign(days)).id)
        for (const one of moves) {
          if ('jump' in one) trial.clock.advance(one.jump * dayMs)
          else if ('twice' in one) await Promise.all([run(), run()])
          else await run(one)
        }
        trial.clock.advance(stageStart + 40 * dayMs - trial.clock.now())
        await Promise.all([run(), run(), run()])
        const steps = (await escalated()).filter((one) => ids.includes(one.entry))
        for (const id of ids) expect(steps.filter((one) => one.entry === id).map((one) => one.level)).toEqual([1, 3])
        const { rows } = await trial.owner.query<{ count: number }>(
          `select count(*)::int as count from acts where verb = 'escalate' and subject = any($1)`,
          [ids.map((id) => `ledger:${id}`)],
        )
        expect(rows).toEqual([{ count: 2 * ids.length }])
        trial.clock.advance(stageStart - trial.clock.now())
      },
    ),
    { numRuns: 8 },
  )
})
