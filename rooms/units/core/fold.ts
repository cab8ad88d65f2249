// The room's state out of its acts alone: what units, successions, organisations and responsibilities there are when every
// decision is taken again in its order. Rules are those of the verbs, so that nothing can stand in the tables that no act says.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Link } from './linked-officer.ts'
import { alterOrganisation, applyOrganisationChanges, endOrganisationOn, lastVersion, nothingChanged } from './organisation-changes.ts'
import type { OrganisationChanges, OrganisationState } from './organisation-changes.ts'
import type { Organisation } from './organisation.ts'
import { create, end, overrideKind, rename } from './revise.ts'
import { transfer } from './transfer.ts'
import type { Move } from './transfer.ts'
import { applyChanges, changeFrom, noChanges, validOn } from './unit.ts'
import type { Changes, Kind, Succession, Version } from './unit.ts'

/** An act as recorded; `payload` is what the verb wrote. */
export interface RoomAct {
  readonly verb: string
  readonly unit: Code
  readonly subject: string
  readonly payload: unknown
}

export interface RoomState {
  readonly versions: readonly Version[]
  readonly successions: readonly Succession[]
  readonly organisations: readonly Organisation[]
  readonly links: readonly Link[]
}

/** Before the first act. */
export const emptyRoom: RoomState = { versions: [], successions: [], organisations: [], links: [] }

interface Payload {
  readonly effective: Day
  readonly name: string
  readonly kind: Kind | null
  readonly names: Readonly<Record<Code, string>>
  readonly moves: readonly Move[]
  readonly stays: readonly Code[]
  readonly changed?: string
  readonly ended?: string
  readonly followed?: string
  readonly parent: Id | null
  readonly unit: Code
  readonly rows: readonly (Omit<Organisation, 'to'> & Omit<Link, 'to'>)[]
}

const idOf = (act: RoomAct): Id => act.subject.slice(act.subject.indexOf(':') + 1)

function held<T>(result: Result<T>, act: RoomAct): T {
  if (result.ok) return result.value
  throw new Error(`the act ${act.verb} of ${act.subject} does not follow from those before it: ${result.problem.detail.en}`)
}

const linesOf = (text: string | undefined): string[][] =>
  (text ?? '').split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')]))

function foldList(versions: readonly Version[], given: Payload): Changes {
  const { effective } = given
  const byCode = Map.groupBy(versions, (version) => version.code)
  const closed = linesOf(given.ended).flatMap(([code = '']) =>
    (byCode.get(code) ?? [])
      .filter((version) => validOn(version, effective))
      .map(({ from }) => ({ code, from, to: addDays(effective, -1) })),
  )
  const changes = linesOf(given.changed).map(([code = '', name = '', kind = '']) => {
    const kindOfficial = kind === '' ? null : (kind as Kind)
    const open = (byCode.get(code) ?? []).find((version) => validOn(version, effective))
    if (open !== undefined) return changeFrom(open, effective, { name, kindOfficial })
    return { ...noChanges, opened: [{ code, from: effective, to: null, name, kindOfficial, kindOverride: null }] }
  })
  return {
    revised: changes.flatMap((each) => each.revised),
    closed: [...closed, ...changes.flatMap((each) => each.closed)],
    opened: changes.flatMap((each) => each.opened),
    successions: linesOf(given.followed).map(([from = '', to = '']) => ({ from, to, on: effective, kind: 'recoded' })),
  }
}

function unitChanges(state: RoomState, act: RoomAct, given: Payload): Changes | null {
  const asked = { ...given, code: act.unit }
  if (act.verb === 'importPart') return foldList(state.versions, given)
  if (act.verb === 'create') return held(create(state.versions, asked), act)
  if (act.verb === 'rename') return held(rename(state.versions, asked), act)
  if (act.verb === 'overrideKind') return held(overrideKind(state.versions, asked), act)
  if (act.verb === 'end') return held(end(state.versions, asked), act)
  if (!['merge', 'split', 'recode'].includes(act.verb)) return null
  const moves = [...given.moves, ...given.stays.map((code) => ({ from: code, to: code }))]
  return held(transfer(state.versions, { moves, names: new Map(Object.entries(given.names)), effective: given.effective }), act)
}

function organisationChanges(state: RoomState, act: RoomAct, given: Payload): OrganisationChanges | null {
  const byId = Map.groupBy(state.organisations, (version) => version.id)
  const altered = (id: Id, day: Day, change: OrganisationState): OrganisationChanges => {
    const open = lastVersion(byId.get(id) ?? [])
    if (open === null) throw new Error(`the act ${act.verb} speaks of ${id}, which nobody registered`)
    return held(alterOrganisation(open, day, change), act)
  }
  if (act.verb === 'importOrganisations') {
    const changes = given.rows.map(({ id, unit, type, host, name, parent, from }) =>
      byId.has(id)
        ? altered(id, from, { unit, name, parent })
        : { ...nothingChanged, opened: [{ id, unit, type, host, name, parent, from, to: null }] },
    )
    return {
      revised: changes.flatMap((each) => each.revised),
      closed: changes.flatMap((each) => each.closed),
      opened: changes.flatMap((each) => each.opened),
    }
  }
  const id = idOf(act)
  if (act.verb === 'createOrganisation') {
    const { type, host, name, parent } = act.payload as Organisation
    return { ...nothingChanged, opened: [{ id, unit: act.unit, type, host, name, parent, from: given.effective, to: null }] }
  }
  if (act.verb === 'renameOrganisation') return altered(id, given.effective, { name: given.name })
  if (act.verb === 'moveOrganisation') return altered(id, given.effective, { parent: given.parent, unit: given.unit })
  if (act.verb !== 'endOrganisation') return null
  const open = lastVersion(byId.get(id) ?? [])
  return open === null ? null : held(endOrganisationOn(open, given.effective), act)
}

function foldLinks(links: readonly Link[], act: RoomAct, given: Payload): readonly Link[] | null {
  const id = idOf(act)
  if (act.verb === 'linkOfficer') {
    const { person, post, role } = act.payload as Link
    return [...links, { id, unit: act.unit, person, post, role, from: given.effective, to: null }]
  }
  if (act.verb === 'unlinkOfficer') return links.map((link) => (link.id === id ? { ...link, to: addDays(given.effective, -1) } : link))
  if (act.verb !== 'importLinks') return null
  const rows = given.rows.map(({ id: link, unit, person, post, role, from }) => ({ id: link, unit, person, post, role, from, to: null }))
  return [...links, ...rows]
}

/** The state after one more act. An act of an import's counts changes nothing; its parts do. A verb nobody knows is a bug. */
export function foldAct(state: RoomState, act: RoomAct): RoomState {
  if (act.verb === 'import') return state
  const given = act.payload as Payload
  const units = unitChanges(state, act, given)
  if (units !== null) {
    const successions = [...state.successions, ...units.successions]
    return { ...state, versions: applyChanges(state.versions, units), successions }
  }
  const organisations = organisationChanges(state, act, given)
  if (organisations !== null) return { ...state, organisations: applyOrganisationChanges(state.organisations, organisations) }
  const links = foldLinks(state.links, act, given)
  if (links === null) throw new Error(`nobody knows how to fold ${act.verb}`)
  return { ...state, links }
}
