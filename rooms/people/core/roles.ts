// The roles a post may have and who may give which. One list for the whole house: name-plates grant permissions to these ids.

import { covers, levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'

export interface Role {
  readonly id: string
  readonly title: Text
  /** Levels of units where a post with this role may sit (1 province … 7 micro-grid). */
  readonly levels: readonly number[]
}

/** Every role of the house, from the machine room outwards. */
export const roles = [
  { id: 'operator', title: { zh: '系统管理员', en: 'System operator' }, levels: [1] },
  { id: 'prefecture-officer', title: { zh: '市(州)组织部干部', en: 'Prefecture organisation officer' }, levels: [2] },
  { id: 'county-admin', title: { zh: '县(区)组织部管理员', en: 'County administrator' }, levels: [3] },
  { id: 'county-officer', title: { zh: '县(区)组织部干部', en: 'County organisation officer' }, levels: [3] },
  { id: 'star-office', title: { zh: '星专班', en: 'Star task force' }, levels: [3] },
  { id: 'department-officer', title: { zh: '部门干部', en: 'Department officer' }, levels: [3, 4] },
  { id: 'township-officer', title: { zh: '乡镇(街道)党建办', en: 'Township Party-building office' }, levels: [4] },
  { id: 'secretary', title: { zh: '村(社区)书记', en: 'Village or community secretary' }, levels: [5] },
  { id: 'grid-worker', title: { zh: '网格员', en: 'Grid worker' }, levels: [5, 6, 7] },
  { id: 'supervisor', title: { zh: '督导', en: 'Supervisor' }, levels: [1, 2, 3, 4] },
  { id: 'judge', title: { zh: '评委', en: 'Judge' }, levels: [3, 4] },
] as const satisfies readonly Role[]

export type RoleId = (typeof roles)[number]['id']

/** The role of an id or of its Chinese title (as people write it in a sheet); undefined when there is none. */
export function findRole(text: string): Role | undefined {
  return roles.find((role) => role.id === text || role.title.zh === text)
}

/** What a giver needs to show: the acting role and the units it may write below. */
export interface Giver {
  readonly role: string | null
  readonly writes: readonly Code[]
}

const atVillage: ReadonlySet<string> = new Set(['secretary', 'grid-worker'])

function gives(giver: string | null, role: string): boolean {
  if (giver === 'operator') return true
  if (giver === 'county-admin') return role !== 'operator'
  return giver === 'township-officer' && atVillage.has(role)
}

/** Why a post may not be given; null when it may. */
export type PostRefusal = 'unknown-role' | 'wrong-level' | 'above-reach' | 'outside'

/**
 * Whether the giver may give `role` at `unit`: nobody gives above the own reach, only system operators and county
 * administrators give posts, and a township gives those of its villages.
 */
export function refusesPost(giver: Giver, role: string, unit: Code): PostRefusal | null {
  const known = roles.find((one) => one.id === role) as Role | undefined
  if (known === undefined) return 'unknown-role'
  if (!known.levels.includes(levelOf(unit))) return 'wrong-level'
  if (!gives(giver.role, role)) return 'above-reach'
  return covers(giver.writes, unit) ? null : 'outside'
}

/** Whether the giver may change, lock or invite somebody who holds these posts now (none: a new account) at this home unit. */
export function mayManage(giver: Giver, home: Code, posts: readonly { readonly role: string; readonly unit: Code }[]): boolean {
  if (giver.role === 'township-officer' && levelOf(home) < 5) return false
  if (!gives(giver.role, 'secretary') || !covers(giver.writes, home)) return false
  return posts.every((post) => refusesPost(giver, post.role, post.unit) === null)
}

/** Roles the giver can give at all, for the choices of a form. */
export function rolesToGive(giver: string | null): readonly Role[] {
  return roles.filter((role) => gives(giver, role.id))
}
