// How a bulletin is printed: its forms, the heads it may have, the pictures in it.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { exampleParams, exampleRecord } from './core/shape-examples.ts'
import { letterhead, record, unitCode, words } from './core/shapes.ts'
import { problems } from './problems.ts'

const params = z.strictObject({ unit: unitCode, id: z.uuid() })
const one = { kind: 'post', permission: 'bulletins.read', at: 'record' } as const
const missing = [problems.noSuchBulletin] as const
const picture = z.strictObject({ unit: unitCode, id: z.uuid(), picture: z.uuid() })

/** A head that is kept: of the unit, or of one above it. */
const head = letterhead.extend({
  unit: unitCode,
  id: z.uuid(),
  /** What it is called in the list. */
  name: words(50),
  /** 机关代字 that goes with it; may be empty. */
  prefix: z.string().trim().max(30),
  /** No longer offered. */
  retired: z.boolean(),
})
const exampleHead = {
  unit: '990101001',
  id: '01990a00-0000-7000-8000-000000000023',
  name: '办公室文件',
  mark: '晨光街道党建办文件',
  prefix: '晨街办',
  copies: '县委组织部',
  office: '晨光街道党建办',
  retired: false,
}
const kind = z.string().regex(/^[a-z][a-z-]{0,39}$/)
/** Words without figures: those stand in sentences of the room that has the data. */
const plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^(?!.*\[\[)/s)
/** An empty one stays as it is given; an empty opening is none. */
const wording = z.strictObject({
  addressee: plain(300),
  opening: plain(1000),
  closing: plain(1000),
  headings: z.array(plain(200)).max(10),
})
const exampleWording = { addressee: '各社区党组织', opening: '', closing: '请抓紧整改。', headings: ['总体情况', '', ''] }
const exampleItem = { unit: '990101001001', id: '01990a00-0000-7000-8000-0000000000e2' }
const examplePicture = { id: '01990a00-0000-7000-8000-000000000024', item: exampleItem, caption: '图1 服务点（示例）', confirmed: true }

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One of the forms in which it leaves the house. */
const paper = <const Form extends string, const Type extends string>(form: Form, type: Type, summary: Text) =>
  ({
    method: 'GET',
    path: `/bulletins/:unit/:id/${form}`,
    summary,
    access: one,
    params,
    file: [type],
    problems: missing,
    example: { params: exampleParams },
  }) as const

export const printContract = defineContract({
  docx: paper('docx', documentType, { zh: '下载 DOCX（GB/T 9704-2012 版式）', en: 'The DOCX in the layout of GB/T 9704-2012' }),
  pdf: paper('pdf', 'application/pdf', { zh: '下载 PDF', en: 'The PDF' }),
  xlsx: paper('xlsx', sheetType, { zh: '下载 XLSX：数字及来源、各表', en: 'The workbook: figures with their sources, and the tables' }),
  picture: {
    method: 'GET',
    path: '/bulletins/:unit/:id/pictures/:picture',
    summary: { zh: '通报里的一张图片', en: 'A picture of the bulletin' },
    access: one,
    params: picture,
    file: ['image/jpeg'],
    problems: [problems.noPicture],
    example: { params: { ...exampleParams, picture: examplePicture.id } },
  },
  addPicture: {
    method: 'POST',
    path: '/bulletins/:unit/:id/pictures',
    summary: { zh: '从佐证中选图放入通报', en: 'Take a picture of cited evidence into it' },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'params.unit' },
    params,
    body: z.strictObject({
      id: z.uuid(),
      item: z.strictObject({ unit: unitCode, id: z.uuid() }),
      caption: z.string().trim().max(200).default(''),
      /** 图中没有可以辨认的人脸，或本人已同意；没有未成年人. */
      confirmed: z.literal(true),
    }),
    output: record,
    problems: [...missing, problems.wrongState, problems.noPicture],
    example: { params: exampleParams, body: examplePicture, output: exampleRecord },
  },
  takeDown: {
    method: 'POST',
    path: '/bulletins/:unit/:id/pictures/:picture/take-down',
    summary: {
      zh: '从已印发的通报中撤下图片，在原处写明日期和理由',
      en: 'Take a picture out of a published bulletin; day and reason stand in its place',
    },
    access: { kind: 'post', permission: 'bulletins.publish', at: 'params.unit' },
    params: picture,
    body: z.strictObject({
      /** Told to everybody who reads the bulletin. */
      reason: words(200),
    }),
    output: record,
    problems: [...missing, problems.wrongState, problems.noPicture],
    example: { params: { ...exampleParams, picture: examplePicture.id }, body: { reason: '监护人要求删除。' }, output: exampleRecord },
  },
  citable: {
    method: 'GET',
    path: '/bulletins/:unit/citable',
    summary: { zh: '可以放入通报的佐证图片', en: 'Pictures of evidence that may be taken into a bulletin' },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'params.unit' },
    params: z.strictObject({ unit: unitCode }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ unit: unitCode, id: z.uuid(), shows: z.string(), effectiveOn: z.iso.date() })),
    }),
    problems: [],
    example: {
      params: { unit: '990101001' },
      output: { rows: [{ ...exampleItem, shows: '示例：便民服务点', effectiveOn: '2026-09-01' }] },
    },
  },
  wordings: {
    method: 'GET',
    path: '/bulletins/wordings',
    summary: {
      zh: '由数据起草的通报用语：系统所给的，和本单位或上级改过的',
      en: 'The words of drafts from data: as given, and as the unit or one above it keeps them',
    },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'query.unit' },
    query: z.strictObject({ unit: unitCode }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ kind, given: wording, kept: wording.extend({ unit: unitCode }).nullable() })),
    }),
    problems: [],
    example: { query: { unit: '990101001' }, output: { rows: [{ kind: 'ledger', given: exampleWording, kept: null }] } },
  },
  keepWording: {
    method: 'POST',
    path: '/bulletins/wordings',
    summary: {
      zh: '保存由数据起草的通报用语，下级起草时也用',
      en: 'Keep the words of drafts from data; drafts of units below use them too',
    },
    access: { kind: 'post', permission: 'bulletins.publish', at: 'body.unit' },
    body: wording.extend({ unit: unitCode, kind }),
    output: wording.extend({ unit: unitCode, kind }),
    problems: [problems.noSuchWording],
    example: {
      body: { ...exampleWording, unit: '990101', kind: 'ledger' },
      output: { ...exampleWording, unit: '990101', kind: 'ledger' },
    },
  },
  letterheads: {
    method: 'GET',
    path: '/bulletins/letterheads',
    summary: { zh: '本单位和上级的版头', en: 'Heads of the unit and of those above it' },
    access: { kind: 'post', permission: 'bulletins.draft', at: 'query.unit' },
    query: z.strictObject({ unit: unitCode }),
    output: z.strictObject({ rows: z.array(head) }),
    problems: [],
    example: { query: { unit: '990101001' }, output: { rows: [exampleHead] } },
  },
  keepLetterhead: {
    method: 'POST',
    path: '/bulletins/letterheads',
    summary: { zh: '保存版头，下级也可以选用', en: 'Keep a head; units below may choose it too' },
    access: { kind: 'post', permission: 'bulletins.publish', at: 'body.unit' },
    body: head,
    output: head,
    problems: [problems.letterheadElsewhere],
    example: { body: exampleHead, output: exampleHead },
  },
})
