// Shapes that the contract's endpoints share.

import { z } from 'zod'
import { demandStates, formPattern, frequencies } from './demand.ts'
import { factIdPattern, periods, valueTypes } from './definition.ts'
import { levels } from './fact-sheet.ts'
import { staters } from './held-definition.ts'

/** A calendar day. */
export const day = z.iso.date()
/** A unit's code. */
export const unitCode = z.string().regex(/^\d{2,17}$/)
/** Text that says something, trimmed. */
export const words = (most: number) => z.string().trim().min(1).max(most)
/** Text that may be empty. */
export const perhaps = (most: number) => z.string().trim().max(most)
/** A definition's id. */
export const definitionId = z.string().regex(factIdPattern).max(80)
/** `2026`, `2026-H1`, `2026-Q3`, `2026-09`, `2026-09-08`; which of them, the definition says. */
export const periodKey = z.string().max(20)
/** `kind:id`. */
export const ref = z.string().regex(formPattern)
/** Levels of a certificate. */
export const level = z.enum(levels)
/** Village or community. */
export const unitKind = z.enum(['village', 'community'])
/** Which record of a unit is meant. */
export const recordKind = z.enum(['fact', 'certificate', 'case', 'review'])

/** A unit with its name. */
export const unitName = z.strictObject({ code: unitCode, name: z.string() })
/** Where one record stands. */
export const recordParams = z.strictObject({ unit: unitCode, id: z.uuid() })

const value = z.union([z.string().max(200), z.boolean()])
/** What a fact says. */
export const stated = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('value'), value }),
  z.strictObject({ state: z.literal('nothing') }),
  z.strictObject({ state: z.literal('withdrawn') }),
])

/** A definition as it is read. */
export const definition = z.strictObject({
  id: definitionId,
  name: z.string(),
  nameEn: z.string().optional(),
  aliases: z.array(z.string()),
  type: z.enum(valueTypes),
  measure: z.string().nullable(),
  choices: z.array(z.string()),
  choicesEn: z.array(z.string()).optional(),
  period: z.enum(periods),
  source: z.string(),
  statedBy: z.enum(staters),
  addedOn: day,
  retiredOn: day.nullable(),
})

const recorded = {
  id: z.uuid(),
  unit: unitName,
  reason: z.string(),
  statedOn: day,
  /** The office that entered it: unit and role, never a person. */
  byUnit: z.string().nullable(),
  byRole: z.string().nullable(),
  corrects: z.uuid().nullable(),
  /** The record that stands in its place; null while it stands itself. */
  supersededBy: z.uuid().nullable(),
  /** Whether a request for its correction waits. */
  doubted: z.boolean(),
}

/** A fact. */
export const fact = z.strictObject({
  ...recorded,
  definition: z.string(),
  period: periodKey,
  from: day,
  to: day.nullable(),
  stated,
  statedBy: z.enum(staters),
  source: z.string(),
  voucher: z.string(),
})

/** A certificate. */
export const certificate = z.strictObject({
  ...recorded,
  name: z.string(),
  level,
  issuer: z.string(),
  document: z.string(),
  from: day,
  to: day.nullable(),
  withdrawnFrom: day.nullable(),
})

/** An upheld case. */
export const upheldCase = z.strictObject({
  ...recorded,
  type: z.string(),
  on: day,
  against: z.string(),
  decidedBy: z.string(),
  decidedUnit: unitCode,
  upheld: z.boolean(),
  basis: z.string(),
  document: z.string(),
})

/** What a review came to. */
export const reviewResult = z.enum(['met', 'not-met'])

/** A review of a criterion. */
export const review = z.strictObject({
  ...recorded,
  criterion: z.string(),
  result: reviewResult,
  by: z.string(),
  on: day,
  source: z.string(),
})

/** A request for correction. */
export const doubt = z.strictObject({
  id: z.uuid(),
  unit: unitName,
  kind: recordKind,
  record: z.uuid(),
  reason: z.string(),
  askedOn: day,
  state: z.enum(['waiting', 'declined', 'corrected']),
  answer: z.string(),
  answeredOn: day.nullable(),
  answeredBy: z.string().nullable(),
})

/** A datum that is asked for again, and who holds it. */
export const duplicate = z.strictObject({
  asked: z.string(),
  heldAs: z.string(),
  kind: z.enum(['source', 'demand', 'units']),
  /** Empty where units hold it. */
  holder: z.string(),
  since: day,
  /** How many of the asked units have stated it, for which days at the latest; null: until it changes. */
  units: z.int().optional(),
  until: day.nullable().optional(),
  /** units: which, and the names of the first. */
  holders: z.array(unitCode).optional(),
  names: z.array(z.string()).optional(),
})

/** What a demand costs everybody together. */
export const cost = z.strictObject({ units: z.int(), times: z.int(), minutes: z.int() })

/** A form demand. */
export const demand = z.strictObject({
  id: z.uuid(),
  unit: unitName,
  form: ref,
  title: z.string(),
  issuer: z.string(),
  basis: z.string(),
  frequency: z.enum(frequencies),
  from: day,
  sunset: day,
  minutes: z.int(),
  definitions: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  texts: z.array(z.string()),
  below: unitName,
  kind: unitKind.nullable(),
  /** Units of the range that it does not ask, because they have stated it. */
  spared: z.array(unitName),
  cost,
  registeredOn: day,
  state: z.enum(demandStates),
  withdrawnOn: day.nullable(),
  withdrawnReason: z.string(),
  /** Whether the acting post may withdraw it. */
  mayWithdraw: z.boolean(),
})

/** Rows of a sheet that cannot be imported. */
export const badRow = z.strictObject({ line: z.int(), detail: z.string() })
/** The answer of an import. */
export const imported = z.strictObject({ added: z.int(), unchanged: z.int(), errors: z.array(badRow) })
/** What an import is told beside its file. */
export const importBody = z.strictObject({
  dryRun: z.boolean().default(false),
  /** Leave out the rows that are not right and import the others; without it, one bad row stops them all. */
  skipBad: z.boolean().default(false),
})
/** Which kind of file. */
export const format = z.enum(['xlsx', 'csv']).default('xlsx')
