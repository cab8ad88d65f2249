// Accounts and posts: who makes them, who may not, and what follows at once.

import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enter, trialPassword } from '../trial.ts'

const trial = useTrial()

type Made = { id: string; post: string | null; code?: number }
type Listed = {
  people: { id: string; name: string; phone: string | null; login: string | null; state: string; posts: { role: string }[] }[]
  next: string | null
  total: number
}

const make = (player: Parameters<typeof trial.as>[0], body: Record<string, unknown>) =>
  trial.as(player).call<Made>('people.create', { body })
const acts = async (subject: string): Promise<string[]> =>
  (await trial.owner.query<{ verb: string }>('select verb from acts where subject = $1', [subject])).rows.map((row) => row.verb).toSorted()

describe('making accounts', () => {
  it('a county makes one with its first post; both are acts', async () => {
    const made = await make('countyAdmin', {
      name: '演示·新',
      unit: '990101101',
      login: 'new-officer',
      post: { unit: '990101101', role: 'township-officer' },
    })
    expect(made.status).toBe(200)
    expect(await acts(`person:${made.body.id}`)).toEqual(['create', 'givePost'])
    const found = await trial.as('countyAdmin').call('people.find', { params: { id: made.body.id } })
    expect(found.body).toMatchObject({
      name: '演示·新',
      state: 'waiting',
      login: 'new-officer',
      mayManage: true,
      posts: [{ role: 'township-officer', unitName: '柳溪镇', from: '2026-09-08', to: null }],
    })
  })

  it('a township makes those of its villages, and nothing else', async () => {
    expect(
      (await make('officer', { name: '演示·网', unit: '990101001002', post: { unit: '990101001002', role: 'grid-worker' } })).status,
    ).toBe(200)
    expect((await make('officer', { name: '演示·同', unit: '990101001' })).body.code).toBe(2003)
    expect((await make('officer', { name: '演示·邻', unit: '990101101201' })).status).toBe(403)
    expect(
      (await make('officer', { name: '演示·官', unit: '990101001002', post: { unit: '990101', role: 'county-officer' } })).body.code,
    ).toBe(2022)
    expect((await make('secretary', { name: '演示·村', unit: '990101001001' })).status).toBe(403)
    expect((await trial.owner.query(`select 1 from persons where name in ('演示·同', '演示·邻', '演示·官', '演示·村')`)).rowCount).toBe(0)
  })

  it('what is missing or taken is said, and nothing is written', async () => {
    const code = async (body: Record<string, unknown>) =>
      (await make('countyAdmin', { name: '演示·错', unit: '990101', ...body })).body.code
    expect(await code({ name: ' ' })).toBe(2006)
    expect(await code({ login: '1' })).toBe(2007)
    expect(await code({ phone: '12' })).toBe(2008)
    expect(await code({ login: 'TRIAL-judge' })).toBe(2009)
    expect(await code({ unit: '990101999' })).toBe(2001)
    expect(await code({ password: 'password1234' })).toBe(2105)
    expect(await code({ post: { unit: '990101', role: 'secretary' } })).toBe(2021)
    expect(await code({ post: { unit: '99', role: 'operator' } })).toBe(2022)
    expect(await code({ colour: 'red' })).toBe(103)
    expect((await trial.owner.query(`select 1 from persons where name = '演示·错'`)).rowCount).toBe(0)
  })

  it('one phone number stands for one person, also across counties', async () => {
    expect((await make('countyAdmin', { name: '演示·一', unit: '990101', phone: '19900000011' })).status).toBe(200)
    expect((await make('outsider', { name: '演示·二', unit: '990102', phone: '199-0000-0011' })).body.code).toBe(2010)
  })

  it('the same client-made id twice makes one account', async () => {
    const id = randomUUID()
    expect((await make('countyAdmin', { id, name: '演示·次', unit: '990101' })).status).toBe(200)
    expect((await make('countyAdmin', { id, name: '演示·次', unit: '990101' })).status).toBe(409)
    expect((await trial.owner.query('select 1 from persons where id = $1', [id])).rowCount).toBe(1)
  })

  it('only an operator hands out a password that need not be changed', async () => {
    const body = { unit: '990101', password: 'lantern walnut seventeen', mustChange: false }
    const kiosk = await make('operator', { ...body, name: '演示·台', login: 'kiosk-one' })
    const usual = await make('countyAdmin', { ...body, name: '演示·常', login: 'kiosk-two' })
    const { rows } = await trial.owner.query('select person, must_change from passwords where person = any($1)', [
      [kiosk.body.id, usual.body.id],
    ])
    expect(Object.fromEntries(rows.map((row) => [row.person, row.must_change]))).toEqual({ [kiosk.body.id]: false, [usual.body.id]: true })
  })
})

describe('posts', () => {
  it('a new post can be acted with at once, and an ended one no longer', async () => {
    const given = await trial
      .as('countyAdmin')
      .call<Made>('people.givePost', { params: { id: cast.supervisor.id }, body: { unit: '990101101', role: 'judge' } })
    expect(given.status).toBe(200)
    const people = await enter(trial, 'trial-supervisor', trialPassword)
    expect((await people.call('people.me')).body).toMatchObject({
      acting: { role: 'supervisor' },
      posts: [{ role: 'supervisor' }, { role: 'judge' }],
    })
    const switched = await people.call('people.switchPost', { body: { post: given.body.id } })
    expect(switched.status).toBe(200)
    const token = switched.headers.getSetCookie()[0]?.split(/[=;]/)[1] ?? ''
    const me = () =>
      trial
        .as('nobody')
        .fetch('/api/v1/me', { headers: { cookie: `lx-session=${token}` } })
        .then((answer) => answer.json())
    expect(await me()).toMatchObject({ acting: { role: 'judge', unit: '990101101' } })
    expect((await people.call('people.me')).status).toBe(401)
    const ended = await trial
      .as('countyAdmin')
      .call('people.endPost', { params: { id: given.body.id }, body: { last: '2026-09-07', reason: '误设' } })
    expect(ended.status).toBe(200)
    await vi.waitFor(async () => expect(await me()).toMatchObject({ acting: { role: 'supervisor' } }))
    expect((await people.call('people.switchPost', { body: { post: given.body.id } })).status).not.toBe(200)
  })

  it('somebody else’s post is not switched to', async () => {
    expect((await trial.as('judge').call('people.switchPost', { body: { post: cast.countyAdmin.post } })).body).toMatchObject({
      code: 2025,
    })
  })

  it('dates that do not fit are refused', async () => {
    const give = (body: Record<string, unknown>) =>
      trial.as('countyAdmin').call('people.givePost', { params: { id: cast.judge.id }, body: { unit: '990101', role: 'judge', ...body } })
    expect((await give({ from: '2026-10-01', to: '2026-09-01' })).body).toMatchObject({ code: 2024 })
    expect(
      (await trial.as('countyAdmin').call('people.endPost', { params: { id: cast.judge.post ?? '' }, body: { last: '2020-01-01' } })).body,
    ).toMatchObject({ code: 2024 })
  })

  it('a post above, hidden by row policies, still protects its holder from those below', async () => {
    const id = randomUUID()
    await make('countyAdmin', {
      id,
      name: '演示·双',
      unit: '990101001001',
      login: 'double-post',
      post: { unit: '990101', role: 'county-officer' },
    })
    for (const verb of ['invite', 'lock', 'unlock', 'update', 'givePost'] as const) {
      const body = {
        lock: { reason: '试试' },
        update: { login: 'taken-over' },
        givePost: { unit: '990101001001', role: 'secretary' },
        invite: {},
        unlock: {},
      }[verb]
      expect((await trial.as('officer').call(`people.${verb}`, { params: { id }, body })).body, verb).toMatchObject({ code: 2003 })
    }
    expect((await trial.as('countyAdmin').call('people.invite', { params: { id } })).status).toBe(200)
  })

  it('the last operator’s post does not end', async () => {
    expect((await trial.as('operator').call('people.endPost', { params: { id: cast.operator.post ?? '' }, body: {} })).body).toMatchObject({
      code: 2150,
    })
    expect(
      (await trial.as('operator').call('people.lock', { params: { id: cast.operator.id }, body: { reason: '试试' } })).body,
    ).toMatchObject({ code: 2150 })
  })
})

describe('correcting', () => {
  it('name, unit, login and phone; the credentials follow to the new unit', async () => {
    const made = await make('countyAdmin', { name: '演示·改', unit: '990101101201', login: 'to-be-moved', phone: '19900000021' })
    const changed = await trial.as('countyAdmin').call('people.update', {
      params: { id: made.body.id },
      body: { name: '演示·正', unit: '990101001001', login: 'was-moved', phone: null },
    })
    expect(changed.status).toBe(200)
    const { rows } = await trial.owner.query(
      'select p.name, p.district, p.unit, p.phone, c.unit as there, c.login from persons p join credentials c on c.person = p.id where p.id = $1',
      [made.body.id],
    )
    expect(rows[0]).toEqual({
      name: '演示·正',
      district: '990101',
      unit: '990101001001',
      phone: null,
      there: '990101001001',
      login: 'was-moved',
    })
    expect(
      (await trial.owner.query('select payload from acts where subject = $1 and verb = $2', [`person:${made.body.id}`, 'update'])).rows[0]
        ?.payload,
    ).toEqual({
      fields: ['login', 'name', 'phone', 'unit'],
      unit: '990101001001',
    })
  })
})

describe('looking', () => {
  it('a list holds those of the unit and below, phones masked, logins for those who manage', async () => {
    await make('countyAdmin', { name: '演示·单', unit: '990101001002', login: 'listed-one', phone: '19900000031' })
    const managed = (await trial.as('officer').call<Listed>('people.list', { query: { unit: '990101001002' } })).body
    expect(managed.people.find((person) => person.login === 'listed-one')).toMatchObject({ phone: '199****0031', state: 'waiting' })
    const read = (await trial.as('supervisor').call<Listed>('people.list', { query: { unit: '990101001002' } })).body
    expect(read.people.find((person) => person.name === '演示·单')).toMatchObject({ login: null, state: 'active' })
    expect((await trial.as('officer').call('people.list', { query: { unit: '990101' } })).status).toBe(403)
  })

  it('pages follow each other and hold everybody once', async () => {
    const all: string[] = []
    let after: string | undefined
    let total = 0
    do {
      const page: Listed = (
        await trial
          .as('countyAdmin')
          .call<Listed>('people.list', { query: { unit: '990101', take: 3, ...(after === undefined ? {} : { after }) } })
      ).body
      all.push(...page.people.map((person) => person.id))
      after = page.next ?? undefined
      total = page.total
    } while (after !== undefined)
    expect(all.length).toBe(total)
    expect(new Set(all).size).toBe(total)
  })

  it('by role, by state and by name', async () => {
    const names = async (query: Record<string, string>) =>
      (await trial.as('countyAdmin').call<Listed>('people.list', { query: { unit: '990101', ...query } })).body.people.map(
        (person) => person.name,
      )
    expect(await names({ role: 'secretary' })).toEqual([cast.secretary.title])
    expect(await names({ q: '书记' })).toEqual([cast.secretary.title])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ state: 'waiting' })).not.toContain(cast.secretary.title)
    const found = await trial.as('officer').call<Listed>('people.search', { query: { q: '演示·' } })
    expect(found.body.people.map((person) => person.id)).not.toContain(cast.countyAdmin.id)
    expect(found.body.people.map((person) => person.id)).toContain(cast.secretary.id)
  })

  it('whoever lies outside does not exist', async () => {
    expect((await trial.as('outsider').call('people.find', { params: { id: cast.secretary.id } })).body).toMatchObject({ code: 2000 })
    expect((await trial.as('countyAdmin').call('people.find', { params: { id: cast.secretary.id } })).status).toBe(200)
  })
})
