// Whether a form asks for what is held already: a datum whose source office states it, one that another standing form asks of
// the same units, or one that asked units have stated for days of the form. Under any of its names. The refusal then says who
// holds it and since when.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { overlap } from './demand.ts'
import type { Reach } from './demand.ts'
import { namesOfDefinition } from './held-definition.ts'
import type { HeldDefinition } from './held-definition.ts'
import { datumKey } from './name-key.ts'

/** What a form asks for: definitions by id, and data that have no definition, by name. */
export interface Asked {
  readonly definitions: readonly string[]
  readonly texts: readonly string[]
}

export interface OtherDemand extends Reach, Asked {
  readonly id: string
  readonly title: string
  readonly issuer: string
  readonly registeredOn: Day
  /** From then on it stands no more. */
  readonly withdrawnOn: Day | null
}

export interface Duplicate {
  /** As the form asks for it. */
  readonly asked: string
  readonly heldAs: string
  readonly kind: 'source' | 'demand' | 'units'
  /** The source office, or the issuer and title of the other form; empty where units hold it. */
  readonly holder: string
  readonly since: Day
  /** units: how many of those asked. */
  readonly units?: number
  /** units: the last day for which it is stated; null: until it changes. */
  readonly until?: Day | null
  /** units: which, in the order of codes. */
  readonly holders?: readonly Code[]
}

/** A datum that asked units have stated, for a time that touches that of the form. */
export interface StatedAlready {
  readonly definition: string
  /** In the order of codes. */
  readonly holders: readonly Code[]
  readonly since: Day
  readonly until: Day | null
}

/** The definitions that a form asks for, by id or by any of their names. */
export function definitionsIn(wanted: Asked, definitions: readonly HeldDefinition[]): string[] {
  const keys = new Set(wanted.texts.map(datumKey))
  return definitions
    .filter((one) => one.retiredOn === null)
    .filter((one) => wanted.definitions.includes(one.id) || namesOfDefinition(one).some((name) => keys.has(datumKey(name))))
    .map(({ id }) => id)
}

export interface Known {
  readonly definitions: readonly HeldDefinition[]
  readonly demands: readonly OtherDemand[]
  readonly stated: readonly StatedAlready[]
}

/** Everything in a form that is asked for again, in the order in which the form names it. */
export function duplicatesOf(wanted: Reach & Asked, known: Known): Duplicate[] {
  const living = known.definitions.filter(({ retiredOn }) => retiredOn === null)
  const byId = new Map(living.map((definition) => [definition.id, definition]))
  const byKey = new Map(living.flatMap((definition) => namesOfDefinition(definition).map((name) => [datumKey(name), definition])))
  const others = known.demands.filter((demand) => demand.withdrawnOn === null && overlap(wanted, demand))
  const keyOf = (text: string): string => byKey.get(datumKey(text))?.id ?? `text ${datumKey(text)}`
  const askedElsewhere = new Map<string, OtherDemand>()
  for (const demand of others)
    for (const key of [...demand.definitions, ...demand.texts.map(keyOf)]) if (!askedElsewhere.has(key)) askedElsewhere.set(key, demand)
  const items = [
    ...wanted.definitions.map((id) => ({ asked: byId.get(id)?.name ?? id, key: id })),
    ...wanted.texts.map((text) => ({ asked: text, key: keyOf(text) })),
  ]
  return items.flatMap(({ asked, key }): Duplicate[] => {
    const definition = byId.get(key)
    const heldAs = definition?.name ?? asked
    if (definition?.statedBy === 'office') return [{ asked, heldAs, kind: 'source', holder: definition.source, since: definition.addedOn }]
    const other = askedElsewhere.get(key)
    if (other !== undefined)
      return [{ asked, heldAs, kind: 'demand', holder: `${other.issuer}《${other.title}》`, since: other.registeredOn }]
    const stated = known.stated.find((one) => one.definition === definition?.id)
    if (stated !== undefined)
      return [
        {
          asked,
          heldAs,
          kind: 'units',
          holder: '',
          since: stated.since,
          units: stated.holders.length,
          until: stated.until,
          holders: stated.holders,
        },
      ]
    return []
  })
}

/** Data that one form names twice, under whichever names. */
export function askedTwice(wanted: Asked, definitions: readonly HeldDefinition[]): string[] {
  const byKey = new Map(definitions.flatMap((definition) => namesOfDefinition(definition).map((name) => [datumKey(name), definition.id])))
  const seen = new Set<string>()
  return [...wanted.definitions, ...wanted.texts].filter((item, index) => {
    const key = index < wanted.definitions.length ? item : (byKey.get(datumKey(item)) ?? `text ${datumKey(item)}`)
    if (seen.has(key)) return true
    seen.add(key)
    return false
  })
}
