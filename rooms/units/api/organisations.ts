// Departments and Party organisations: register, rename, move, end: load versions → ask core → record the act → write.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { mayBelong, wouldCircle } from '../core/organisation.ts'
import type { Organisation, OrganisationType } from '../core/organisation.ts'
import * as core from '../core/organisation-changes.ts'
import type { OrganisationChanges } from '../core/organisation-changes.ts'
import { namesOn } from '../data/names.ts'
import * as rows from '../data/organisations.ts'
import { findUnits } from '../data/queries.ts'
import { problems } from '../problems.ts'

type Units = typeof contract
type Asking = Pick<RoomRequest, 'db' | 'actor' | 'act' | 'covers'>

interface Decision {
  readonly effective: string
  readonly document?: string | undefined
  readonly reason?: string | undefined
}

async function checkParent(request: Asking, id: Id, type: OrganisationType, parent: Id | null, day: Day): Promise<Result<null>> {
  if (parent === null) return ok(null)
  const versions = await rows.versionsOfOrganisation(request.db, parent)
  const above = core.lastVersion(versions)
  if (above === null) return refuse(problems.unknownOrganisation({ id: parent }))
  const fits = mayBelong(type, above.type) && above.to === null && core.livesOn(versions, day)
  if (!fits || wouldCircle(id, parent, await rows.parentsAbove(request.db, parent, day))) {
    return refuse(problems.wrongParent({ name: above.name }))
  }
  return ok(null)
}

/** The organisation as it stands last, if the acting post may change it and it has not ended. */
async function changeable(request: Asking, id: Id, day: Day): Promise<Result<Organisation>> {
  const versions = await rows.versionsOfOrganisation(request.db, id)
  const last = core.lastVersion(versions)
  if (last !== null && (!request.covers(last.unit) || !covers(request.actor.writes, last.unit))) {
    return refuse(problems.notYours({ code: last.unit }))
  }
  return core.changeableOrganisation(id, versions, day)
}

/** Records what was decided about an organisation and writes it. */
async function settle(
  request: Asking,
  verb: string,
  organisation: Pick<Organisation, 'id' | 'unit'>,
  changes: Result<OrganisationChanges>,
  decision: Decision,
  payload: object,
): Promise<Result<{ id: Id }>> {
  if (!changes.ok) return changes
  const { effective, document, reason } = decision
  const { id, unit } = organisation
  const act = await request.act({
    verb,
    unit,
    subject: `organisation:${id}`,
    payload: { ...payload, effective, ...(document === undefined ? {} : { document }) },
    ...(reason === undefined ? {} : { reason }),
  })
  const lost = await rows.writeOrganisations(request.db, changes.value, act)
  return lost === null ? ok({ id }) : refuse(problems.organisationChangedMeanwhile({ id }))
}

export const organisations: Handler<Units['organisations']> = async ({ db, query, today }) => {
  const day = query.asOf ?? today
  const found = await rows.listOrganisations(db, { unit: query.unit, below: query.below === 'true', type: query.type ?? null, day })
  const names = await namesOn(
    db,
    found.map((each) => each.unit),
    day,
  )
  return ok({ organisations: found.map((each) => ({ ...each, unitName: names.get(each.unit) ?? each.unit })) })
}

export const organisationHistory: Handler<Units['organisationHistory']> = async ({ db, params }) => {
  const versions = await rows.versionsOfOrganisation(db, params.id)
  if (versions.length === 0) return refuse(problems.unknownOrganisation(params))
  const shown = await Promise.all(
    versions.map(async (version) => {
      const units = await namesOn(db, [version.unit], version.from)
      const parents = version.parent === null ? null : await rows.organisationNames(db, [version.parent], version.from)
      return {
        ...version,
        unitName: units.get(version.unit) ?? version.unit,
        parentName: version.parent === null ? null : (parents?.get(version.parent) ?? null),
      }
    }),
  )
  return ok({ versions: shown.toReversed() })
}

export const createOrganisation: Handler<Units['createOrganisation']> = async (request) => {
  const { db, actor, body, clock, dice } = request
  const { unit, type, host, name, parent, effective } = body
  if (!covers(actor.writes, unit)) return refuse(problems.notYours({ code: unit }))
  if ((await findUnits(db, [unit], effective)).length === 0) return refuse(problems.unknownUnit({ code: unit }))
  const id = body.id ?? newId(clock, dice)
  if ((await rows.versionsOfOrganisation(db, id)).length > 0) return refuse(problems.organisationThere({ id }))
  const checked = await checkParent(request, id, type, parent, effective)
  if (!checked.ok) return checked
  const organisation = { id, unit, type, host, name, parent, from: effective, to: null }
  const changes = ok({ ...core.nothingChanged, opened: [organisation] })
  return settle(request, 'createOrganisation', organisation, changes, body, { type, host, name, parent })
}

export const renameOrganisation: Handler<Units['renameOrganisation']> = async (request) => {
  const { body, params } = request
  const { name, effective } = body
  const found = await changeable(request, params.id, effective)
  if (!found.ok) return found
  const changes = core.alterOrganisation(found.value, effective, { name })
  return settle(request, 'renameOrganisation', found.value, changes, body, { name, before: found.value.name })
}

export const moveOrganisation: Handler<Units['moveOrganisation']> = async (request) => {
  const { db, actor, body, params } = request
  const { parent, effective } = body
  const found = await changeable(request, params.id, effective)
  if (!found.ok) return found
  const unit = body.unit ?? found.value.unit
  if (!covers(actor.writes, unit)) return refuse(problems.notYours({ code: unit }))
  if (unit !== found.value.unit && (await findUnits(db, [unit], effective)).length === 0)
    return refuse(problems.unknownUnit({ code: unit }))
  const checked = await checkParent(request, params.id, found.value.type, parent, effective)
  if (!checked.ok) return checked
  const changes = core.alterOrganisation(found.value, effective, { parent, unit })
  const before = { before: found.value.parent, unitBefore: found.value.unit }
  return settle(request, 'moveOrganisation', found.value, changes, body, { parent, unit, ...before })
}

export const endOrganisation: Handler<Units['endOrganisation']> = async (request) => {
  const { body, params } = request
  const { effective } = body
  const found = await changeable(request, params.id, effective)
  if (!found.ok) return found
  const changes = core.endOrganisationOn(found.value, effective)
  if (!changes.ok) return changes
  const count = await rows.countBelonging(request.db, params.id, effective)
  if (count > 0) return refuse(problems.organisationsBelow({ name: found.value.name, count }))
  return settle(request, 'endOrganisation', found.value, changes, body, {})
}
