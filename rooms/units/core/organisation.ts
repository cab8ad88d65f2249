// Departments (部门) and Party organisations (党组织): which may stand under which.

import type { Id } from '#ground/kernel/ids.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'

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

/** The state of one organisation from one day to another; `to: null` is open. Type and host never change. */
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

/** 部门、党委… as an office writes them; in the lists and on the screens. */
export const typeTitles: Readonly<Record<OrganisationType, Text>> = {
  department: { zh: '部门', en: 'Department' },
  committee: { zh: '党委(党工委)', en: 'Committee' },
  'general-branch': { zh: '党总支', en: 'General branch' },
  branch: { zh: '党支部', en: 'Branch' },
  'grid-branch': { zh: '网格(楼院)党支部', en: 'Grid branch' },
}

/** What else offices write for a type; read in sheets. */
export const typeAliases: Partial<Readonly<Record<OrganisationType, readonly string[]>>> = {
  committee: ['党委', '党工委'],
  'general-branch': ['总支'],
  branch: ['支部'],
  'grid-branch': ['网格党支部', '楼院党支部', '网格支部', '楼院支部'],
}

/** Where it is set up, likewise. */
export const hostTitles: Readonly<Record<Host, Text>> = {
  office: { zh: '机关', en: 'Office' },
  village: { zh: '村', en: 'Village' },
  community: { zh: '社区', en: 'Community' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  school: { zh: '学校', en: 'School' },
  hospital: { zh: '医院', en: 'Hospital' },
  association: { zh: '社会组织', en: 'Association' },
  grid: { zh: '网格', en: 'Grid' },
  building: { zh: '楼院', en: 'Building' },
  other: { zh: '其他', en: 'Other' },
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

/**
 * Whether `parent` is the organisation itself or stands below it. `above` gives the parents of every organisation over it;
 * several where one changes its place on a later day.
 */
export function wouldCircle(id: Id, parent: Id, above: ReadonlyMap<Id, readonly Id[]>): boolean {
  const seen = new Set<Id>()
  const waiting = [parent]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(above.get(at) ?? []))
  }
  return false
}
