// A cycle from its plan to its end, and its quotas.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { demandFor } from '#rooms/facts/offers.ts'
import { useEdition } from '#rooms/standards/offers.ts'
import { getUnits, namesOf } from '#rooms/units/offers.ts'
import type { cycleContract } from '../contract-cycles.ts'
import { livingStates } from '../core/candidacy.ts'
import { calendarFault } from '../core/cycle.ts'
import type { CycleState } from '../core/cycle.ts'
import { addCycle, findCycle, listCycles, livingCount, saveCycle } from '../data/cycles.ts'
import type { CycleRow } from '../data/cycles.ts'
import { problems } from '../problems.ts'
import { endWithCycle } from './former-stars.ts'
import { issuedEdition, starOf, starsOf } from './edition.ts'
import type { Edition } from './edition.ts'
import { cycleRowShown, cycleShown } from './shown.ts'

type C = typeof cycleContract
type Where = { readonly unit: Code; readonly id: Id }

/** The name under which a cycle's self-check stands in the register of form demands. */
export const formOf = (cycle: Id): string => `self-check:${cycle}`

const cycles: Handler<C['cycles']> = async ({ db, query, language }) => {
  const rows = await listCycles(db, query.year === undefined ? null : Number(query.year))
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return ok({ rows: rows.map((row) => cycleRowShown(row, names, language)) })
}

/** A cycle that the asker may see. */
export async function cycleSeen(request: Pick<RoomRequest, 'db' | 'permit'>, { unit, id }: Where): Promise<Result<CycleRow>> {
  const found = await findCycle(request.db, id)
  if (found === undefined || found.unit !== unit) return refuse(problems.noSuchCycle())
  request.permit()
  return ok(found)
}

const cycle: Handler<C['cycle']> = async (request) => {
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  return ok(await cycleShown(request.db, found.value, request.language))
}

/** The edition of a plan, when it is issued and has the stars that the plan gives to offices. */
async function plannedEdition(
  db: RoomRequest['db'],
  plan: { edition: string; offices: Readonly<Record<string, string>> },
): Promise<Result<Edition>> {
  const edition = await issuedEdition(db, plan.edition)
  if (edition === undefined) return refuse(problems.noEdition({ edition: plan.edition }))
  const star = Object.keys(plan.offices).find((code) => starOf(edition, code) === undefined)
  return star === undefined ? ok(edition) : refuse(problems.unknownStar({ star }))
}

const plan: Handler<C['plan']> = async (request) => {
  const { db, params, body, clock } = request
  const { id, ...given } = body
  if (!(await getUnits(db, [params.unit])).has(params.unit)) return refuse(problems.unknownUnit({ unit: params.unit }))
  const edition = await plannedEdition(db, given)
  if (!edition.ok) return edition
  const there = await findCycle(db, id)
  if (there !== undefined) return ok(await cycleShown(db, there, request.language))
  const row: CycleRow = { ...given, id, unit: params.unit, stars: starsOf(edition.value), state: 'draft', version: 1 }
  await addCycle(db, row, new Date(clock.now()))
  await request.act({ verb: 'plan', unit: row.unit, subject: `cycle:${id}`, payload: given })
  return ok(await cycleShown(db, row, request.language))
}

/** A cycle that is to be changed: held, and in one of the states. */
export async function cycleFor(
  request: Pick<RoomRequest, 'db' | 'permit'>,
  { unit, id }: Where,
  from: readonly CycleState[],
): Promise<Result<CycleRow>> {
  const seen = await cycleSeen(request, { unit, id })
  if (!seen.ok) return seen
  const held = from.includes(seen.value.state) ? await findCycle(request.db, id, true) : seen.value
  if (held === undefined || !from.includes(held.state)) return refuse(problems.cycleState({ state: held?.state ?? seen.value.state }))
  return ok(held)
}

async function moved(
  request: Pick<RoomRequest, 'db' | 'act'>,
  row: CycleRow,
  verb: string,
  payload: unknown,
  reason = '',
): Promise<{ version: number }> {
  await request.act({ verb, unit: row.unit, subject: `cycle:${row.id}`, payload, ...(reason === '' ? {} : { reason }) })
  return { version: row.version }
}

const revise: Handler<C['revise']> = async (request) => {
  const found = await cycleFor(request, request.params, ['draft'])
  if (!found.ok) return found
  const edition = await plannedEdition(request.db, request.body)
  if (!edition.ok) return edition
  const row = { ...found.value, ...request.body, stars: starsOf(edition.value), version: found.value.version + 1 }
  await saveCycle(request.db, row)
  return ok(await moved(request, row, 'revise', request.body))
}

const open: Handler<C['open']> = async (request) => {
  const { db, today, clock } = request
  const found = await cycleFor(request, request.params, ['draft'])
  if (!found.ok) return found
  const fault = calendarFault(found.value.calendar)
  if (fault !== null) return refuse(problems.calendarNotWhole({ fault }))
  const edition = await issuedEdition(db, found.value.edition)
  if (edition === undefined) return refuse(problems.noEdition({ edition: found.value.edition }))
  if (!(await demandFor(db, { unit: found.value.unit, form: formOf(found.value.id), day: today })))
    return refuse(problems.formNotRegistered())
  const used = await useEdition(request, { edition: edition.id, unit: found.value.unit, usedBy: `cycle:${found.value.id}` })
  if (!used.ok) return used
  const row = { ...found.value, stars: starsOf(edition), state: 'open' as const, version: found.value.version + 1 }
  await saveCycle(db, row, { opened: new Date(clock.now()) })
  return ok(await moved(request, row, 'open', { edition: edition.id, digest: edition.digest }))
}

const amend: Handler<C['amend']> = async (request) => {
  const { reason, nameEn, ...settled } = request.body
  const given = { ...settled, ...(nameEn === undefined ? {} : { nameEn }) }
  const found = await cycleFor(request, request.params, ['open'])
  if (!found.ok) return found
  const fault = calendarFault(given.calendar)
  if (fault !== null) return refuse(problems.calendarNotWhole({ fault }))
  const edition = await plannedEdition(request.db, { ...given, edition: found.value.edition })
  if (!edition.ok) return edition
  const row = { ...found.value, ...given, version: found.value.version + 1 }
  await saveCycle(request.db, row)
  return ok(await moved(request, row, 'amend', given, reason))
}

const closeCycle: Handler<C['closeCycle']> = async (request) => {
  const found = await cycleFor(request, request.params, ['open'])
  if (!found.ok) return found
  const count = await livingCount(request.db, found.value.id, found.value.unit, livingStates)
  if (count > 0) return refuse(problems.stillUnderWay({ count }))
  const { document } = request.body
  const ended = await endWithCycle(request, found.value, document)
  if (!ended.ok) return ended
  const row = { ...found.value, state: 'closed' as const, version: found.value.version + 1 }
  await saveCycle(request.db, row, { closed: new Date(request.clock.now()) })
  return ok({ ...(await moved(request, row, 'close', { document, ended: ended.value })), ended: ended.value })
}

export const cycleHandlers = { cycles, cycle, plan, revise, open, amend, closeCycle } satisfies Partial<Handlers<C>>
