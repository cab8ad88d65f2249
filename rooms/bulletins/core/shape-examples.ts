// One invented bulletin, for the examples of the contract.

import type { Block } from './content.ts'

/** Where the example stands. */
export const exampleParams = { unit: '990101001', id: '01990a00-0000-7000-8000-000000000021' }

/** What the example says. */
export const exampleWritten = {
  title: '示例：关于第三季度亮赛比情况的通报',
  addressee: '各社区党组织',
  issuer: '晨光街道党建办',
  blocks: [{ kind: 'paragraph', text: '现将第三季度亮赛比情况通报如下。' }] satisfies Block[] as { kind: 'paragraph'; text: string }[],
  attachments: [],
  letterhead: null,
}

/** The example as it is answered. */
export const exampleRecord = {
  ...exampleParams,
  ...exampleWritten,
  owner: { code: '990101001', name: '晨光街道' },
  number: null,
  state: 'draft' as const,
  audience: 'below' as const,
  draftedOn: '2026-09-08',
  signedOn: null,
  publishedOn: null,
  corrects: null,
  filled: exampleWritten.blocks,
  figures: [],
  gone: [],
  withdrawn: [],
  note: '',
  digest: '0'.repeat(64),
  correctedBy: null,
  correcting: null,
  may: [],
}
