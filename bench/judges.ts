// A hall for the load: one round of a county under way with many judges, each on a device of its own, put in by SQL as the
// owner because the bench measures sheets and not two hundred openings.

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'

export interface Judge {
  readonly seat: string
  /** The device's token, its cookie `lx-seat`. */
  readonly token: string
}

export interface Hall {
  readonly unit: string
  readonly round: string
  readonly judges: readonly Judge[]
  /** Villages that take part. */
  readonly villages: readonly string[]
}

/** Of the hall's rules: the server has read them once and leaves them out, and so does the plain side. */
export const rulesDigest = '0'.repeat(64)
export const criteria = ['pledges', 'change', 'theme', 'governance', 'report', 'mended']
const mostVillages = 300

const rules = {
  template: null,
  components: [{ id: 'field', title: '实地看', weight: '1', seconds: 600 }],
  panels: [{ id: 'leaders', title: '班子成员', weight: '1' }],
  sheets: { field: criteria.map((id) => ({ id, title: id, max: '30', step: '0.5', hint: '' })) },
  aggregate: { kind: 'mean' },
  bonusCap: '5',
  decimals: 2,
  ties: [],
  bands: { advanced: '90', good: '80' },
  recountDays: 3,
}
const scene = {
  kind: 'idle',
  subject: null,
  component: null,
  draw: null,
  mended: null,
  timer: { seconds: 0, startedAt: null, passedMs: 0 },
}

/** Seats judges in the county with the most villages. */
export async function seatJudges(owner: Client, count: number): Promise<Hall> {
  const { rows } = await owner.query<{ county: string; villages: string[] }>(
    `select left(code, 6) as county, (array_agg(code order by code))[1:${mostVillages}] as villages from unit_versions
      where level = 5 and valid_to is null group by 1 order by count(*) desc limit 1`,
  )
  const found = rows[0]
  if (found === undefined) throw new Error('no county with villages: the demo is not there')
  const [unit, round, now] = [found.county, randomUUID(), new Date()]
  const judges = Array.from({ length: count }, () => ({ seat: randomUUID(), token: randomBytes(24).toString('base64url') }))
  await owner.query('begin')
  await owner.query(
    `insert into rounds (district, unit, id, name, quarter, theme, held_on, place, mode, ballots, spot_check, agenda, rules,
      rules_digest, state, announced, version, scene, planned_at, fixed_at, opened_at)
    values ($1, $1, $2, '演示·压测', '2026-Q3', '', ($3::timestamptz)::date, '', 'field', 'named', false, '[]', $4, $6, 'live',
      true, 1, $5, $3::timestamptz, $3::timestamptz, $3::timestamptz)`,
    [unit, round, now, JSON.stringify(rules), JSON.stringify(scene), rulesDigest],
  )
  await owner.query(
    `insert into round_units (district, unit, id, round, subject, name, number, announced)
    select $1::text, $1::text, gen_random_uuid(), $2::uuid, code, code, place, true from unnest($3::text[]) with ordinality as v (code, place)`,
    [unit, round, found.villages],
  )
  await owner.query(
    `insert into round_seats (district, unit, id, round, kind, panel, number, label, state, openings)
    select $1::text, $1::text, seat, $2::uuid, 'judge', 'leaders', place, '评委' || place, 'open', 1 from unnest($3::uuid[]) with ordinality as s (seat, place)`,
    [unit, round, judges.map(({ seat }) => seat)],
  )
  await owner.query(
    `insert into round_seat_keys (value, district, unit, seat, purpose, expires_at)
    select 'device:' || key, $1::text, $1::text, seat, 'device', $4::timestamptz from unnest($2::text[], $3::uuid[]) as k (key, seat)`,
    [
      unit,
      judges.map(({ token }) => createHash('sha256').update(token).digest('hex')),
      judges.map(({ seat }) => seat),
      new Date(now.getTime() + 86_400_000),
    ],
  )
  await owner.query('commit')
  await owner.query('analyze')
  return { unit, round, judges, villages: found.villages }
}
