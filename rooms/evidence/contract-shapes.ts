// The shapes that several endpoints of evidence share, and the example that stands for all of them.

import { z } from 'zod'
import { hintKinds } from './core/hints.ts'
import { phases, targetPattern } from './core/item.ts'
import { mediaTypes } from './core/media.ts'

export const day = z.iso.date()
export const unitCode = z.string().regex(/^\d{2,17}$/)
export const where = z.strictObject({ unit: unitCode, id: z.uuid() })
export const target = z.string().regex(targetPattern)
export const phase = z.enum(phases)
export const words = (most: number) => z.string().trim().min(1).max(most)

/** A line of the list. Who put it in is told only as `mine`: nothing here counts or lists by person. */
export const row = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  unitName: z.string(),
  /** The unit it speaks of, often the same. */
  subject: unitCode,
  subjectName: z.string(),
  shows: z.string(),
  spot: z.string().nullable(),
  phase: phase.nullable(),
  effectiveOn: day,
  recordedAt: z.iso.datetime(),
  media: z.enum(mediaTypes),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  preview: z.enum(['waiting', 'made', 'none', 'failed']),
  /** How many records cite it now. */
  cited: z.int(),
  mine: z.boolean(),
  /** There is a hint about it that the acting post may read. */
  hinted: z.boolean(),
  /** A masked copy has taken its place; only reviewers and who put it in still see it. */
  masked: z.boolean(),
})

/** Something to look at twice, for reviewers; never a verdict. */
export const hint = z.strictObject({
  kind: z.enum(hintKinds),
  /** The camera's day, of `day`. */
  takenOn: day.nullable(),
  /** Other items that it rests on, as far as the acting post sees them; of other posts' units nothing is told. */
  others: z.array(z.strictObject({ unit: unitCode, unitName: z.string(), id: z.uuid(), shows: z.string(), effectiveOn: day })),
})

/** One use of it; `withdrawnAt` when it no longer counts. */
export const citation = z.strictObject({
  id: z.uuid(),
  target,
  /** How its room calls what cites, and where the desk shows it; null where the acting post does not see it. */
  called: z.strictObject({ words: z.string(), path: z.string().nullable() }).nullable(),
  citedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
})

/** An item with where it is cited. */
export const item = row.extend({
  citations: z.array(citation),
  hints: z.array(hint),
  /** The item that it is a masked copy of, where the acting post sees that one. */
  derivedFrom: z.uuid().nullable(),
  /** When file and words were taken out; null as long as they are there. */
  erasedAt: z.iso.datetime().nullable(),
  /** Whether the original may be downloaded. */
  original: z.boolean(),
})

export const example = {
  params: { unit: '990101001001', id: '01990a00-0000-7000-8000-0000000000e2' },
  row: {
    unit: '990101001001',
    id: '01990a00-0000-7000-8000-0000000000e2',
    unitName: '朝霞社区',
    subject: '990101001001',
    subjectName: '朝霞社区',
    shows: '小广场铺装完工',
    spot: '小广场',
    phase: 'after',
    effectiveOn: '2026-09-05',
    recordedAt: '2026-09-08T01:00:00.000Z',
    media: 'image/jpeg',
    bytes: 3_400_211,
    width: 3000,
    height: 4000,
    preview: 'made',
    cited: 0,
    mine: true,
    hinted: false,
    masked: false,
  },
} as const
export const shown = { ...example.row, citations: [], hints: [], derivedFrom: null, erasedAt: null, original: true } as const

/** A unit says of a time that there is nothing to show: not the same as nothing having been uploaded. */
export const nothing = z.strictObject({ unit: unitCode, unitName: z.string(), from: day, to: day, statedAt: z.iso.datetime() })
