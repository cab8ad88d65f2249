// Invitations: used once, within a week, by whoever holds the link; also on the public pages without script.

import { describe, expect, it } from 'vitest'
import { caller } from '#ground/trial/caller.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enter, tokenIn, trialPassword } from '../trial.ts'

const trial = useTrial()
const good = 'lantern walnut seventeen'

const newcomer = async (login?: string): Promise<{ id: string; token: string }> => {
  const made = await trial.as('officer').call<{ id: string }>('people.create', {
    body: {
      name: '演示·新人',
      unit: '990101001001',
      ...(login === undefined ? {} : { login }),
      post: { unit: '990101001001', role: 'grid-worker' },
    },
  })
  const invited = await trial.as('officer').call<{ path: string }>('people.invite', { params: { id: made.body.id } })
  return { id: made.body.id, token: invited.body.path.split('/').at(-1) ?? '' }
}

const accept = (token: string, body: { login?: string; password: string }) =>
  trial.as('nobody').call('people.acceptInvitation', { params: { token }, body })

describe('an invitation', () => {
  it('shows for whom it is, with the name masked, and lets in once', async () => {
    const { token } = await newcomer()
    expect((await trial.as('nobody').call('people.findInvitation', { params: { token } })).body).toMatchObject({
      name: '演**',
      unitName: '朝霞社区',
      roleTitle: '网格员',
      login: null,
      phone: null,
    })
    expect((await accept(token, { password: good })).body).toMatchObject({ code: 2111 })
    expect((await accept(token, { password: good, login: '?' })).body).toMatchObject({ code: 2007 })
    expect((await accept(token, { password: good, login: 'trial-judge' })).body).toMatchObject({ code: 2009 })
    expect((await accept(token, { password: 'short', login: 'newcomer-one' })).body).toMatchObject({ code: 2105 })
    const accepted = await accept(token, { password: good, login: 'newcomer-one' })
    expect(accepted.status).toBe(200)
    const me = await caller(trial.url, trial.house, tokenIn(accepted.headers)).call('people.me')
    expect(me.body).toMatchObject({ person: { login: 'newcomer-one' }, acting: { role: 'grid-worker' }, signedInBy: 'invitation' })
    expect((await accept(token, { password: good })).body).toMatchObject({ code: 2110 })
    await enter(trial, 'newcomer-one', good)
  })

  it('of two that use it at once, one gets in', async () => {
    const { token } = await newcomer('newcomer-two')
    const answers = await Promise.all([accept(token, { password: good }), accept(token, { password: `${good} too` })])
    expect(answers.map((answer) => String(answer.status)).toSorted()).toEqual(['200', '410'])
  })

  it('a newer one ends the older; a week ends both; a stranger’s guess is nothing', async () => {
    const { id, token } = await newcomer('newcomer-three')
    const newer = await trial.as('officer').call<{ path: string }>('people.invite', { params: { id } })
    expect((await accept(token, { password: good })).body).toMatchObject({ code: 2110 })
    trial.clock.advance(7 * 86_400_000)
    expect((await accept(newer.body.path.split('/').at(-1) ?? '', { password: good })).body).toMatchObject({ code: 2110 })
    expect((await accept('guessed', { password: good })).body).toMatchObject({ code: 2110 })
  })

  it('ends with a password that its person chose meanwhile, and does not come back with an account that was locked', async () => {
    const first = await newcomer('newcomer-five')
    await accept(first.token, { password: good })
    const session = await enter(trial, 'newcomer-five', good)
    const linkFor = async (id: string): Promise<string> =>
      (await trial.as('officer').call<{ path: string }>('people.invite', { params: { id } })).body.path.split('/').at(-1) ?? ''
    const stolen = await linkFor(first.id)
    expect((await trial.as('nobody').call('people.findInvitation', { params: { token: stolen } })).status).toBe(200)
    expect((await session.call('people.changePassword', { body: { current: good, next: `${good} more` } })).status).toBe(200)
    expect((await accept(stolen, { password: 'somebody else chose this' })).body).toMatchObject({ code: 2110 })
    const astray = await linkFor(first.id)
    const params = { id: first.id }
    expect((await trial.as('officer').call('people.lock', { params, body: { reason: '链接误发' } })).status).toBe(200)
    expect((await trial.as('officer').call('people.unlock', { params })).status).toBe(200)
    expect((await accept(astray, { password: 'somebody else chose this' })).body).toMatchObject({ code: 2110 })
    await enter(trial, 'newcomer-five', `${good} more`)
  })

  it('resets a forgotten password and ends the old sessions; only its digest is stored', async () => {
    const before = await enter(trial, 'trial-gridworker', trialPassword)
    const invited = await trial.as('officer').call<{ path: string }>('people.invite', { params: { id: cast.gridWorker.id } })
    const token = invited.body.path.split('/').at(-1) ?? ''
    const stored = await trial.owner.query('select token from invitations union all select answer from idempotency')
    expect(stored.rows.filter((row) => String(row.token).includes(token))).toEqual([])
    expect((await accept(token, { password: good })).status).toBe(200)
    expect((await before.call('people.me')).status).toBe(401)
    await enter(trial, 'trial-gridworker', good)
  })

  it('for all who wait, in one go', async () => {
    await newcomer('newcomer-four')
    const all = await trial
      .as('officer')
      .call<{ invitations: { name: string; path: string }[] }>('people.inviteAll', { body: { unit: '990101001' } })
    expect(all.body.invitations.length).toBeGreaterThan(0)
    for (const { path } of all.body.invitations)
      expect((await trial.as('nobody').call('people.findInvitation', { params: { token: path.split('/').at(-1) ?? '' } })).status).toBe(200)
    expect((await trial.as('officer').call('people.inviteAll', { body: { unit: '990101' } })).status).toBe(403)
  })
})
