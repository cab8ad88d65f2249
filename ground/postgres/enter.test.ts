// The login role can do nothing before app_enter, and afterwards only what policies allow.

import pg from 'pg'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { fixtureRoot, reader, seat, stranger, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enterStatement } from './actor.ts'

const trial = useTrial({ root: fixtureRoot })
const noteId = '01890000-0000-7000-8000-000000000001'

beforeAll(async () => {
  await seat(trial)
  await trial.owner.query(`insert into notes values ('990101', '990101', $1, 'ours'), ('990102', '990102', $1, 'theirs')`, [noteId])
})

const asLogin = async (work: (client: pg.Client) => Promise<unknown>): Promise<unknown> => {
  const client = new pg.Client({ connectionString: trial.instance.database.urlOf('liangxing_login') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('before app_enter', () => {
  test.each([
    'select * from notes',
    'select * from acts',
    'select * from instance',
    'select * from tokens',
    'delete from notes',
    'select app_enqueue(null, null, null, null)',
    'select * from app_migrations',
  ])('%s is refused', async (query) => {
    await expect(asLogin((client) => client.query(query))).rejects.toThrow(/permission denied/)
  })

  test('the owner sees what was refused', async () => {
    const { rows } = await trial.owner.query('select * from notes')
    expect(rows).toHaveLength(2)
  })

  test('the login role owns nothing, inherits nothing and cannot bypass row security', async () => {
    const { rows } = await trial.owner.query(
      `select rolsuper, rolinherit, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'liangxing_login'`,
    )
    expect(rows).toEqual([{ rolsuper: false, rolinherit: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
    const owned = await trial.owner.query(
      `select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'liangxing\\_%' and r.rolname <> 'liangxing_owner' and c.relnamespace = 'public'::regnamespace`,
    )
    expect(owned.rows).toEqual([])
  })
})

describe('app_enter', () => {
  test.each([
    ['an empty prefix', ['']],
    ['a trailing comma', ['990101,']],
    ['a wildcard', ['%']],
    ['a quote', ["9'; set role postgres; --"]],
    ['two codes in one', ['990101,990102']],
    ['a line break', ['990101\n']],
    ['a code that is too long', ['9'.repeat(18)]],
    ['a wrong one among right ones', ['990101', '990102x', '990103']],
  ])('refuses %s in any list of codes', async (_what, codes) => {
    const actor = await trial.actorOf(writer)
    for (const list of ['scopes', 'subjects', 'writes'] as const) {
      const entry = enterStatement({ ...actor, [list]: codes })
      await expect(asLogin((client) => client.query(`begin; ${entry}`))).rejects.toThrow(/no code/)
    }
  })

  test.each([
    ['an empty name', ['']],
    ['a brace', ['notes.read}']],
    ['two names in one', ['notes.read,notes.write']],
    ['a quote', [`x'; set role postgres; --`]],
    ['a name that is too long', ['x'.repeat(81)]],
  ])('refuses %s in any list of names', async (_what, words) => {
    const actor = await trial.actorOf(writer)
    for (const list of ['stars', 'grants'] as const) {
      const entry = enterStatement({ ...actor, [list]: words })
      await expect(asLogin((client) => client.query(`begin; ${entry}`))).rejects.toThrow(/no name/)
    }
  })

  test.each(['scopes', 'subjects', 'seats', 'stars', 'writes', 'grants'])(
    'refuses to be without %s, or with nothing among them',
    async (list) => {
      const lists = ['scopes', 'subjects', 'seats', 'stars', 'writes', 'grants']
      const enter = (value: string): string =>
        `begin; select app_enter(null, null, ${lists.map((each) => `${each} => ${each === list ? value : `'{}'`}`).join(', ')})`
      await expect(asLogin((client) => client.query(enter('null')))).rejects.toThrow(/a list is missing/)
      if (list !== 'seats') await expect(asLogin((client) => client.query(enter(`'{null}'`)))).rejects.toThrow(/no code|no name/)
      await expect(asLogin((client) => client.query(enter(`'{}'`)))).resolves.toBeDefined()
    },
  )

  test('what was given is what the settings say', async () => {
    const seated = '01890000-0000-7000-8000-0000000000aa'
    const actor = {
      ...(await trial.actorOf(writer)),
      scopes: ['990101', '41'],
      stars: ['YYXY'],
      seats: [seated],
      grants: ['notes.read', 'a-b.c'],
    }
    const names = ['scopes', 'stars', 'seats', 'grants', 'subjects'] as const
    const rows = await asLogin(async (client) => {
      await client.query(`begin; ${enterStatement({ ...actor, subjects: [] })}`)
      return (await client.query(`select ${names.map((name) => `current_setting('app.${name}')::text[] as ${name}`).join(', ')}`))
        .rows as unknown
    })
    expect(rows).toEqual([{ scopes: actor.scopes, stars: actor.stars, seats: actor.seats, grants: actor.grants, subjects: [] }])
  })

  test('cannot be entered twice, so a request cannot widen its scope', async () => {
    const actor = await trial.actorOf(writer)
    const again = `begin; ${enterStatement(actor)}; ${enterStatement({ ...actor, scopes: ['9'] })}`
    await expect(asLogin((client) => client.query(again))).rejects.toThrow(/permission denied|entered already/)
  })

  test('outside a transaction it gives nothing', async () => {
    const actor = await trial.actorOf(writer)
    await expect(
      asLogin(async (client) => {
        await client.query(enterStatement(actor))
        return client.query('select * from notes')
      }),
    ).rejects.toThrow(/permission denied/)
  })

  test('a query without a where sees one county only', async () => {
    const read = (player: { token: string }): Promise<unknown[]> =>
      trial.sql(player, async (db) => (await sql<{ body: string }>`select body from notes`.execute(db)).rows.map((row) => row.body))
    expect(await read(reader)).toEqual(['ours'])
    expect(await read(stranger)).toEqual(['theirs'])
  })

  test('nobody sees no rows', async () => {
    expect(await trial.sql('nobody', async (db) => (await sql`select * from notes`.execute(db)).rows)).toEqual([])
  })

  test('a row cannot be written into another county nor without the permission', async () => {
    const add = (player: { token: string }, unit: string): Promise<unknown> =>
      trial.sql(player, (db) =>
        sql`insert into notes (district, unit, id, body) values (${unit.slice(0, 6)}, ${unit}, ${'01890000-0000-7000-8000-000000000009'}, 'x')`.execute(
          db,
        ),
      )
    await expect(add(writer, '990102')).rejects.toThrow(/row-level security/)
    await expect(add(reader, '990101')).rejects.toThrow(/row-level security/)
    await expect(add(writer, '990101')).resolves.toBeDefined()
  })

  test('the entry ends with its transaction', async () => {
    const actor = await trial.actorOf(writer)
    await expect(
      asLogin(async (client) => {
        await client.query(`begin; ${enterStatement(actor)}; commit`)
        return client.query('select * from notes')
      }),
    ).rejects.toThrow(/permission denied/)
  })
})
