// The register of form demands: what one costs and asks again, registering it, withdrawing it.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { byBytes } from '#ground/kernel/byte-order.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { getUnits, namesOf, villagesBelow } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import type { Frequency, Reach } from '../core/demand.ts'
import { asksOf, costOf, isSunset, longestMonths, ownForm } from '../core/demand.ts'
import type { Asked, Duplicate, Known, StatedAlready } from '../core/duplicates.ts'
import { askedTwice, definitionsIn, duplicatesOf } from '../core/duplicates.ts'
import type { HeldDefinition } from '../core/held-definition.ts'
import { listDefinitions } from '../data/definitions.ts'
import { addDemand, demandsBeside, demandsFor, findDemand, listDemands, withdrawDemand as withdraw } from '../data/demands.ts'
import type { DemandRow } from '../data/demands.ts'
import { statedBelow } from '../data/facts.ts'
import { problems } from '../problems.ts'
import type { Recorder } from './recording.ts'
import type { ShownDemand } from './showing.ts'
import { demandsShown } from './showing.ts'

type C = typeof contract
type Db = RoomRequest['db']
const mostRows = 500

export interface DemandWanted extends Reach, Asked {
  readonly id: Id
  /** Who registers it. */
  readonly unit: Code
  /** `kind:id`, such as `self-check:<cycle>`. */
  readonly form: string
  readonly title: string
  readonly issuer: string
  readonly basis: string
  readonly frequency: Frequency
  readonly minutes: number
}

/** How many of those who hold a datum are named. */
const namedHolders = 3

interface NamedDuplicate extends Duplicate {
  /** Of the first who hold it. */
  readonly names: readonly string[]
}

async function withNames(db: Db, duplicates: readonly Duplicate[]): Promise<NamedDuplicate[]> {
  const first = ({ holders = [] }: Duplicate): readonly Code[] => holders.slice(0, namedHolders)
  const names = await namesOf(db, [...new Set(duplicates.flatMap(first))])
  return duplicates.map((one) => ({ ...one, names: first(one).map((code) => names.get(code) ?? code) }))
}

function heldError({ kind, heldAs, holder, since, units = 0, until = null, names }: NamedDuplicate, index: number): FieldError {
  const held =
    kind === 'units'
      ? problems.heldByUnits({ heldAs, units, names, since, until })
      : problems[kind === 'source' ? 'heldBySource' : 'heldByDemand']({ heldAs, holder, since })
  return { path: `body.data[${index}]`, detail: held.detail }
}

/** Which of the data that a form asks for the units of its range have stated already, for days of the form. */
async function statedAlready(db: Db, wanted: Reach & Asked, definitions: readonly HeldDefinition[]): Promise<StatedAlready[]> {
  const asked = definitionsIn(wanted, definitions)
  const rows = await statedBelow(db, wanted.below, asked, { from: wanted.from, to: wanted.sunset })
  const kinds = wanted.kind === null ? null : await getUnits(db, [...new Set(rows.map(({ unit }) => unit))])
  const meant = rows.filter(({ unit }) => kinds === null || kinds.get(unit)?.kind === wanted.kind)
  return asked.flatMap((definition) => {
    const [first, ...more] = meant.filter((row) => row.definition === definition)
    if (first === undefined) return []
    const since = more.reduce((day, row) => (row.since < day ? row.since : day), first.since)
    const until = more.reduce<Day | null>(
      (day, row) => (day === null || row.until === null ? null : row.until > day ? row.until : day),
      first.until,
    )
    return [{ definition, holders: [first, ...more].map(({ unit }) => unit).toSorted(byBytes), since, until }]
  })
}

/** What a form is compared with, and who of its range holds a datum of it, spared or not. */
async function knownBeside(
  db: Db,
  wanted: Reach & Asked,
  definitions: readonly HeldDefinition[],
): Promise<Known & { readonly holders: ReadonlySet<Code> }> {
  const all = await statedAlready(db, wanted, definitions)
  const stated = all.flatMap((one) => {
    const holders = one.holders.filter((unit) => asksOf(wanted, unit))
    return holders.length === 0 ? [] : [{ ...one, holders }]
  })
  return { definitions, demands: await demandsBeside(db, wanted), stated, holders: new Set(all.flatMap(({ holders }) => holders)) }
}

/** How many villages and communities a form asks. */
async function unitsAsked(db: Db, { below, kind, spared = [] }: Reach, today: Day): Promise<number> {
  return (await villagesBelow(db, below, kind, today)) - new Set(spared).size
}

export interface PreparedDemand {
  readonly row: DemandRow
  /** Minutes of all units together. */
  readonly together: number
}

/** The row that would stand in the register, or why not; `beside` are demands that are to be registered with it. */
export async function prepareDemand(
  recorder: Recorder,
  wanted: DemandWanted,
  beside: readonly DemandRow[] = [],
): Promise<Result<PreparedDemand>> {
  const { db, today, clock, actor } = recorder
  const { id, unit, form, title, issuer, basis, frequency, from, sunset, minutes, definitions, texts, below, kind } = wanted
  const spared = [...new Set(wanted.spared ?? [])].toSorted(byBytes)
  if (!below.startsWith(unit)) return refuse(problems.demandOutside())
  if (!isSunset(from, sunset) || sunset < today) return refuse(problems.sunsetWrong({ months: longestMonths }))
  const held = await listDefinitions(db)
  const unknown = definitions.find((each) => !held.some((one) => one.id === each && one.retiredOn === null))
  if (unknown !== undefined) return refuse(problems.noSuchDefinition({ id: unknown }))
  const twice = askedTwice(wanted, held)
  if (twice.length > 0) return refuse(problems.askedTwice({ items: twice }))
  const same = [...(await demandsFor(db, below, form)), ...beside.filter((row) => row.form === form)]
  const standing = same.filter((row) => row.unit === unit && row.withdrawnOn === null)
  if (standing.length > 0) return refuse(problems.demandRegistered({ form: standing[0]?.title ?? form }))
  const known = await knownBeside(db, wanted, held)
  const duplicates = duplicatesOf(wanted, { ...known, demands: [...known.demands, ...beside] })
  if (duplicates.length > 0)
    return refuse(problems.datumHeld({ count: duplicates.length }, (await withNames(db, duplicates)).map(heldError)))
  const without = spared.filter((one) => !known.holders.has(one))
  if (without.length > 0) {
    const names = await namesOf(db, without)
    return refuse(problems.sparedWithout({ names: without.slice(0, namedHolders).map((code) => names.get(code) ?? code) }))
  }
  const counted = { minutes, units: await unitsAsked(db, wanted, today), frequency, from, sunset }
  if (spared.length > 0 && counted.units <= 0) return refuse(problems.nobodyLeft())
  const { units, times, minutes: together } = costOf(counted)
  const what = { unit, id, form, title, issuer, basis, frequency, from, sunset, minutes, definitions, texts, below, kind, units, times }
  const at = { registeredOn: today, at: new Date(clock.now()), byRole: actor.role, spared }
  return ok({ row: { ...what, ...at, withdrawnOn: null, withdrawnReason: '' }, together })
}

/** Puts a demand that was prepared into the register. */
export async function storeDemand({ db, act }: Recorder, { row, together }: PreparedDemand): Promise<void> {
  await addDemand(db, row)
  const { id, unit, registeredOn: _on, at: _at, byRole: _role, withdrawnOn: _withdrawn, withdrawnReason: _why, ...what } = row
  await act({ verb: 'registerDemand', unit, subject: `demand:${id}`, payload: { ...what, together } })
}

/** Puts a demand into the register in the caller's transaction; refused where the data are held already. */
export async function registerDemand(recorder: Recorder, wanted: DemandWanted): Promise<Result<DemandRow>> {
  const prepared = await prepareDemand(recorder, wanted)
  if (!prepared.ok) return prepared
  await storeDemand(recorder, prepared.value)
  return ok(prepared.value.row)
}

async function answered(request: Pick<RoomRequest, 'db' | 'today' | 'actor'>, row: DemandRow): Promise<Result<ShownDemand>> {
  const [shown] = await demandsShown(request, [row], await listDefinitions(request.db))
  if (shown === undefined) throw new Error('nothing was shown')
  return ok(shown)
}

export const demands: Handler<C['demands']> = async (request) => {
  const { db, query, actor } = request
  const code = query.below ?? actor.unit ?? ''
  const rows = await listDemands(db, code, mostRows + 1)
  return ok({ rows: await demandsShown(request, rows.slice(0, mostRows), await listDefinitions(db)), more: rows.length > mostRows })
}

export const previewDemand: Handler<C['previewDemand']> = async ({ db, body, today }) => {
  if (!body.below.startsWith(body.unit)) return refuse(problems.demandOutside())
  const units = Math.max(0, await unitsAsked(db, body, today))
  const known = await knownBeside(db, body, await listDefinitions(db))
  const duplicates = await withNames(db, duplicatesOf(body, known))
  return ok({
    cost: costOf({ ...body, units }),
    duplicates: duplicates.map(({ names, holders = [], ...one }) =>
      one.kind === 'units' ? { ...one, holders: [...holders], names: [...names] } : one,
    ),
  })
}

const register: Handler<C['registerDemand']> = async (request) => {
  const { form, ...wanted } = request.body
  const registered = await registerDemand(request, { ...wanted, form: form ?? ownForm(wanted.id) })
  return registered.ok ? answered(request, registered.value) : registered
}
export { register as registerDemandHandler }

/** Takes back what is asked by a form from a day on, with a reason; nothing happens where none stands. */
export async function withdrawForm(
  { db, act, today }: Recorder & Pick<RoomRequest, 'today'>,
  { unit, form, reason }: { readonly unit: string; readonly form: string; readonly reason: string },
): Promise<void> {
  for (const row of await demandsFor(db, unit, form)) {
    if (row.withdrawnOn !== null || row.sunset < today || !(await withdraw(db, row.unit, row.id, today, reason))) continue
    await act({ verb: 'withdrawDemand', unit: row.unit, subject: `demand:${row.id}`, payload: { form: row.form }, reason })
  }
}

export const withdrawDemand: Handler<C['withdrawDemand']> = async (request) => {
  const { db, params, body, today } = request
  const row = await findDemand(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchDemand())
  if (row.sunset < today || !(await withdraw(db, params.unit, params.id, today, body.reason))) return refuse(problems.demandOver())
  await request.act({
    verb: 'withdrawDemand',
    unit: row.unit,
    subject: `demand:${row.id}`,
    payload: { form: row.form },
    reason: body.reason,
  })
  return answered(request, { ...row, withdrawnOn: today, withdrawnReason: body.reason })
}
