// The rules of distribution and row security that the database itself can be asked about, over the whole house.

import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const ask = async (query: string): Promise<unknown[]> => (await trial.owner.query(query)).rows

describe('every table', () => {
  test('is registered with a class, and has a comment', async () => {
    const bare = await ask(`select c.relname from pg_class c
      left join app_tables t on t.name = c.relname
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in ('app_migrations', 'app_tables')
       and (t.name is null or coalesce(obj_description(c.oid), '') = '')`)
    expect(bare).toEqual([])
    expect((await ask('select 1 from app_tables')).length).toBeGreaterThan(5)
  })

  test('has forced row security and at least one policy of its own', async () => {
    const open = await ask(`select c.relname from pg_class c join app_tables t on t.name = c.relname
     where not c.relrowsecurity or not c.relforcerowsecurity
        or (not exists (select 1 from pg_policies p where p.tablename = c.relname and p.policyname not like 'house\\_%'))`)
    expect(open).toEqual([])
  })

  test('gives nothing to public and nothing to the login role', async () => {
    const grants = await ask(`select table_name, grantee from information_schema.role_table_grants
     where table_schema = 'public' and grantee in ('PUBLIC', 'liangxing_login')`)
    expect(grants).toEqual([])
  })
})

describe('growing tables', () => {
  test('carry district and unit, and a check that ties them', async () => {
    const wrong = await ask(`select t.name from app_tables t where t.class = 'growing' and (
      (select count(*) from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.name
         and c.column_name in ('district', 'unit') and c.is_nullable = 'NO' and c.collation_name = 'C' and c.column_default is null and c.is_generated = 'NEVER') <> 2
      or not exists (select 1 from pg_constraint k where k.conrelid = t.name::regclass and k.contype = 'c'
         and pg_get_constraintdef(k.oid) ~ 'district = "left"\\(unit, 6\\)'))`)
    expect(wrong).toEqual([])
  })

  test('have keys that start with the district, also towards each other', async () => {
    const keys = await ask(`select k.conrelid::regclass::text as on, k.conname from pg_constraint k
      join app_tables t on t.name = k.conrelid::regclass::text and t.class = 'growing'
      left join app_tables f on f.name = k.confrelid::regclass::text
     where k.contype in ('p', 'u') and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'district'
        or k.contype = 'f' and f.class = 'growing' and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'district'`)
    expect(keys).toEqual([])
    const unique =
      await ask(`select i.indexrelid::regclass::text from pg_index i join app_tables t on t.name = i.indrelid::regclass::text and t.class = 'growing'
     where i.indisunique and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'district'`)
    expect(unique).toEqual([])
  })

  test('are never pointed at by standard or local tables, and nothing is set to null on delete', async () => {
    const wrong = await ask(`select k.conrelid::regclass::text as from, k.conname from pg_constraint k
      left join app_tables a on a.name = k.conrelid::regclass::text
      left join app_tables b on b.name = k.confrelid::regclass::text
     where k.contype = 'f' and (k.confdeltype in ('n', 'd') or (a.class <> 'growing' and b.class = 'growing'))`)
    expect(wrong).toEqual([])
  })

  const triggersBeyondTheirRow = `select g.tgname from pg_trigger g join app_tables t on t.name = g.tgrelid::regclass::text join pg_proc f on f.oid = g.tgfoid
    where not g.tgisinternal and t.class = 'growing'
      and ((g.tgtype & 1) = 0 or f.prosrc ~* '\\m(select|perform|insert|update|delete|execute|notify|pg_notify|tg_table_name|tg_relid)\\M')`

  test('have no trigger but one that looks at its own row alone: by row, without a query, NOTIFY or the table’s physical name', async () => {
    expect(await ask(triggersBeyondTheirRow)).toEqual([])
  })

  test.each([
    ['that asks a table', 'for each row', 'perform 1 from acts;'],
    ['that notifies', 'for each row', 'notify planted;'],
    ['that reads the physical name', 'for each row', `raise notice '%', tg_table_name;`],
    ['by statement', 'for each statement', 'null;'],
  ])('would show a trigger %s', async (_what, each, body) => {
    const [growing] = (await ask(`select name from app_tables where class = 'growing' order by name limit 1`)) as { name: string }[]
    await trial.owner.query('begin')
    try {
      await ask(`create function planted() returns trigger language plpgsql as $$ begin ${body} return new; end $$`)
      await ask(`create trigger planted before update on ${growing?.name ?? ''} ${each} execute function planted()`)
      expect(await ask(triggersBeyondTheirRow)).toEqual([{ tgname: 'planted' }])
    } finally {
      await trial.owner.query('rollback')
    }
  })
})

describe('policies and views', () => {
  test('are permissive, look nothing up and call no function of ours', async () => {
    const wrong = await ask(`select tablename, policyname from pg_policies where schemaname = 'public' and (
      permissive <> 'PERMISSIVE' or coalesce(qual, '') || coalesce(with_check, '') ~* '\\mselect\\M|app_[a-z]+\\(|now\\(')`)
    expect(wrong).toEqual([])
  })

  test('views run with the rights of the reader', async () => {
    const views = await ask(
      `select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace and not coalesce(reloptions @> array['security_invoker=true'], false)`,
    )
    expect(views).toEqual([])
  })

  test('only the known definer functions exist', async () => {
    const functions = (await ask(`select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`)) as {
      proname: string
    }[]
    expect(functions.map((row) => row.proname)).toEqual(['app_enqueue', 'app_file_named', 'app_waiting_acts'])
  })
})
