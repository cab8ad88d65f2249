// A browser that shows an account and a seat: one call acts as the one or as the other, never as both.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { nobody } from '#ground/postgres/actor.ts'
import { ok } from '#ground/kernel/result.ts'
import { fixtureRoot, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { Access } from './contract.ts'
import type { Actor, Handler } from './handler.ts'
import { runCall } from './pipeline.ts'
import { openSessions } from './session.ts'

const trial = useTrial({ root: fixtureRoot })
const seat = randomUUID()
const grant = `notes.tell.${seat}`

/** The actor of a browser that shows these tokens; whoever signs in is the writer, and every seat's token opens the one seat. */
async function actorOf(tokens: { session?: string; seat?: string }): Promise<Actor> {
  const account: Actor = { ...nobody, id: writer.person, role: 'writer', scopes: ['990101'], writes: ['990101'], grants: ['notes.read'] }
  const until = Number.MAX_SAFE_INTEGER
  const sessions = openSessions(
    {
      identify: async () => ({ id: writer.person, actor: account, language: null, until }),
      seatsOf: async ({ token }) => (token === null ? null : { seats: [seat], grants: [grant], hears: ['note:1'], until }),
      grantsOf: () => [],
    },
    trial.instance.postgres,
    trial.clock,
  )
  return (await sessions.find({ session: tokens.session, seat: tokens.seat }))?.actor ?? nobody
}

/** What the room and the database are told of an actor, on an endpoint of this access. */
async function told(actor: Actor, access: Access): Promise<unknown> {
  const add = trial.house.endpoints.get('notes.add')
  if (add === undefined) throw new Error('the fixture has notes.add')
  let seen: unknown = null
  const handler: Handler = async ({ db, actor: acting, permit }) => {
    permit()
    const { rows } = await sql<{ seats: string; grants: string }>`select current_setting('app.seats') as seats,
      current_setting('app.grants') as grants`.execute(db)
    seen = {
      id: acting.id,
      seats: acting.seats,
      hears: acting.hears ?? [],
      grants: acting.grants,
      settings: rows[0],
    }
    return ok({})
  }
  const wire = { requestId: '', peer: '', userAgent: '', secure: true, cookie: () => undefined, setCookie: () => {}, clearCookie: () => {} }
  const body = { id: randomUUID(), unit: '990101', text: '一条笔记' }
  const call = { raw: { body }, upload: null, key: randomUUID(), actor, language: 'zh', wire } as const
  const loaded = { ...add, handler, endpoint: { ...add.endpoint, access } }
  const result = await runCall({ ...trial.instance.kit, house: trial.house }, loaded, call, async () => {})
  return result.ok ? seen : result.problem.code
}

const post: Access = { kind: 'post', permission: 'notes.read', at: 'body.unit' }

test('an account reaches nothing through the seat that was opened in its browser', async () => {
  const both = await actorOf({ session: writer.token, seat: 'seat-token' })
  expect(both.grants).toEqual(['notes.read'])
  const account = { id: writer.person, seats: [], hears: [], grants: ['notes.read'], settings: { seats: '{}', grants: '{notes.read}' } }
  for (const access of [post, { kind: 'signed-in' }, { kind: 'public' }] as const) expect(await told(both, access)).toEqual(account)
})

test('on a seat’s endpoint the account is not there', async () => {
  const both = await actorOf({ session: writer.token, seat: 'seat-token' })
  const sitting = { id: null, seats: [seat], hears: ['note:1'], grants: [grant], settings: { seats: `{${seat}}`, grants: `{${grant}}` } }
  expect(await told(both, { kind: 'seat' })).toEqual(sitting)
})

test('a seat alone is no account: refused where an account is needed, nobody where nobody is', async () => {
  const alone = await actorOf({ seat: 'seat-token' })
  expect(await told(alone, post)).toBe(101)
  expect(await told(alone, { kind: 'signed-in' })).toBe(100)
  expect(await told(alone, { kind: 'public' })).toEqual({
    id: null,
    seats: [],
    hears: [],
    grants: [],
    settings: { seats: '{}', grants: '{}' },
  })
})

test('an account without a seat is asked to open one, not to sign in again', async () => {
  expect(await told(await actorOf({ session: writer.token }), { kind: 'seat' })).toBe(118)
})
