// Row policies of accounts in both directions: as the server's login role, with the owner's control query beside each
// "cannot see", so that it could have failed.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '#ground/postgres/database.gen.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

const tables = ['persons', 'credentials', 'passwords', 'identities', 'sessions', 'posts', 'invitations', 'attempts', 'reveals'] as const

const owned = async (query: string): Promise<number> => (await trial.owner.query(query)).rowCount ?? 0

/** Rows seen by a query without any `where`, as a forgetful programmer would write it. */
async function seen(player: PlayerName | 'nobody', table: string, column = 'id'): Promise<string[]> {
  const { rows } = await trial.sql(player, (db) =>
    sql<{ it: string }>`select ${sql.ref(column)}::text as it from ${sql.table(table)}`.execute(db),
  )
  return rows.map((row) => row.it)
}

const fails = (player: PlayerName | 'nobody', work: (db: Kysely<Database>) => Promise<unknown>): Promise<void> =>
  expect(trial.sql(player, work)).rejects.toMatchObject({ code: '42501' })

describe('before anybody has entered', () => {
  it.each(tables)('%s is closed to the login role', async (table) => {
    const connection = await trial.instance.postgres.pool.connect()
    try {
      await expect(connection.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' })
    } finally {
      connection.release()
    }
    expect(await owned(`select 1 from pg_class where relname = '${table}' and relrowsecurity and relforcerowsecurity`)).toBe(1)
  })
})

describe('reading', () => {
  it('a county never reads the accounts of another, even without a where', async () => {
    const here = await seen('countyAdmin', 'persons')
    expect(here).toContain(cast.secretary.id)
    expect(here).not.toContain(cast.outsider.id)
    expect(here).not.toContain(cast.operator.id)
    expect(await seen('outsider', 'persons')).toEqual([cast.outsider.id])
    expect(await owned('select 1 from persons')).toBe(Object.keys(cast).length)
  })

  it('posts are seen within the scopes, and one’s own everywhere', async () => {
    expect((await seen('secretary', 'posts')).toSorted()).toEqual([cast.secretary.post ?? '', cast.gridWorker.post ?? ''].toSorted())
    expect(await seen('gridWorker', 'posts')).toEqual([cast.gridWorker.post])
    expect(await owned('select 1 from posts')).toBe(Object.values(cast).filter((player) => player.post !== null).length)
  })

  it('whoever has no post sees the own account and nothing else', async () => {
    expect(await seen('resident', 'persons')).toEqual([cast.resident.id])
    expect(await seen('resident', 'credentials', 'person')).toEqual([cast.resident.id])
  })

  it('the public sees no account, post or session', async () => {
    for (const table of ['persons', 'posts', 'sessions', 'reveals']) expect(await seen('nobody', table)).toEqual([])
    expect(await owned('select 1 from sessions')).toBeGreaterThan(0)
  })

  it('sessions are seen by their person only, also not by the operator', async () => {
    expect(await seen('operator', 'sessions', 'person')).toEqual([cast.operator.id])
    expect(await owned('select 1 from sessions')).toBe(Object.keys(cast).length)
  })

  it('no role that serves a request may read a password hash', async () => {
    for (const player of ['operator', 'countyAdmin', 'secretary'] as const) {
      await fails(player, (db) => sql`select hash from passwords`.execute(db))
    }
    expect(await owned('select hash from passwords where hash is not null')).toBe(Object.keys(cast).length)
  })

  it('login names are for those who manage', async () => {
    expect(await seen('officer', 'credentials', 'person')).toContain(cast.secretary.id)
    expect(await seen('supervisor', 'credentials', 'person')).toEqual([cast.supervisor.id])
  })
})

describe('writing', () => {
  const person = (unit: string) => sql`insert into persons (district, unit, id, name, state, created_at)
    values (left(${unit}, 6), ${unit}, gen_random_uuid(), '演示·新', 'active', now())`

  it('accounts are made below the own unit by those who manage, and nowhere else', async () => {
    await trial.sql('officer', (db) => person('990101001002').execute(db))
    await fails('officer', (db) => person('990101101201').execute(db))
    await fails('secretary', (db) => person('990101001001').execute(db))
    await fails('outsider', (db) => person('990101001001').execute(db))
  })

  it('a post cannot be given to oneself from below', async () => {
    const give = (unit: string) => sql`insert into posts (district, unit, id, person, role, valid_from)
      values (left(${unit}, 6), ${unit}, gen_random_uuid(), ${cast.gridWorker.id}, 'county-admin', '2026-01-01')`
    await fails('gridWorker', (db) => give('990101').execute(db))
    await fails('officer', (db) => give('990101').execute(db))
  })

  it('an update of another county’s account meets no row', async () => {
    const change = sql`update persons set name = '演示·改' where id = ${cast.outsider.id}`
    const { numAffectedRows } = await trial.sql('countyAdmin', (db) => change.execute(db))
    expect(numAffectedRows).toBe(0n)
    expect(await owned(`select 1 from persons where id = '${cast.outsider.id}'`)).toBe(1)
  })

  it('nobody ends the session of another', async () => {
    const { numAffectedRows } = await trial.sql('operator', (db) => sql`delete from sessions where person = ${cast.judge.id}`.execute(db))
    expect(numAffectedRows).toBe(0n)
    expect(await owned(`select 1 from sessions where person = '${cast.judge.id}'`)).toBe(1)
  })

  it('a look at a number is recorded under the viewer’s own name only', async () => {
    const look = (viewer: string) => sql`insert into reveals (district, unit, id, at, person, viewer, role, place, reason)
      values ('990101', '990101001001', gen_random_uuid(), now(), ${cast.secretary.id}, ${viewer}, 'township-officer', '990101001', '核实')`
    await trial.sql('officer', (db) => look(cast.officer.id).execute(db))
    await fails('officer', (db) => look(cast.judge.id).execute(db))
    await fails('judge', (db) => look(cast.judge.id).execute(db))
  })
})

describe('the gate', () => {
  it('reads what signing in needs, and can neither make accounts nor posts', async () => {
    const { postgres } = trial.instance
    const hashes = await postgres.gate((db) => sql`select hash from passwords`.execute(db))
    expect(hashes.rows.length).toBe(Object.keys(cast).length)
    await expect(
      postgres.gate((db) =>
        sql`insert into posts (district, unit, id, person, role, valid_from)
      values ('990101', '990101', gen_random_uuid(), ${cast.judge.id}, 'county-admin', '2026-01-01')`.execute(db),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(postgres.gate((db) => sql`update persons set state = 'active'`.execute(db))).rejects.toMatchObject({ code: '42501' })
    await expect(postgres.gate((db) => sql`select 1 from reveals`.execute(db))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('passwords', () => {
  const below = cast.secretary
  const hashOf = async (person: string): Promise<unknown> =>
    (await trial.owner.query<{ hash: string | null }>('select hash from passwords where person = $1', [person])).rows[0]?.hash
  const set = (person: string) => sql`update passwords set hash = 'x', set_at = now(), must_change = true where person = ${person}`
  const born =
    (hash: string | null, mustChange: boolean, unit = '990101001001') =>
    async (db: Kysely<Database>): Promise<unknown> => {
      const id = '01890000-0000-7000-8000-0000000000b1'
      await sql`insert into persons (district, unit, id, name, state, created_at)
      values (left(${unit}, 6), ${unit}, ${id}, '演示·新', 'active', now())`.execute(db)
      return sql`insert into passwords (person, unit, hash, must_change, set_at)
      values (${id}, ${unit}, ${hash}, ${mustChange}, ${hash === null ? null : sql`now()`})`.execute(db)
    }

  it('of accounts below are set by nobody who manages them, not even in SQL; the door sets them', async () => {
    const before = await hashOf(below.id)
    expect(before).toEqual(expect.stringContaining('$argon2id$'))
    // Who may erase meets a policy that lets passwords be emptied only; who may not meets no row at all.
    for (const player of ['operator', 'countyAdmin'] as const) await fails(player, (db) => set(below.id).execute(db))
    for (const player of ['officer', 'secretary', 'gridWorker', 'outsider', 'nobody'] as const) {
      expect((await trial.sql(player, (db) => set(below.id).execute(db))).numAffectedRows, player).toBe(0n)
    }
    expect(await hashOf(below.id)).toBe(before)
    const { numAffectedRows } = await trial.instance.postgres.gate((db) =>
      sql`update passwords set hash = ${before} where person = ${below.id}`.execute(db),
    )
    expect(numAffectedRows).toBe(1n)
  })

  it('are neither taken away to be made anew, nor added a second time', async () => {
    for (const player of ['operator', 'countyAdmin'] as const) {
      await fails(player, (db) => sql`delete from passwords where person = ${below.id}`.execute(db))
      await fails(player, (db) => sql`delete from persons where id = ${below.id}`.execute(db))
      await expect(
        trial.sql(player, (db) =>
          sql`insert into passwords (person, unit, hash, must_change, set_at)
          values (${below.id}, ${below.unit}, 'x', true, now())`.execute(db),
        ),
      ).rejects.toMatchObject({ code: '23505' })
    }
    expect(await owned(`select 1 from persons p where not exists (select 1 from passwords w where w.person = p.id)`)).toBe(0)
  })

  it('are emptied by those who erase, and by nobody else', async () => {
    const empty = sql`update passwords set hash = null, set_at = null, must_change = false where person = ${below.id}`
    expect((await trial.sql('countyAdmin', (db) => empty.execute(db))).numAffectedRows).toBe(1n)
    for (const player of ['officer', 'outsider'] as const) {
      expect((await trial.sql(player, (db) => empty.execute(db))).numAffectedRows, player).toBe(0n)
    }
  })

  it('are given with a new account, to be changed at the first sign-in unless the operator says otherwise', async () => {
    await trial.sql('countyAdmin', born('x', true))
    await trial.sql('countyAdmin', born(null, false))
    await fails('countyAdmin', born('x', false))
    await trial.sql('operator', born('x', false))
    await fails('outsider', born('x', true))
  })

  it('stand nowhere else: login names change without them', async () => {
    const rename = sql`update credentials set login = 'another-name' where person = ${below.id}`
    expect((await trial.sql('officer', (db) => rename.execute(db))).numAffectedRows).toBe(1n)
    expect((await trial.sql('outsider', (db) => rename.execute(db))).numAffectedRows).toBe(0n)
    const { rows } = await trial.owner.query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'public' and column_name = 'hash' order by 1`,
    )
    // The other is the name of an algorithm, by its check: sha256 or md5.
    expect(rows.map((row) => row.column)).toEqual(['passwords.hash', 'round_draws.hash'])
  })
})

describe('other ways in', () => {
  const invitation = sql`insert into invitations (person, unit, token, created_at, expires_at)
    values (${cast.secretary.id}, ${cast.secretary.unit}, 'known-digest', now(), now() + interval '1 day')`
  const identity = sql`insert into identities (issuer, subject, person, unit)
    values ('https://id.example', 'mine', ${cast.secretary.id}, ${cast.secretary.unit})`

  it('invitations and bindings are made at the door only, after its guard', async () => {
    for (const player of ['operator', 'countyAdmin', 'officer', 'secretary'] as const) {
      await fails(player, (db) => invitation.execute(db))
      await fails(player, (db) => identity.execute(db))
    }
    await trial.instance.postgres.gate(async (db) => {
      await invitation.execute(db)
      await identity.execute(db)
    })
    expect(await owned('select 1 from invitations')).toBe(1)
  })

  it('they are seen by those who manage, and taken away by those who erase', async () => {
    const end = (player: PlayerName, table: string) =>
      trial.sql(player, async (db) => (await sql`delete from ${sql.table(table)}`.execute(db)).numAffectedRows)
    for (const table of ['invitations', 'identities']) {
      expect(await seen('officer', table, 'person'), table).toEqual([cast.secretary.id])
      expect(await seen('outsider', table, 'person'), table).toEqual([])
      expect(await end('countyAdmin', table), table).toBe(1n)
      expect(await end('officer', table), table).toBe(0n)
      expect(await owned(`select 1 from ${table}`)).toBe(1)
    }
    await fails('operator', (db) => sql`select token from invitations`.execute(db))
  })
})

describe('the operator’s post', () => {
  const give = (player: PlayerName, role: string, id: string): Promise<unknown> =>
    trial.sql(player, (db) =>
      sql`insert into posts (district, unit, id, person, role, valid_from)
        values ('990101', '990101', ${id}, ${cast.secretary.id}, ${role}, '2026-09-01')`.execute(db),
    )

  it('is not made by a county, not even in SQL; another post is', async () => {
    await expect(give('countyAdmin', 'operator', '01890000-0000-7000-8000-0000000000a1')).rejects.toThrow(/row-level security/)
    await expect(give('countyAdmin', 'county-officer', '01890000-0000-7000-8000-0000000000a2')).resolves.toBeDefined()
    await expect(give('operator', 'operator', '01890000-0000-7000-8000-0000000000a3')).resolves.toBeDefined()
  })
})
