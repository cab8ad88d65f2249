// Locking, looking at a number, erasing; and that erasing leaves the record of acts verifiable.

import { describe, expect, it, vi } from 'vitest'
import { payloadDigest } from '#ground/postgres/acts.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enter, trialPassword } from '../trial.ts'

const trial = useTrial()

const knock = (name: string) => trial.as('nobody').call('people.signIn', { body: { name, password: trialPassword } })

describe('locking', () => {
  it('ends all sessions at once; only with the right password is the reason told', async () => {
    const people = await enter(trial, 'trial-gridworker', trialPassword)
    expect((await people.call('people.me')).status).toBe(200)
    expect((await trial.as('officer').call('people.lock', { params: { id: cast.gridWorker.id }, body: { reason: '调离' } })).status).toBe(
      200,
    )
    await vi.waitFor(async () => expect((await people.call('people.me')).status).toBe(401))
    expect((await knock('trial-gridworker')).body).toMatchObject({ code: 2102 })
    expect((await trial.as('nobody').call('people.signIn', { body: { name: 'trial-gridworker', password: 'wrong' } })).body).toMatchObject({
      code: 2100,
    })
    expect(
      (await trial.as('officer').call('people.lock', { params: { id: cast.gridWorker.id }, body: { reason: '再来' } })).body,
    ).toMatchObject({ code: 2005 })
  })

  it('is undone by unlocking', async () => {
    expect((await trial.as('officer').call('people.unlock', { params: { id: cast.gridWorker.id } })).status).toBe(200)
    expect((await knock('trial-gridworker')).status).toBe(200)
  })
})

describe('looking at a phone number', () => {
  it('gives the number, records who, as what and why, and tells the person', async () => {
    await trial.as('officer').call('people.update', { params: { id: cast.secretary.id }, body: { phone: '19900000041' } })
    const looked = await trial.as('officer').call('people.reveal', { params: { id: cast.secretary.id }, body: { reason: '核实申报材料' } })
    expect(looked.body).toEqual({ phone: '19900000041' })
    const told = await trial.as('secretary').call('people.myReveals')
    expect(told.body).toEqual({
      reveals: [
        {
          at: new Date(trial.clock.now()).toISOString(),
          viewer: cast.officer.title,
          roleTitle: '乡镇(街道)党建办',
          unitName: '晨光街道',
          reason: '核实申报材料',
        },
      ],
    })
    expect(
      (await trial.owner.query(`select 1 from acts where verb = 'reveal' and subject = $1`, [`person:${cast.secretary.id}`])).rowCount,
    ).toBe(1)
  })

  it('is not for everybody, needs a reason, and leaves no number behind', async () => {
    const look = (player: 'supervisor' | 'outsider' | 'operator' | 'officer', reason = '看看原因') =>
      trial.as(player).call('people.reveal', { params: { id: cast.secretary.id }, body: { reason } })
    expect((await look('supervisor')).body).toMatchObject({ code: 101 })
    expect((await look('operator')).body).toMatchObject({ code: 101 })
    expect((await look('outsider')).body).toMatchObject({ code: 2000 })
    expect((await look('officer', ' ')).body).toMatchObject({ code: 103 })
    expect((await trial.owner.query('select 1 from reveals')).rowCount).toBe(1)
    const everything = await trial.owner.query(
      `select answer::text as text from idempotency union all select payload::text from acts union all select phone from persons`,
    )
    expect(everything.rows.filter((row) => String(row.text).includes('19900000041'))).toEqual([])
  })

  it('of somebody without a number says so and records nothing', async () => {
    const before = (await trial.owner.query('select 1 from reveals')).rowCount
    expect(
      (await trial.as('officer').call('people.reveal', { params: { id: cast.gridWorker.id }, body: { reason: '核实材料' } })).body,
    ).toMatchObject({ code: 2130 })
    expect((await trial.owner.query('select 1 from reveals')).rowCount).toBe(before)
  })
})

describe('erasing', () => {
  it('takes everything personal away and keeps the acts verifiable', async () => {
    const { id } = cast.judge
    await trial.as('countyAdmin').call('people.update', { params: { id }, body: { phone: '19900000042', login: 'soon-gone' } })
    await trial.as('countyAdmin').call('people.lock', { params: { id }, body: { reason: '演示评委因病离岗' } })
    expect((await trial.as('officer').call('people.erase', { params: { id }, body: { reason: '试试' } })).status).toBe(403)
    expect((await trial.as('countyAdmin').call('people.erase', { params: { id }, body: { reason: '本人申请' } })).status).toBe(200)

    const { rows } = await trial.owner.query(
      'select p.name, p.state, p.phone, p.phone_index, c.login, w.hash from persons p join credentials c on c.person = p.id join passwords w on w.person = p.id where p.id = $1',
      [id],
    )
    expect(rows[0]).toEqual({ name: '已注销', state: 'erased', phone: null, phone_index: null, login: null, hash: null })
    expect((await trial.owner.query('select 1 from sessions where person = $1', [id])).rowCount).toBe(0)
    const posts = await trial.owner.query<{ valid_to: string }>('select valid_to from posts where person = $1', [id])
    expect(posts.rows.map((row) => row.valid_to)).toEqual(['2026-09-07'])

    const acts = await trial.owner.query<{ verb: string; digest: string; salt: string | null; payload: unknown; reason: string | null }>(
      'select verb, digest, salt, payload, reason from acts where subject = $1 order by id',
      [`person:${id}`],
    )
    expect(acts.rows.find((act) => act.verb === 'lock')).toMatchObject({ salt: null, payload: null, reason: null })
    for (const act of acts.rows) {
      expect(act.digest).toMatch(/^[0-9a-f]{64}$/)
      if (act.salt !== null) expect(payloadDigest(act.salt, act.payload, act.reason)).toBe(act.digest)
    }
    expect(acts.rows.map((act) => act.verb).toSorted()).toEqual(['erase', 'lock', 'update'])
  })

  it('cannot be undone, and the number and name are free again', async () => {
    for (const verb of ['unlock', 'lock', 'update', 'invite', 'erase'] as const) {
      const body = { lock: { reason: '试试' }, erase: { reason: '试试' }, update: { name: '演示·回' }, unlock: {}, invite: {} }[verb]
      expect((await trial.as('countyAdmin').call(`people.${verb}`, { params: { id: cast.judge.id }, body })).body, verb).toMatchObject({
        code: 2004,
      })
    }
    const again = await trial
      .as('countyAdmin')
      .call('people.create', { body: { name: '演示·后', unit: '990101', login: 'soon-gone', phone: '19900000042' } })
    expect(again.status).toBe(200)
  })
})
