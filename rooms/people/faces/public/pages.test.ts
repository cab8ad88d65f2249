// The pages of the door, as a browser with script off uses them.

import { describe, expect, it } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { tokenIn, trialPassword } from '../../trial.ts'

const trial = useTrial()

const submit = (path: string, fields: Record<string, string>, token?: string): Promise<Response> =>
  trial.as('nobody').fetch(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...(token === undefined ? {} : { cookie: `lx-session=${token}` }) },
  })

describe('signing in without script', () => {
  it('the form leads to where one wanted to go', async () => {
    const page = await trial.as('nobody').fetch('/sign-in?next=/desk/units?unit=990101')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('name="next" value="/desk/units?unit=990101"')
    const answer = await submit('/sign-in', { name: 'trial-secretary', password: trialPassword, next: '/desk/units?unit=990101' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/units?unit=990101'])
    expect(tokenIn(answer.headers)).not.toBeNull()
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])('%j is not where one goes', async (next) => {
    const page = await (await trial.as('nobody').fetch(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    expect(page).toContain('name="next" value="/desk"')
    const answer = await submit('/sign-in', { name: 'trial-secretary', password: trialPassword, next })
    expect(answer.headers.get('location')).toBe('/desk')
  })

  it('a wrong password says so, keeps the name, and never gives the password back', async () => {
    const answer = await submit('/sign-in', { name: 'trial-<b>', password: 'not-this-password' })
    const text = await answer.text()
    expect(answer.status).toBe(401)
    expect(text).toContain('账号或密码不对')
    expect(text).toContain('value="trial-&lt;b&gt;"')
    expect(text).not.toContain('not-this-password')
  })

  it('English is there, too', async () => {
    const page = await trial.as('nobody').fetch('/sign-in', { headers: { cookie: 'lx-language=en' } })
    expect(await page.text()).toContain('Login name or phone number')
  })

  it('a form of another site is refused', async () => {
    const answer = await trial.as('nobody').fetch('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ name: 'trial-secretary', password: trialPassword }),
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
    expect(tokenIn(answer.headers)).toBeNull()
  })

  it('signing out takes a submission, so that no picture on another page can do it', async () => {
    const token = tokenIn((await submit('/sign-in', { name: 'trial-judge', password: trialPassword })).headers) ?? ''
    const sessions = async (): Promise<number | null> =>
      (await trial.owner.query('select 1 from sessions where person = $1', [cast.judge.id])).rowCount
    const before = await sessions()
    await trial.as('nobody').fetch('/sign-out', { headers: { cookie: `lx-session=${token}` } })
    expect(await sessions()).toBe(before)
    expect((await submit('/sign-out', {}, token)).headers.get('location')).toBe('/')
    expect(await sessions()).toBe((before ?? 0) - 1)
  })
})

describe('first steps without script', () => {
  it('from the invitation to the desk', async () => {
    const made = await trial.as('officer').call<{ id: string }>('people.create', {
      body: { name: '演示·纸', unit: '990101001001', post: { unit: '990101001001', role: 'grid-worker' } },
    })
    const { path } = (await trial.as('officer').call<{ path: string }>('people.invite', { params: { id: made.body.id } })).body
    const page = await (await trial.as('nobody').fetch(path)).text()
    expect(page).toContain('演**')
    expect(page).not.toContain('演示·纸')
    const differ = await submit(path, { login: 'by-paper', password: 'lantern walnut seventeen', again: 'something else here' })
    expect(await differ.text()).toContain('两次输入的新密码不一样')
    const done = await submit(path, { login: 'by-paper', password: 'lantern walnut seventeen', again: 'lantern walnut seventeen' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk'])
    expect((await trial.as('nobody').fetch(path)).status).toBe(410)
  })

  it('from an initial password to one’s own', async () => {
    await trial.as('officer').call('people.create', {
      body: {
        name: '演示·初',
        unit: '990101001001',
        login: 'first-steps',
        password: 'lantern walnut seventeen',
        post: { unit: '990101001001', role: 'grid-worker' },
      },
    })
    const entered = await submit('/sign-in', { name: 'first-steps', password: 'lantern walnut seventeen', next: '/desk/people' })
    expect(entered.headers.get('location')).toBe('/sign-in/password?next=%2Fdesk%2Fpeople')
    const token = tokenIn(entered.headers) ?? ''
    const next = 'river persimmon forty-two'
    const set = await submit(
      '/sign-in/password',
      { current: 'lantern walnut seventeen', password: next, again: next, next: '/desk/people' },
      token,
    )
    expect([set.status, set.headers.get('location')]).toEqual([303, '/desk/people'])
  })
})
