// Random histories of verbs through the API, the import, the command line's operator and the nightly erasure; then everything
// this room holds is made again from its recorded acts alone and must equal its tables, row by row.

import { beforeAll, expect, test } from 'vitest'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import { recordAct } from '#ground/postgres/acts.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import operator from '../cli/operator.ts'
import { foldAct } from '../core/fold.ts'
import type { FoldedAccount, FoldedPost, FoldedReveal, PeopleAct, PeopleState } from '../core/fold.ts'
import forget from '../jobs/forget.ts'
import { enter } from '../trial.ts'

const issuer = 'https://sign-on.example'
const trial = useTrial({
  settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'liangxing', OIDC_CLIENT_SECRET: 'secret', PUBLIC_ORIGIN: 'https://county.example' },
})
type Roll = (below: number) => number

/** A small generator of our own, so that a history can be played again by its number. */
function dice(seed: number): Roll {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const units = ['990101', '990101001', '990101001001', '990101001002', '990101101', '990101101201', '990101101202']
const places: readonly (readonly [role: string, unit: string])[] = [
  ['secretary', '990101001001'],
  ['grid-worker', '990101101201'],
  ['township-officer', '990101101'],
  ['judge', '990101'],
  ['county-officer', '990101'],
]

const column = async (sql: string): Promise<string[]> =>
  (await trial.owner.query<{ value: string }>(sql)).rows
    .map((row) => row.value)
    .filter((id) => !Object.values(cast).some((one) => one.id === id))
const people = (): Promise<string[]> => column('select id::text as value from persons order by id')
const posts = (): Promise<string[]> => column(`select o.id::text as value from posts o where o.id::text not like '00000000%' order by id`)

/** Verbs that came to pass in any of the histories. */
const done = new Set<string>()

/** One random decision; many are refused, as they are in life. */
async function decide(roll: Roll, step: number): Promise<void> {
  const pick = <T>(items: readonly T[]): T | undefined => items[roll(items.length)]
  trial.clock.advance(1000 + roll(4) * 600_000)
  const who = trial.as(roll(3) === 0 ? 'countyAdmin' : 'operator')
  const [ids, given] = [await people(), await posts()]
  const id = pick(ids) ?? cast.judge.id
  const [role, unit] = pick(places) ?? ['secretary', '990101001001']
  const password = `mountain ${step} persimmon ferry`
  const post = { role, unit }
  const invited = async (): Promise<number> => {
    const made = await who.call<{ path: string }>('people.invite', { params: { id } })
    if (made.status !== 200) return made.status
    const token = made.body.path.slice('/invitation/'.length)
    trial.clock.advance(1000)
    const { rows } = await trial.owner.query<{ login: string | null; phone: string | null }>(
      'select c.login, p.phone from credentials c join persons p on p.id = c.person where p.id = $1',
      [id],
    )
    const login = rows[0]?.login ?? (roll(2) === 0 ? `invited-${step}` : undefined)
    const name = login ?? ''
    const taken = await trial
      .as('nobody')
      .call('people.acceptInvitation', { params: { token }, body: { password, ...(login === undefined ? {} : { login }) } })
    if (taken.status !== 200 || name === '') return taken.status
    trial.clock.advance(1000)
    const session = await enter(trial, name, password)
    return (await session.call('people.changePassword', { body: { current: password, next: `${password} again` } })).status
  }
  const verbs: Readonly<Record<string, () => Promise<number>>> = {
    create: async () =>
      (
        await who.call('people.create', {
          body: {
            unit: pick(units) ?? unit,
            name: `演示·戊${step}`,
            ...(roll(2) === 0 ? { login: `player-${step}` } : {}),
            ...(roll(2) === 0 ? { phone: `199${String(10_000_000 + step * 37)}` } : {}),
            ...(roll(2) === 0 ? { password, mustChange: roll(2) === 0 } : {}),
            ...(roll(2) === 0 ? { post } : {}),
          },
        })
      ).status,
    update: async () =>
      (
        await who.call('people.update', {
          params: { id },
          body:
            roll(2) === 0
              ? { name: `演示·己${step}` }
              : { unit: pick(units) ?? unit, phone: roll(2) === 0 ? null : `198${String(10_000_000 + step * 37)}` },
        })
      ).status,
    givePost: async () =>
      (
        await who.call('people.givePost', {
          params: { id },
          body: { ...post, ...(roll(2) === 0 ? { from: '2026-09-01', to: '2027-01-31' } : {}) },
        })
      ).status,
    endPost: async () =>
      (await who.call('people.endPost', { params: { id: pick(given) ?? id }, body: roll(2) === 0 ? { reason: `换届${step}` } : {} }))
        .status,
    lock: async () => (await who.call('people.lock', { params: { id }, body: { reason: `停用${step}` } })).status,
    unlock: async () => (await who.call('people.unlock', { params: { id } })).status,
    reveal: async () =>
      (await trial.as('countyAdmin').call('people.reveal', { params: { id }, body: { reason: `核实材料${step}` } })).status,
    bindIdentity: async () => (await who.call('people.bindIdentity', { params: { id }, body: { subject: `subject-${step}` } })).status,
    erase: async () => {
      if (roll(3) > 0) return 0
      await who.call('people.lock', { params: { id }, body: { reason: `调离${step}` } })
      trial.clock.advance(1000)
      return (await who.call('people.erase', { params: { id }, body: { reason: '本人申请' } })).status
    },
    import: async () => {
      const rows = [1, 2].map((nth) => `演示·庚${step}${nth},${unit},${role},row-${step}-${nth},,`)
      const bytes = ['姓名,单位代码,岗位,登录名,手机号,起始日期', ...rows].join('\n')
      return (await who.call('people.import', { body: { dryRun: false }, file: { name: 'people.csv', bytes } })).status
    },
    invited,
    inviteAll: async () => (await who.call('people.inviteAll', { body: { unit } })).status,
  }
  const [verb, act] = pick(Object.entries(verbs)) ?? ['create', async () => 0]
  const status = await act()
  expect([verb, status < 500]).toEqual([verb, true])
  if (status === 200) done.add(verb)
}

async function tables(): Promise<PeopleState> {
  const accounts = await trial.owner.query<FoldedAccount & { id: string }>(
    `select p.id, p.unit, p.state, c.hash is not null as password, coalesce(c.must_change, false) as "mustChange",
       to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as invited,
       array(select issuer from identities d where d.person = p.id order by 1) as issuers
     from persons p left join passwords c on c.person = p.id left join invitations i on i.person = p.id order by p.id`,
  )
  const held = await trial.owner.query<FoldedPost & { id: string }>(
    `select id, person, unit, role, star, round, department, valid_from::text as "from", valid_to::text as "to" from posts order by id`,
  )
  const reveals = await trial.owner.query<FoldedReveal & { id: string }>('select id, person, unit, viewer from reveals order by id')
  const keyed = <T extends { id: string }>(rows: readonly T[]): Map<string, Omit<T, 'id'>> =>
    new Map(rows.map(({ id, ...rest }) => [id, rest]))
  return { accounts: keyed(accounts.rows), posts: keyed(held.rows), reveals: keyed(reveals.rows) }
}

/** Acts in the order of time; of those of one moment, an account is made before anything is said of it. */
const actsSince = async (since: number): Promise<PeopleAct[]> =>
  (
    await trial.owner.query<PeopleAct>(
      `select verb, unit, subject, actor, payload from acts where room = 'people' and at > $1 order by at, verb <> 'create', id`,
      [new Date(since)],
    )
  ).rows

/** As lists, in order; an invitation that is over is none, whenever its row is swept away. */
function sorted({ accounts, posts: held, reveals }: PeopleState): unknown {
  const now = new Date(trial.clock.now()).toISOString()
  const open = [...accounts].map(
    ([id, one]) => [id, { ...one, invited: one.invited !== null && one.invited > now ? one.invited : null }] as const,
  )
  return [open, [...held], [...reveals]].map((rows) => rows.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** The cast, whom no act made. */
let start: PeopleState
beforeAll(async () => {
  start = await tables()
})

test.each([11, 23, 47])(
  'accounts, posts and looks are what the recorded acts make of them (history %i)',
  { timeout: 120_000 },
  async (seed) => {
    const before = await tables()
    const since = trial.clock.now()
    const roll = dice(seed)
    for (let step = 0; step < 130; step += 1) await decide(roll, seed * 1000 + step)
    const recorded = await actsSince(since)
    expect(sorted(recorded.reduce(foldAct, before))).toEqual(sorted(await tables()))
    expect(recorded.some((act) => act.payload === null)).toBe(true)
  },
)

test('an operator made at the machine and an account erased by the night are in the acts, too', async () => {
  const { instance, house, clock } = trial
  const before = await tables()
  const since = clock.now()
  clock.advance(1000)
  const transaction = <T>(work: (tools: never) => Promise<T>): Promise<T> => {
    const actor = innerActor(houseId, house, ['99'])
    const given = { actor, room: 'people', clock, dice: instance.dice }
    return instance.postgres.transaction(actor, async ({ db, connection }) => ({
      keep: true,
      value: await work({
        db,
        connection,
        actor,
        clock,
        dice: instance.dice,
        vault: instance.vault,
        act: async (draft: never) => (await recordAct(db, given, draft)).id,
      } as never),
    }))
  }
  const context = { clock, dice: instance.dice, vault: instance.vault, env: instance.settings, transaction }
  expect(await operator.run(context as never, [], { login: 'second-operator' })).toMatchObject({ ok: true })
  clock.advance(1200 * 86_400_000)
  await forget.run({}, { ...context, transaction: (_scopes: unknown, work: never) => transaction(work) } as never)
  const recorded = await actsSince(since)
  expect(recorded.map((act) => act.verb)).toEqual(expect.arrayContaining(['create', 'givePost', 'erase']))
  const { accounts, posts: ended } = recorded.reduce(foldAct, before)
  expect(sorted({ accounts, posts: ended, reveals: new Map() })).toEqual(sorted({ ...(await tables()), reveals: new Map() }))
})

test('the histories were some: every verb came to pass', () => {
  expect([...done].toSorted()).toEqual([
    'bindIdentity',
    'create',
    'endPost',
    'erase',
    'givePost',
    'import',
    'inviteAll',
    'invited',
    'lock',
    'reveal',
    'unlock',
    'update',
  ])
})

test('nothing is pretended: a row changed behind the acts, or an act that is missing, is noticed', async () => {
  const recorded = await actsSince(0)
  // The night has swept away looks of that age; of those the acts keep only that they were.
  const without = (state: PeopleState): unknown => sorted({ ...state, reveals: new Map() })
  const folded = without(recorded.reduce(foldAct, start))
  expect(folded).toEqual(without(await tables()))
  const missing = recorded.findIndex((act) => act.verb === 'givePost')
  expect(() => recorded.toSpliced(missing, 1).reduce(foldAct, start)).toThrow(/no act gave/)
  const { rowCount } = await trial.owner.query(
    `update posts set valid_to = valid_to + 1 where id = (select id from posts where valid_to is not null limit 1)`,
  )
  expect(rowCount).toBe(1)
  expect(without(await tables())).not.toEqual(folded)
})
