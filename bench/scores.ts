// The sheet that the bench repeats: a judge hands in the points of one village; over HTTP and as the plain SQL that the server
// sends for it (scores.test.ts fails when the two drift apart).

import { randomBytes, randomUUID } from 'node:crypto'
import { enterStatement, nobody } from '#ground/postgres/actor.ts'
import { requestText } from './http-line.ts'
import { criteria, rulesDigest } from './judges.ts'
import type { Hall, Judge } from './judges.ts'
import type { Query, Statement } from './writes.ts'
import { statements as written } from './writes.ts'

const oneOf = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

// Larger with every sheet, in every process, as a device's clock is.
let last = 0
const nextRevision = (): number => (last = Math.max(last + 1, Date.now() * 1000))

interface Sheet {
  readonly subject: string
  readonly component: string
  readonly revision: number
  readonly points: Readonly<Record<string, string>>
  readonly note: string
}

const sheetOf = ({ villages }: Hall): Sheet => ({
  subject: oneOf(villages),
  component: 'field',
  revision: nextRevision(),
  points: Object.fromEntries(criteria.map((id) => [id, String(Math.floor(Math.random() * 61) / 2)])),
  note: '',
})

/** One request of a judge; another village and other points every time. */
export function scoreRequest(hall: Hall, { seat, token }: Judge): string {
  return requestText({
    method: 'POST',
    path: '/api/v1/rounds/seat/score',
    headers: { cookie: `lx-seat=${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ seat, sheets: [sheetOf(hall)] }),
  })
}

const statement = (name: string, text: string): Statement => ({ name, text })

/** The statements between entry and commit, as the server sends them. */
const statements = {
  share: statement('s1', 'select pg_advisory_xact_lock_shared(hashtextextended(round, 41)) from unnest($1::text[]) as round'),
  find: statement(
    's2',
    `select s.id, s.kind, r.unit, r.id as round, r.state, r.version, r.rules_digest as "rulesDigest",
      case when r.rules_digest = any($4::text[]) then null else r.rules end as rules,
      (select coalesce(jsonb_agg(u.subject), '[]') from round_units u
        where u.district = r.district and u.round = r.id and u.subject = any($3::text[]) and u.drawn is distinct from false) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('subject', c.subject, 'source', c.source)), '[]') from round_recusals c
        where c.district = s.district and c.seat = s.id) as recusals
    from round_seats s join rounds r on r.district = s.district and r.id = s.round
    where s.district = $1 and s.id = $2 and s.state <> 'revoked'`,
  ),
  keep: statement(
    's3',
    `with sheet as (
      insert into round_sheets (district, unit, id, round, seat, subject, component, revision, complete, state, source, digest, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'kept', 'pocket', $10, $11)
      on conflict (district, round, seat, subject, component) do update
        set revision = excluded.revision, complete = excluded.complete, digest = excluded.digest, at = excluded.at
        where round_sheets.revision < excluded.revision and round_sheets.state = 'kept' and round_sheets.source = 'pocket'
      returning id
    )
    insert into round_points (district, unit, id, round, seat, points, note, salt)
    select $1, $2, sheet.id, $4, $5, $12::jsonb, $13, $14 from sheet
    on conflict (district, id) do update set points = excluded.points, note = excluded.note, salt = excluded.salt
    returning id`,
  ),
}

/** The first message of the transaction: begin and entry. */
export function beginText({ round, unit }: Pick<Hall, 'round' | 'unit'>, seat: string): string {
  const grants = [`rounds.seat.${round}`, `rounds.near.${unit.slice(0, 6)}`, `rounds.score.${round}`]
  return `begin; ${enterStatement({ ...nobody, seats: [seat], grants })}`
}

const nobodyId = '00000000-0000-0000-0000-000000000000'

/** Everything between entry and commit, with values like those of the server. */
export async function plainScore(query: Query, hall: Hall, { seat }: Judge): Promise<void> {
  const { unit, round } = hall
  const { subject, component, revision, points, note } = sheetOf(hall)
  const [id, act, key, at] = [randomUUID(), randomUUID(), randomUUID(), new Date()]
  const [digest, salt] = [randomBytes(32).toString('hex'), randomBytes(16).toString('hex')]
  const district = unit.slice(0, 6)
  await query(written.findReplay, [nobodyId, key])
  await query(statements.share, [[round]])
  await query(statements.find, [district, seat, [subject], [rulesDigest]])
  const values = [district, unit, id, round, seat, subject, component, revision, true, digest, at]
  await query(statements.keep, [...values, JSON.stringify(points), note, salt])
  const payload = JSON.stringify({ seat, subject, component, revision, complete: true, digest })
  await query(written.act, [district, unit, act, at, null, null, 'rounds', 'score', `round:${round}`, digest, salt, payload, null, null])
  const sheets = [{ subject, component, revision, outcome: 'kept', problem: null, complete: true }]
  await query(written.remember, [nobodyId, key, digest, 200, JSON.stringify({ sheets, version: 1 }), at])
}

/** The bare insert: one row into a table of the sheets' columns and keys, nothing else. */
export const bareTable = 'create table if not exists bench_sheets (like round_sheets including indexes)'
export const bareInsert = statement(
  's4',
  `insert into bench_sheets (district, unit, id, round, seat, subject, component, revision, complete, state, source, digest, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, true, 'kept', 'pocket', $9, $10)`,
)

export function bareValues({ unit, round, villages }: Hall, seat: string): unknown[] {
  // Every row is another: the key of a sheet stands once.
  return [unit.slice(0, 6), unit, randomUUID(), round, seat, oneOf(villages), randomUUID(), nextRevision(), '0'.repeat(64), new Date()]
}
