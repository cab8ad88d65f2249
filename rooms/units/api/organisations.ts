// Departments and Party organisations: register, rename, move, end. Their history stands in the acts.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { mayBelong, wouldCircle } from '../core/organisation.ts'
import type { Organisation, OrganisationType } from '../core/organisation.ts'
import * as rows from '../data/organisations.ts'
import { findUnits, lastNames } from '../data/queries.ts'
import { problems } from '../problems.ts'

type Units = typeof contract
type Asking = Pick<RoomRequest, 'db' | 'actor' | 'act' | 'covers'>

interface Decision {
  readonly effective: string
  readonly document?: string | undefined
  readonly reason?: string | undefined
}

async function checkParent(request: Asking, id: Id, type: OrganisationType, parent: Id | null): Promise<Result<null>> {
  if (parent === null) return ok(null)
  const above = await rows.findOrganisation(request.db, parent)
  if (above === null) return refuse(problems.unknownOrganisation({ id: parent }))
  if (!mayBelong(type, above.type) || above.to !== null) return refuse(problems.wrongParent({ name: above.name }))
  if (wouldCircle(id, parent, await rows.parentsAbove(request.db, parent))) return refuse(problems.wrongParent({ name: above.name }))
  return ok(null)
}

/** The organisation, if the acting post may change it and it has not ended. */
async function changeable(request: Asking, id: Id): Promise<Result<Organisation>> {
  const found = await rows.findOrganisation(request.db, id)
  if (found === null) return refuse(problems.unknownOrganisation({ id }))
  if (!request.covers(found.unit) || !covers(request.actor.writes, found.unit)) return refuse(problems.notYours({ code: found.unit }))
  return found.to === null ? ok(found) : refuse(problems.organisationEnded({ name: found.name, to: found.to }))
}

async function record(
  request: Asking,
  verb: string,
  organisation: Pick<Organisation, 'id' | 'unit'>,
  decision: Decision,
  payload: object,
): Promise<Id> {
  const { effective, document, reason } = decision
  return request.act({
    verb,
    unit: organisation.unit,
    subject: `organisation:${organisation.id}`,
    payload: { ...payload, effective, ...(document === undefined ? {} : { document }) },
    ...(reason === undefined ? {} : { reason }),
  })
}

export const organisations: Handler<Units['organisations']> = async ({ db, query, today }) => {
  const found = await rows.listOrganisations(db, {
    unit: query.unit,
    below: query.below === 'true',
    type: query.type ?? null,
    day: query.asOf ?? today,
  })
  const names = await lastNames(
    db,
    found.map((each) => each.unit),
  )
  return ok({ organisations: found.map((each) => ({ ...each, unitName: names.get(each.unit) ?? each.unit })) })
}

export const createOrganisation: Handler<Units['createOrganisation']> = async (request) => {
  const { db, actor, body, clock, dice } = request
  if (!covers(actor.writes, body.unit)) return refuse(problems.notYours({ code: body.unit }))
  if ((await findUnits(db, [body.unit], body.effective)).length === 0) return refuse(problems.unknownUnit({ code: body.unit }))
  const id = body.id ?? newId(clock, dice)
  const parent = await checkParent(request, id, body.type, body.parent)
  if (!parent.ok) return parent
  const { unit, type, host, name } = body
  const organisation = { id, unit, type, host, name, parent: body.parent, from: body.effective, to: null }
  const act = await record(request, 'createOrganisation', organisation, body, { type, host, name, parent: body.parent })
  await rows.addOrganisation(request.later, organisation, act)
  return ok({ id })
}

export const renameOrganisation: Handler<Units['renameOrganisation']> = async (request) => {
  const { body, params } = request
  const found = await changeable(request, params.id)
  if (!found.ok) return found
  const act = await record(request, 'renameOrganisation', found.value, body, { name: body.name, before: found.value.name })
  await rows.changeOrganisation(request.later, params.id, { ...found.value, name: body.name }, act)
  return ok({ id: params.id })
}

export const moveOrganisation: Handler<Units['moveOrganisation']> = async (request) => {
  const { body, params } = request
  const found = await changeable(request, params.id)
  if (!found.ok) return found
  const parent = await checkParent(request, params.id, found.value.type, body.parent)
  if (!parent.ok) return parent
  const act = await record(request, 'moveOrganisation', found.value, body, { parent: body.parent, before: found.value.parent })
  await rows.changeOrganisation(request.later, params.id, { ...found.value, parent: body.parent }, act)
  return ok({ id: params.id })
}

export const endOrganisation: Handler<Units['endOrganisation']> = async (request) => {
  const { body, params } = request
  const found = await changeable(request, params.id)
  if (!found.ok) return found
  if (body.effective <= found.value.from) return refuse(problems.endsBeforeStart({ from: found.value.from }))
  const count = await rows.countBelonging(request.db, params.id, body.effective)
  if (count > 0) return refuse(problems.organisationsBelow({ name: found.value.name, count }))
  const act = await record(request, 'endOrganisation', found.value, body, {})
  await rows.changeOrganisation(request.later, params.id, { ...found.value, to: addDays(body.effective, -1) }, act)
  return ok({ id: params.id })
}
