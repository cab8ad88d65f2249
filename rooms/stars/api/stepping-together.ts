// One verb for many candidacies of a cycle: each is asked the same guards as by itself, all are held at once, and step and state
// of all are written in few statements; every one has its act.

import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { after } from '../core/candidacy.ts'
import type { Step } from '../core/candidacy.ts'
import { refuses } from '../core/guards.ts'
import type { Given } from '../core/guards.ts'
import { candidaciesWith } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import type { CycleRow } from '../data/cycles.ts'
import { holdCandidacies, partsOf, stepCandidacies } from '../data/together.ts'
import type { Change } from '../data/together.ts'
import { problems } from '../problems.ts'
import { problemOf } from './stepping.ts'
import type { At, StepGiven, Stepping } from './stepping.ts'
import { whosFor } from './who.ts'

/** Verbs that change the same of every candidacy, and of which a unit is told nothing by itself. */
const changed = {
  draw: ['drawn', 'confirmed'],
  publicise: ['state', 'publicity', 'publicUntil'],
  certify: ['state', 'certifiedOn'],
} as const satisfies Readonly<Record<string, readonly (keyof Change)[]>>
export type VerbForMany = keyof typeof changed

export interface HeldOne {
  readonly at: At
  /** The candidacy, held, or why the verb is not open to the asker. */
  readonly held: Result<CandidacyRow>
}

/** Of each of some candidacies of a cycle, in their order and once: it is held, or why the verb is refused. */
export async function heldTogether(
  request: Stepping,
  cycle: CycleRow,
  wanted: readonly At[],
  verb: VerbForMany,
  given: Omit<Given, 'today'> = {},
): Promise<HeldOne[]> {
  const { db, today } = request
  const list = [...new Map(wanted.map((at) => [`${at.unit} ${at.id}`, at])).values()]
  const seen = new Map((await candidaciesWith(db, list)).map((row) => [row.id, row]))
  request.permit()
  const whoOf = await whosFor(
    request,
    list.map(({ unit }) => unit),
    cycle.parameters,
  )
  const all = { ...given, today }
  const judged = (row: CandidacyRow): Result<CandidacyRow> => {
    const refusal = refuses(row, verb, whoOf(row), all)
    return refusal === null ? ok(row) : refuse(problemOf(refusal, verb, { row, cycle }, all))
  }
  const first = list.map((at): HeldOne => {
    const row = seen.get(at.id)
    return {
      at,
      held: row === undefined || row.unit !== at.unit || row.cycle !== cycle.id ? refuse(problems.noSuchCandidacy()) : judged(row),
    }
  })
  const open = first.flatMap(({ held }) => (held.ok ? [held.value] : []))
  const holding = await holdCandidacies(db, open)
  return first.map((one) => {
    if (!one.held.ok) return one
    // Row policies let a level hold it only while it lies on its table.
    const row = holding.get(one.at.id)
    return { at: one.at, held: row === undefined ? refuse(problems.wrongState({ verb, state: one.held.value.state })) : judged(row) }
  })
}

/** What a step changes of all of them, in the words of the first. */
function changeOf(verb: VerbForMany, rows: readonly CandidacyRow[]): Change {
  const told = rows.map((row) => JSON.stringify(changed[verb].map((key) => row[key])))
  if (new Set(told).size > 1) throw new Error(`${verb} does not change the same of all`)
  const [first] = rows
  return Object.fromEntries(changed[verb].map((key) => [key, first?.[key]]))
}

/** Writes a step of candidacies that are held, and records the act of each. */
export async function recordTogether(
  request: Stepping,
  rows: readonly CandidacyRow[],
  verb: VerbForMany,
  { reason = '', due = null, other = null }: Omit<StepGiven, 'rows'>,
): Promise<CandidacyRow[]> {
  const { clock, dice, today, actor, db } = request
  if (rows.length === 0) return []
  const at = new Date(clock.now())
  const shared = { verb, on: today, by: actor.id ?? '', rows: [], reason, due, other } as const
  const nexts = rows.map((row): CandidacyRow => {
    const step: Step = { ...shared, byUnit: actor.unit ?? row.unit }
    return { ...row, ...after(row, step), steps: row.steps + 1, changedAt: at }
  })
  const whole = { ...shared, at, byUnit: actor.unit, byRole: actor.role ?? '' }
  const change = changeOf(verb, nexts)
  for (const part of partsOf(nexts)) {
    const steps = part.map(({ unit, id, steps: seq }) => ({ unit, id, seq, step: newId(clock, dice) }))
    await stepCandidacies(db, steps, whole, change)
    for (const { unit, id, cycle, star, state } of part) {
      const payload = { cycle, star, state, rows: [], due, other }
      await request.act({ verb, unit, subject: `candidacy:${id}`, payload, ...(reason === '' ? {} : { reason }) })
    }
  }
  return nexts
}
