// What is kept no longer than stated: three years after the last post.

import { expect, it } from 'vitest'
import { innerActor, houseId } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { recordAct } from '#ground/postgres/acts.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import forget from './forget.ts'

const trial = useTrial()

const context = (): JobContext => ({
  clock: trial.clock,
  dice: trial.instance.dice,
  vault: trial.instance.vault,
  files: trial.instance.files,
  transaction: async (scopes, work) => {
    const actor = innerActor(houseId, trial.house, scopes)
    const given = { actor, room: 'people', clock: trial.clock, dice: trial.instance.dice }
    return trial.instance.postgres.transaction(actor, async ({ db }) => ({
      keep: true,
      value: await work({ db, act: async (draft) => (await recordAct(db, given, draft)).id }),
    }))
  },
})

const stateOf = async (id: string): Promise<unknown> =>
  (await trial.owner.query('select state, name from persons where id = $1', [id])).rows[0]

it('an account goes three years after its last post, not a day sooner, and nobody else’s', async () => {
  await trial.as('officer').call('people.update', { params: { id: cast.secretary.id }, body: { phone: '19900000061' } })
  await trial.as('officer').call('people.reveal', { params: { id: cast.secretary.id }, body: { reason: '核实材料' } })
  await trial.as('officer').call('people.endPost', { params: { id: cast.gridWorker.post ?? '' }, body: { last: '2026-09-08' } })
  trial.clock.advance(1095 * 86_400_000)
  await forget.run({}, context())
  expect(await stateOf(cast.gridWorker.id)).toMatchObject({ state: 'active' })
  expect((await trial.owner.query('select 1 from reveals')).rowCount).toBe(1)
  trial.clock.advance(86_400_000)
  await forget.run({}, context())
  await forget.run({}, context())
  expect(await stateOf(cast.gridWorker.id)).toEqual({ state: 'erased', name: '已注销' })
  expect(await stateOf(cast.secretary.id)).toMatchObject({ state: 'active' })
  expect(await stateOf(cast.resident.id)).toMatchObject({ state: 'active' })
  expect((await trial.owner.query(`select 1 from acts where verb = 'erase'`)).rowCount).toBe(1)
  expect((await trial.owner.query('select 1 from reveals')).rowCount).toBe(0)
})
