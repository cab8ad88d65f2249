// Schemas that several endpoints of this room share, and the invented person and post of their examples.

import { z } from 'zod'
import { roles } from './roles.ts'
import type { RoleId } from './roles.ts'

const roleIds = roles.map((role) => role.id) as [RoleId, ...RoleId[]]

/** A unit's code. */
export const code = z.string().regex(/^\d{2,17}$/)
/** The record that the address names. */
export const personId = z.strictObject({ id: z.uuid() })
/** Why: in the decider's words. */
export const reason = z.string().trim().min(2).max(500)
/** A password as typed; its rules are core/password.ts, the bound here only keeps the hash from being fed books. */
export const password = z.string().min(1).max(512)
/** An answer that says no more than that it was done. */
export const done = z.strictObject({})

/** A post as a person sees it: role and unit with their names, and from when to when. */
export const post = z.strictObject({
  id: z.uuid(),
  role: z.string(),
  roleTitle: z.string(),
  unit: code,
  unitName: z.string(),
  star: z.string().nullable(),
  round: z.uuid().nullable(),
  department: z.uuid().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
})

/** A row of the list: the phone is masked, the login name is shown to those who manage. */
export const person = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  unit: code,
  unitName: z.string(),
  state: z.enum(['active', 'waiting', 'locked', 'erased']),
  phone: z.string().nullable(),
  login: z.string().nullable(),
  posts: z.array(post),
})

/** What a new post needs; without `from` it begins today. */
export const newPost = z.strictObject({
  id: z.uuid().optional(),
  unit: code,
  role: z.enum(roleIds),
  star: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,20}$/)
    .optional(),
  round: z.uuid().optional(),
  department: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().nullable().optional(),
})

/** An invitation's address below the instance's own, and when it ends. */
export const link = z.strictObject({ path: z.string(), expires: z.iso.datetime() })

/** The invented id of the examples. */
export const exampleId = '0192f0a1-0000-7000-8000-000000000001'

/** The invented post of the examples. */
export const examplePost = {
  id: exampleId,
  role: 'secretary',
  roleTitle: '村(社区)书记',
  unit: '990101001001',
  unitName: '演示一社区',
  star: null,
  round: null,
  department: null,
  from: '2026-01-01',
  to: null,
} as const

/** The invented person of the examples. */
export const examplePerson = {
  id: exampleId,
  name: '演示·甲',
  unit: '990101001001',
  unitName: '演示一社区',
  state: 'active',
  phone: '199****0001',
  login: 'yanshi-jia',
  posts: [examplePost],
} as const
