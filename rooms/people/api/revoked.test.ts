// A session that was ended is dead at once, also for a server that had just remembered it.

import { describe, expect, it } from 'vitest'
import type { Caller } from '#ground/trial/caller.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enter, trialPassword } from '../trial.ts'

const trial = useTrial()
const meAs = async (who: Caller): Promise<number> => (await who.call('people.me')).status

describe('ending a session', () => {
  it('by the list of sessions', async () => {
    const here = await enter(trial, 'trial-reviewer', trialPassword)
    const there = await enter(trial, 'trial-reviewer', trialPassword)
    expect([await meAs(here), await meAs(there)]).toEqual([200, 200])
    const { sessions } = (await here.call<{ sessions: { id: string; current: boolean }[] }>('people.mySessions')).body
    expect(sessions.length).toBeGreaterThanOrEqual(2)
    for (const { id } of sessions.filter((session) => !session.current)) {
      expect((await here.call('people.revokeSession', { params: { id } })).status).toBe(200)
    }
    expect([await meAs(here), await meAs(there)]).toEqual([200, 401])
  })

  it('by signing out', async () => {
    const session = await enter(trial, 'trial-judge', trialPassword)
    expect(await meAs(session)).toBe(200)
    await session.call('people.signOut')
    expect(await meAs(session)).toBe(401)
  })
})

it('choosing a language ends no session', async () => {
  const session = await enter(trial, 'trial-supervisor', trialPassword)
  expect((await session.call('people.setLanguage', { body: { language: 'en' } })).status).toBe(200)
  expect(await meAs(session)).toBe(200)
})
