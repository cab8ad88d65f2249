// Monday morning: a whole office signs in at once, from one address, on few connections; and all get in.

import { expect, it } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { enter } from '../trial.ts'

const trial = useTrial()

it('a hundred and twenty people sign in at the same moment on eight connections', async () => {
  const logins = Array.from({ length: 120 }, (_, index) => `office-${index}`)
  const password = 'lantern walnut seventeen'
  for (const login of logins) {
    const body = { name: '演示·众', unit: '990101', login, password, mustChange: false }
    expect((await trial.as('operator').call('people.create', { body })).status).toBe(200)
  }
  const people = await Promise.all(logins.map((login) => enter(trial, login, password)))
  const answers = await Promise.all(people.map((one) => one.call<{ person: { login: string } }>('people.me')))
  expect(answers.map((answer) => answer.body.person.login)).toEqual(logins)
})
