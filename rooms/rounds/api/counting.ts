// The tellers' table: what has come in, the count, the signatures. Whoever signs cannot edit; whoever edits is on record.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { countContract } from '../contract-count.ts'
import { judgeDeviations } from '../core/judge-deviation.ts'
import { bandOf } from '../core/rules.ts'
import type { Rules } from '../core/rules.ts'
import { tally as count } from '../core/tally.ts'
import { tallyInputOf, unscored } from '../core/tally-input.ts'
import type { Counted } from '../core/tally-input.ts'
import { allows } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { photosOf } from '../data/photos.ts'
import { findRound, partsOf } from '../data/rounds.ts'
import type { Part, RoundRow } from '../data/rounds.ts'
import { oneHolder, recusalsOf, seatsOf } from '../data/seats.ts'
import type { Seated } from '../data/seats.ts'
import { aloneWithScores, scoredSheets } from '../data/sheets.ts'
import { addTally, adjustmentsOf, inputOf, saveTally, talliesOf } from '../data/tallies.ts'
import type { TallyRow } from '../data/tallies.ts'
import { problems } from '../problems.ts'
import { moved } from './convening.ts'
import { tellerFor } from './seated.ts'
import { mutable, partShown, photosShown } from './shown.ts'

type C = typeof countContract
type Asking = Pick<RoomRequest, 'db'>

/** Everything that counts, as it lies in the room now. */
export async function countedOf(
  { db }: Asking,
  round: Pick<RoundRow, 'unit' | 'id'> & { readonly rules: Rules },
): Promise<{ counted: Counted; parts: Part[] }> {
  const parts = await partsOf(db, round.unit, round.id)
  const counted: Counted = {
    convener: round.unit,
    rules: round.rules,
    units: parts.filter(({ drawn }) => drawn !== false).map(({ subject }) => subject),
    judges: (await seatsOf(db, round)).filter(({ kind }) => kind === 'judge'),
    recusals: await recusalsOf(db, round),
    sheets: await scoredSheets(db, round),
    adjustments: await adjustmentsOf(db, round),
  }
  return { counted, parts }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** A tally with the names of its units. */
export function tallyShown(tally: TallyRow, parts: readonly Part[]) {
  const names = new Map(parts.map(({ subject, name }) => [subject, name]))
  return {
    id: tally.id,
    number: tally.number,
    state: tally.state,
    reason: tally.reason,
    countedAt: tally.countedAt.toISOString(),
    tellerAt: iso(tally.tellerAt),
    supervisorAt: iso(tally.supervisorAt),
    methodDigest: tally.methodDigest,
    inputDigest: tally.inputDigest,
    lines: tally.result.results.map((line) => ({
      ...mutable(line),
      name: names.get(line.unit) ?? line.unit,
      band: bandOf(tally.rules, line.total),
      progress: null,
    })),
  }
}

const view: Handler<C['count']> = async (request) => {
  const found = await tellerFor(request, request.query.seat, 'look', 'either')
  if (!found.ok) return found
  const { db } = request
  const { seat, round } = found.value
  const { counted, parts } = await countedOf(request, round)
  const seats = (await seatsOf(db, round)).filter(({ kind }) => kind === 'judge')
  const labels = new Map(seats.map((one) => [one.id, one]))
  const input = tallyInputOf(counted)
  const deviations = judgeDeviations(input)
  const recused = new Map(input.judges.map((judge) => [judge.id, judge.recused]))
  return ok({
    round: {
      unit: round.unit,
      id: round.id,
      name: round.name,
      state: round.state,
      version: round.version,
      rules: mutable(round.rules),
      parts: parts.map(partShown),
    },
    seat: { id: seat.id, kind: seat.kind, label: seat.label },
    sheets: (await scoredSheets(db, round)).map((sheet) => ({
      seat: sheet.seat,
      label: labels.get(sheet.seat)?.label ?? '',
      panel: labels.get(sheet.seat)?.panel ?? '',
      subject: sheet.subject,
      component: sheet.component,
      revision: sheet.revision,
      points: { ...sheet.points },
      note: sheet.note,
      complete: sheet.complete,
      state: sheet.state,
      source: sheet.source,
    })),
    photos: photosShown(await photosOf(db, round)),
    judges: seats.map(({ id, label, panel, holder }) => ({
      seat: id,
      label,
      panel: panel ?? '',
      holder,
      recused: [...(recused.get(label) ?? [])],
      meanDeviation: deviations.ok ? (deviations.value.find(({ judge }) => judge === label)?.mean ?? null) : null,
    })),
    adjustments: (await adjustmentsOf(db, round)).map((one) => ({ ...one })),
    tallies: (await talliesOf(db, round)).map((one) => tallyShown(one, parts)),
  })
}

/** The round behind a teller's seat, held, for a verb that moves it: a convener may have moved it meanwhile. */
async function held({ db }: Asking, { round: { unit, id } }: Seated, verb: Verb): Promise<Result<RoundRow>> {
  const round = (await findRound(db, unit, id, true)) ?? (await findRound(db, unit, id))
  if (round === undefined) return refuse(problems.noSuchRound())
  return allows(round.state, verb) ? ok(round) : refuse(problems.wrongState({ state: round.state }))
}

const tally: Handler<C['tally']> = async (request) => {
  const { db, body, clock } = request
  const found = await tellerFor(request, body.seat, 'tally')
  if (!found.ok) return found
  const { seat } = found.value
  await aloneWithScores(db, found.value.round.id)
  const holding = await held(request, found.value, 'tally')
  if (!holding.ok) return holding
  const round = holding.value
  const { counted, parts } = await countedOf(request, round)
  const sheets = await scoredSheets(db, round)
  const open = sheets.filter(({ state, complete }) => state === 'unconfirmed' || (state === 'kept' && !complete))
  if (open.length > 0) return refuse(problems.sheetsInWork({ count: open.length }))
  const names = new Map(parts.map(({ subject, name }) => [subject, name]))
  const missing = unscored(counted).map(({ subject, component }) => ({
    path: `${subject}/${component}`,
    detail: { zh: `${names.get(subject) ?? subject}没有评分。`, en: `${names.get(subject) ?? subject} has no score.` },
  }))
  if (missing.length > 0) return refuse(problems.unscored(undefined, missing))
  const input = tallyInputOf(counted)
  const result = count(input)
  if (!result.ok) return refuse(problems.refusedInput(undefined, result.problem.errors))
  const { method, input: of } = result.value
  const row: TallyRow = {
    id: body.id,
    number: ((await talliesOf(db, round)).at(-1)?.number ?? 0) + 1,
    result: result.value,
    rules: round.rules,
    methodDigest: method.digest,
    inputDigest: of.digest,
    state: 'counted',
    reason: '',
    countedBy: seat.id,
    countedAt: new Date(clock.now()),
    teller: null,
    tellerAt: null,
    supervisor: null,
    supervisorAt: null,
  }
  await addTally(db, round, row, input)
  await moved(request, round, 'tally', {
    payload: { seat: seat.id, tally: row.id, number: row.number, method: method.digest, input: of.digest },
  })
  return ok(tallyShown(row, parts))
}

const sign: Handler<C['sign']> = async (request) => {
  const { db, body, clock } = request
  const found = await tellerFor(request, body.seat, 'sign', 'either')
  if (!found.ok) return found
  const { seat } = found.value
  const holding = await held(request, found.value, 'sign')
  if (!holding.ok) return holding
  const round = holding.value
  const there = (await talliesOf(db, round)).find(({ id, state }) => id === body.tally && state === 'counted')
  if (there === undefined) return refuse(problems.noSuchTally())
  if (there.inputDigest !== body.inputDigest) return refuse(problems.otherDigest())
  const at = new Date(clock.now())
  const last = seat.kind === 'supervisor'
  if (last && there.teller === null) return refuse(problems.tellerFirst())
  if (last ? await oneHolder(db, round, seat.id, there.teller ?? '') : there.teller !== null) return refuse(problems.secondPersonNeeded())
  await saveTally(db, round, there.id, last ? { supervisor: seat.id, at, state: 'signed' } : { teller: seat.id, at })
  await moved(request, round, last ? 'signLast' : 'sign', { payload: { seat: seat.id, tally: there.id, input: there.inputDigest } })
  const signed: TallyRow = last
    ? { ...there, state: 'signed', supervisor: seat.id, supervisorAt: at }
    : { ...there, teller: seat.id, tellerAt: at }
  return ok(tallyShown(signed, await partsOf(db, round.unit, round.id)))
}

const voidTally: Handler<C['voidTally']> = async (request) => {
  const { db, body } = request
  const found = await tellerFor(request, body.seat, 'voidTally')
  if (!found.ok) return found
  const holding = await held(request, found.value, 'voidTally')
  if (!holding.ok) return holding
  const round = holding.value
  const there = (await talliesOf(db, round)).find(({ id, state }) => id === body.tally && state !== 'void')
  if (there === undefined) return refuse(problems.noSuchTally())
  await saveTally(db, round, there.id, { state: 'void', reason: body.reason })
  const payload = { seat: found.value.seat.id, tally: there.id }
  return ok({ version: await moved(request, round, 'voidTally', { payload, reason: body.reason }) })
}

const tallyInput: Handler<C['tallyInput']> = async (request) => {
  const { db, body, act } = request
  const found = await tellerFor(request, body.seat, 'look', 'either')
  if (!found.ok) return found
  const { seat, round } = found.value
  const input = body.tally === null ? tallyInputOf((await countedOf(request, round)).counted) : await inputOf(db, round, body.tally)
  if (input === undefined) return refuse(problems.noSuchTally())
  await act({ verb: 'tallyInput', unit: round.unit, subject: `round:${round.id}`, payload: { seat: seat.id, tally: body.tally } })
  return ok(mutable(input))
}

export const countingHandlers = { count: view, tally, sign, voidTally, tallyInput } satisfies Partial<Handlers<C>>
