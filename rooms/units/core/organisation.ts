// Departments (部门) and Party organisations (党组织): which may stand under which.

import type { Id } from '#ground/kernel/ids.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'

/** 部门 · 党委 · 党总支 · 党支部 · 网格(楼院)党支部 */
export const organisationTypes = ['department', 'committee', 'general-branch', 'branch', 'grid-branch'] as const
export type OrganisationType = (typeof organisationTypes)[number]

/** What it is the organisation of. */
export const hosts = [
  'office',
  'village',
  'community',
  'enterprise',
  'school',
  'hospital',
  'association',
  'grid',
  'building',
  'other',
] as const
export type Host = (typeof hosts)[number]

export interface Organisation {
  readonly id: Id
  /** The unit it serves. */
  readonly unit: Code
  readonly type: OrganisationType
  readonly host: Host
  readonly name: string
  readonly parent: Id | null
  readonly from: Day
  readonly to: Day | null
}

const under: Readonly<Record<OrganisationType, readonly OrganisationType[]>> = {
  department: ['department'],
  committee: ['committee'],
  'general-branch': ['committee'],
  branch: ['committee', 'general-branch'],
  'grid-branch': ['committee', 'general-branch', 'branch'],
}

/** Whether an organisation of one type may belong to one of another. */
export function mayBelong(type: OrganisationType, parent: OrganisationType): boolean {
  return under[type].includes(parent)
}

/** Whether `parent` is the organisation itself or stands below it. `parentOf` gives the parent of every organisation above. */
export function wouldCircle(id: Id, parent: Id, parentOf: ReadonlyMap<Id, Id | null>): boolean {
  const seen = new Set<Id>()
  for (let at: Id | null = parent; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
