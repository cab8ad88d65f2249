// The write that the bench repeats: a county's official makes somebody responsible for a village (包联). It is a real one of
// one row: two look-ups and an insert by the room, act and outbox, idempotency row; here over HTTP and as the plain SQL
// that the server sends for it (writes.test.ts fails when the two drift apart).

import { randomBytes, randomUUID } from 'node:crypto'
import { nobody, enterStatement } from '#ground/postgres/actor.ts'
import { requestText } from './http-line.ts'
import type { Official } from './officials.ts'

const role = '包村干部'

const oneOf = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

/** One request of an official; another village and person every time. */
export function writeRequest(official: Official, day: string): string {
  return requestText({
    method: 'POST',
    path: '/api/v1/linked-officers',
    headers: { cookie: `lx-session=${official.token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ unit: oneOf(official.villages), person: randomUUID(), role, effective: day }),
  })
}

export interface Statement {
  readonly name: string
  readonly text: string
}

const statement = (name: string, text: string): Statement => ({ name, text })

/** The statements between entry and commit, as the server sends them. */
export const statements = {
  findReplay: statement('p0', 'select digest, answer from idempotency where actor = $1 and key = $2'),
  findUnit: statement(
    'p1',
    `select v.code, v.name, v.level::int as level, coalesce(v.kind_override, v.kind_official) as kind,
  v.kind_official as "kindOfficial", v.valid_from::text as "from", v.valid_to::text as "to" from unit_versions v
    where v.code = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $3) order by v.code`,
  ),
  findLink: statement(
    'p2',
    `select l.id::text as id, l.unit, l.person::text as person, l.post::text as post, l.role, l.valid_from::text as "from", l.valid_to::text as "to" from linked_officers l
    where l.district = $1 and l.unit = $2 and l.person = $3 and (l.valid_to is null or l.valid_to >= $4) limit 1`,
  ),
  act: statement(
    'p3',
    `with act as (
      insert into acts (district, unit, id, at, actor, post, room, verb, subject, digest, salt, payload, reason)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    ) insert into acts_unsealed (district, id, about) values ($1, $3, $14)`,
  ),
  insert: statement(
    'p4',
    `insert into linked_officers (district, unit, id, person, post, role, valid_from, valid_to, act)
    values ($1, $2, $3, $4, $5, $6, $7, null, $8)`,
  ),
  remember: statement('p5', 'insert into idempotency (actor, key, digest, status, answer, at) values ($1, $2, $3, $4, $5, $6)'),
}

export type Query = (statement: Statement, values: readonly unknown[]) => Promise<unknown>

/** The first message of the transaction: begin and entry. */
export function beginText(official: Official, grants: readonly string[]): string {
  const { person, post, unit } = official
  const scopes = [unit]
  return `begin; ${enterStatement({ ...nobody, id: person, post, role: 'county-officer', unit, scopes, writes: scopes, subjects: scopes, grants })}`
}

/** Everything between entry and commit, with values like those of the server. */
export async function plainWrite(query: Query, official: Official, day: string): Promise<void> {
  const unit = oneOf(official.villages)
  const district = unit.slice(0, 6)
  const [id, act, person, key, at] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), new Date()]
  const digest = randomBytes(32).toString('hex')
  await query(statements.findReplay, [official.person, key])
  await query(statements.findUnit, [unit, day, day])
  await query(statements.findLink, [district, unit, person, day])
  const payload = JSON.stringify({ person, post: null, role, effective: day })
  const salt = randomBytes(16).toString('hex')
  const subject = `linked-officer:${id}`
  const what = ['units', 'linkOfficer', subject, digest, salt, payload, null, null]
  await query(statements.act, [district, unit, act, at, official.person, official.post, ...what])
  await query(statements.insert, [district, unit, id, person, null, role, day, act])
  await query(statements.remember, [official.person, key, digest, 200, JSON.stringify({ id }), at])
}

/** The bare insert: one row into a table of the same columns and keys, nothing else. */
export const bareTable = 'create table if not exists bench_links (like linked_officers including indexes)'
export const bareInsert = statement('p6', statements.insert.text.replace('linked_officers', 'bench_links'))

export function bareValues(official: Official, day: string): unknown[] {
  const unit = oneOf(official.villages)
  return [unit.slice(0, 6), unit, randomUUID(), randomUUID(), null, role, day, randomUUID()]
}
