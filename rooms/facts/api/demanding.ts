// The register of form demands: what one costs and asks again, registering it, withdrawing it.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import { villagesBelow } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import type { Frequency, Reach } from '../core/demand.ts'
import { costOf, demandStateNames, frequencyNames, isSunset, longestMonths } from '../core/demand.ts'
import type { Asked, Duplicate } from '../core/duplicates.ts'
import { askedTwice, duplicatesOf } from '../core/duplicates.ts'
import { kindNames } from '../core/record-words.ts'
import { listDefinitions } from '../data/definitions.ts'
import { addDemand, demandsBeside, demandsFor, findDemand, listDemands, withdrawDemand as withdraw } from '../data/demands.ts'
import type { DemandRow } from '../data/demands.ts'
import { problems } from '../problems.ts'
import type { Recorder } from './recording.ts'
import { demandHeader, sheetNames } from './sheet-words.ts'
import type { ShownDemand } from './showing.ts'
import { demandsShown } from './showing.ts'

type C = typeof contract
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

const heldError = ({ kind, heldAs, holder, since }: Duplicate, index: number): FieldError => ({
  path: `body.data[${index}]`,
  detail: problems[kind === 'source' ? 'heldBySource' : 'heldByDemand']({ heldAs, holder, since }).detail,
})

/**
 * Puts a demand into the register in the caller's transaction; refused where the data are held already.

 */
export async function registerDemand(recorder: Recorder, wanted: DemandWanted): Promise<Result<DemandRow>> {
  const { db, today, clock, actor } = recorder
  const { id, unit, form, title, issuer, basis, frequency, from, sunset, minutes, definitions, texts, below, kind } = wanted
  if (!below.startsWith(unit)) return refuse(problems.demandOutside())
  if (!isSunset(from, sunset) || sunset < today) return refuse(problems.sunsetWrong({ months: longestMonths }))
  const held = await listDefinitions(db)
  const unknown = definitions.find((each) => !held.some((one) => one.id === each && one.retiredOn === null))
  if (unknown !== undefined) return refuse(problems.noSuchDefinition({ id: unknown }))
  const twice = askedTwice(wanted, held)
  if (twice.length > 0) return refuse(problems.askedTwice({ items: twice }))
  const standing = (await demandsFor(db, below, form)).filter((row) => row.unit === unit && row.withdrawnOn === null)
  if (standing.length > 0) return refuse(problems.demandRegistered({ form: standing[0]?.title ?? form }))
  const duplicates = duplicatesOf(wanted, { definitions: held, demands: await demandsBeside(db, wanted) })
  if (duplicates.length > 0) return refuse(problems.datumHeld({ count: duplicates.length }, duplicates.map(heldError)))
  const {
    units,
    times,
    minutes: together,
  } = costOf({ minutes, units: await villagesBelow(db, below, kind, today), frequency, from, sunset })
  const what = { unit, id, form, title, issuer, basis, frequency, from, sunset, minutes, definitions, texts, below, kind, units, times }
  const row: DemandRow = {
    ...what,
    registeredOn: today,
    at: new Date(clock.now()),
    byRole: actor.role,
    withdrawnOn: null,
    withdrawnReason: '',
  }
  await addDemand(db, row)
  const { id: _id, unit: _unit, ...payload } = what
  await recorder.act({ verb: 'registerDemand', unit, subject: `demand:${id}`, payload: { ...payload, together } })
  return ok(row)
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

export const exportDemands: Handler<C['exportDemands']> = async (request) => {
  const { db, query, actor, language, today } = request
  const rows = await listDemands(db, query.below ?? actor.unit ?? '', 5000)
  const shown = await demandsShown(request, rows, await listDefinitions(db))
  const cells = shown.map((row) => [
    row.title,
    demandStateNames[row.state][language],
    row.issuer,
    row.basis,
    frequencyNames[row.frequency][language],
    row.from,
    row.sunset,
    row.minutes,
    row.cost.units,
    row.cost.times,
    row.cost.minutes,
    [...row.definitions.map(({ name }) => name), ...row.texts].join('、'),
    row.below.name,
    row.kind === null ? '' : kindNames[row.kind][language],
    row.unit.name,
    row.registeredOn,
    row.withdrawnReason,
  ])
  const sheet = sheetNames.demands[language]
  const header = demandHeader.map((title) => title[language])
  return ok({ file: sheetFile(query.format, `${sheet} ${today}`, { sheet, header, rows: cells }) })
}

export const previewDemand: Handler<C['previewDemand']> = async ({ db, body, today }) => {
  if (!body.below.startsWith(body.unit)) return refuse(problems.demandOutside())
  const units = await villagesBelow(db, body.below, body.kind, today)
  const known = { definitions: await listDefinitions(db), demands: await demandsBeside(db, body) }
  return ok({ cost: costOf({ ...body, units }), duplicates: duplicatesOf(body, known) })
}

const register: Handler<C['registerDemand']> = async (request) => {
  const { form, ...wanted } = request.body
  const registered = await registerDemand(request, { ...wanted, form: form ?? `form:${wanted.id}` })
  return registered.ok ? answered(request, registered.value) : registered
}
export { register as registerDemandHandler }

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
