// The ground's own tables: acts, acts_unsealed, act_batches, idempotency, instance. Both directions, with the owner's control.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { fixtureRoot, reader, seat, stranger, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial({ root: fixtureRoot })
const mine = randomUUID()
const theirs = randomUUID()
const key = randomUUID()

beforeAll(async () => {
  await seat(trial)
  await trial.withToken(writer.token).call('notes.add', { body: { id: mine, unit: '990101', text: '本县' }, key })
  await trial.withToken(stranger.token).call('notes.add', { body: { id: theirs, unit: '990102', text: '邻县' } })
})

type Who = { readonly token: string } | 'nobody'
const subjects = (who: Who): Promise<string[]> =>
  trial.sql(who, async (db) => (await db.selectFrom('acts').select('subject').orderBy('subject').execute()).map((row) => row.subject))

describe('acts', () => {
  test('are read by posts with acts.read over the unit, and by who did them', async () => {
    expect(await subjects(writer)).toEqual([`note:${mine}`])
    expect(await subjects(stranger)).toEqual([`note:${theirs}`])
  })

  test('are hidden from a role without acts.read and from the public; the owner sees both', async () => {
    expect(await subjects(reader)).toEqual([])
    expect(await subjects('nobody')).toEqual([])
    expect((await trial.owner.query('select 1 from acts')).rows).toHaveLength(2)
  })

  test('are never deleted, nor rewritten', async () => {
    await expect(trial.sql(writer, (db) => sql`delete from acts`.execute(db))).rejects.toThrow(/permission denied/)
    await expect(trial.sql(writer, (db) => sql`update acts set verb = 'other'`.execute(db))).rejects.toThrow(/permission denied/)
    const erased = await trial.sql(
      writer,
      async (db) => (await sql`update acts set payload = null, salt = null, reason = null`.execute(db)).numAffectedRows,
    )
    expect(erased).toBe(0n)
  })

  test('cannot be recorded in the name of somebody else', async () => {
    const forged = sql`insert into acts (district, unit, id, at, actor, room, verb, subject, digest)
      values ('990101', '990101', ${randomUUID()}, now(), ${stranger.person}, 'notes', 'add', 'note:x', 'd')`
    await expect(trial.sql(writer, (db) => forged.execute(db))).rejects.toThrow(/row-level security/)
  })
})

describe('acts_unsealed and act_batches', () => {
  test('the outbox can be filled but not read or emptied by a request', async () => {
    expect((await trial.owner.query('select 1 from acts_unsealed')).rows).toHaveLength(2)
    await expect(trial.sql(writer, (db) => sql`select * from acts_unsealed`.execute(db))).rejects.toThrow(/permission denied/)
    await expect(trial.sql(writer, (db) => sql`delete from acts_unsealed`.execute(db))).rejects.toThrow(/permission denied/)
  })

  test('batches are read with acts.read and written by the sealer alone', async () => {
    await trial.owner.query(`insert into act_batches values (1, now(), 'p', '{}', '{}', '{}', 'h')`)
    const heads = (who: Who): Promise<unknown[]> => trial.sql(who, async (db) => (await sql`select head from act_batches`.execute(db)).rows)
    expect(await heads(writer)).toEqual([{ head: 'h' }])
    expect(await heads(reader)).toEqual([])
    const forged = sql`insert into act_batches values (2, now(), 'h', '{}', '{}', '{}', 'x')`
    await expect(trial.sql(writer, (db) => forged.execute(db))).rejects.toThrow(/permission denied/)
  })
})

describe('idempotency', () => {
  const keys = (who: Who): Promise<string[]> =>
    trial.sql(who, async (db) => (await db.selectFrom('idempotency').select('key').execute()).map((row) => row.key))

  test('answers belong to one actor; the owner sees all', async () => {
    expect(await keys(writer)).toEqual([key])
    expect(await keys(reader)).toEqual([])
    expect(await keys('nobody')).toEqual([])
    expect((await trial.owner.query('select 1 from idempotency')).rows).toHaveLength(2)
  })

  test('an answer is never changed', async () => {
    await expect(trial.sql(writer, (db) => sql`update idempotency set answer = '{}'`.execute(db))).rejects.toThrow(/permission denied/)
  })
})

test('instance can be read, never changed', async () => {
  expect(await trial.sql('nobody', async (db) => (await sql`select id from instance`.execute(db)).rows)).toEqual([{ id: 1 }])
  await expect(trial.sql(writer, (db) => sql`update instance set key_fingerprint = 'x'`.execute(db))).rejects.toThrow(/permission denied/)
})
