// What the sand table shows, as data: the parts of a unit on a map, and the card of a unit, both as of the end of a quarter.
// Everything is another room's record as the acting post may read it; kept here is only what a big screen follows.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { showingContract } from './contract-showing.ts'
import { problems } from './problems.ts'

const day = z.iso.date()
const unitCode = z.string().regex(/^\d{2,17}$/)
const quarter = z.string().regex(/^[1-9]\d{3}Q[1-4]$/)
const access = { kind: 'post', permission: 'sandtable.read', at: 'query.unit' } as const
const standing = z.enum(['kept', 'partly', 'broken', 'under-way'])

/** A unit at the end of a quarter; of the running one, today. Without a quarter: the running one. */
const asked = z.strictObject({ unit: unitCode, quarter: quarter.optional() })
const head = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  quarter,
  /** The quarters of the slider, the oldest first. */
  quarters: z.array(quarter),
  asOf: day,
})

const star = z.strictObject({ code: z.string(), name: z.string(), certified: z.int(), aimed: z.int() })
export const part = z.strictObject({
  code: unitCode,
  name: z.string(),
  /** Villages and communities at and below it. */
  villages: z.int(),
  /** Stars that they held at the end of the day, and those they aimed for in the quarter. */
  certified: z.int(),
  aimed: z.int(),
})
const picture = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  phase: z.enum(['before', 'during', 'after']),
  on: day,
  shows: z.string(),
})
const spot = z.strictObject({ subject: unitCode, subjectName: z.string(), spot: z.string(), pictures: z.array(picture) })
const promises = z.strictObject({
  units: z.int(),
  all: z.int(),
  kept: z.int(),
  partly: z.int(),
  underWay: z.int(),
  broken: z.int(),
})
const entries = z.strictObject({
  /** At the end of the day. */
  open: z.int(),
  /** Of these, past their day; null for a past quarter, when another day may have stood. */
  late: z.int().nullable(),
  /** Closed out in the quarter, up to the day. */
  closed: z.int(),
})

const example = { unit: '990101001', unitName: '晨光街道', quarter: '2026Q3', quarters: ['2026Q2', '2026Q3'], asOf: '2026-09-08' }
const exampleStar = { code: 'YYXY', name: '宜业兴业星', certified: 1, aimed: 1 }

export const contract = defineContract({
  ...showingContract,
  layer: {
    method: 'GET',
    path: '/sandtable/layer',
    summary: { zh: '沙盘：一个单位的下级和星级', en: 'The sand table: the parts of a unit with their stars' },
    access,
    query: asked,
    output: head.extend({
      /** Units above it that the post reaches, the uppermost first. */
      path: z.array(z.strictObject({ code: unitCode, name: z.string() })),
      parts: z.array(part),
    }),
    problems: [problems.noSuchUnit, problems.notBegun],
    example: {
      query: { unit: '990101001', quarter: '2026Q3' },
      output: { ...example, path: [], parts: [{ code: '990101001001', name: '朝霞社区', villages: 1, certified: 1, aimed: 1 }] },
    },
  },
  presented: {
    method: 'GET',
    path: '/sandtable/seat/presented',
    summary: { zh: '沙盘轮次：正在场上的单位的星级', en: 'In a round: the stars of the unit that is on' },
    access: { kind: 'seat' },
    shared: true,
    perMinute: 12_000,
    output: z.strictObject({ version: z.int(), subject: unitCode.nullable(), stars: z.array(star) }),
    problems: [],
    example: { output: { version: 7, subject: '990101001001', stars: [exampleStar] } },
  },
  card: {
    method: 'GET',
    path: '/sandtable/card',
    summary: { zh: '沙盘：一个单位的卡片', en: 'The sand table: the card of a unit' },
    access,
    query: asked,
    output: head.extend({
      villages: z.int(),
      stars: z.array(star),
      /** Null above a county, where `sums` has them, and for posts that read no rounds. */
      commitments: promises
        .extend({
          /** Of a village or community; of what lies above, only the sums. */
          rows: z.array(
            z.strictObject({
              number: z.int(),
              text: z.string(),
              now: standing.nullable(),
              confirmed: z.boolean(),
              last: standing.nullable(),
            }),
          ),
        })
        .nullable(),
      /** Null above a county, and for posts that read no ledger. */
      entries: entries
        .extend({
          rows: z.array(
            z.strictObject({
              unit: unitCode,
              id: z.uuid(),
              subjectName: z.string(),
              problem: z.string(),
              assignedOn: day,
              /** As it stands now; null for a past quarter, when it may have been another. */
              due: day.nullable(),
            }),
          ),
        })
        .nullable(),
      /** Spots with pictures of two phases at least, the latest first; null above a county, and for posts that read no evidence. */
      spots: z
        .strictObject({
          all: z.int(),
          rows: z.array(spot),
        })
        .nullable(),
    }),
    problems: [problems.noSuchUnit, problems.notBegun],
    example: {
      query: { unit: '990101001', quarter: '2026Q3' },
      output: { ...example, villages: 11, stars: [exampleStar], commitments: null, entries: null, spots: null },
    },
  },
  sums: {
    method: 'GET',
    path: '/sandtable/sums',
    summary: {
      zh: '沙盘：市、省（以及以下各级）的承诺、台账合计和最近的前后对照',
      en: 'The sand table: sums of commitments and entries, and the latest pairs, of a prefecture or a province',
    },
    access,
    query: asked,
    output: z.strictObject({
      unit: unitCode,
      quarter,
      asOf: day,
      /** Null for posts that read no rounds. */
      commitments: promises.nullable(),
      /** Null for posts that read no ledger. */
      entries: entries.nullable(),
      /** The latest spots with pictures of two phases at least; null for posts that read no evidence. */
      spots: z.array(spot).nullable(),
    }),
    problems: [problems.noSuchUnit, problems.notBegun],
    example: {
      query: { unit: '9901', quarter: '2026Q3' },
      output: {
        unit: '9901',
        quarter: '2026Q3',
        asOf: '2026-09-08',
        commitments: { units: 11, all: 22, kept: 9, partly: 5, underWay: 6, broken: 2 },
        entries: { open: 5, late: 1, closed: 4 },
        spots: [],
      },
    },
  },
})
