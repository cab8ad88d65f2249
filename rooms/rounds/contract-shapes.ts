// Shapes that several endpoints of this room share. Points and weights are decimal strings; days are China's.

import { z } from 'zod'

export const day = z.iso.date()
export const at = z.iso.datetime()
export const unitCode = z.string().regex(/^\d{2,17}$/)
export const id = z.uuid()
export const decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/)
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
/** Ids inside rules: components, panels, criteria. */
export const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
export const words = (most: number) => z.string().trim().min(1).max(most)
export const maybe = (most: number) => z.string().trim().max(most)

/** Where a round is found: its convening unit and its id. */
export const where = z.strictObject({ unit: unitCode, id })
export const done = z.strictObject({ version: z.int() })

export const state = z.enum(['planned', 'fixed', 'live', 'frozen', 'tallied', 'signed', 'revealed', 'published', 'closed', 'cancelled'])
export const mode = z.enum(['field', 'stage', 'both', 'sandtable'])
export const seatKind = z.enum(['judge', 'teller', 'supervisor', 'commentator', 'finder', 'voter', 'stage'])

export const aggregate = z.union([
  z.strictObject({ kind: z.literal('mean') }),
  z.strictObject({ kind: z.literal('median') }),
  z.strictObject({ kind: z.literal('trimmed-mean'), dropHigh: z.int().min(0), dropLow: z.int().min(0), minJudges: z.int().min(1) }),
])

export const criterion = z.strictObject({ id: word, title: words(60), max: decimal, step: decimal, hint: maybe(200) })

/** The rules of a round; `core/rules.ts` turns them into the method and sheets of a tally (contract of `tally`). */
export const rules = z.strictObject({
  template: z.strictObject({ pack: z.string().max(120), id: z.string().max(40) }).nullable(),
  components: z
    .array(z.strictObject({ id: word, title: words(40), weight: decimal, seconds: z.int().min(0).max(7200) }))
    .min(1)
    .max(8),
  panels: z
    .array(z.strictObject({ id: word, title: words(40), weight: decimal }))
    .min(1)
    .max(12),
  sheets: z.record(word, z.array(criterion).min(1).max(40)),
  aggregate,
  bonusCap: decimal,
  decimals: z.int().min(0).max(6),
  ties: z.array(z.string().max(100)).max(20),
  /** Lowest total (as shown) of 先进 and of 良好; below the second it is 待提升. */
  bands: z.strictObject({ advanced: decimal, good: decimal }),
  /** Working days after the result in which a unit may ask for a recount. */
  recountDays: z.int().min(1).max(30),
})

export const partUnit = z.strictObject({
  subject: unitCode,
  name: z.string(),
  number: z.int(),
  speaking: z.int().nullable(),
  stop: z.int().nullable(),
  drawn: z.boolean().nullable(),
  presentedAt: at.nullable(),
})

/** One spot of the presented unit, before, during and after, in a round at the sand table. */
export const exhibit = z.strictObject({
  number: z.int(),
  all: z.int(),
  subject: unitCode,
  spot: z.string(),
  pictures: z.array(z.strictObject({ id, phase: z.enum(['before', 'during', 'after']), on: day, shows: z.string() })),
})

/** What the stage shows; never anything that hides from the hall. */
export const scene = z.strictObject({
  kind: z.enum(['idle', 'order', 'unit', 'draw', 'reveal', 'board', 'vote', 'pause']),
  subject: unitCode.nullable(),
  component: word.nullable(),
  draw: id.nullable(),
  /** Of last quarter's ledger entries of the presented unit. */
  mended: z.strictObject({ closed: z.int(), due: z.int() }).nullable(),
  timer: z.strictObject({
    seconds: z.int(),
    /** Instant at which it was started; null while it stands. */
    startedAt: at.nullable(),
    /** Milliseconds that had passed before it was started last. */
    passedMs: z.int(),
  }),
  exhibit: exhibit.nullish(),
})

export const band = z.enum(['advanced', 'good', 'improving'])

/** A unit's place as it may be told or published; `rank`, `total` and what stands under them are null in bands. */
export const place = z.strictObject({
  subject: unitCode,
  name: z.string(),
  band,
  rank: z.int().nullable(),
  total: decimal.nullable(),
  components: z.record(word, z.string().nullable()).nullable(),
  spread: z.record(word, z.string()).nullable(),
  judges: z.record(word, z.int()).nullable(),
  marks: z.array(z.string()),
})

export const named = z.strictObject({ subject: unitCode, name: z.string() })

/** A recorded change with its reason; `before` and `after` are the digests of changed rules. */
export const notice = z.strictObject({
  verb: z.enum(['changeRules', 'correct', 'cancel', 'thaw', 'order']),
  reason: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  at,
})

export const roundRow = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  id,
  name: z.string(),
  quarter,
  theme: z.string(),
  heldOn: day,
  mode,
  state,
  version: z.int(),
  units: z.int(),
})

export const round = roundRow.extend({
  place: z.string(),
  ballots: z.enum(['named', 'anonymous']),
  spotCheck: z.boolean(),
  agenda: z.array(z.string()),
  rules,
  rulesDigest: z.string().nullable(),
  scene,
  parts: z.array(partUnit),
  /** What was changed on record, the latest first. */
  notices: z.array(notice),
})

export const ids = {
  round: '01990a00-0000-7000-8000-000000000010',
  seat: '01990a00-0000-7000-8000-000000000011',
  draw: '01990a00-0000-7000-8000-000000000012',
  other: '01990a00-0000-7000-8000-000000000013',
} as const

export const at0 = '2026-09-08T01:00:00.000Z'
export const here = { unit: '990101001', id: ids.round }

export const sampleRules: z.input<typeof rules> = {
  template: { pack: 'sample/rounds', id: 'T1' },
  components: [{ id: 'field', title: '实地看', weight: '1', seconds: 600 }],
  panels: [{ id: 'leaders', title: '班子成员', weight: '1' }],
  sheets: { field: [{ id: 'pledges', title: '承诺兑现', max: '100', step: '0.5', hint: '' }] },
  aggregate: { kind: 'mean' },
  bonusCap: '5',
  decimals: 2,
  ties: ['component:field'],
  bands: { advanced: '90', good: '80' },
  recountDays: 3,
}

export const sampleScene: z.input<typeof scene> = {
  kind: 'idle',
  subject: null,
  component: null,
  draw: null,
  mended: null,
  timer: { seconds: 0, startedAt: null, passedMs: 0 },
}

export const sampleRow: z.input<typeof roundRow> = {
  unit: '990101001',
  unitName: '晨光街道',
  id: ids.round,
  name: '第三季度亮赛比',
  quarter: '2026-Q3',
  theme: '宜业兴业星',
  heldOn: '2026-09-10',
  mode: 'field',
  state: 'planned',
  version: 1,
  units: 0,
}

export const sampleRound: z.input<typeof round> = {
  ...sampleRow,
  place: '街道会议室',
  ballots: 'named',
  spotCheck: false,
  agenda: [],
  rules: sampleRules,
  rulesDigest: null,
  scene: sampleScene,
  parts: [],
  notices: [],
}

export const samplePlace: z.input<typeof place> = {
  subject: '990101001001',
  name: '朝霞社区',
  band: 'advanced',
  rank: null,
  total: null,
  components: null,
  spread: null,
  judges: null,
  marks: [],
}

/** What `tally` reads (docs: contract of the command). */
export const tallyInput = z.strictObject({
  method: z.unknown(),
  sheets: z.unknown(),
  units: z.array(z.unknown()),
  judges: z.array(z.unknown()),
  scores: z.array(z.unknown()),
  adjustments: z.array(z.unknown()),
})
export const sampleInput = { method: {}, sheets: {}, units: [], judges: [], scores: [], adjustments: [] }
