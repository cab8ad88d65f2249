// Getting in, being slowed, getting out.

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { caller } from '#ground/trial/caller.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enter, tokenIn, trialPassword } from '../trial.ts'

const trial = useTrial()

const minute = 60_000
const knock = (name: string, password: string) =>
  trial.as('nobody').call<{ code?: number; mustChangePassword?: boolean }>('people.signIn', { body: { name, password } })
const codesOf = async (name: string, times: number): Promise<(number | undefined)[]> => {
  const codes = []
  for (let time = 0; time < times; time += 1) codes.push((await knock(name, `wrong ${time}`)).body.code)
  return codes
}

describe('signing in', () => {
  it('by login name, however it is typed, with a cookie that scripts cannot read', async () => {
    const answer = await knock(' Trial-Secretary ', trialPassword)
    expect(answer).toMatchObject({ status: 200, body: { mustChangePassword: false } })
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('lx-session='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const me = await caller(trial.url, trial.house, tokenIn(answer.headers)).call('people.me')
    expect(me.body).toMatchObject({
      person: { id: cast.secretary.id, name: cast.secretary.title, login: cast.secretary.login },
      acting: { role: 'secretary', roleTitle: '村(社区)书记', unit: '990101001001', unitName: '朝霞社区' },
      signedInBy: 'password',
      filingNumber: null,
      queues: [],
    })
  })

  it('by phone number', async () => {
    const made = await trial.as('officer').call<{ id: string }>('people.create', {
      body: {
        name: '演示·电话',
        unit: '990101001001',
        phone: '199 0000 0001',
        password: 'river persimmon 42 bridge',
        post: { unit: '990101001001', role: 'grid-worker' },
      },
    })
    expect(made.status).toBe(200)
    expect(await knock('+86 199 0000 0001', 'river persimmon 42 bridge')).toMatchObject({ status: 200, body: { mustChangePassword: true } })
  })

  it('the token is stored as a digest only, and an old session of the browser ends', async () => {
    const first = tokenIn((await knock('trial-judge', trialPassword)).headers)
    const second = tokenIn(
      (await caller(trial.url, trial.house, first).call('people.signIn', { body: { name: 'trial-judge', password: trialPassword } }))
        .headers,
    )
    expect(second).not.toBe(first)
    const { rows } = await trial.owner.query<{ token: string }>('select token from sessions where person = $1', [cast.judge.id])
    expect(rows).toHaveLength(2)
    expect(rows.map((row) => row.token)).not.toContain(second)
  })

  it('a one-time password opens nothing but its own change', async () => {
    const people = await enter(trial, '19900000001', 'river persimmon 42 bridge')
    expect((await people.call('people.me')).body).toMatchObject({ acting: null, grants: [], mustChangePassword: true })
    expect((await people.call('people.list', { query: { unit: '990101001001' } })).status).toBe(403)
    const weak = await people.call('people.changePassword', { body: { current: 'river persimmon 42 bridge', next: '19900000001' } })
    expect(weak).toMatchObject({ status: 400, body: { code: 2105 } })
    const changed = await people.call('people.changePassword', {
      body: { current: 'river persimmon 42 bridge', next: 'lantern walnut seventeen' },
    })
    expect(changed.status).toBe(200)
    const after = await caller(trial.url, trial.house, tokenIn(changed.headers)).call('people.me')
    expect(after.body).toMatchObject({ acting: { role: 'grid-worker' }, mustChangePassword: false })
  })

  it('a submission from another site is refused', async () => {
    const foreign = await trial
      .as('nobody')
      .call('people.signIn', { body: { name: 'trial-judge', password: trialPassword }, headers: { 'sec-fetch-site': 'cross-site' } })
    expect(foreign).toMatchObject({ status: 403, body: { code: 107 } })
    expect(tokenIn(foreign.headers)).toBeNull()
  })
})

describe('guessing', () => {
  // All tests knock from one place; an hour later it is forgotten that they did.
  beforeEach(() => trial.clock.advance(61 * minute))

  it('five wrong tries, then waiting; the right password does not help meanwhile; then it does', async () => {
    expect(await codesOf('trial-supervisor', 6)).toEqual([2100, 2100, 2100, 2100, 2100, 2101])
    const right = await knock('trial-supervisor', trialPassword)
    expect(right).toMatchObject({ status: 429, body: { code: 2101 } })
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(50)
    trial.clock.advance(minute)
    expect((await knock('trial-supervisor', trialPassword)).status).toBe(200)
    expect(await codesOf('trial-supervisor', 1)).toEqual([2100])
  })

  it('an unknown name is treated exactly like a known one', async () => {
    const known = await codesOf('trial-reviewer', 6)
    const unknown = await codesOf('nobody-by-this-name', 6)
    expect(unknown).toEqual(known)
    const { rows } = await trial.owner.query<{ key: string }>(`select key from attempts where key like 'name:%'`)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.key).not.toContain('nobody-by-this-name')
  })

  it('guesses made at the same moment all count', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, guess) => knock('trial-outsider', `wrong ${guess}`)))
    const codes = answers.map((answer) => answer.body.code)
    expect(codes.filter((code) => code === 2100).length).toBeLessThanOrEqual(5)
    expect(codes).toContain(2101)
  })

  it('login and phone of one person share one count', async () => {
    const made = await trial.as('officer').call('people.create', {
      body: { name: '演示·两名', unit: '990101001001', login: 'two-names', phone: '19900000002', password: 'river persimmon 42 bridge' },
    })
    expect(made.status).toBe(200)
    await codesOf('two-names', 3)
    expect(await codesOf('19900000002', 3)).toEqual([2100, 2100, 2101])
  })

  it('whoever keeps an account may lift the wait', async () => {
    await codesOf('trial-gridworker', 6)
    const found = await trial.as('officer').call<{ pausedUntil: string | null }>('people.find', { params: { id: cast.gridWorker.id } })
    expect(found.body.pausedUntil).not.toBeNull()
    expect((await trial.as('officer').call('people.unlock', { params: { id: cast.gridWorker.id } })).status).toBe(200)
    expect((await knock('trial-gridworker', trialPassword)).status).toBe(200)
  })

  it('one place that guesses at many names is slowed, whatever the names', async () => {
    const codes = []
    for (let name = 0; name < 101; name += 1) codes.push((await knock(`guessed-name-${name}`, 'whatever it may be')).body.code)
    expect(codes.slice(0, 100).every((code) => code === 2100)).toBe(true)
    expect(codes[100]).toBe(2101)
    trial.clock.advance(61 * minute)
  })
})

describe('sessions', () => {
  it('are listed, and one ends where the person says so', async () => {
    const here = await enter(trial, 'trial-secretary', trialPassword)
    const there = await enter(trial, 'trial-secretary', trialPassword)
    type Listed = { sessions: { id: string; current: boolean; means: string }[] }
    const before = (await here.call<Listed>('people.mySessions')).body.sessions
    expect(before.filter((session) => session.current)).toHaveLength(1)
    const other = (await there.call<Listed>('people.mySessions')).body.sessions.find((session) => session.current)
    expect((await here.call('people.revokeSession', { params: { id: other?.id ?? '' } })).status).toBe(200)
    await vi.waitFor(
      async () => expect((await there.call('people.mySessions')).body).not.toHaveProperty('sessions.0.current', true),
      15_000,
    )
    expect((await here.call<Listed>('people.mySessions')).body.sessions.map((session) => session.id)).not.toContain(other?.id)
  })

  it('nobody ends a session of somebody else', async () => {
    const theirs = (await trial.as('judge').call<{ sessions: { id: string }[] }>('people.mySessions')).body.sessions[0]?.id ?? ''
    expect(await trial.as('operator').call('people.revokeSession', { params: { id: theirs } })).toMatchObject({
      status: 404,
      body: { code: 2112 },
    })
  })

  it('signing out ends the session and clears the cookie', async () => {
    const token = tokenIn((await knock('trial-secretary', trialPassword)).headers)
    const out = await caller(trial.url, trial.house, token).call('people.signOut')
    expect(out.headers.getSetCookie().join()).toMatch(/lx-session=;/)
    const { rows } = await trial.owner.query("select 1 from sessions where token = encode(sha256($1::bytea), 'hex')", [token])
    expect(rows).toEqual([])
  })

  it('a session ends by itself, and its row goes with the next that begins', async () => {
    const at = (now: number) =>
      trial.instance.postgres.gate(async (db) =>
        trial.house.identify?.({ db, token: cast.judge.token, clock: { now: () => now }, grantsOf: () => [] }),
      )
    const month = 31 * 86_400_000
    expect(await at(trial.clock.now())).toMatchObject({ actor: { id: cast.judge.id } })
    expect(await at(trial.clock.now() + month)).toBeNull()
    await enter(trial, 'trial-secretary', trialPassword)
    trial.clock.advance(8 * 86_400_000)
    const over = 'select 1 from sessions where expires_at <= $1'
    expect((await trial.owner.query(over, [new Date(trial.clock.now())])).rowCount).toBeGreaterThan(0)
    await enter(trial, 'trial-secretary', trialPassword)
    expect((await trial.owner.query(over, [new Date(trial.clock.now())])).rowCount).toBe(0)
  })

  it('a changed password ends all other sessions', async () => {
    const one = await enter(trial, 'trial-reviewer', trialPassword)
    const other = await enter(trial, 'trial-reviewer', trialPassword)
    expect(await one.call('people.changePassword', { body: { current: 'not this one', next: 'lantern walnut seventeen' } })).toMatchObject({
      status: 403,
      body: { code: 2104 },
    })
    const changed = await one.call('people.changePassword', { body: { current: trialPassword, next: 'lantern walnut seventeen' } })
    expect(changed.status).toBe(200)
    await vi.waitFor(async () => expect((await other.call('people.me')).status).toBe(401))
    expect((await caller(trial.url, trial.house, tokenIn(changed.headers)).call('people.me')).status).toBe(200)
    expect((await knock('trial-reviewer', trialPassword)).status).toBe(401)
  })
})
