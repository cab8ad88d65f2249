// What the demo pack holds, and what is still missing in an instance: the difference is all that a load writes.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

export interface DemoPerson {
  readonly id: Id
  readonly post: Id
  readonly name: string
  readonly role: string
  readonly unit: Code
  readonly phone: string
  /** Of a star's task force: its star. */
  readonly star?: string
  /** Only the cast has logins. */
  readonly login?: string
}

export interface DemoOrganisation {
  readonly id: Id
  readonly unit: Code
  readonly type: string
  readonly host: string
  readonly name: string
  readonly parent: Id | null
}

export interface DemoPack {
  readonly cast: readonly DemoPerson[]
  readonly others: readonly DemoPerson[]
  readonly organisations: readonly DemoOrganisation[]
}

/** Everybody to be made by the loader: all but the operator, who is there already and signs in. */
export function peopleToMake(pack: DemoPack): readonly DemoPerson[] {
  return [...pack.cast, ...pack.others].filter((person) => person.role !== 'operator')
}

/** Those of a list that are not there yet. */
export function missing<T extends { readonly id: Id }>(wanted: readonly T[], there: ReadonlySet<Id>): readonly T[] {
  return wanted.filter((one) => !there.has(one.id))
}

/** Organisations in waves: each stands only under those of earlier waves. */
export function inWaves(organisations: readonly DemoOrganisation[]): readonly (readonly DemoOrganisation[])[] {
  const waves: DemoOrganisation[][] = []
  const done = new Set<Id>()
  let left = [...organisations]
  const known = new Set(left.map((one) => one.id))
  while (left.length > 0) {
    const wave = left.filter((one) => one.parent === null || done.has(one.parent) || !known.has(one.parent))
    if (wave.length === 0) throw new Error('organisations stand under each other in a circle')
    for (const one of wave) done.add(one.id)
    waves.push(wave)
    left = left.filter((one) => !done.has(one.id))
  }
  return waves
}
