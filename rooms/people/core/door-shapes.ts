// What goes in and comes out at the door (sign-in, invitations, single sign-on) and of what is one's own, with an example each.

import { z } from 'zod'
import { done, exampleId, examplePost, password, personId, post } from './shapes.ts'

/** Shapes by the endpoint's key. */
export const doorShapes = {
  me: {
    output: z.strictObject({
      person: z.strictObject({ id: z.uuid(), name: z.string(), login: z.string().nullable(), phone: z.string().nullable() }),
      posts: z.array(post),
      acting: post.nullable(),
      grants: z.array(z.string()),
      queues: z.array(z.strictObject({ room: z.string(), title: z.string(), count: z.number(), path: z.string() })),
      notices: z.array(z.string()),
      filingNumber: z.string().nullable(),
      signedInBy: z.enum(['password', 'oidc', 'invitation']).nullable(),
      mustChangePassword: z.boolean(),
      language: z.enum(['zh', 'en']).nullable(),
    }),
    example: {
      output: {
        person: { id: exampleId, name: '演示·甲', login: 'yanshi-jia', phone: null },
        posts: [examplePost],
        acting: examplePost,
        grants: ['people.read'],
        queues: [],
        notices: [],
        filingNumber: null,
        signedInBy: 'password',
        mustChangePassword: false,
        language: 'zh',
      },
    },
  },
  switchPost: {
    body: z.strictObject({ post: z.uuid() }),
    output: done,
    example: { body: { post: exampleId }, output: {} },
  },
  setLanguage: {
    body: z.strictObject({ language: z.enum(['zh', 'en']) }),
    output: done,
    example: { body: { language: 'zh' }, output: {} },
  },
  mySessions: {
    output: z.strictObject({
      sessions: z.array(
        z.strictObject({
          id: z.uuid(),
          agent: z.string(),
          means: z.enum(['password', 'oidc', 'invitation']),
          created: z.iso.datetime(),
          expires: z.iso.datetime(),
          current: z.boolean(),
        }),
      ),
    }),
    example: {
      output: {
        sessions: [
          {
            id: exampleId,
            agent: 'Chrome · Windows',
            means: 'password',
            created: '2026-09-08T01:00:00.000Z',
            expires: '2026-09-15T01:00:00.000Z',
            current: true,
          },
        ],
      },
    },
  },
  revokeSession: {
    params: personId,
    output: done,
    example: { params: { id: exampleId }, output: {} },
  },
  myReveals: {
    output: z.strictObject({
      reveals: z.array(
        z.strictObject({ at: z.iso.datetime(), viewer: z.string(), roleTitle: z.string(), unitName: z.string(), reason: z.string() }),
      ),
    }),
    example: {
      output: {
        reveals: [
          {
            at: '2026-09-08T01:00:00.000Z',
            viewer: '演示·乙',
            roleTitle: '乡镇(街道)党建办',
            unitName: '演示街道',
            reason: '核实申报材料',
          },
        ],
      },
    },
  },
  changePassword: {
    body: z.strictObject({ current: password, next: password }),
    output: done,
    example: { body: { current: '旧的密码 一二三', next: '河边 柿子 四十二' }, output: {} },
  },
  signIn: {
    body: z.strictObject({ name: z.string().trim().min(1).max(80), password }),
    output: z.strictObject({ mustChangePassword: z.boolean() }),
    example: { body: { name: 'yanshi-jia', password: '河边 柿子 四十二' }, output: { mustChangePassword: false } },
  },
  signOut: {
    output: done,
    example: { output: {} },
  },
  waysIn: {
    output: z.strictObject({ singleSignOn: z.string().nullable() }),
    example: { output: { singleSignOn: '省统一身份认证' } },
  },
  startSingleSignOn: {
    body: z.strictObject({ next: z.string().max(1000).optional() }),
    output: z.strictObject({ to: z.string() }),
    example: { body: { next: '/desk' }, output: { to: 'https://sso.example.gov.cn/auth?client_id=liangxing' } },
  },
  finishSingleSignOn: {
    body: z.strictObject({ parameters: z.record(z.string().max(60), z.string().max(4000)) }),
    output: z.strictObject({ next: z.string() }),
    example: { body: { parameters: { code: 'abc', state: 'def' } }, output: { next: '/desk' } },
  },
  findInvitation: {
    params: z.strictObject({ token: z.string().max(100) }),
    output: z.strictObject({
      name: z.string(),
      unitName: z.string(),
      roleTitle: z.string().nullable(),
      login: z.string().nullable(),
      phone: z.string().nullable(),
      expires: z.iso.datetime(),
    }),
    example: {
      params: { token: 'q1w2' },
      output: {
        name: '演**',
        unitName: '演示一社区',
        roleTitle: '村(社区)书记',
        login: null,
        phone: '199****0001',
        expires: '2026-09-15T01:00:00.000Z',
      },
    },
  },
  acceptInvitation: {
    params: z.strictObject({ token: z.string().max(100) }),
    body: z.strictObject({ login: z.string().max(80).optional(), password }),
    output: done,
    example: { params: { token: 'q1w2' }, body: { login: 'yanshi-jia', password: '河边 柿子 四十二' }, output: {} },
  },
} as const
