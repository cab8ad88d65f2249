// Who reads what of a round, table by table, before anything is told and after everything is published. Each “none” is
// asked again as owner, who finds rows.

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#ground/http/handler.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playCommitment, playCounted, playPublished, playRound, seatActor } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'
import { putPhoto } from '../trial-photos.ts'

const trial = useTrial()

const posts = ['officer', 'countyAdmin', 'supervisor', 'reviewer', 'secretary', 'gridWorker', 'judge', 'outsider', 'resident'] as const
const seats = ['judge 1', 'teller 1', 'supervisor 1', 'commentator 1', 'finder 1', 'voter 1', 'stage 1', 'stranger'] as const
type Reader = (typeof posts)[number] | (typeof seats)[number] | 'nobody'
const readers: readonly Reader[] = [...posts, ...seats, 'nobody']

/** Everybody with rounds.read over the street. */
const desk = ['officer', 'countyAdmin', 'supervisor', 'reviewer'] as const
const conveners = ['officer', 'countyAdmin'] as const
const counters = ['teller 1', 'supervisor 1'] as const
const hall = ['judge 1', 'teller 1', 'supervisor 1', 'commentator 1', 'finder 1', 'voter 1', 'stage 1'] as const

interface Expected {
  readonly all: readonly Reader[]
  /** Readers of a part, with how many rows they find. */
  readonly some?: Partial<Record<Reader, number>>
}

const own = Object.fromEntries(hall.map((seat) => [seat, 1]))
const sheetsRead: Expected = { all: [...desk, ...counters], some: { 'judge 1': 2 } }
const pointsRead: Expected = { all: counters, some: { 'judge 1': 2 } }

const before: Readonly<Record<string, Expected>> = {
  rounds: { all: readers },
  round_units: { all: readers },
  round_seats: { all: [...desk, ...counters, 'stage 1'], some: own },
  round_seat_holders: { all: [...desk, ...counters], some: own },
  round_recusals: { all: [...desk, ...counters] },
  round_sheets: sheetsRead,
  round_points: pointsRead,
  round_photos: { all: counters, some: { 'judge 1': 1 } },
  round_adjustments: { all: counters },
  round_tallies: { all: counters },
  round_tally_inputs: { all: counters },
  round_draws: { all: readers },
  round_remarks: { all: [...desk, ...hall, 'secretary'] },
}

const after: Readonly<Record<string, Expected>> = {
  ...before,
  round_tallies: { all: [...counters, ...conveners] },
  round_places: { all: counters, some: { secretary: 1 } },
  round_reveals: { all: [...desk, ...hall] },
  round_publications: { all: readers },
  round_votes: { all: [...desk, ...hall] },
  round_vote_marks: { all: [...desk, ...counters, 'stage 1'], some: { 'voter 1': 1 } },
  round_ballots: { all: ['teller 1'] },
  round_awards: { all: readers },
  round_recounts: { all: [...desk, ...counters, 'secretary'] },
}

/** In anonymous rounds only tellers and supervisor know who sits where. */
const anonymous: Readonly<Record<string, Expected>> = {
  ...before,
  round_seat_holders: { all: counters, some: own },
}

let stranger: Actor
let commitment: string
const rounds = new Map<string, PlayedRound>()

beforeAll(async () => {
  rounds.set('counted', (await playCounted(trial)).round)
  rounds.set('published', (await playPublished(trial)).round)
  rounds.set('anonymous', (await playCounted(trial, { ballots: 'anonymous' })).round)
  // On their way when the scores were frozen; the owners of both are different judges.
  for (const [index, round] of [...rounds.values()].entries()) {
    await putPhoto(round.seat('judge', 1), 70 + index)
    await putPhoto(round.seat('judge', 2), 80 + index)
  }
  stranger = await seatActor(trial, (await playRound(trial)).seat('judge'))
  commitment = await playCommitment(trial)
}, 120_000)

const actorOf = (reader: Reader, round: PlayedRound): Promise<Actor> => {
  if (reader === 'stranger') return Promise.resolve(stranger)
  const [kind = '', number] = reader.split(' ')
  return number === undefined ? trial.actorOf(reader as 'officer') : seatActor(trial, round.seat(kind, Number(number)))
}

const keyOf = (table: string): string =>
  table === 'rounds' ? 'id' : table === 'round_commitments' ? 'id' : table === 'round_commitment_states' ? 'commitment' : 'round'

async function found(actor: Actor, table: string, value: string): Promise<number> {
  const rows = await trial.sql(actor, (db) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(keyOf(table))} = ${value}`.execute(db),
  )
  return rows.rows[0]?.n ?? 0
}

async function inAll(table: string, value: string): Promise<number> {
  const { rows } = await trial.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where ${keyOf(table)} = $1`, [value])
  return rows[0]?.n ?? 0
}

describe.each([
  ['counted', before],
  ['published', after],
  ['anonymous', anonymous],
] as const)('a round that is %s', (name, tables) => {
  test.each(Object.keys(tables))('%s', async (table) => {
    const round = rounds.get(name)
    const expected = tables[table]
    if (round === undefined || expected === undefined) throw new Error('not played')
    const rows = await inAll(table, round.where.id)
    expect(rows, `the owner finds ${table}`).toBeGreaterThan(0)
    for (const reader of readers) {
      const wanted = expected.all.includes(reader) ? rows : (expected.some?.[reader] ?? 0)
      expect(await found(await actorOf(reader, round), table, round.where.id), `${reader} reads ${table}`).toBe(wanted)
    }
  })
})

test.each(['round_commitments', 'round_commitment_states'])('%s: posts of the own unit and above it, and the seats near', async (table) => {
  const round = rounds.get('published')
  if (round === undefined) throw new Error('not played')
  expect(await inAll(table, commitment)).toBe(1)
  for (const reader of readers) {
    const sees = [...desk, ...hall, 'stranger', 'secretary', 'gridWorker', 'judge'].includes(reader)
    const rows = await found(await actorOf(reader, round), table, commitment)
    expect(rows, `${reader} reads ${table}`).toBe(sees ? 1 : 0)
  }
})

test('a judge finds its own points and no others, also after the reveal', async () => {
  for (const name of ['counted', 'published']) {
    const round = rounds.get(name)
    if (round === undefined) throw new Error('not played')
    const judge = round.seat('judge', 2)
    const seen = await trial.sql(await seatActor(trial, judge), (db) =>
      db.selectFrom('round_points').select('seat').where('round', '=', round.where.id).execute(),
    )
    expect(seen.map(({ seat }) => seat)).toEqual([judge.id, judge.id])
    expect(await inAll('round_points', round.where.id)).toBe(5)
  }
})

test('a secretary finds its own place, never the one next door', async () => {
  const seen = await trial.sql('secretary', (db) => db.selectFrom('round_places').select('subject').execute())
  expect(seen).toEqual([{ subject: '990101001001' }])
  const { rows } = await trial.owner.query('select distinct subject from round_places')
  expect(rows).toHaveLength(2)
})

test('no role reads what opens a seat; conveners find which keys a seat of theirs has, the neighbour county none', async () => {
  const round = rounds.get('published')
  if (round === undefined) throw new Error('not played')
  const { rows } = await trial.owner.query('select value from round_seat_keys')
  expect(rows.length).toBeGreaterThan(0)
  for (const reader of readers) {
    const actor = await actorOf(reader, round)
    await expect(
      trial.sql(actor, (db) => sql`select value from round_seat_keys`.execute(db)),
      reader,
    ).rejects.toThrow(/permission denied/)
    const keys = await trial.sql(actor, (db) => sql`select seat from round_seat_keys`.execute(db))
    expect(keys.rows.length, reader).toBe(reader === 'officer' || reader === 'countyAdmin' ? rows.length : 0)
  }
})
