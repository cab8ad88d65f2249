// Shapes that the contract's endpoints share: an edition as it travels, whole, and its line in the list.

import { z } from 'zod'
import { periods, valueTypes } from '#rooms/facts/core/definition.ts'
import { editionStates, editionVerbs } from './edition.ts'
import { criterionKinds, ladderLevels, ladderSubjects } from './pack-shapes.ts'

/** A calendar day. */
export const day = z.iso.date()
/** A unit's code. */
export const unitCode = z.string().regex(/^\d{2,17}$/)
/** publisher/standard/edition */
export const editionId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2}$/)
  .max(120)
/** SHA-256 of an edition's canonical content. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
/** A unit with its name. */
export const unitName = z.strictObject({ code: unitCode, name: z.string() })

const kind = z.enum(['village', 'community'])
const strings = z.array(z.string())
const english = z.string().exactOptional()

/** One criterion. */
export const criterion = z.strictObject({
  id: z.string(),
  text: z.string(),
  textEn: english,
  standard: z.string(),
  standardEn: english,
  requirement: z.string(),
  requirementEn: english,
  kind: z.enum(criterionKinds),
  rule: z.string().nullable(),
  required: z.boolean(),
  evidence: strings,
  evidenceEn: strings.exactOptional(),
  role: z.string(),
  roleEn: english,
  deadline: z.string().nullable(),
})

const carried = z.array(z.strictObject({ from: z.string(), to: z.string().nullable(), change: z.enum(['same', 'changed', 'dropped']) }))

const star = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  scope: kind,
  lead: z.string(),
  taskForce: z.string(),
  taskForceEn: english,
  rule: z.string().nullable(),
  prerequisites: z.strictObject({ stars: strings, enabled: z.boolean() }),
  bottomLines: z.array(z.strictObject({ id: z.string(), text: z.string(), textEn: english, rule: z.string() })),
  tasks: z.array(z.strictObject({ id: z.string(), name: z.string(), nameEn: english, criteria: z.array(criterion) })),
  flow: z.array(z.strictObject({ name: z.string(), nameEn: english, by: z.string(), byEn: english })),
})

/** An edition as core/pack-shapes.ts has it. */
export const pack = z.strictObject({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  notice: z.string(),
  noticeEn: z.string(),
  scopes: z.array(kind),
  offices: z.array(z.strictObject({ name: z.string(), nameEn: english })),
  certificates: z.array(z.strictObject({ name: z.string(), nameEn: english })),
  caseTypes: z.array(z.strictObject({ id: z.string(), name: z.string(), nameEn: z.string() })),
  facts: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      nameEn: english,
      aliases: strings,
      type: z.enum(valueTypes),
      measure: z.string().nullable(),
      choices: strings,
      period: z.enum(periods),
      source: z.string(),
    }),
  ),
  stars: z.array(star),
  stages: z.array(
    z.strictObject({ name: z.string(), nameEn: english, from: z.string(), to: z.string(), work: z.string(), workEn: english }),
  ),
  ladders: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      level: z.enum(ladderLevels),
      of: z.enum(ladderSubjects),
      value: z.string(),
      least: z.string(),
    }),
  ),
  replaces: z.strictObject({ edition: z.string(), stars: carried, criteria: carried }).nullable(),
})

/** How much an edition holds. */
export const counts = z.strictObject({ stars: z.int(), tasks: z.int(), criteria: z.int(), bottomLines: z.int() })

/** A line of the list. */
export const editionRow = z.strictObject({
  id: z.string(),
  owner: unitName,
  state: z.enum(editionStates),
  origin: z.enum(['shipped', 'own']),
  title: z.string(),
  titleEn: z.string(),
  replaces: z.string().nullable(),
  digest: z.string(),
  draftedOn: day,
  issuedOn: day.nullable(),
  retiredOn: day.nullable(),
  uses: z.int(),
  may: z.array(z.enum(editionVerbs)),
  /** What a draft was sent back for last, and whether it has been changed since. */
  returned: z.strictObject({ items: strings, reason: z.string(), until: day, on: day, mended: z.boolean() }).nullable(),
  /** A draft that the reader wrote or changed last: somebody else issues it. */
  needsSecond: z.boolean(),
})

/** One edition, whole. */
export const editionRecord = editionRow.extend({ counts, pack })

/** One line of a comparison. */
export const carryRow = z.strictObject({
  what: z.enum(['star', 'bottomLine', 'criterion']),
  from: z.string().nullable(),
  to: z.string().nullable(),
  text: z.string(),
  change: z.enum(['same', 'changed', 'dropped', 'added']),
  differs: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  doubtful: z.boolean(),
})

/** What a township added. */
export const addition = z.strictObject({
  unit: unitName,
  id: z.uuid(),
  edition: z.string(),
  star: z.string(),
  criterion,
  from: day,
  to: day.nullable(),
  /** Whether the acting post may end it. */
  mine: z.boolean(),
})

const outcome = z.strictObject({ id: z.string(), met: z.boolean().nullable(), because: z.string() })

/** What a unit meets of one star. */
export const triedStar = z.strictObject({
  code: z.string(),
  held: z.boolean().nullable(),
  because: z.string(),
  bottomLines: z.array(outcome),
  criteria: z.array(outcome),
})
