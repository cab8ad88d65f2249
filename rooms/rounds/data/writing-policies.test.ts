// Who cannot write what of a round. Every statement is first tried by the owner, for whom it does something; then by those
// who must not, for whom it is refused or finds nothing.

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playCounted, playPublished, seatActor } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'
import { putPhoto } from '../trial-photos.ts'

const trial = useTrial()
let round: PlayedRound
let published: PlayedRound
let at: Readonly<Record<string, string>>

beforeAll(async () => {
  round = (await playCounted(trial)).round
  published = (await playPublished(trial)).round
  await putPhoto(round.seat('judge', 2), 90)
  at = { round: round.where.id, published: published.where.id, other: round.seat('judge', 2).id, voter: round.seat('voter').id }
}, 120_000)

/** `{name}` stands for an id of the play. */
const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_all, name: string) => `'${at[name] ?? ''}'`)

async function owners(text: string): Promise<number> {
  await trial.owner.query('begin')
  try {
    return (await trial.owner.query(filled(text))).rowCount ?? 0
  } finally {
    await trial.owner.query('rollback')
  }
}

async function others(actor: Actor, text: string): Promise<number | string> {
  try {
    const result = await trial.sql(actor, (db) => sql.raw(filled(text)).execute(db))
    return Number(result.numAffectedRows ?? 0n)
  } catch (error) {
    return (error as Error).message
  }
}

type Who =
  | 'officer'
  | 'countyAdmin'
  | 'outsider'
  | 'secretary'
  | 'supervisor'
  | 'judge 1'
  | 'teller 1'
  | 'supervisor 1'
  | 'voter 1'
  | 'stage 1'
const everybody: readonly Who[] = [
  'officer',
  'countyAdmin',
  'outsider',
  'secretary',
  'supervisor',
  'judge 1',
  'teller 1',
  'supervisor 1',
  'voter 1',
  'stage 1',
]
const but = (...names: readonly Who[]): readonly Who[] => everybody.filter((who) => !names.includes(who))

const actorOf = (who: Who): Promise<Actor> => {
  const [kind = '', number] = who.split(' ')
  return number === undefined ? trial.actorOf(who as 'officer') : seatActor(trial, round.seat(kind, Number(number)))
}

const copied = (table: string, columns: string, values: string): string =>
  `insert into ${table} (${columns}) select ${values} from ${table} where round = {round} limit 1`

const cases: readonly (readonly [what: string, text: string, who: readonly Who[]])[] = [
  ["another judge's photo off its sheet", `update round_photos set state = 'withdrawn' where round = {round}`, everybody],
  [
    'a photo on the sheet of another judge',
    copied(
      'round_photos',
      'district, unit, id, round, seat, subject, component, state, salt, at',
      `district, unit, gen_random_uuid(), round, {other}, subject, component, state, salt, at`,
    ),
    everybody,
  ],
  ['points of a sheet that is there', `update round_points set points = '{}' where round = {round}`, but('judge 1', 'teller 1')],
  ["another seat's points", `update round_points set points = '{}' where round = {round} and seat = {other}`, but('teller 1')],
  [
    'points of a new sheet under another seat',
    copied(
      'round_points',
      'district, unit, id, round, seat, points, note, salt',
      `district, unit, gen_random_uuid(), round, {other}, points, note, salt`,
    ),
    but('teller 1'),
  ],
  [
    'a sheet under another seat',
    copied(
      'round_sheets',
      'district, unit, id, round, seat, subject, component, revision, complete, state, source, digest, at',
      `district, unit, gen_random_uuid(), round, {other}, '990101001009', component, 1, true, 'kept', 'pocket', digest, at`,
    ),
    everybody,
  ],
  [
    "a sheet under a voter's own seat",
    copied(
      'round_sheets',
      'district, unit, id, round, seat, subject, component, revision, complete, state, source, digest, at',
      `district, unit, gen_random_uuid(), round, {voter}, '990101001009', component, 1, true, 'kept', 'pocket', digest, at`,
    ),
    everybody,
  ],
  [
    'that a sheet was handed in',
    `update round_sheets set complete = false, revision = 99 where round = {round}`,
    but('judge 1', 'teller 1'),
  ],
  ['that a sheet is withdrawn', `update round_sheets set state = 'withdrawn' where round = {round}`, but('teller 1')],
  [
    'an adjustment',
    copied(
      'round_adjustments',
      'district, unit, id, round, subject, points, reason, seat, at',
      'district, unit, gen_random_uuid(), round, subject, 5, reason, seat, at',
    ),
    but('teller 1'),
  ],
  ['that an adjustment is taken back', `update round_adjustments set withdrawn = true where round = {round}`, but('teller 1')],
  ['how much an adjustment is', `update round_adjustments set points = 5 where round = {round}`, everybody],
  [
    'a tally',
    copied(
      'round_tallies',
      'district, unit, id, round, number, result, rules, method_digest, input_digest, state, reason, counted_by, counted_at',
      'district, unit, gen_random_uuid(), round, number + 1, result, rules, method_digest, input_digest, state, reason, counted_by, counted_at',
    ),
    but('teller 1'),
  ],
  ['the result of a tally', `update round_tallies set result = '{}' where round = {round}`, everybody],
  ['a signature', `update round_tallies set teller = {other} where round = {round}`, but('teller 1', 'supervisor 1')],
  ['that a signed tally is void', `update round_tallies set state = 'void' where round = {published}`, everybody],
  ['the input of a tally', `update round_tally_inputs set input = '{}' where round = {round}`, everybody],
  ['who may read that input', `update round_tally_inputs set open_to = array['990101001001'] where round = {round}`, everybody],
  ['what a unit was told', `update round_places set place = '{}' where round = {published}`, everybody],
  ['that a publication is gone', `delete from round_publications where round = {published}`, everybody],
  ['another publication over it', `update round_publications set content = '{}' where round = {published}`, everybody],
  ['that the rules were never announced', `update rounds set announced = false where id = {published}`, everybody],
  ['what the hall has seen', `delete from round_reveals where round = {published}`, everybody],
  ['what was drawn', `update round_draws set selected = '[]' where round = {round} and state = 'drawn'`, everybody],
  ['why something was changed', `update round_notices set reason = '别的理由' where round = {round}`, everybody],
  ['that a change was public', `update round_notices set announced = false where round = {round}`, everybody],
  ['that something was changed', `delete from round_notices where round = {round}`, everybody],
  [
    'a change that was none',
    copied(
      'round_notices',
      'district, unit, id, round, verb, reason, announced, at',
      'district, unit, gen_random_uuid(), round, verb, reason, announced, at',
    ),
    but('officer', 'countyAdmin'),
  ],
  ['what was turned over', `update round_turns set content = '别的题' where round = {round}`, everybody],
  ['that it was turned over', `delete from round_turns where round = {round}`, everybody],
  [
    'a question nobody drew',
    copied(
      'round_turns',
      'district, unit, id, round, draw, number, subject, key, line, content, reason, at',
      'district, unit, gen_random_uuid(), round, draw, 12, subject, key, line + 10, content, reason, at',
    ),
    but('officer', 'countyAdmin'),
  ],
  ['the chain of a draw', `update round_draws set anchor = repeat('0', 64) where round = {round} and anchor is not null`, everybody],
  ['a ballot', `update round_ballots set choice = 'poor' where round = {published}`, everybody],
  ['that a ballot is gone', `delete from round_ballots where round = {published}`, everybody],
  ['that a seat has not voted', `delete from round_vote_marks where round = {published}`, everybody],
  ['an award', `update round_awards set name = '奖' where round = {published}`, everybody],
  ['the answer to a recount', `update round_recounts set state = 'upheld' where round = {published}`, but('officer', 'countyAdmin')],
  ['who sits on a seat', `update round_seat_holders set holder = '别人' where round = {round}`, but('officer', 'countyAdmin')],
  [
    'the label of a seat',
    `update round_seats set label = '评委9' where round = {round} and kind = 'judge'`,
    but('officer', 'countyAdmin', 'judge 1'),
  ],
  ['that an automatic recusal is gone', `delete from round_recusals where round = {round}`, but('officer', 'countyAdmin')],
  ['which keys open a seat', `delete from round_seat_keys where seat = {other}`, but('officer', 'countyAdmin')],
  ['the text of a remark', `update round_remarks set text = '好' where round = {round}`, everybody],
  ['the plan', `update rounds set name = '别的' where id = {round}`, but('officer', 'countyAdmin', 'teller 1', 'supervisor 1')],
  ['the state of the round', `update rounds set state = 'published' where id = {round}`, but('officer', 'countyAdmin')],
  [
    'which units take part',
    `update round_units set drawn = false where round = {round}`,
    but('officer', 'countyAdmin', 'teller 1', 'supervisor 1'),
  ],
  ['that a unit takes no part', `delete from round_units where round = {round}`, everybody],
  ['the counts of a vote', `update round_votes set counts = '{}' where round = {published}`, everybody],
]

describe('cannot be written', () => {
  test.each(cases)('%s', async (_what, text, who) => {
    expect(await owners(text), 'the owner can').toBeGreaterThan(0)
    for (const name of who) {
      const outcome = await others(await actorOf(name), text)
      expect(outcome === 0 || /permission denied|row-level security/.test(String(outcome)), `${name}: ${outcome}`).toBe(true)
    }
  })
})

test('those who may, can: a judge its own points, a teller all, a convener the plan', async () => {
  expect(await others(await actorOf('judge 1'), `update round_points set points = '{}' where round = {round}`)).toBe(2)
  expect(await others(await actorOf('teller 1'), `update round_points set points = '{}' where round = {round}`)).toBe(5)
  expect(await others(await actorOf('officer'), `update rounds set name = '别的' where id = {round}`)).toBe(1)
})

test('a ballot names no seat, and neither its id nor its place tells when it was cast', async () => {
  const { rows: columns } = await trial.owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'round_ballots'`,
  )
  expect(columns.map(({ name }) => name).sort()).toEqual(['choice', 'district', 'id', 'round', 'subject', 'unit', 'vote'])
  const { rows } = await trial.owner.query<{ version: string }>(`select substr(id::text, 15, 1) as version from round_ballots`)
  expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 6 }, () => '4'))
})

test('acts of scoring and of adjusting carry no points', async () => {
  const { rows } = await trial.owner.query<{ verb: string; payload: Record<string, unknown> }>(
    `select verb, payload from acts where verb in ('score', 'adjust', 'enterPaper') and subject = $1`,
    [`round:${round.where.id}`],
  )
  expect(rows.length).toBe(6)
  const keys = { score: ['complete', 'component', 'digest', 'revision', 'seat', 'subject'], adjust: ['adjustment', 'seat', 'subject'] }
  for (const { verb, payload } of rows) expect(Object.keys(payload).sort()).toEqual(keys[verb as 'score'])
  const { rows: points } = await trial.owner.query<{ salt: string }>('select salt from round_points where round = $1', [at['round']])
  expect(JSON.stringify(rows)).not.toContain(points[0]?.salt)
})
