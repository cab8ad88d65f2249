// Whoever changes the record behind the program's back is found out; who erases lawfully is not accused.

import { randomUUID } from 'node:crypto'
import type { Client, QueryResult } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { machineId } from '#ground/instance/actors.ts'
import { payloadDigest } from '#ground/postgres/acts.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { sealOnce } from '#ground/postgres/seal.ts'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { verify } from './verify.ts'

const trial = useTrial({ root: fixtureRoot })
let sealer: Client
let ids: string[]

const owner = (sql: string, values: unknown[] = []): Promise<QueryResult> => trial.owner.query(sql, values)

async function write(): Promise<string> {
  const id = randomUUID()
  const answer = await trial.withToken(writer.token).call('notes.add', { body: { id, unit: '990101', text: `note ${id}` } })
  expect(answer.status).toBe(200)
  return (await owner('select id from acts where subject = $1', [`note:${id}`])).rows[0].id as string
}

async function seal(): Promise<void> {
  await sealOnce(sealer, new Date(trial.clock.now()))
}

/** The kinds of fault that verify finds; empty when there are none. */
async function faults(): Promise<string[]> {
  const result = await verify({ database: trial.instance.database })
  if (result.ok) return []
  expect(result.problem.code).toBe(181)
  return [...new Set(result.problem.errors.map(({ more }) => String(more?.['kind'])))].sort()
}

beforeAll(async () => {
  await seat(trial)
  sealer = await ownerClient(trial.instance.database.urlOf('liangxing_sealer'))
})
afterAll(() => sealer.end())

// Every play begins with an empty record; two batches of two acts.
beforeEach(async () => {
  await owner('truncate acts, acts_unsealed, act_batches')
  ids = []
  for (let batch = 0; batch < 2; batch += 1) {
    ids.push(await write(), await write())
    await seal()
  }
})

describe('a true record', () => {
  test('passes, with its acts counted', async () => {
    const result = await verify({ database: trial.instance.database })
    expect(result).toMatchObject({ ok: true, value: { acts: 4, unsealed: 0, unsealedSince: null, erased: 0, printed: null } })
  })

  test('passes while acts wait to be sealed', async () => {
    await write()
    const at = new Date(trial.clock.now()).toISOString()
    const report = await verify({ database: trial.instance.database })
    expect(report).toMatchObject({ ok: true, value: { acts: 4, unsealed: 1, unsealedSince: at } })
  })

  test('passes after an act was lawfully erased', async () => {
    await owner('update acts set salt = null, payload = null, reason = null where id = $1', [ids[0]])
    expect(await verify({ database: trial.instance.database })).toMatchObject({ ok: true, value: { acts: 4, erased: 1 } })
  })

  test('finds an act whose transaction stayed open over two seals in the next', async () => {
    const slow = await ownerClient(trial.ownerUrl)
    onTestFinished(() => slow.end())
    const id = randomUUID()
    await slow.query('begin')
    await slow.query(
      `insert into acts (district, unit, id, at, actor, room, verb, subject, digest, salt, payload)
       values ('990101', '990101', $1, now(), $2, 'notes', 'add', 'note:slow', $3, 'salt', '{}')`,
      [id, machineId, payloadDigest('salt', {}, null)],
    )
    await slow.query(`insert into acts_unsealed values ('990101', $1)`, [id])
    for (let round = 0; round < 2; round += 1) {
      await write()
      await seal()
    }
    const listed = async (): Promise<unknown> => (await owner('select seq from act_batches where $1 = any (ids)', [id])).rows
    expect(await listed()).toEqual([])
    await slow.query('commit')
    await seal()
    expect(await listed()).toHaveLength(1)
    expect(await faults()).toEqual([])
  })
})

describe('what is found out', () => {
  test.each([
    ['a changed verb', `update acts set verb = 'remove' where id = $1`, ['act-changed']],
    ['another actor', `update acts set actor = '${machineId}' where id = $1`, ['act-changed']],
    ['another time', `update acts set at = at - interval '1 day' where id = $1`, ['act-changed']],
    ['a changed payload', `update acts set payload = '{"length":1}' where id = $1`, ['payload-changed']],
    ['a changed reason', `update acts set reason = 'another' where id = $1`, ['payload-changed']],
    ['a payload without its salt', `update acts set salt = null where id = $1`, ['payload-without-salt']],
    ['a deleted act', 'delete from acts where id = $1', ['act-missing']],
  ])('%s', async (_what, sql, kinds) => {
    expect((await owner(sql, [ids[1]])).rowCount).toBe(1)
    expect(await faults()).toEqual(kinds)
  })

  test('an act slipped in beside the outbox', async () => {
    await owner(
      `insert into acts select district, unit, gen_random_uuid(), at, actor, post, room, verb, subject, digest, salt, payload, reason from acts where id = $1`,
      [ids[0]],
    )
    expect(await faults()).toEqual(['act-never-sealed'])
  })

  test.each([
    [
      'an id taken out of a batch',
      'update act_batches set ids = ids[2:], districts = districts[2:], leaves = leaves[2:] where seq = $1',
      ['act-never-sealed', 'batch-changed'],
    ],
    ['a batch with another time', `update act_batches set at = at + interval '1 hour' where seq = $1`, ['batch-changed']],
    ['a batch with another head', `update act_batches set head = repeat('a', 64) where seq = $1`, ['batch-changed', 'chain-broken']],
    ['a deleted batch', 'delete from act_batches where seq = $1', ['act-never-sealed', 'batch-missing', 'chain-broken']],
  ])('%s', async (_what, sql, kinds) => {
    const { rows } = await owner('select min(seq) as first, count(*) as batches from act_batches')
    expect(Number(rows[0].batches)).toBe(2)
    expect((await owner(sql, [rows[0].first])).rowCount).toBe(1)
    expect(await faults()).toEqual(kinds)
  })
})

describe('a printed head', () => {
  const last = async (): Promise<{ seq: number; head: string }> => {
    const { rows } = await owner('select seq::int, head from act_batches order by seq desc limit 1')
    return rows[0] as { seq: number; head: string }
  }
  const ask = (head: string) => verify({ database: trial.instance.database, head })

  test('is found again later, however it was typed', async () => {
    const { seq, head } = await last()
    await write()
    await seal()
    expect(await ask(` ${head.toUpperCase()} `)).toMatchObject({ ok: true, value: { printed: { head, batch: seq } } })
  })

  test('gives away a record whose end was cut off, which otherwise looks whole', async () => {
    const { seq, head } = await last()
    await owner('delete from acts using act_batches b where b.seq = $1 and acts.id = any (b.ids)', [seq])
    await owner('delete from act_batches where seq = $1', [seq])
    expect(await faults()).toEqual([])
    expect(await ask(head)).toMatchObject({ ok: false, problem: { code: 182 } })
  })

  test('that is none is refused', async () => {
    expect(await ask('abc')).toMatchObject({ ok: false, problem: { code: 183 } })
  })
})
