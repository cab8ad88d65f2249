// What the guards allow, the database allows, and nothing more: every state, verb and player, tried by SQL past the guards, by
// people who had no part in the entry and by people who did everything before.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { refuses, userVerbs } from '../core/guards.ts'
import type { UserVerb, Who } from '../core/guards.ts'
import { after, assigned, stateNames } from '../core/state.ts'
import type { Entry, State, Step } from '../core/state.ts'
import { addEntry, findEntry, saveEntry } from './queries.ts'
import type { EntryRow } from './queries.ts'

const trial = useTrial()
const today = '2026-09-08'
const stranger = '00000000-0000-7000-9999-000000000001'
const idOf = (number: number): string => `00000000-0000-7000-9600-00000000000${number}`
const players: readonly PlayerName[] = ['officer', 'secretary', 'countyAdmin', 'supervisor', 'reviewer', 'outsider']

const stepOf = (verb: Step['verb'], by: string, more: Partial<Step> = {}): Step => ({
  verb,
  on: today,
  by,
  days: null,
  due: null,
  granted: null,
  text: '依据',
  plan: null,
  other: null,
  level: null,
  told: null,
  ...more,
})

const plan = { measure: '每月更新', responsible: '社区', responsibleAccount: null, supervisor: '' }

/** Steps that a verb may be. */
function stepsOf(verb: UserVerb, by: string): readonly Step[] {
  const days = { days: 5, due: '2026-09-30' }
  switch (verb) {
    case 'plan':
      return [stepOf(verb, by, { plan })]
    case 'arbitrate':
      return [stepOf(verb, by, { granted: true }), stepOf(verb, by, { granted: false, ...days })]
    case 'return':
      return [stepOf(verb, by, days)]
    case 'askExtension':
      return [stepOf(verb, by, { due: '2026-10-20' })]
    case 'decideExtension':
      return [stepOf(verb, by, { granted: true, days: 30, due: '2026-10-20' }), stepOf(verb, by, { granted: false })]
    case 'lookBack':
      return [stepOf(verb, by, { granted: true }), stepOf(verb, by, { granted: false, other: idOf(9) })]
    default:
      return [stepOf(verb, by, { due: '2026-12-08' })]
  }
}

interface Case {
  readonly owner: 'officer' | 'countyAdmin'
  readonly unit: string
  readonly subject: string
  readonly id: string
}
const ofTownship: Case = { owner: 'officer', unit: '990101001', subject: '990101001001', id: idOf(1) }
const cases: readonly Case[] = [ofTownship, { owner: 'countyAdmin', unit: '990101', subject: '990101001', id: idOf(2) }]

/** Puts an entry into a state, as the owner of the database, with the person in every part of it or in none. */
async function putInto({ unit, id }: Case, state: State, person: string | null, isAsked: boolean, wasLate = false): Promise<EntryRow> {
  const one = person ?? stranger
  const past = ['closed', 'held', 'relapsed'].includes(state)
  await trial.owner.query(
    `update ledger_entries set state = $3, rectifiers = array[$4::uuid], responsible_account = $5, refused_by = $4, assigned_by = $4,
       closed_by = $6, closed_on = $7, extension_until = $8, extension_by = $9, relapsed_as = $10, alarm = $11, ever_late = $12 where district = left($1, 6) and id = $2`,
    [
      unit,
      id,
      state,
      one,
      person,
      past ? idOf(8) : null,
      past ? today : null,
      isAsked ? '2026-10-20' : null,
      isAsked ? one : null,
      state === 'relapsed' ? idOf(9) : null,
      isAsked && person !== null ? 1 : 0,
      wasLate,
    ],
  )
  const found = await trial.sql('countyAdmin', (db) => findEntry(db, unit, id))
  if (found === undefined) throw new Error('the entry is missing')
  return found
}

const same = (a: Entry, b: Entry): boolean => JSON.stringify(a) === JSON.stringify(b)

test.each(cases)(
  'an entry of $unit moves by one step of its diagram, of the side and the person whose step it is',
  { timeout: 240_000 },
  async (one) => {
    const { unit, subject, id, owner } = one
    const fresh: EntryRow = {
      ...assigned(stepOf('assign', cast[owner].id, { days: 15, due: '2026-09-29' })),
      unit,
      id,
      subject,
      kind: 'problem',
      sourceKind: 'remark',
      source: null,
      star: null,
      criterion: null,
      problem: '公示栏没有更新。',
      particulars: {},
      steps: 1,
    }
    await trial.sql(owner, (db) => addEntry(db, fresh), true)
    const [wrong, tried] = [[] as string[], { allowed: 0, refused: 0 }]
    for (const player of players) {
      const { scopes, subjects, grants, id: person } = await trial.actorOf(player)
      const who: Who = { person, scopes, subjects, grants }
      for (const state of Object.keys(stateNames) as State[]) {
        for (const [isPart, isAsked, wasLate] of [
          [false, false, false],
          [true, false, false],
          [false, true, false],
          [true, true, false],
          // Late before, and given new days since: no alarm of its term says so any more.
          [false, false, true],
          [true, false, true],
        ] as const) {
          if ((isAsked || wasLate) && state !== 'assigned' && state !== 'rectifying') continue
          const row = await putInto(one, state, isPart ? cast[player].id : null, isAsked, wasLate)
          const possible = userVerbs
            .filter((verb) => refuses(row, row, verb, who, today) === null)
            .flatMap((verb) => stepsOf(verb, cast[player].id).map((step) => after(row, step)))
          const steps = userVerbs.flatMap((verb) => stepsOf(verb, cast[player].id))
          // One transaction for all, each taken back: a hundred transactions would say no more.
          await trial.sql(player, async (db) => {
            for (const step of steps) {
              const next: EntryRow = { ...row, ...after(row, step), steps: row.steps + 1 }
              const isOpen = possible.some((entry) => same({ ...row, ...entry, steps: row.steps + 1 } as EntryRow, next))
              await sql`savepoint tried`.execute(db)
              const did = await saveEntry(db, next).then(
                () => true,
                () => false,
              )
              await sql`rollback to savepoint tried`.execute(db)
              tried[did ? 'allowed' : 'refused'] += 1
              // A plan that changes nothing is what is left of a verb that was not open; it is one of the verb plan.
              const isNothing = same({ ...row, steps: next.steps } as EntryRow, next)
              const what = `${player} ${isPart ? 'involved' : 'new'} ${wasLate ? 'late before ' : ''}${state} ${step.verb} ${String(step.granted)}`
              if (did !== isOpen && !isNothing) wrong.push(`${what}: ${did ? 'possible' : 'refused'} by SQL`)
            }
          })
        }
      }
    }
    expect(wrong).toEqual([])
    expect(tried.allowed).toBeGreaterThan(40)
    expect(tried.refused).toBeGreaterThan(400)
  },
)

test('the owner of the database, who restores and erases, is not held to steps; two steps at once are', async () => {
  const row = await putInto(ofTownship, 'assigned', null, false)
  const skipping = { ...row, state: 'closed', closedOn: today, closedBy: cast.officer.id, steps: row.steps + 1 } as const
  await expect(trial.sql('officer', (db) => saveEntry(db, skipping))).rejects.toThrow('a ledger entry goes from assigned to closed')
  await expect(trial.sql('secretary', (db) => saveEntry(db, { ...row, state: 'rectifying', steps: row.steps + 2 }))).rejects.toThrow(
    'a ledger entry',
  )
  await expect(
    trial.sql('secretary', (db) => saveEntry(db, { ...row, state: 'rectifying', rectifiers: [], steps: row.steps + 1 })),
  ).rejects.toThrow('a ledger entry')
  await trial.sql('secretary', (db) => saveEntry(db, { ...row, state: 'rectifying', steps: row.steps + 1 }))
  await trial.owner.query('begin')
  const { rowCount } = await trial.owner.query(
    `update ledger_entries set state = 'closed', closed_on = $1 where id = $2 and district = '990101'`,
    [today, row.id],
  )
  await trial.owner.query('rollback')
  expect(rowCount).toBe(1)
})
