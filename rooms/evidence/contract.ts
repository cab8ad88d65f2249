// Everything that can be done with evidence, as data. Uploads stand in contract-uploads.ts, what keeps and shows sets of it in
// contract-keeping.ts, shapes in contract-shapes.ts.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { keeping } from './contract-keeping.ts'
import { day, example, item, nothing, phase, row, shown, target, unitCode, where, words } from './contract-shapes.ts'
import { uploads } from './contract-uploads.ts'
import { filmTypes, mediaTypes } from './core/media.ts'
import { problems } from './problems.ts'

export const contract = defineContract({
  ...uploads,
  ...keeping,
  record: {
    method: 'POST',
    path: '/evidence',
    summary: { zh: '登记一件佐证', en: 'Record what a file shows' },
    access: { kind: 'post', permission: 'evidence.upload', at: 'record' },
    body: z.strictObject({
      id: z.uuid(),
      upload: z.uuid(),
      /** The unit that speaks of; left out: the unit of the upload itself. */
      subject: unitCode.optional(),
      shows: words(200),
      spot: words(80).optional(),
      phase: phase.optional(),
      effectiveOn: day,
      /** The item of the same unit whose place this masked copy takes. */
      maskedFrom: z.uuid().optional(),
      /** A picture out of the film, made by whoever sends it: an upload of its own, shown in the film's place. */
      poster: z.uuid().optional(),
    }),
    output: item,
    problems: [problems.noSuchUpload, problems.notArrived, problems.futureDay, problems.noSuchItem, problems.notAPicture],
    example: {
      body: {
        id: example.params.id,
        upload: '01990a00-0000-7000-8000-0000000000e1',
        shows: '小广场铺装完工',
        spot: '小广场',
        phase: 'after',
        effectiveOn: '2026-09-05',
      },
      output: shown,
    },
  },
  list: {
    method: 'GET',
    path: '/evidence',
    summary: { zh: '佐证列表', en: 'Evidence of a unit, or cited by a record' },
    access: { kind: 'post', permission: 'evidence.read', at: 'rows' },
    query: z.strictObject({
      below: unitCode,
      from: day.optional(),
      to: day.optional(),
      target: target.optional(),
      /** `next` of the answer before. */
      after: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
        .optional(),
    }),
    output: z.strictObject({
      rows: z.array(row),
      next: z.string().nullable(),
      /** Units that say of a time within the asked one that there is nothing to show; given with the first page. */
      nothing: z.array(nothing),
      /** Days for which evidence that nothing cites is kept; null: for as long as the instance. */
      keepDays: z.int().nullable(),
      /** Most bytes of a film; 0 where none is taken. */
      filmBytes: z.int(),
    }),
    problems: [],
    example: {
      query: { below: '990101001001', from: '2026-07-01', to: '2026-09-30' },
      output: { rows: [example.row], next: null, nothing: [], keepDays: null, filmBytes: 209_715_200 },
    },
  },
  get: {
    method: 'GET',
    path: '/evidence/:unit/:id',
    summary: { zh: '一件佐证及其引用', en: 'One item and where it is cited' },
    access: { kind: 'post', permission: 'evidence.read', at: 'record' },
    params: where,
    output: item,
    problems: [problems.noSuchItem],
    example: { params: example.params, output: shown },
  },
  view: {
    method: 'GET',
    path: '/evidence/:unit/:id/view',
    summary: { zh: '预览图（已去除拍摄信息）', en: 'A view for the screen, without data of the camera' },
    access: { kind: 'post', permission: 'evidence.read', at: 'record' },
    params: where,
    query: z.strictObject({ size: z.enum(['small', 'large', 'zoom']).default('small') }),
    file: ['image/jpeg'],
    problems: [problems.noSuchItem, problems.viewNotReady, problems.noView, problems.fileGone],
    example: { params: example.params, query: { size: 'small' } },
  },
  play: {
    method: 'GET',
    path: '/evidence/:unit/:id/play',
    summary: { zh: '播放视频（可分段取，已去除拍摄信息）', en: 'A film, in ranges, without what tells of its place' },
    access: { kind: 'post', permission: 'evidence.read', at: 'record' },
    params: where,
    file: filmTypes,
    problems: [problems.noSuchItem, problems.notAFilm, problems.erased, problems.fileGone],
    example: { params: example.params },
  },
  original: {
    method: 'GET',
    path: '/evidence/:unit/:id/original',
    summary: { zh: '下载原件（供审核）', en: 'The original, for those who review' },
    access: { kind: 'post', permission: 'evidence.read', at: 'record' },
    params: where,
    file: mediaTypes,
    problems: [problems.noSuchItem, problems.originalForReviewers, problems.originalKept, problems.fileGone, problems.erased],
    example: { params: example.params },
  },
  cite: {
    method: 'POST',
    path: '/evidence/:unit/:id/cite',
    summary: { zh: '引用这件佐证', en: 'Cite it' },
    access: { kind: 'post', permission: 'evidence.cite', at: 'record' },
    params: where,
    body: z.strictObject({ id: z.uuid(), target }),
    output: item,
    problems: [problems.noSuchItem, problems.erased],
    example: {
      params: example.params,
      body: { id: '01990a00-0000-7000-8000-0000000000e3', target: 'commitment:01990a00-0000-7000-8000-0000000000c1' },
      output: shown,
    },
  },
  withdraw: {
    method: 'POST',
    path: '/evidence/:unit/:id/withdraw',
    summary: { zh: '撤回一条引用（文件保留）', en: 'Withdraw a citation; the file stays' },
    access: { kind: 'post', permission: 'evidence.cite', at: 'record' },
    params: where,
    body: z.strictObject({ citation: z.uuid(), reason: z.string().trim().max(500).optional() }),
    output: item,
    problems: [problems.noSuchItem, problems.noSuchCitation],
    example: {
      params: example.params,
      body: { citation: '01990a00-0000-7000-8000-0000000000e3', reason: '引错了位置' },
      output: shown,
    },
  },
})
