// Shapes that the contract's endpoints share.

import { z } from 'zod'
import { userVerbs } from './guards.ts'

/** A calendar day. */
export const day = z.iso.date()
/** A unit's code. */
export const unitCode = z.string().regex(/^\d{2,17}$/)
/** Text that says something, trimmed. */
export const words = (most: number) => z.string().trim().min(1).max(most)
/** Text that may be empty. */
export const perhaps = (most: number) => z.string().trim().max(most)

/** States as in core/state.ts. */
export const state = z.enum(['assigned', 'refused', 'rectifying', 'checking', 'closed', 'held', 'relapsed', 'withdrawn'])
/** Where an entry comes from. */
export const sourceKind = z.enum(['remark', 'finding', 'review', 'inspection', 'request', 'meeting'])
/** `kind:id` of a record of any room. */
export const sourceRef = z.string().regex(/^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$/)
/** The four lists. */
export const list = z.enum(['tasks', 'duties', 'measures', 'times'])
/** Where the deadline stands. */
export const alarm = z.enum(['none', 'waiting', 'warn', 'late-1x', 'late-3x'])

/** A unit with its name. */
export const unitName = z.strictObject({ code: unitCode, name: z.string() })

/** A line of the lists. */
export const row = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  owner: unitName,
  subject: unitName,
  kind: z.string(),
  sourceKind,
  source: z.string().nullable(),
  star: z.string().nullable(),
  criterion: z.string().nullable(),
  problem: z.string(),
  /** Fields of its register by id; empty for a plain problem. */
  particulars: z.record(z.string(), z.string()),
  measure: z.string(),
  responsible: z.string(),
  supervisor: z.string(),
  state,
  alarm,
  /** Working days left; negative when late, null when nothing is owed or the calendar does not reach. */
  left: z.int().nullable(),
  /** The unit that was told last that the days have passed; null while none was. */
  told: unitName.nullable(),
  days: z.int().nullable(),
  /** Null while the public calendar of the year is not known. */
  due: day.nullable(),
  assignedOn: day,
  report: z.string(),
  rectifiedOn: day.nullable(),
  closedOn: day.nullable(),
  extensionUntil: day.nullable(),
  lookBackOn: day.nullable(),
  relapseOf: z.uuid().nullable(),
  relapsedAs: z.uuid().nullable(),
  returns: z.int(),
})

const text = z.strictObject({ zh: z.string(), en: z.string() })

/** A register of its own kind, from the packs. */
export const register = z.strictObject({
  id: z.string(),
  title: text,
  note: text,
  sample: z.boolean(),
  key: z.string().nullable(),
  star: z.string().nullable(),
  fields: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      type: z.enum(['text', 'number', 'day', 'choice']),
      required: z.boolean(),
      choices: z.array(text),
    }),
  ),
})

/** Where an item of evidence stands. */
export const itemAt = z.strictObject({ unit: unitCode, id: z.uuid() })
/** Evidence that goes with a step; optional everywhere. */
export const evidenceGiven = z.array(itemAt).max(20).default([])

/** Where the entry stood for a device that decided without a line; the step is refused when it has moved since. */
export const seen = z.strictObject({ state, returns: z.int().min(0) }).optional()

/** An item of evidence as the entry shows it. */
export const exhibit = itemAt.extend({
  shows: z.string(),
  spot: z.string().nullable(),
  phase: z.enum(['before', 'during', 'after']).nullable(),
  effectiveOn: day,
  media: z.string(),
  preview: z.enum(['waiting', 'made', 'none', 'failed']),
  /** For who reviews: found by comparing, no verdict. */
  hints: z.array(z.strictObject({ kind: z.enum(['elsewhere', 'repeated', 'before-after', 'day']), takenOn: day.nullable() })),
})

/** The entry before or after this one, where a problem came back. */
export const linked = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  problem: z.string(),
  state,
  assignedOn: day,
  closedOn: day.nullable(),
})

const plan = z.strictObject({
  measure: z.string(),
  responsible: z.string(),
  responsibleAccount: z.uuid().nullable(),
  supervisor: z.string(),
})

/** One step: which office took it, never which person. */
export const step = z.strictObject({
  at: z.iso.datetime(),
  verb: z.enum([
    'assign',
    'plan',
    'accept',
    'refuse',
    'arbitrate',
    'rectify',
    'return',
    'closeOut',
    'askExtension',
    'decideExtension',
    'lookBack',
    'withdraw',
    'escalate',
  ]),
  unit: unitName.nullable(),
  role: z.string().nullable(),
  text: z.string(),
  days: z.int().nullable(),
  due: day.nullable(),
  granted: z.boolean().nullable(),
  plan: plan.nullable(),
  evidence: z.array(z.uuid()),
  other: z.uuid().nullable(),
  /** escalate: once or three times the days allowed, and who was told. */
  level: z.int().nullable(),
  told: unitName.nullable(),
})

/** The whole entry, its steps, and what the asker may do with it today. */
export const record = row.extend({
  responsibleAccount: z.uuid().nullable(),
  arbiter: unitName,
  steps: z.array(step),
  /** Evidence that is cited for it, the latest day first. */
  exhibits: z.array(exhibit),
  /** The entry that relapsed into this one, and the one that this one relapsed into. */
  earlier: linked.nullable(),
  later: linked.nullable(),
  may: z.array(z.enum(userVerbs)),
  /** The day it is, in China. */
  asOf: day,
})

/** How a unit stands in a time. */
export const counts = z.strictObject({ due: z.int(), closed: z.int(), overdue: z.int(), open: z.int() })
