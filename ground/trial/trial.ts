// The test kit: `useTrial()` gives a test file its own database, a server on loopback, the cast, a clock that stands still.
// Everything goes through the server's own login role; `owner` is for control queries only.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { openHouse } from '#ground/http/house.ts'
import type { OpenHouse } from '#ground/http/house.ts'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { openInstance } from '#ground/instance/instance.ts'
import type { Instance } from '#ground/instance/instance.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { nobody } from '#ground/postgres/actor.ts'
import type { Postgres } from '#ground/postgres/postgres.ts'
import { typeParsers } from '#ground/postgres/types.ts'
import { caller } from './caller.ts'
import type { Caller } from './caller.ts'
import { cast, stageStart } from './cast.ts'
import type { PlayerName } from './cast.ts'
import { ensureTemplate, onDatabase } from './cluster.ts'

export interface Trial {
  readonly url: string
  readonly instance: Instance
  readonly house: OpenHouse
  readonly app: FastifyInstance
  /** The owner's address of this file's database, and a client of it. */
  readonly ownerUrl: string
  readonly owner: pg.Client
  readonly clock: { now(): number; advance(ms: number): void }
  /** Calls endpoints over HTTP as one of the cast, or as nobody. */
  as(player: PlayerName | 'nobody'): Caller
  /** Calls as whoever holds a session token. */
  withToken(token: string): Caller
  /** Calls from a device that has opened a seat (its cookie `lx-seat`). */
  withSeat(device: string): Caller
  actorOf(player: PlayerName | 'nobody' | { readonly token: string }): Promise<Actor>
  /** Work in SQL as the server would do it for this player; rolled back afterwards unless `keep`. */
  sql<T>(
    player: PlayerName | 'nobody' | Actor | { readonly token: string },
    work: (db: Kysely<Database>) => Promise<T>,
    keep?: boolean,
  ): Promise<T>
}

export interface TrialOptions {
  readonly settings?: Readonly<Record<string, string>>
  readonly perMinute?: number
  /** Endpoints' own limits do not hold. */
  readonly unlimited?: true
  readonly mostWaiting?: number
  readonly connections?: number
  /** Every transaction is rolled back at its end: calls are answered as ever, but the next finds the template as it was. */
  readonly rehearse?: true
  /** Another house than the repository's: tests of the ground bring a small one of their own. */
  readonly root?: string
}

async function freshDatabase(template: string | null): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = inject('clusterUrl')
  const name = `lx_trial_${process.pid}_${randomBytes(4).toString('hex')}`
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: admin })
    client.on('error', () => {})
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  // Files are copied as they are: five times as fast as writing a small template through the log.
  await run(`create database ${name}${template === null ? '' : ` template ${template} strategy file_copy`}`)
  return { url: onDatabase(admin, name), drop: () => run(`drop database if exists ${name} with (force)`) }
}

function rehearsing(postgres: Postgres): Postgres {
  const undone = Symbol('undone')
  return {
    ...postgres,
    transaction: (actor, work, kind) => postgres.transaction(actor, async (tx) => ({ keep: false, value: (await work(tx)).value }), kind),
    gate: async (work) => {
      let value: { readonly is: unknown } | undefined
      await postgres
        .gate(async (db) => {
          value = { is: await work(db) }
          throw Object.assign(new Error('rehearsal'), { undone })
        })
        .catch((error: unknown) => {
          if ((error as { undone?: symbol }).undone !== undone) throw error
        })
      return value?.is as never
    },
  }
}

async function open(options: TrialOptions): Promise<{ trial: Trial; close: () => Promise<void> }> {
  const house = await openHouse(options.root)
  const copy = await freshDatabase(options.root === undefined ? await ensureTemplate(house, inject('clusterUrl'), inject('keyFile')) : null)
  let now = stageStart
  const clock = {
    now: () => now,
    advance: (ms: number) => {
      now += ms
    },
  }
  const folder = await mkdtemp(join(tmpdir(), 'lx-trial-files-'))
  const settings = { KEY_FILE: inject('keyFile'), DATA_DIR: folder, TRIAL: 'yes', ...options.settings }
  const address = options.root === undefined ? { readyUrl: copy.url } : {}
  const instance = await openInstance({
    settings: { DATABASE_URL: copy.url, ...settings },
    house,
    ...address,
    clock,
    connections: options.connections ?? 8,
  })
  const shell = await loadShell(house.root)
  const app = await buildServer({
    kit: options.rehearse === true ? { ...instance.kit, postgres: rehearsing(instance.postgres) } : instance.kit,
    house,
    hub: instance.hub,
    shell,
    facesFolder: `${house.root}/dist`,
    publicFolder: `${house.root}/faces/public/static`,
    logLevel: process.env['TRIAL_LOG'] === undefined ? 'silent' : 'warn',
    perMinute: options.perMinute ?? 1_000_000,
    ...(options.unlimited === true ? { endpointLimits: false } : {}),
    // A machine that is busy with other tests is not what a test of a room is about.
    latestMs: 0,
    ...(options.mostWaiting === undefined ? {} : { mostWaiting: options.mostWaiting }),
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const owner = new pg.Client({ connectionString: copy.url, types: typeParsers })
  // Where the cluster goes down first (a hook that ran out of time on a busy machine), whoever asks next is told; a connection
  // that nobody listens to would bring the whole run down.
  owner.on('error', () => {})
  await owner.connect()
  const actorOf = async (player: PlayerName | 'nobody' | { readonly token: string }): Promise<Actor> => {
    if (player === 'nobody') return nobody
    const { token } = typeof player === 'string' ? cast[player] : player
    const { identify } = house
    if (identify === null) throw new Error('no room signs people in')
    const session = await instance.postgres.gate((db) => identify({ db, token, clock, grantsOf: (role) => house.grantsOf(role) }))
    if (session === null) throw new Error(`nobody has the session ${token}`)
    return session.actor
  }
  const trial: Trial = {
    url,
    instance,
    house,
    app,
    ownerUrl: copy.url,
    owner,
    clock,
    as: (player) => caller(url, house, player === 'nobody' ? null : cast[player].token),
    withToken: (token) => caller(url, house, token),
    withSeat: (device) => caller(url, house, null, device),
    actorOf,
    sql: async (player, work, keep = false) => {
      const actor = typeof player === 'object' && 'scopes' in player ? player : await actorOf(player)
      return instance.postgres.transaction(actor, async ({ db }) => ({ keep, value: await work(db) }))
    },
  }
  const close = async (): Promise<void> => {
    await app.close()
    await instance.close()
    await owner.end()
    await copy.drop()
    await rm(folder, { recursive: true, force: true })
  }
  return { trial, close }
}

/** Registers the file's trial with vitest; the value is usable inside tests and hooks. */
export function useTrial(options: TrialOptions = {}): Trial {
  let opened: { trial: Trial; close: () => Promise<void> } | undefined
  beforeAll(async () => {
    opened = await open(options)
  })
  afterAll(async () => {
    await opened?.close()
  })
  return new Proxy({} as Trial, {
    get(_target, key) {
      if (opened === undefined) throw new Error('the trial opens in beforeAll; use it inside a test or hook')
      return Reflect.get(opened.trial, key) as unknown
    },
  })
}
