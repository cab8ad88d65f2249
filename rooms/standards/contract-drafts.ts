// What can be done with a draft besides changing and issuing it: sending it back, and dropping it.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { exampleId, exampleRecord } from './core/shape-examples.ts'
import { day, digest, editionId, editionRecord } from './core/shapes.ts'
import { problems as p } from './problems.ts'

const reason = z.string().trim().min(1).max(500)

export const draftContract = defineContract({
  return: {
    method: 'POST',
    path: '/standards/return',
    summary: {
      zh: '由第二个人退回草稿修改，写明条目、理由和期限',
      en: 'A second person sends a draft back: which items, why, until when',
    },
    access: { kind: 'post', permission: 'standards.issue', at: 'record' },
    /** `digest` of what was read: a content that nobody read is not sent back. */
    body: z.strictObject({
      id: editionId,
      digest,
      items: z.array(z.string().min(1).max(130)).max(200).default([]),
      reason,
      until: day,
    }),
    output: editionRecord,
    problems: [p.noSuchEdition, p.wrongState, p.notYours, p.ownDraft, p.draftMoved, p.noSuchItem, p.untilPast, p.returnedAlready],
    example: {
      body: { id: exampleId, digest: 'a'.repeat(64), items: ['YYXY-2'], reason: '示例：招聘会场次与文件不一致', until: '2026-09-15' },
      output: {
        ...exampleRecord,
        state: 'draft',
        origin: 'own',
        issuedOn: null,
        may: ['revise', 'issue', 'drop'],
        returned: { items: ['YYXY-2'], reason: '示例：招聘会场次与文件不一致', until: '2026-09-15', on: '2026-09-08', mended: false },
      },
    },
  },
  drop: {
    method: 'POST',
    path: '/standards/drop',
    summary: { zh: '作废没有发布过的草稿', en: 'Drop a draft that was never issued' },
    access: { kind: 'post', permission: 'standards.draft', at: 'record' },
    /** `digest` of what is given up: what somebody else wrote meanwhile is not lost unread. */
    body: z.strictObject({ id: editionId, digest, reason }),
    output: z.strictObject({ id: z.string() }),
    problems: [p.noSuchEdition, p.issuedStays, p.notYours, p.draftMoved],
    example: { body: { id: exampleId, digest: 'a'.repeat(64), reason: '示例：重复起草' }, output: { id: exampleId } },
  },
})
