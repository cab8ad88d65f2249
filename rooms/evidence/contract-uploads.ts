// A file on its way: declared first, sent in chunks, finished when bytes and hash are there. None of it is an act, and
// everything may be repeated freely, so no idempotency key is asked for.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { mediaTypes } from './core/media.ts'
import { chunkBytes } from './core/send-file.ts'
import { problems } from './problems.ts'

/** Where an upload stands. `offset` bytes are on the server's disk; `arrived`: all of them, and their hash agrees. */
export const uploadState = z.strictObject({
  id: z.uuid(),
  state: z.enum(['receiving', 'arrived']),
  offset: z.int(),
  bytes: z.int(),
})

const where = z.strictObject({ id: z.uuid() })
const upload = { kind: 'post', permission: 'evidence.upload', at: 'record' } as const
const example = {
  params: { id: '01990a00-0000-7000-8000-0000000000e1' },
  output: { id: '01990a00-0000-7000-8000-0000000000e1', state: 'receiving', offset: 1_048_576, bytes: 3_400_211 },
} as const

const contents = [problems.notKept, problems.twoInOne, problems.unreadable, problems.tooManyPixels, problems.tooLarge]

export const uploads = defineContract({
  begin: {
    method: 'POST',
    path: '/evidence/uploads',
    summary: { zh: '开始上传一个文件（可续传）', en: 'Begin the upload of a file, which may be resumed' },
    access: upload,
    body: z.strictObject({
      id: z.uuid(),
      unit: z.string().regex(/^\d{2,17}$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.int().min(1).max(2_147_483_647),
      media: z.enum(mediaTypes),
      /** As the device calls it; folders in it are ignored. */
      name: z.string().max(1000).default(''),
    }),
    output: uploadState,
    problems: [problems.uploadDiffers, problems.tooLarge],
    idempotent: false,
    example: {
      body: {
        id: example.params.id,
        unit: '990101001001',
        sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
        bytes: 3_400_211,
        media: 'image/jpeg',
        name: 'IMG_0012.jpg',
      },
      output: { ...example.output, offset: 0 },
    },
  },
  append: {
    method: 'POST',
    path: '/evidence/uploads/:id/chunks',
    summary: { zh: '送出一段（不超过 1 MB）', en: 'Send a chunk of at most 1 MB' },
    access: upload,
    params: where,
    query: z.strictObject({ offset: z.coerce.number().int().min(0) }),
    bytes: { maxBytes: chunkBytes },
    output: uploadState,
    problems: [problems.noSuchUpload, problems.wrongOffset, problems.beyondSize, problems.notKept, problems.twoInOne],
    idempotent: false,
    example: { params: example.params, query: { offset: 0 }, output: example.output },
  },
  status: {
    method: 'GET',
    path: '/evidence/uploads/:id',
    summary: { zh: '上传到了哪里', en: 'How far an upload got' },
    access: upload,
    params: where,
    output: uploadState,
    problems: [problems.noSuchUpload],
    example: { params: example.params, output: example.output },
  },
  finish: {
    method: 'POST',
    path: '/evidence/uploads/:id/finish',
    summary: { zh: '核对并确认送达', en: 'Check the bytes and confirm that they have arrived' },
    access: upload,
    params: where,
    output: uploadState,
    problems: [problems.noSuchUpload, problems.notWhole, problems.otherBytes, ...contents],
    idempotent: false,
    example: { params: example.params, body: {}, output: { ...example.output, state: 'arrived', offset: 3_400_211 } },
  },
})
