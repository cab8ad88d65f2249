// Who reads and writes editions, edition_retirements, edition_uses and edition_additions: both directions, as the login role.

import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { addReturn, dropDraft, saveDraft } from './drafts.ts'
import { addAddition, addEdition, addUse, endAddition, issueEdition, retireEdition } from './queries.ts'
import type { NewEdition } from './queries.ts'

const trial = useTrial()

const edition = (name: string, by: PlayerName, unit: string, origin: 'own' | 'shipped' = 'own'): NewEdition => {
  const id = `trial/five-star/${name}`
  return { id, unit, origin, on: '2026-09-08', by: cast[by].id, title: '标准', replaces: null, digest: 'a'.repeat(64), document: { id } }
}
const draft = edition('draft', 'countyAdmin', '990101')
const issued = edition('issued', 'countyAdmin', '990101', 'shipped')
const foreign = edition('foreign', 'outsider', '990102')
const addition = {
  unit: '990101001',
  id: '00000000-0000-7000-9500-000000005401',
  edition: issued.id,
  star: 'YYXY',
  criterion: 'CG-1',
  content: { id: 'CG-1' },
  from: '2026-09-08',
  by: cast.officer.id,
}
const content = { title: '改', replaces: null, digest: 'b'.repeat(64), document: { id: draft.id } }

beforeAll(async () => {
  for (const [by, one] of [
    ['countyAdmin', draft],
    ['countyAdmin', issued],
    ['outsider', foreign],
  ] as const)
    await trial.sql(by, (db) => addEdition(db, one), true)
  await trial.sql('officer', (db) => addAddition(db, addition), true)
  await trial.sql('countyAdmin', (db) => addUse(db, '990101', issued.id, 'cycle:1', '2026-09-08'), true)
})

const seenBy = (player: PlayerName | 'nobody', table: string, column: string): Promise<string> =>
  trial.sql(player, async (db) => {
    const { rows } = await sql<{ value: string }>`select ${sql.ref(column)} as value from ${sql.table(table)} order by 1`.execute(db)
    return rows.map(({ value }) => value.split('/').at(-1)).join(' ')
  })

test('an issued edition is read by everybody who works with it, a draft only where it is written', async () => {
  expect(await seenBy('countyAdmin', 'editions', 'id')).toBe('draft issued')
  expect(await seenBy('outsider', 'editions', 'id')).toBe('foreign issued')
  for (const player of ['officer', 'secretary', 'reviewer', 'gridWorker', 'supervisor'] as const)
    expect(await seenBy(player, 'editions', 'id')).toBe('issued')
  for (const player of ['resident', 'judge', 'nobody'] as const) expect(await seenBy(player, 'editions', 'id')).toBe('')
  const all = await trial.owner.query('select count(*)::int as n from editions')
  expect(all.rows[0]).toEqual({ n: 3 })
})

test('only the county drafts and installs, in its own name', async () => {
  for (const [by, unit] of [
    ['officer', '990101'],
    ['secretary', '990101'],
    ['outsider', '990101'],
    ['countyAdmin', '990102'],
  ] as const)
    await expect(trial.sql(by, (db) => addEdition(db, edition('other', by, unit)))).rejects.toThrow(/policy|permission/)
  await expect(trial.sql('countyAdmin', (db) => addEdition(db, edition('other', 'outsider', '990101')))).rejects.toThrow(/policy/)
  expect(await trial.sql('countyAdmin', (db) => addEdition(db, edition('other', 'countyAdmin', '990101')))).toBe(true)
  expect(await trial.sql('outsider', (db) => addEdition(db, { ...edition('draft', 'outsider', '990102') })), 'taken, though unseen').toBe(
    false,
  )
})

test('an issued edition is never changed again, by nobody and through no verb', async () => {
  await expect(
    trial.sql('countyAdmin', (db) => saveDraft(db, issued.id, { ...content, document: { id: issued.id } }, cast.countyAdmin.id)),
  ).rejects.toThrow('not saved')
  const raw = (player: PlayerName, set: string) =>
    trial.sql(player, async (db) => (await sql`update editions set ${sql.raw(set)} where id = ${issued.id}`.execute(db)).numAffectedRows)
  for (const player of ['countyAdmin', 'officer', 'outsider'] as const) {
    expect(await raw(player, "content = jsonb_build_object('id', id)")).toBe(0n)
    expect(await raw(player, "state = 'draft', issued_on = null")).toBe(0n)
  }
  for (const player of ['countyAdmin', 'officer', 'outsider'] as const)
    expect(
      await trial.sql(player, async (db) => (await sql`delete from editions where id = ${issued.id}`.execute(db)).numAffectedRows),
    ).toBe(0n)
  await expect(raw('countyAdmin', "id = 'a/b/c'")).rejects.toThrow('permission denied')
  expect(
    await trial.sql(
      'countyAdmin',
      async (db) =>
        (await sql`update editions set title = '改', revised_by = ${cast.countyAdmin.id} where id = ${draft.id}`.execute(db))
          .numAffectedRows,
    ),
  ).toBe(1n)
})

test('a draft is revised, issued and an edition retired only by its county', async () => {
  await expect(trial.sql('outsider', (db) => saveDraft(db, draft.id, content, cast.outsider.id))).rejects.toThrow('not saved')
  await expect(trial.sql('officer', (db) => issueEdition(db, draft.id, '2026-09-08', cast.officer.id))).rejects.toThrow('not issued')
  await expect(trial.sql('countyAdmin', (db) => issueEdition(db, draft.id, '2026-09-08', cast.outsider.id))).rejects.toThrow(/policy/)
  await expect(
    trial.sql('countyAdmin', (db) => saveDraft(db, draft.id, content, cast.reviewer.id)),
    'in another name',
  ).rejects.toThrow(/policy/)
  const issue = (): Promise<void> => trial.sql('countyAdmin', (db) => issueEdition(db, draft.id, '2026-09-08', cast.countyAdmin.id))
  const wrote = (drafter: string, reviser: string | null) =>
    trial.owner.query('update editions set drafted_by = $1, revised_by = $2 where id = $3', [drafter, reviser, draft.id])
  await expect(issue(), 'who wrote it').rejects.toThrow(/policy/)
  await wrote(cast.reviewer.id, cast.countyAdmin.id)
  await expect(issue(), 'who changed it last').rejects.toThrow(/policy/)
  await expect(
    trial.owner.query(`update editions set state = 'issued', issued_on = drafted_on, issued_by = revised_by where id = $1`, [draft.id]),
    'nor for the owner of the table',
  ).rejects.toThrow('editions_second_person')
  await wrote(cast.reviewer.id, cast.supervisor.id)
  await issue()
  await wrote(cast.countyAdmin.id, null)
  await expect(trial.sql('officer', (db) => retireEdition(db, issued.id, '990101', '2026-09-08', cast.officer.id))).rejects.toThrow(
    /policy/,
  )
  await expect(trial.sql('outsider', (db) => retireEdition(db, issued.id, '990101', '2026-09-08', cast.outsider.id))).rejects.toThrow(
    /policy/,
  )
  await trial.sql('countyAdmin', (db) => retireEdition(db, issued.id, '990101', '2026-09-08', cast.countyAdmin.id), true)
  expect(await seenBy('secretary', 'edition_retirements', 'edition')).toBe('issued')
  expect(await seenBy('resident', 'edition_retirements', 'edition')).toBe('')
  await trial.owner.query('delete from edition_retirements')
})

test('a draft is sent back and dropped by its county alone; who sends back touches nothing else', async () => {
  const drafted = edition('returned', 'reviewer', '990101')
  await trial.owner.query("update posts set role = 'county-officer' where id = $1", [cast.reviewer.post])
  await trial.sql('reviewer', (db) => addEdition(db, drafted), true)
  const returned = {
    edition: drafted.id,
    digest: drafted.digest,
    unit: '990101',
    items: [],
    reason: '示例',
    until: '2026-09-15',
    at: new Date(0),
  }
  for (const by of ['officer', 'secretary', 'outsider', 'reviewer'] as const)
    await expect(
      trial.sql(by, (db) => addReturn(db, { ...returned, by: cast[by].id })),
      by,
    ).rejects.toThrow(/policy/)
  await expect(
    trial.sql('countyAdmin', (db) => addReturn(db, { ...returned, by: cast.reviewer.id })),
    'in another name',
  ).rejects.toThrow(/policy/)
  expect(await trial.sql('countyAdmin', (db) => addReturn(db, { ...returned, by: cast.countyAdmin.id }), true)).toBe(true)
  expect(await trial.sql('countyAdmin', (db) => addReturn(db, { ...returned, by: cast.countyAdmin.id })), 'once').toBe(false)
  for (const player of ['countyAdmin', 'reviewer'] as const) expect(await seenBy(player, 'edition_returns', 'edition')).toBe('returned')
  for (const player of ['officer', 'secretary', 'outsider', 'resident', 'judge', 'nobody'] as const)
    expect(await seenBy(player, 'edition_returns', 'edition'), player).toBe('')
  await expect(trial.sql('countyAdmin', (db) => sql`update edition_returns set reason = '改'`.execute(db))).rejects.toThrow(
    'permission denied',
  )
  await expect(trial.sql('countyAdmin', (db) => sql`delete from edition_returns`.execute(db))).rejects.toThrow('permission denied')

  for (const player of ['officer', 'secretary', 'outsider'] as const)
    await expect(
      trial.sql(player, (db) => dropDraft(db, drafted.id)),
      player,
    ).rejects.toThrow('not dropped')
  await trial.sql('reviewer', (db) => dropDraft(db, drafted.id), true)
  const left = await trial.owner.query(
    'select (select count(*)::int from editions where id = $1) as e, (select count(*)::int from edition_returns) as r',
    [drafted.id],
  )
  expect(left.rows).toEqual([{ e: 0, r: 0 }])
})

test('what a township adds is read above and below it, not beside it, and only ended', async () => {
  for (const player of ['officer', 'secretary', 'countyAdmin', 'gridWorker'] as const)
    expect(await seenBy(player, 'edition_additions', 'criterion'), player).toBe('CG-1')
  for (const player of ['outsider', 'resident', 'judge', 'nobody'] as const)
    expect(await seenBy(player, 'edition_additions', 'criterion')).toBe('')
  const other = { ...addition, id: '00000000-0000-7000-9500-000000005402', criterion: 'CG-2', content: { id: 'CG-2' } }
  await expect(trial.sql('secretary', (db) => addAddition(db, { ...other, by: cast.secretary.id }))).rejects.toThrow(/policy/)
  await expect(trial.sql('officer', (db) => addAddition(db, { ...other, unit: '990101101' }))).rejects.toThrow(/policy/)
  expect(await trial.sql('secretary', (db) => endAddition(db, '990101001', addition.id, '2026-12-31'))).toBe(false)
  expect(await trial.sql('officer', (db) => endAddition(db, '990101001', addition.id, '2026-12-31'))).toBe(true)
  await expect(trial.sql('officer', (db) => sql`update edition_additions set content = '{"id":"CG-1"}'`.execute(db))).rejects.toThrow(
    'permission denied',
  )
  await expect(trial.sql('officer', (db) => sql`delete from edition_additions`.execute(db))).rejects.toThrow('permission denied')
})

test('uses are noted by the county and seen at and above it', async () => {
  expect(await seenBy('countyAdmin', 'edition_uses', 'used_by')).toBe('cycle:1')
  for (const player of ['outsider', 'secretary', 'officer'] as const) expect(await seenBy(player, 'edition_uses', 'used_by')).toBe('')
  await expect(trial.sql('secretary', (db) => addUse(db, '990101', issued.id, 'cycle:2', '2026-09-08'))).rejects.toThrow(/policy/)
  // That a cycle runs on it is never taken back, and an edition in use is changed no more than any other issued one.
  await expect(trial.sql('countyAdmin', (db) => sql`delete from edition_uses`.execute(db))).rejects.toThrow('permission denied')
  await expect(trial.sql('countyAdmin', (db) => sql`update edition_uses set edition = ${draft.id}`.execute(db))).rejects.toThrow(
    'permission denied',
  )
  const used = await trial.owner.query<{ id: string }>('select edition as id from edition_uses')
  expect(used.rows).toEqual([{ id: issued.id }])
  const change = sql`update editions set title = '改', revised_by = ${cast.countyAdmin.id} where id = ${issued.id}`
  expect((await trial.sql('countyAdmin', (db) => change.execute(db))).numAffectedRows).toBe(0n)
})
