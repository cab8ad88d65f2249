// Shapes that several endpoints share, and the samples that examples are made of.

import { z } from 'zod'
import { cycleStates } from './core/cycle.ts'
import { honourStates, honourVerbs, takenVerbs } from './core/honour.ts'
import type { HonourVerb } from './core/honour.ts'
import { answers } from './core/self-check.ts'
import { states } from './core/candidacy.ts'

export const day = z.iso.date()
export const id = z.uuid()
export const unitCode = z.string().regex(/^\d{2,17}$/)
export const words = (most: number) => z.string().trim().min(1).max(most)
export const perhaps = (most: number) => z.string().trim().max(most)
export const star = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)
export const rowId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/)
export const year = z.string().regex(/^\d{4}$/)
export const quarter = z.string().regex(/^\d{4}Q[1-4]$/)
export const edition = z.string().regex(/^[a-z0-9][a-z0-9./-]{0,119}$/)
export const state = z.enum(states)
export const where = z.strictObject({ unit: unitCode, id })
export const level = z.enum(['first', 'office', 'joint'])

export const stage = z.strictObject({ id: star, name: words(40), from: day, to: day })
export const parameters = z.strictObject({
  publicityDays: z.int().min(1).max(90).nullable(),
  publicityKind: z.enum(['working', 'calendar']).nullable(),
  decidedBy: z.enum(['county', 'prefecture']).nullable(),
  samplingPercent: z.int().min(0).max(100).nullable(),
  appealDays: z.int().min(1).max(365).nullable(),
  contact: words(200).nullable(),
  formerStars: z.enum(['decided', 'closed', 'kept']).nullable().default(null),
})
/** Star → office that reviews it. */
export const offices = z.record(star, words(60))

export const cycleRow = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  id,
  year: z.int(),
  name: z.string(),
  edition: z.string(),
  state: z.enum(cycleStates),
  version: z.int(),
})
export const starShown = z.strictObject({
  code: z.string(),
  name: z.string(),
  scope: z.enum(['village', 'community']),
  lead: z.string(),
})
export const cycle = cycleRow.extend({
  calendar: z.array(stage),
  parameters,
  offices,
  /** Offices of the edition, to choose from. */
  officeChoices: z.array(z.string()),
  stars: z.array(starShown),
  /** As the county named it, for changing it; `name` is what a reader sees. */
  names: z.strictObject({ zh: z.string(), en: z.string().nullable() }),
  /** Stages in their order, and who reviews each star, as a reader calls them. */
  stageNames: z.array(z.string()),
  officeNames: z.record(z.string(), z.string()),
})

export const rowNote = z.strictObject({ row: rowId, reason: words(500) })
export const stepShown = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime(),
  verb: z.string(),
  byUnitName: z.string(),
  byRole: z.string(),
  rows: z.array(rowNote),
  reason: z.string(),
  due: day.nullable(),
})

export const candidacyRow = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  id,
  cycle: id,
  star: z.string(),
  batch: z.int(),
  state,
  back: level.nullable(),
  due: day.nullable(),
  drawn: z.boolean(),
  publicUntil: day.nullable(),
  changedAt: z.iso.datetime(),
})

export const answer = z.enum(answers)
export const checkRow = z.strictObject({
  row: z.string(),
  answer,
  reason: z.string(),
  known: z.string().nullable(),
  /** What was cited for it when it was submitted, each as `unit.id`. */
  items: z.array(z.string()),
})
/** A row that a star asks, as reviewers and the unit read it. */
export const askedRow = z.strictObject({
  row: z.string(),
  kind: z.enum(['bottom-line', 'criterion', 'addition']),
  text: z.string(),
  standard: z.string(),
  requirement: z.string(),
  /** Decided by an office's review, not by a rule over data. */
  byReview: z.boolean(),
})
export const candidacy = candidacyRow.extend({
  rows: z.array(rowNote),
  refusedOn: day.nullable(),
  certifiedOn: day.nullable(),
  steps: z.array(stepShown),
  /** As last submitted; empty before that. */
  submitted: z.array(checkRow),
  /** What differs from the submission before. */
  changed: z.array(z.string()),
  /** The rows of `changed` as they were submitted before. */
  before: z.array(checkRow),
  /** Every row that the star asks of the unit. */
  asked: z.array(askedRow),
  /** What the rules say of what is known today. */
  evaluation: z.strictObject({
    held: z.boolean().nullable(),
    rows: z.array(z.strictObject({ row: z.string(), met: z.boolean().nullable(), because: z.string() })),
  }),
  /** Verbs open to the acting post. */
  verbs: z.array(z.string()),
  /** What stands in the way of certifying, in words, for who decides. */
  hindrances: z.array(z.string()),
})

/** Beside evidence, for who reviews: found by comparing, no verdict. */
export const hint = z.strictObject({ kind: z.enum(['elsewhere', 'repeated', 'before-after', 'day']), takenOn: day.nullable() })

/** Whether a list that is read at once ends before its end; the file of the same list goes further. */
export const more = z.boolean()

export const honourVerb = z.enum(honourVerbs as readonly [HonourVerb, ...HonourVerb[]])
/** What somebody does about one star; it ends by a later cycle alone. */
export const takenVerb = z.enum(takenVerbs as [(typeof takenVerbs)[number], ...typeof takenVerbs])
export const honour = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  id,
  cycle: id,
  year: z.int(),
  star: z.string(),
  starName: z.string(),
  plaque: z.string(),
  state: z.enum(honourStates),
  due: day.nullable(),
  from: day,
  to: day.nullable(),
})
export const sample = z.strictObject({
  unit: unitCode,
  id,
  cycle: id,
  cycleName: z.string(),
  pool: z.array(z.string()),
  poolDigest: z.string(),
  sources: z.array(z.string()),
  take: z.int(),
  state: z.enum(['sealed', 'half', 'drawn', 'void']),
  /** Why it gave way to another seal; empty unless it is void. */
  voidReason: z.string(),
  entropy: z.string().nullable(),
  /** Lines drawn, counted from 1, in their order. */
  selected: z.array(z.int()),
  /** Two persons entered different values just now, so both entries were cleared. */
  differed: z.boolean(),
})
export const done = z.strictObject({ version: z.int() })

export const ids = {
  cycle: '01990a00-0000-7000-8000-000000000501',
  candidacy: '01990a00-0000-7000-8000-000000000502',
  publicity: '01990a00-0000-7000-8000-000000000503',
  honour: '01990a00-0000-7000-8000-000000000504',
  objection: '01990a00-0000-7000-8000-000000000505',
  sample: '01990a00-0000-7000-8000-000000000506',
} as const
export const hereCycle = { unit: '990101', id: ids.cycle } as const
export const here = { unit: '990101001001', id: ids.candidacy } as const

export const sampleParameters: z.input<typeof parameters> = {
  publicityDays: 5,
  publicityKind: 'working',
  decidedBy: 'county',
  samplingPercent: 20,
  appealDays: 10,
  contact: '演示县委组织部 000-0000000',
  formerStars: 'decided',
}
export const sampleCycleRow: z.input<typeof cycleRow> = {
  unit: '990101',
  unitName: '演示县',
  id: ids.cycle,
  year: 2026,
  name: '2026年度社区“五星”支部创建',
  edition: 'sample/five-star/2022-community',
  state: 'open',
  version: 3,
}
export const sampleStages: z.input<typeof stage>[] = [{ id: 'carry-out', name: '落实措施', from: '2026-07-01', to: '2026-09-30' }]
export const sampleCycle: z.input<typeof cycle> = {
  ...sampleCycleRow,
  calendar: sampleStages,
  parameters: sampleParameters,
  offices: { YYXY: '人社局' },
  officeChoices: ['人社局', '政法委'],
  stars: [{ code: 'YYXY', name: '宜业兴业星', scope: 'community', lead: '人社局' }],
  names: { zh: '2026年度社区“五星”支部创建', en: 'Five stars for communities, 2026' },
  stageNames: ['落实措施'],
  officeNames: { YYXY: '人社局' },
}
export const sampleRow: z.input<typeof candidacyRow> = {
  ...here,
  unitName: '朝霞社区',
  cycle: ids.cycle,
  star: 'YYXY',
  batch: 1,
  state: 'first',
  back: null,
  due: null,
  drawn: false,
  publicUntil: null,
  changedAt: '2026-09-08T01:00:00.000Z',
}
export const sampleCandidacy: z.input<typeof candidacy> = {
  ...sampleRow,
  rows: [],
  refusedOn: null,
  certifiedOn: null,
  steps: [],
  submitted: [{ row: 'B1', answer: 'met', reason: '', known: '近12个月无成立的商户投诉', items: [] }],
  changed: [],
  before: [],
  asked: [
    {
      row: 'B1',
      kind: 'bottom-line',
      text: '一年内没有出现辖区企业、商户投诉社区现象',
      standard: '',
      requirement: '',
      byReview: false,
    },
  ],
  evaluation: { held: true, rows: [{ row: 'B1', met: true, because: '近12个月没有成立的商户投诉, 底线 B1 满足' }] },
  verbs: ['pass', 'return', 'refuse'],
  hindrances: [],
}
export const sampleHonour: z.input<typeof honour> = {
  unit: '990101001001',
  unitName: '朝霞社区',
  id: ids.honour,
  cycle: ids.cycle,
  year: 2026,
  star: 'YYXY',
  starName: '宜业兴业星',
  plaque: '7K3M9QXT2FHB',
  state: 'held',
  due: null,
  from: '2026-12-20',
  to: null,
}
export const sampleSample: z.input<typeof sample> = {
  unit: '9901',
  id: ids.sample,
  cycle: ids.cycle,
  cycleName: '2026年度社区“五星”支部创建',
  pool: ['990101001001 YYXY 朝霞社区'],
  poolDigest: '0'.repeat(64),
  sources: ['12月10日福彩3D开奖号码'],
  take: 1,
  state: 'sealed',
  voidReason: '',
  entropy: null,
  selected: [],
  differed: false,
}
