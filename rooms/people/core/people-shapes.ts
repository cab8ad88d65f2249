// What goes in and comes out where posts deal with the accounts below them, with an example each.

import { z } from 'zod'
import { code, done, examplePerson, examplePost, exampleId, link, newPost, password, person, personId, post, reason } from './shapes.ts'

/** Shapes by the endpoint's key. */
export const peopleShapes = {
  list: {
    query: z.strictObject({
      unit: code.optional(),
      role: z.string().max(40).optional(),
      state: z.enum(['active', 'waiting', 'locked', 'erased']).optional(),
      q: z.string().max(40).optional(),
      after: z
        .string()
        .regex(/^\d{2,17}\.[0-9a-f-]{36}$/)
        .optional(),
      take: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.strictObject({ people: z.array(person), next: z.string().nullable(), total: z.number() }),
    example: { query: { unit: '990101001' }, output: { people: [examplePerson], next: null, total: 1 } },
  },
  search: {
    query: z.strictObject({ q: z.string().trim().min(1).max(40), unit: code.optional() }),
    output: z.strictObject({ people: z.array(z.strictObject({ id: z.uuid(), name: z.string(), posts: z.array(post) })) }),
    example: { query: { q: '演示' }, output: { people: [{ id: exampleId, name: '演示·甲', posts: [examplePost] }] } },
  },
  find: {
    params: personId,
    output: person.extend({
      pausedUntil: z.iso.datetime().nullable(),
      invited: z.iso.datetime().nullable(),
      identities: z.array(z.strictObject({ issuer: z.string(), subject: z.string() })),
      mayManage: z.boolean(),
    }),
    example: { params: { id: exampleId }, output: { ...examplePerson, pausedUntil: null, invited: null, identities: [], mayManage: true } },
  },
  create: {
    body: z.strictObject({
      id: z.uuid().optional(),
      unit: code,
      name: z.string().max(80),
      login: z.string().max(80).optional(),
      phone: z.string().max(30).optional(),
      password: password.optional(),
      mustChange: z.boolean().default(true),
      post: newPost.optional(),
    }),
    output: z.strictObject({ id: z.uuid(), post: z.uuid().nullable() }),
    example: {
      body: { unit: '990101001001', name: '演示·甲', login: 'yanshi-jia', post: { unit: '990101001001', role: 'secretary' } },
      output: { id: exampleId, post: exampleId },
    },
  },
  update: {
    params: personId,
    body: z.strictObject({
      name: z.string().max(80).optional(),
      unit: code.optional(),
      login: z.string().max(80).nullable().optional(),
      phone: z.string().max(30).nullable().optional(),
    }),
    output: done,
    example: { params: { id: exampleId }, body: { name: '演示·乙' }, output: {} },
  },
  givePost: {
    params: personId,
    body: newPost,
    output: z.strictObject({ id: z.uuid() }),
    example: { params: { id: exampleId }, body: { unit: '990101001001', role: 'secretary' }, output: { id: exampleId } },
  },
  endPost: {
    params: personId,
    body: z.strictObject({ last: z.iso.date().optional(), reason: reason.optional() }),
    output: done,
    example: { params: { id: exampleId }, body: { last: '2026-12-31' }, output: {} },
  },
  invite: {
    params: personId,
    output: link,
    example: { params: { id: exampleId }, output: { path: '/invitation/q1w2', expires: '2026-09-15T01:00:00.000Z' } },
  },
  inviteAll: {
    body: z.strictObject({ unit: code }),
    output: z.strictObject({ invitations: z.array(link.extend({ id: z.uuid(), name: z.string(), unitName: z.string() })) }),
    example: {
      body: { unit: '990101001' },
      output: {
        invitations: [
          { id: exampleId, name: '演示·甲', unitName: '演示一社区', path: '/invitation/q1w2', expires: '2026-09-15T01:00:00.000Z' },
        ],
      },
    },
  },
  lock: {
    params: personId,
    body: z.strictObject({ reason }),
    output: done,
    example: { params: { id: exampleId }, body: { reason: '调离' }, output: {} },
  },
  unlock: {
    params: personId,
    output: done,
    example: { params: { id: exampleId }, output: {} },
  },
  bindIdentity: {
    params: personId,
    body: z.strictObject({ subject: z.string().trim().min(1).max(255) }),
    output: done,
    example: { params: { id: exampleId }, body: { subject: 'a1b2c3' }, output: {} },
  },
  reveal: {
    params: personId,
    body: z.strictObject({ reason }),
    output: z.strictObject({ phone: z.string() }),
    example: { params: { id: exampleId }, body: { reason: '核实申报材料' }, output: { phone: '19900000001' } },
  },
  erase: {
    params: personId,
    body: z.strictObject({ reason }),
    output: done,
    example: { params: { id: exampleId }, body: { reason: '本人申请' }, output: {} },
  },
  import: {
    body: z.strictObject({ dryRun: z.boolean().default(false), goodRowsOnly: z.boolean().default(false) }),
    output: z.strictObject({ added: z.number(), errors: z.array(z.strictObject({ line: z.number(), detail: z.string() })) }),
    example: { body: { dryRun: true }, output: { added: 12, errors: [] } },
  },
  template: {
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    example: { query: { format: 'csv' } },
  },
  export: {
    query: z.strictObject({ unit: code, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    example: { query: { unit: '990101001', format: 'csv' } },
  },
} as const
