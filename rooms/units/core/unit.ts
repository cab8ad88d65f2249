// A unit through time: versions of its state, each valid from one day to another, both inclusive.
// A change ends one version and begins the next, so that every day of the past still reads as it was.

import type { Day } from '#ground/kernel/clock.ts'
import { levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'

/** What the lowest level is: 村 or 社区. */
export type Kind = 'village' | 'community'

/** The state of one unit from one day to another; `to: null` is open. */
export interface Version {
  readonly code: Code
  readonly from: Day
  readonly to: Day | null
  readonly name: string
  /** As the official list or the code says; null above the lowest level and for grids. */
  readonly kindOfficial: Kind | null
  /** As the county says; it wins over the official one. */
  readonly kindOverride: Kind | null
}

/** How one unit followed another. `split`: only parts of the old one went to the new one. */
export type SuccessionKind = 'recoded' | 'merged' | 'split'

export interface Succession {
  readonly from: Code
  readonly to: Code
  /** The first day of the new unit. */
  readonly on: Day
  readonly kind: SuccessionKind
}

/** What a decision does to the versions. A revised version has the code and first day of the one it replaces. */
export interface Changes {
  readonly revised: readonly Version[]
  readonly closed: readonly { readonly code: Code; readonly from: Day; readonly to: Day }[]
  readonly opened: readonly Version[]
  readonly successions: readonly Succession[]
}

/** Changes that change nothing, to build others from. */
export const noChanges: Changes = { revised: [], closed: [], opened: [], successions: [] }

/** Level names as the official list writes them, from 1 (province). */
export const levelNames = ['province', 'prefecture', 'county', 'township', 'village', 'grid', 'micro-grid'] as const

export type LevelName = (typeof levelNames)[number]

const villageLevel = 5

/** `province` … `micro-grid`; null for a text that is no code. */
export function levelNameOf(code: Code): LevelName | null {
  return levelNames[levelOf(code) - 1] ?? null
}

/**
 * Village or community by the last three digits of a village-level code: 0xx, 1xx, 4xx community, 2xx, 3xx, 5xx village
 * (statistical division codes, National Bureau of Statistics). Null for other levels and other digits.
 */
export function kindOf(code: Code): Kind | null {
  if (levelOf(code) !== villageLevel) return null
  const block = code.charAt(9)
  if ('014'.includes(block)) return 'community'
  return '235'.includes(block) ? 'village' : null
}

/** The kind that counts: the county's word before the official one. */
export function kindInForce(version: Pick<Version, 'kindOfficial' | 'kindOverride'>): Kind | null {
  return version.kindOverride ?? version.kindOfficial
}

/** Whether a version is valid on a day. */
export function validOn(version: Pick<Version, 'from' | 'to'>, day: Day): boolean {
  return version.from <= day && (version.to === null || version.to >= day)
}

/** The versions valid on a day, by code. */
export function asOf(versions: readonly Version[], day: Day): Version[] {
  return versions.filter((version) => validOn(version, day)).sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The first pair of versions of one code that share a day; null when there is none. */
export function findOverlap(versions: readonly Version[]): readonly [Version, Version] | null {
  const sorted = [...versions].sort((a, b) => (a.code === b.code ? (a.from < b.from ? -1 : 1) : a.code < b.code ? -1 : 1))
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, after] = [sorted[index - 1], sorted[index]]
    if (before === undefined || after === undefined || before.code !== after.code) continue
    if (before.to === null || before.to >= after.from) return [before, after]
  }
  return null
}

/** Gives an open version another state from a day on: in place when it began that day, else as its next version. */
export function changeFrom(open: Version, day: Day, state: Partial<Pick<Version, 'name' | 'kindOfficial' | 'kindOverride'>>): Changes {
  const next = { ...open, ...state, from: day }
  if (open.from === day) return { ...noChanges, revised: [next] }
  return { ...noChanges, closed: [{ code: open.code, from: open.from, to: addDays(day, -1) }], opened: [next] }
}

/** The versions after a decision; what the data layer does in SQL. */
export function applyChanges(versions: readonly Version[], changes: Changes): Version[] {
  const key = (version: { readonly code: Code; readonly from: Day }): string => `${version.code} ${version.from}`
  const revised = new Map(changes.revised.map((version) => [key(version), version]))
  const closed = new Map(changes.closed.map((end) => [key(end), end.to]))
  return [
    ...versions.map((version) => revised.get(key(version)) ?? { ...version, to: closed.get(key(version)) ?? version.to }),
    ...changes.opened,
  ]
}
