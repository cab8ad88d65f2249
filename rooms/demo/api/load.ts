// Loads what is missing, step by step, through the endpoints of the other rooms. A second run finds nothing missing.

import type { Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { DemoPack, DemoPerson } from '../core/pack.ts'
import { inWaves, missing, peopleToMake } from '../core/pack.ts'
import { problems } from '../problems.ts'
import { demoPassword, demoUnits, henanUnits } from './pack.ts'
import type { Session } from './session.ts'

/** How many things a step wrote. */
export interface Loaded {
  readonly units: number
  readonly organisations: number
  readonly people: number
}

const atOnce = 8

/** Runs the work over a list, a few at a time; stops at the first refusal. */
async function each<T>(list: readonly T[], work: (one: T) => Promise<Result<unknown>>): Promise<Result<number>> {
  for (let start = 0; start < list.length; start += atOnce) {
    for (const result of await Promise.all(list.slice(start, start + atOnce).map(work))) if (!result.ok) return result
  }
  return ok(list.length)
}

interface Counts {
  readonly added: number
  readonly renamed: number
  readonly kindChanged: number
}

async function loadUnits(session: Session, withHenan: boolean): Promise<Result<number>> {
  let written = 0
  for (const file of withHenan ? [henanUnits(), demoUnits()] : [demoUnits()]) {
    const counts = await session.upload<Counts>('/units/import', file)
    if (!counts.ok) return counts
    written += counts.value.added + counts.value.renamed + counts.value.kindChanged
  }
  return ok(written)
}

async function loadOrganisations(session: Session, pack: DemoPack): Promise<Result<number>> {
  const there = await session.get<{ organisations: readonly { id: string }[] }>('/organisations?unit=99')
  if (!there.ok) return there
  const villages = await session.get<{ units: readonly { from: string }[] }>('/units/990101/children?level=5&limit=1000')
  if (!villages.ok) return villages
  // Every unit must have begun: the county's youngest village says when the organisations begin.
  const effective = villages.value.units.map((unit) => unit.from).reduce((latest, from) => (from > latest ? from : latest), '2023-06-30')
  const left = missing(pack.organisations, new Set(there.value.organisations.map((one) => one.id)))
  for (const wave of inWaves(left)) {
    const made = await each(wave, (one) => session.post('/organisations', { ...one, effective }))
    if (!made.ok) return made
  }
  return ok(left.length)
}

async function loadPeople(session: Session, pack: DemoPack, there: ReadonlySet<string>): Promise<Result<number>> {
  const left = missing(peopleToMake(pack), there)
  const make = ({ id, post, name, role, unit, phone, login, star }: DemoPerson): Promise<Result<unknown>> =>
    session.post('/people', {
      id,
      unit,
      name,
      phone,
      ...(login === undefined ? {} : { login, password: demoPassword, mustChange: false }),
      post: { id: post, unit, role, ...(star === undefined ? {} : { star }) },
    })
  return each(left, make)
}

/** Ids of all accounts below a unit, page by page. */
async function accountsBelow(session: Session, unit: string): Promise<Result<readonly string[]>> {
  const ids: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const cursor: string = after === '' ? '' : `&after=${after}`
    const page: Result<{ people: readonly { id: string }[]; next: string | null }> = await session.get(
      `/people?unit=${unit}&take=200${cursor}`,
    )
    if (!page.ok) return page
    ids.push(...page.value.people.map((person) => person.id))
    after = page.value.next
  }
  return ok(ids)
}

/** Ids of all accounts of the instance: below every province it has, and at 99, where the first operator sits. */
async function accountsThere(session: Session): Promise<Result<ReadonlySet<string>>> {
  const roots = await session.get<{ units: readonly { code: string }[] }>('/units')
  if (!roots.ok) return roots
  const ids = new Set<string>()
  for (const unit of new Set(['99', ...roots.value.units.map((root) => root.code)])) {
    const below = await accountsBelow(session, unit)
    if (!below.ok) return below
    for (const id of below.value) ids.add(id)
  }
  return ok(ids)
}

/** Whether this is an instance for showing: empty but for the operator, or loaded before. */
function mayLoad(pack: DemoPack, there: ReadonlySet<string>): boolean {
  return there.size <= 1 || peopleToMake(pack).some((person) => there.has(person.id))
}

/** Loads the pack with the session of an operator. */
export async function load(session: Session, pack: DemoPack, withHenan: boolean, say: (text: Text) => void): Promise<Result<Loaded>> {
  const there = await accountsThere(session)
  if (!there.ok) return there
  if (!mayLoad(pack, there.value)) return refuse(problems.inUse({ count: there.value.size }))
  say({
    zh: withHenan ? '导入河南省和演示县的单位' : '导入演示县的单位',
    en: withHenan ? 'importing the units of Henan and the demo county' : 'importing the units of the demo county',
  })
  const units = await loadUnits(session, withHenan)
  if (!units.ok) return units
  say({ zh: '登记部门和党组织', en: 'registering departments and Party organisations' })
  const organisations = await loadOrganisations(session, pack)
  if (!organisations.ok) return organisations
  say({ zh: '建立演示账号', en: 'making the demo accounts' })
  const people = await loadPeople(session, pack, there.value)
  return people.ok ? ok({ units: units.value, organisations: organisations.value, people: people.value }) : people
}
