// What handing in a sheet asks of the database: one lock, one look-up, one statement per sheet. Written once, because a
// hall does nothing else: nothing is left to compile, and what can travel together does.

import { CompiledQuery } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Recusal } from '../core/recusal.ts'
import type { Rules } from '../core/rules.ts'
import type { State } from '../core/state.ts'
import type { Db, RoundRow } from './rounds.ts'
import type { NewSheet } from './sheets.ts'

export const scoringSql = {
  share: 'select pg_advisory_xact_lock_shared(hashtextextended(round, 41)) from unnest($1::text[]) as round',
  find: `select s.id, s.kind, r.unit, r.id as round, r.state, r.version, r.rules_digest as "rulesDigest",
      case when r.rules_digest = any($4::text[]) then null else r.rules end as rules,
      (select coalesce(jsonb_agg(u.subject), '[]') from round_units u
        where u.district = r.district and u.round = r.id and u.subject = any($3::text[]) and u.drawn is distinct from false) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('subject', c.subject, 'source', c.source)), '[]') from round_recusals c
        where c.district = s.district and c.seat = s.id) as recusals
    from round_seats s join rounds r on r.district = s.district and r.id = s.round
    where s.district = $1 and s.id = $2 and s.state <> 'revoked'`,
  keep: `with sheet as (
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
} as const

/** Among those that write what will be counted: freezing, counting and closing wait for them, and they for it. */
export async function shareScoring(db: Db, rounds: readonly Id[]): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(scoringSql.share, [rounds]))
}

export interface Scoring {
  readonly id: Id
  readonly kind: string
  readonly unit: Code
  readonly round: Id
  readonly state: State
  readonly version: number
  readonly rules: Rules
  /** Of the subjects asked for, those that take part and were not left out by a spot check. */
  readonly units: readonly Code[]
  readonly recusals: readonly Recusal[]
}

// Rules that this process has read, by their digest: they are fixed before the first score, and the largest thing in the answer.
const known = new Map<string, Rules>()
const mostKnown = 64

function remember(digest: string, rules: Rules): void {
  const [oldest] = known.keys()
  if (known.size >= mostKnown && !known.has(digest) && oldest !== undefined) known.delete(oldest)
  known.set(digest, rules)
}

/** All that a seat's sheets are judged by, as it stands now. A single district, so that one plan serves every judge. */
export async function findScoring(db: Db, district: string, seat: Id, subjects: readonly Code[]): Promise<Scoring | undefined> {
  type Found = Omit<Scoring, 'rules'> & { readonly rulesDigest: string | null; readonly rules: Rules | null }
  // What is said to be known must be at hand when the answer comes, whatever others read meanwhile.
  const here = new Map(known)
  const query = CompiledQuery.raw(scoringSql.find, [district, seat, subjects, [...here.keys()]])
  const [found] = (await db.executeQuery<Found>(query)).rows
  if (found === undefined) return undefined
  const { rulesDigest, rules: sent, ...scoring } = found
  const rules = sent ?? here.get(rulesDigest ?? '')
  if (rules === undefined) throw new Error('rules were left out that are not known')
  if (sent !== null && rulesDigest !== null) remember(rulesDigest, sent)
  return { ...scoring, rules }
}

/** Keeps a sheet handed in by its seat; false when a newer or another one stands there. */
export async function keepSheet(db: Db, round: Pick<RoundRow, 'unit' | 'id'>, sheet: NewSheet): Promise<boolean> {
  const { id, seat, subject, component, revision, complete, digest, at, points, note, salt } = sheet
  const values = [districtOf(round.unit), round.unit, id, round.id, seat, subject, component, revision, complete, digest, at]
  const { rows } = await db.executeQuery(CompiledQuery.raw(scoringSql.keep, [...values, JSON.stringify(points), note, salt]))
  return rows.length === 1
}
