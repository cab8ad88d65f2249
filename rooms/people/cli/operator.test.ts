// First accounts, as the door and the command line make them.

import { expect, it } from 'vitest'
import { atDesk } from '#ground/instance/desk.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { CommandContext } from '#ground/cli/command.ts'
import operator from './operator.ts'
import { createAccount } from '../offers.ts'
import { enter } from '../trial.ts'

const trial = useTrial()

const context = (): CommandContext => ({
  language: 'en',
  clock: trial.clock,
  dice: trial.instance.dice,
  env: { TRIAL: 'yes' },
  transaction: (work) => atDesk(trial.instance, 'people', work),
  progress: () => {},
  say: () => {},
})

it('the command makes an operator with a password that serves once and must be changed', async () => {
  const made = (await operator.run(context(), [], { login: 'first-operator' })) as Result<{ oneTimePassword: string; unit: string }>
  if (!made.ok) throw new Error(made.problem.detail.en)
  expect(made.value.unit).toBe('99')
  expect(made.value.oneTimePassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  const first = await enter(trial, 'first-operator', made.value.oneTimePassword)
  expect((await first.call('people.me')).body).toMatchObject({ mustChangePassword: true, acting: null })
  await first.call('people.changePassword', { body: { current: made.value.oneTimePassword, next: 'lantern walnut seventeen' } })
  const second = await enter(trial, 'first-operator', 'lantern walnut seventeen')
  expect((await second.call('people.me')).body).toMatchObject({ acting: { role: 'operator', unitName: '演示省' } })
  expect((await second.call('people.list', { query: { unit: '990102' } })).status).toBe(200)
})

it('the same login twice is refused and nothing stays', async () => {
  const again = await operator.run(context(), [], { login: 'first-operator' })
  expect(again).toMatchObject({ ok: false, problem: { code: 2009 } })
  expect((await trial.owner.query(`select 1 from persons where name = '系统管理员'`)).rowCount).toBe(1)
})

it('an account with a given password signs in at once', async () => {
  const made = await atDesk(trial.instance, 'people', async ({ db }) => {
    const maker = { db, clock: trial.clock, dice: trial.instance.dice, settings: { TRIAL: 'yes' } }
    return ok(
      await createAccount(maker, { login: 'demo-officer', name: '演示·丁', role: 'county-officer', unit: '990101', password: 'demo' }),
    )
  })
  expect(made).toMatchObject({ ok: true, value: { ok: true, value: { oneTimePassword: null } } })
  expect((await (await enter(trial, 'demo-officer', 'demo')).call('people.me')).body).toMatchObject({ acting: { role: 'county-officer' } })
})
