// Every endpoint of the room as every member of the cast, inside and outside their units: who is let to the handler at all.
// `yes` means that the house and the room did not refuse for lack of sign-in, role or scope; other refusals are told elsewhere.

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { CallInput } from '#ground/trial/caller.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { contract } from '../contract.ts'

const trial = useTrial()

type Who = PlayerName | 'nobody'
const everybody: readonly Who[] = [...(Object.keys(cast) as PlayerName[]), 'nobody']
const posted = everybody.filter((who) => who !== 'nobody' && who !== 'resident')
const except = (...whos: Who[]): readonly Who[] => everybody.filter((who) => !whos.includes(who))

/** Refusals that mean: you, here, not this. 2000 hides what lies outside. */
const closed = new Set([100, 101, 102, 2000, 2002, 2003, 2022, 2023])

/** A village account that exists for this test only. */
async function villager(unit = '990101001001'): Promise<string> {
  const id = randomUUID()
  const made = await trial
    .as('operator')
    .call('people.create', { body: { id, name: '演示·靶', unit, phone: `199${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}` } })
  expect(made.status).toBe(200)
  return id
}

const managers: readonly Who[] = ['operator', 'countyAdmin', 'officer']
const readers = posted.filter((who) => who !== 'judge' && who !== 'gridWorker')
const readersHere = readers.filter((who) => who !== 'outsider')
const target = async () => ({ params: { id: await villager() } })

/** For each endpoint: a call about a village of the township, and who gets through with it. */
const plays: Record<keyof typeof contract, { call: () => CallInput | Promise<CallInput>; who: readonly Who[] }> = {
  me: { call: () => ({}), who: except('nobody') },
  switchPost: { call: () => ({ body: { post: randomUUID() } }), who: except('nobody') },
  mySessions: { call: () => ({}), who: except('nobody') },
  revokeSession: { call: () => ({ params: { id: randomUUID() } }), who: except('nobody') },
  myReveals: { call: () => ({}), who: except('nobody') },
  changePassword: { call: () => ({ body: { current: 'x', next: 'y' } }), who: except('nobody') },
  signIn: { call: () => ({ body: { name: 'somebody', password: 'x' } }), who: everybody },
  signOut: { call: () => ({ headers: { cookie: '' } }), who: everybody },
  waysIn: { call: () => ({}), who: everybody },
  startSingleSignOn: { call: () => ({ body: {} }), who: everybody },
  finishSingleSignOn: { call: () => ({ body: { parameters: {} } }), who: everybody },
  findInvitation: { call: () => ({ params: { token: 'none' } }), who: everybody },
  acceptInvitation: { call: () => ({ params: { token: 'none' }, body: { password: 'x' } }), who: everybody },
  list: { call: () => ({ query: { unit: '990101001001' } }), who: readersHere },
  search: { call: () => ({ query: { q: '演示' } }), who: readers },
  find: { call: target, who: readersHere },
  create: { call: () => ({ body: { name: '演示·靶', unit: '990101001001' } }), who: managers },
  update: { call: async () => ({ ...(await target()), body: { name: '演示·移' } }), who: managers },
  givePost: { call: async () => ({ ...(await target()), body: { unit: '990101001001', role: 'grid-worker' } }), who: managers },
  endPost: { call: () => ({ params: { id: cast.gridWorker.post ?? '' }, body: { last: '2020-01-01' } }), who: managers },
  invite: { call: target, who: managers },
  inviteAll: { call: () => ({ body: { unit: '990101001001' } }), who: managers },
  lock: { call: async () => ({ ...(await target()), body: { reason: '调离' } }), who: managers },
  unlock: { call: target, who: managers },
  bindIdentity: { call: async () => ({ ...(await target()), body: { subject: 'x' } }), who: managers },
  reveal: {
    call: async () => ({ ...(await target()), body: { reason: '核实' } }),
    who: ['countyAdmin', 'officer', 'secretary', 'reviewer'],
  },
  erase: { call: async () => ({ ...(await target()), body: { reason: '申请' } }), who: ['operator', 'countyAdmin'] },
  import: {
    call: () => ({ file: { name: 'x.csv', bytes: '姓名,单位代码\n演示·靶,990101001001\n' }, body: { dryRun: true } }),
    who: [...managers, 'outsider'],
  },
  template: { call: () => ({ query: { format: 'csv' } }), who: [...managers, 'outsider'] },
  export: { call: () => ({ query: { unit: '990101001001', format: 'csv' } }), who: managers },
  // Last, because it gives each of them another token.
  setLanguage: { call: () => ({ body: { language: 'zh' } }), who: except('nobody') },
}

describe('who gets through', () => {
  it('the table speaks of every endpoint', () => {
    expect(Object.keys(plays).toSorted()).toEqual(Object.keys(contract).toSorted())
  })

  it.each(Object.entries(plays))('%s', async (verb, { call, who }) => {
    const through: Who[] = []
    for (const player of everybody) {
      const answer = await trial.as(player).call<{ code?: number }>(`people.${verb}`, await call())
      expect(answer.status, `${verb} as ${player}`).toBeLessThan(500)
      if (!closed.has(answer.body.code ?? 0)) through.push(player)
    }
    expect(through.toSorted()).toEqual([...who].toSorted())
  })
})
