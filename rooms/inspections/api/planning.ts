// From the plan to the end. It begins only when it stands in the register of form demands, with basis and dates.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { BodyOf } from '#ground/http/contract.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { demandFor, registerDemand, withdrawForm } from '#rooms/facts/offers.ts'
import { getUnits, namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { endedEarly, formOf } from '../core/inspection.ts'
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

type Planning = Pick<RoomRequest, 'db' | 'today'>

/** The row of a new plan, or why it cannot be. */
async function planned({ db, today }: Planning, unit: Code, body: Omit<BodyOf<C['plan']>, 'unit'>): Promise<Result<InspectionRow>> {
  const { id, title, basis, minutes, subjects, from, to } = body
  const checklist = packChecklists().find((one) => one.id === body.checklist)
  if (checklist === undefined) return refuse(problems.noChecklist())
  const known = await getUnits(db, subjects, today)
  const isFit = from <= to && to >= today && subjects.every((code) => code.startsWith(unit) && known.has(code))
  if (!isFit) return refuse(problems.wrongPlan())
  return ok({
    unit,
    id,
    title,
    basis,
    minutes,
    from,
    to,
    items: checklist.items,
    checklist: checklist.id,
    subjects: [...new Set(subjects)].toSorted(),
    state: 'draft',
    plannedOn: today,
    endedOn: null,
    revises: null,
    revisionReason: '',
    revisedAs: null,
  })
}

async function add({ db, act }: Pick<RoomRequest, 'db' | 'act'>, row: InspectionRow): Promise<void> {
  await addInspection(db, row)
  const { unit, id, title, basis, minutes, checklist, subjects, from, to, revises } = row
  const payload = { title, basis, minutes, checklist, subjects: [...subjects], from, to, ...(revises === null ? {} : { revises }) }
  await act({ verb: 'plan', unit, subject: `inspection:${id}`, payload })
}

const plan: Handler<C['plan']> = async (request) => {
  const { unit, ...body } = request.body
  const there = await findInspection(request.db, unit, body.id)
  if (there !== undefined) return ok(await recordShown(request, there))
  const row = await planned(request, unit, body)
  if (!row.ok) return row
  await add(request, row.value)
  return ok(await recordShown(request, row.value))
}

type Moving = Pick<RoomRequest, 'db' | 'today' | 'act'> & { readonly params: { readonly unit: string; readonly id: Id } }

/** The inspection in one of the states, held. */
async function inspectionIn({ db, params }: Moving, states: readonly State[]): Promise<Result<InspectionRow>> {
  const seen = await findInspection(db, params.unit, params.id)
  if (seen === undefined) return refuse(problems.noSuchInspection())
  // Row policies let nobody hold what has ended.
  const row = states.includes(seen.state) ? await findInspection(db, params.unit, params.id, true) : undefined
  const { state } = row ?? seen
  return row !== undefined && states.includes(state) ? ok(row) : refuse(problems.wrongState({ state }))
}

async function moveTo(
  request: Moving,
  row: InspectionRow,
  verb: string,
  state: State,
  { reason = '', revisedAs = null }: { readonly reason?: string; readonly revisedAs?: Id | null } = {},
): Promise<Result<InspectionRecord>> {
  const next = { ...row, state, revisedAs, endedOn: state === 'open' ? null : request.today }
  await moveInspection(request.db, next)
  const payload = { state, ...(revisedAs === null ? {} : { revisedAs }) }
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
  if (!found.ok) return found
  const { unit, id, to } = found.value
  // What is asked no more stands in the register no longer, and others may ask it.
  if (request.today < to) await withdrawForm(request, { unit, form: formOf(id), reason: endedEarly })
  return moveTo(request, found.value, 'close', 'closed')
}

const withdraw: Handler<C['withdraw']> = async (request) => {
  const found = await inspectionIn(request, ['draft'])
  if (!found.ok) return found
  const { reason } = request.body
  // What will not be asked stands in the register no longer, and others may ask it.
  await withdrawForm(request, { unit: found.value.unit, form: formOf(found.value.id), reason })
  return moveTo(request, found.value, 'withdraw', 'withdrawn', { reason })
}

/** Another plan names the old one and says why; it is filed and begun like any other. What was seen stays where it was seen. */
const revise: Handler<C['revise']> = async (request) => {
  const { db, params } = request
  const { reason, ...body } = request.body
  const there = await findInspection(db, params.unit, body.id)
  if (there?.revises === params.id) return ok(await recordShown(request, there))
  const found = await inspectionIn(request, ['draft', 'open'])
  if (!found.ok) return found
  const { unit, id } = found.value
  const row = await planned(request, unit, body)
  if (!row.ok) return row
  const next: InspectionRow = { ...row.value, revises: id, revisionReason: reason }
  await add(request, next)
  await withdrawForm(request, { unit, form: formOf(id), reason })
  const ended = await moveTo(request, found.value, 'revise', 'revised', { reason, revisedAs: next.id })
  return ended.ok ? ok(await recordShown(request, next)) : ended
}

export const planning = { list, get, plan, file, open, close, withdraw, revise } satisfies Partial<Handlers<C>>
