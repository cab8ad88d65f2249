// Optional photos on a judge's sheet: sent in pieces like every upload of evidence, seen by the seat and by those who count
// until the reveal, by everybody who reads the round afterwards, and then without a word of whose they are.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { photoChunk, photoMedia } from './core/photo-media.ts'
import { problems } from './problems.ts'

const { where, here, ids } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const own = { kind: 'post', permission: 'rounds.promise', at: 'params.subject' } as const
const seated = { kind: 'seat' } as const
const onSheet = z.strictObject({ seat: shape.id, id: shape.id, subject: shape.unitCode, component: shape.word })
const ofPhoto = z.strictObject({ photo: shape.id })
const size = z.enum(['small', 'large']).default('small')
/** A hall sends from one address, all at once when its line comes back. */
const perMinute = 60_000

/** How far the upload of a photo got; `arrived`: the server has all of it and its hash agrees. */
const uploadState = z.strictObject({ id: shape.id, state: z.enum(['receiving', 'arrived']), offset: z.int(), bytes: z.int() })

/** A photo on a sheet, as its seat and those who count know it. */
export const photoOnSheet = z.strictObject({ id: shape.id, seat: shape.id, subject: shape.unitCode, component: z.string() })

/** A photo that the round has opened. */
const opened = z.strictObject({
  id: shape.id,
  unit: shape.unitCode,
  subject: shape.unitCode,
  name: z.string(),
  effectiveOn: shape.day,
  preview: z.enum(['waiting', 'made', 'none', 'failed']),
})

const onto = [problems.noSuchSeat, problems.notAJudge, problems.wrongState, problems.notTakingPart, problems.recused] as const
const sampleSheet = { seat: ids.seat, id: ids.other, subject: '990101001001', component: 'field' }
const sampleState = { id: ids.other, state: 'receiving', offset: 0, bytes: 3_400_211 } as const

export const photosContract = defineContract({
  beginPhoto: {
    method: 'POST',
    path: '/rounds/seat/photos/begin',
    summary: { zh: '评分表照片: 开始上传(可续传)', en: 'A photo on a sheet: begin its upload, which may be resumed' },
    access: seated,
    body: onSheet.extend({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.int().min(1).max(2_147_483_647),
      media: z.enum(photoMedia),
    }),
    output: uploadState,
    problems: [...onto, problems.unknownComponent, problems.tooManyPhotos],
    idempotent: false,
    perMinute,
    example: { body: { ...sampleSheet, sha256: '0'.repeat(64), bytes: 3_400_211, media: 'image/jpeg' }, output: sampleState },
  },
  appendPhoto: {
    method: 'POST',
    path: '/rounds/seat/photos/:photo/chunks',
    summary: { zh: '评分表照片: 送出一段', en: 'A photo on a sheet: send its next bytes' },
    access: seated,
    params: ofPhoto,
    query: z.strictObject({ seat: shape.id, offset: z.coerce.number().int().min(0) }),
    bytes: { maxBytes: photoChunk },
    output: uploadState,
    problems: [problems.noSuchSeat],
    idempotent: false,
    perMinute,
    example: { params: { photo: ids.other }, query: { seat: ids.seat, offset: 0 }, output: sampleState },
  },
  finishPhoto: {
    method: 'POST',
    path: '/rounds/seat/photos/:photo/finish',
    summary: { zh: '评分表照片: 核对并确认送达', en: 'A photo on a sheet: check the bytes and confirm that they have arrived' },
    access: seated,
    params: ofPhoto,
    body: z.strictObject({ seat: shape.id }),
    output: uploadState,
    problems: [problems.noSuchSeat],
    idempotent: false,
    perMinute,
    example: { params: { photo: ids.other }, body: { seat: ids.seat }, output: { ...sampleState, state: 'arrived' } },
  },
  keepPhoto: {
    method: 'POST',
    path: '/rounds/seat/photos',
    summary: { zh: '评分表照片: 放上评分表(可不拍)', en: 'Put an arrived photo on a sheet; once, however often it is said' },
    access: seated,
    body: onSheet,
    /** withdrawn: it was taken back before this came; nothing was recorded. */
    output: z.strictObject({ id: shape.id, state: z.enum(['kept', 'withdrawn']) }),
    problems: [...onto, problems.unknownComponent, problems.tooManyPhotos],
    perMinute,
    example: { body: sampleSheet, output: { id: ids.other, state: 'kept' } },
  },
  withdrawPhoto: {
    method: 'POST',
    path: '/rounds/seat/photos/withdraw',
    summary: { zh: '评分表照片: 移除(揭晓前)', en: 'Take a photo off a sheet, before the reveal' },
    access: seated,
    body: onSheet,
    output: z.strictObject({ id: shape.id }),
    problems: onto,
    perMinute,
    example: { body: sampleSheet, output: { id: ids.other } },
  },
  sheetPhoto: {
    method: 'GET',
    path: '/rounds/seat/photos/:photo/view',
    summary: {
      zh: '评分表照片的预览图(本席位、计票人、监票人)',
      en: 'A view of a photo on a sheet: for its own seat, tellers and supervisor',
    },
    access: seated,
    params: ofPhoto,
    query: z.strictObject({ seat: shape.id, size }),
    file: ['image/jpeg'],
    problems: [problems.noSuchSeat, problems.noSuchPhoto],
    perMinute,
    example: { params: { photo: ids.other }, query: { seat: ids.seat, size: 'small' } },
  },
  photos: {
    method: 'GET',
    path: '/rounds/:unit/:id/photos',
    summary: { zh: '现场照片(揭晓后)', en: 'Photos from the hall, after the reveal' },
    access: read,
    params: where,
    output: z.strictObject({ photos: z.array(opened) }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { photos: [] } },
  },
  photo: {
    method: 'GET',
    path: '/rounds/:unit/:id/photos/:photo',
    summary: { zh: '一张现场照片的预览图(揭晓后)', en: 'A view of a photo from the hall, after the reveal' },
    access: read,
    params: where.extend({ photo: shape.id }),
    query: z.strictObject({ size }),
    file: ['image/jpeg'],
    problems: [problems.noSuchPhoto],
    example: { params: { ...here, photo: ids.other }, query: { size: 'small' } },
  },
  ownPhotos: {
    method: 'GET',
    path: '/rounds/places/:subject/photos',
    summary: { zh: '本单位的现场照片(揭晓后)', en: 'Photos of my unit from a hall, after the reveal' },
    access: own,
    params: z.strictObject({ subject: shape.unitCode }),
    query: z.strictObject({ unit: shape.unitCode, round: shape.id }),
    output: z.strictObject({ photos: z.array(opened) }),
    problems: [],
    example: { params: { subject: '990101001001' }, query: { unit: here.unit, round: ids.round }, output: { photos: [] } },
  },
  ownPhoto: {
    method: 'GET',
    path: '/rounds/places/:subject/photos/:unit/:photo',
    summary: { zh: '本单位一张现场照片的预览图(揭晓后)', en: 'A view of a photo of my unit, after the reveal' },
    access: own,
    params: z.strictObject({ subject: shape.unitCode, unit: shape.unitCode, photo: shape.id }),
    query: z.strictObject({ size }),
    file: ['image/jpeg'],
    problems: [problems.noSuchPhoto],
    example: { params: { subject: '990101001001', unit: here.unit, photo: ids.other }, query: { size: 'small' } },
  },
})
