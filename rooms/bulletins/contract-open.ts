// What anybody reads: bulletins that were published for the public, with where their figures come from.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { exampleParams } from './core/shape-examples.ts'
import { block, day, figure, gone, named, unitCode } from './core/shapes.ts'
import { problems } from './problems.ts'

const anybody = { kind: 'public' } as const
const params = z.strictObject({ unit: unitCode, id: z.uuid() })
const missing = [problems.noSuchBulletin] as const

const line = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  unitName: z.string(),
  number: z.string(),
  title: z.string(),
  publishedOn: day,
})
const exampleLine = {
  ...exampleParams,
  unitName: '晨光街道',
  number: '晨街办〔2026〕3号',
  title: '示例：关于第三季度亮赛比情况的通报',
  publishedOn: '2026-09-10',
}

export const openContract = defineContract({
  openList: {
    method: 'GET',
    path: '/bulletins/public',
    summary: { zh: '向社会公开的通报，新的在前', en: 'Bulletins for the public, the newest first' },
    access: anybody,
    query: z.strictObject({ below: unitCode.optional() }),
    output: z.strictObject({ rows: z.array(line), more: z.boolean() }),
    problems: [],
    example: { query: {}, output: { rows: [exampleLine], more: false } },
  },
  openGet: {
    method: 'GET',
    path: '/bulletins/public/:unit/:id',
    summary: { zh: '一份公开的通报', en: 'One bulletin for the public' },
    access: anybody,
    params,
    output: line.extend({
      addressee: z.string(),
      issuer: z.string(),
      blocks: z.array(block),
      attachments: z.array(z.string()),
      figures: z.array(figure),
      gone: z.array(gone),
      digest: z.string(),
      correctedBy: named.nullable(),
      correcting: named.nullable(),
    }),
    problems: missing,
    example: {
      params: exampleParams,
      output: {
        ...exampleLine,
        addressee: '各社区党组织',
        issuer: '晨光街道党建办',
        blocks: [],
        attachments: [],
        figures: [],
        gone: [],
        digest: '0'.repeat(64),
        correctedBy: null,
        correcting: null,
      },
    },
  },
  openPdf: {
    method: 'GET',
    path: '/bulletins/public/:unit/:id/pdf',
    summary: { zh: '公开的通报，PDF', en: 'A bulletin for the public as PDF' },
    access: anybody,
    params,
    file: ['application/pdf'],
    problems: missing,
    perMinute: 30,
    example: { params: exampleParams },
  },
  openPicture: {
    method: 'GET',
    path: '/bulletins/public/:unit/:id/pictures/:picture',
    summary: { zh: '公开的通报里的一张图片', en: 'A picture of a bulletin for the public' },
    access: anybody,
    params: params.extend({ picture: z.uuid() }),
    file: ['image/jpeg'],
    problems: [problems.noPicture],
    example: { params: { ...exampleParams, picture: '01990a00-0000-7000-8000-000000000024' } },
  },
})
