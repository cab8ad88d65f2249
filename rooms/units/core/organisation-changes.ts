// An organisation through time, by the same rules as a unit: a change ends one version and begins the next, on or after
// the day the last one began, so that every day of the past still reads as it was.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import type { Organisation } from './organisation.ts'

/** What a decision does to the versions. A revised version has the id and first day of the one it replaces. */
export interface OrganisationChanges {
  readonly revised: readonly Organisation[]
  readonly closed: readonly { readonly id: Id; readonly from: Day; readonly to: Day }[]
  readonly opened: readonly Organisation[]
}

/** Changes that change nothing, to build others from. */
export const nothingChanged: OrganisationChanges = { revised: [], closed: [], opened: [] }

/** What of an organisation may become another. */
export type OrganisationState = Partial<Pick<Organisation, 'name' | 'parent' | 'unit'>>

/** The last version of one organisation; null when there is none. */
export function lastVersion(versions: readonly Organisation[]): Organisation | null {
  return versions.reduce<Organisation | null>((a, b) => (a === null || b.from > a.from ? b : a), null)
}

/** Whether an organisation has one of these states on a day. */
export function livesOn(versions: readonly Organisation[], day: Day): boolean {
  return versions.some((version) => version.from <= day && (version.to === null || version.to >= day))
}

/** The last version, if a change from `day` on may still be made to it. `id` is for the refusal alone. */
export function changeableOrganisation(id: Id, versions: readonly Organisation[], day: Day): Result<Organisation> {
  const last = lastVersion(versions)
  if (last === null) return refuse(problems.unknownOrganisation({ id }))
  if (last.to !== null) return refuse(problems.organisationEnded({ name: last.name, to: last.to }))
  if (last.from > day) return refuse(problems.organisationTooEarly({ name: last.name, from: last.from }))
  return ok(last)
}

/** Gives an open version another state from a day on: in place when it began that day, else as its next version. */
export function alterOrganisation(open: Organisation, day: Day, state: OrganisationState): Result<OrganisationChanges> {
  const next = { ...open, ...state, from: day }
  if (next.name === open.name && next.parent === open.parent && next.unit === open.unit) {
    return refuse(problems.organisationUnchanged({ name: open.name }))
  }
  if (open.from === day) return ok({ ...nothingChanged, revised: [next] })
  return ok({ ...nothingChanged, closed: [{ id: open.id, from: open.from, to: addDays(day, -1) }], opened: [next] })
}

/** Ends an open version: it no longer exists from `day` on. */
export function endOrganisationOn(open: Organisation, day: Day): Result<OrganisationChanges> {
  if (day <= open.from) return refuse(problems.endsBeforeStart({ from: open.from }))
  return ok({ ...nothingChanged, closed: [{ id: open.id, from: open.from, to: addDays(day, -1) }] })
}

/** All changes of several decisions on different organisations. */
export function togetherOrganisations(all: readonly OrganisationChanges[]): OrganisationChanges {
  return {
    revised: all.flatMap((changes) => changes.revised),
    closed: all.flatMap((changes) => changes.closed),
    opened: all.flatMap((changes) => changes.opened),
  }
}

/** The versions after a decision; what the data layer does in SQL. */
export function applyOrganisationChanges(versions: readonly Organisation[], changes: OrganisationChanges): Organisation[] {
  const key = (version: { readonly id: Id; readonly from: Day }): string => `${version.id} ${version.from}`
  const revised = new Map(changes.revised.map((version) => [key(version), version]))
  const closed = new Map(changes.closed.map((end) => [key(end), end.to]))
  return [
    ...versions.map((version) => revised.get(key(version)) ?? { ...version, to: closed.get(key(version)) ?? version.to }),
    ...changes.opened,
  ]
}
