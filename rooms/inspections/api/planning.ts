// From the plan to the end. It begins only when it stands in the register of form demands, with basis and dates.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { demandFor, registerDemand } from '#rooms/facts/offers.ts'
import { getUnits, namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { formOf } from '../core/inspection.ts'
import type { State } from '../core/inspection.ts'
import { addInspection, findInspection, listInspections, moveInspection } from '../data/queries.ts'
import type { InspectionRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { packChecklists } from './checklists.ts'
import { recordShown, rowsShown } from './show.ts'
import type { InspectionRecord } from './show.ts'

type C = typeof contract
const mostRows = 500

const list: Handler<C['list']> = async ({ db, query, actor }) => {
  const below = query.below === undefined ? actor.scopes : [query.below]
  return ok({ rows: await rowsShown(db, await listInspections(db, below, { limit: mostRows })) })
}

const get: Handler<C['get']> = async (request) => {
  const row = await findInspection(request.db, request.params.unit, request.params.id)
  return row === undefined ? refuse(problems.noSuchInspection()) : ok(await recordShown(request, row))
}

const plan: Handler<C['plan']> = async (request) => {
  const { db, body, today } = request
  const { id, unit, title, basis, minutes, subjects, from, to } = body
  const checklist = packChecklists().find((one) => one.id === body.checklist)
  if (checklist === undefined) return refuse(problems.noChecklist())
  const there = await findInspection(db, unit, id)
  if (there !== undefined) return ok(await recordShown(request, there))
  const known = await getUnits(db, subjects, today)
  const isFit = from <= to && to >= today && subjects.every((code) => code.startsWith(unit) && known.has(code))
  if (!isFit) return refuse(problems.wrongPlan())
  const { items } = checklist
  const row: InspectionRow = {
    unit,
    id,
    title,
    basis,
    minutes,
    from,
    to,
    items,
    checklist: checklist.id,
    subjects: [...new Set(subjects)].toSorted(),
    state: 'draft',
    plannedOn: today,
    endedOn: null,
  }
  await addInspection(db, row)
  const payload = { title, basis, minutes, checklist: checklist.id, subjects, from, to }
  await request.act({ verb: 'plan', unit, subject: `inspection:${id}`, payload })
  return ok(await recordShown(request, row))
}

type Moving = Pick<RoomRequest, 'db' | 'today' | 'act'> & { readonly params: { readonly unit: string; readonly id: Id } }

/** The inspection in one of the states, held. */
async function inspectionIn({ db, params }: Moving, states: readonly State[]): Promise<Result<InspectionRow>> {
  const row = await findInspection(db, params.unit, params.id, true)
  if (row === undefined) return refuse(problems.noSuchInspection())
  return states.includes(row.state) ? ok(row) : refuse(problems.wrongState({ state: row.state }))
}

async function moveTo(request: Moving, row: InspectionRow, verb: string, state: State, reason = ''): Promise<Result<InspectionRecord>> {
  const next = { ...row, state, endedOn: state === 'open' ? null : request.today }
  await moveInspection(request.db, next)
  const payload = { state }
  await request.act({ verb, unit: row.unit, subject: `inspection:${row.id}`, payload, ...(reason === '' ? {} : { reason }) })
  return ok(await recordShown(request, next))
}

const file: Handler<C['file']> = async (request) => {
  const { db, clock, dice, today } = request
  const found = await inspectionIn(request, ['draft'])
  if (!found.ok) return found
  const row = found.value
  const { unit, id, title, basis, minutes, from, to } = row
  const issuer = (await namesOf(db, [unit])).get(unit) ?? unit
  // The same items asked of the same units in the same days by another inspection are refused by the register.
  const texts = row.items.map((item) => `督查：${item.text}`.slice(0, 100))
  const first = from < today ? today : from
  const what = { id: newId(clock, dice), unit, form: formOf(id), title, issuer, basis, minutes, from: first, sunset: to }
  const filed = await registerDemand(request, { ...what, frequency: 'once', definitions: [], texts, below: unit, kind: null })
  return filed.ok ? ok(await recordShown(request, row)) : filed
}

const open: Handler<C['open']> = async (request) => {
  const found = await inspectionIn(request, ['draft'])
  if (!found.ok) return found
  const { unit, id } = found.value
  const demand = await demandFor(request.db, { unit, form: formOf(id), day: request.today })
  return demand === null ? refuse(problems.notFiled()) : moveTo(request, found.value, 'open', 'open')
}

const close: Handler<C['close']> = async (request) => {
  const found = await inspectionIn(request, ['open'])
  return found.ok ? moveTo(request, found.value, 'close', 'closed') : found
}

const withdraw: Handler<C['withdraw']> = async (request) => {
  const found = await inspectionIn(request, ['draft'])
  return found.ok ? moveTo(request, found.value, 'withdraw', 'withdrawn', request.body.reason) : found
}

export const planning = { list, get, plan, file, open, close, withdraw } satisfies Partial<Handlers<C>>
