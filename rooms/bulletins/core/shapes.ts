// Shapes that the contract's endpoints share.

import { z } from 'zod'
import { verbs } from './state.ts'

/** A calendar day. */
export const day = z.iso.date()
/** A unit's code. */
export const unitCode = z.string().regex(/^\d{2,17}$/)
/** Text that says something, trimmed. */
export const words = (most: number) => z.string().trim().min(1).max(most)

const cell = z.string().max(500)

/** One block of the text; figures stand in it as [[id]]. */
export const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: words(200),
  }),
  z.strictObject({ kind: z.literal('paragraph'), text: words(5000) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string().trim().max(200).optional(),
    columns: z
      .array(
        z.strictObject({
          title: z.string().trim().max(50),
          share: z.number().min(0.1).max(20).optional(),
          align: z.enum(['left', 'center', 'right']).optional(),
        }),
      )
      .min(1)
      .max(15),
    rows: z.array(z.array(cell).max(15)).max(2000),
  }),
  z.strictObject({ kind: z.literal('picture'), picture: z.uuid(), caption: z.string().trim().max(200).optional() }),
])

/** The red head, 抄送机关 (may be empty) and 印发机关. */
export const letterhead = z.strictObject({ mark: words(40), copies: z.string().trim().max(500), office: words(100) })

/** A figure with the query and the cut of data it came from. */
export const figure = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  query: z.string(),
  source: z.strictObject({ kind: z.string(), id: z.string(), digest: z.string(), at: z.string() }),
})

/** What people write. */
export const written = {
  title: words(200),
  addressee: z.string().trim().max(300).default(''),
  issuer: words(100),
  blocks: z.array(block).min(1).max(500),
  attachments: z.array(words(200)).max(20).default([]),
  letterhead: letterhead.nullable().default(null),
}

/** Once published: read by the offices that reach the unit (`own`), by every unit below too, or by anybody. */
export const audience = z.enum(['own', 'below', 'public'])

/** Another bulletin that is named: its number and title. */
export const named = z.strictObject({ id: z.uuid(), number: z.string(), title: z.string() })

/** A picture that was taken down, when and why; it stays named in the text. */
export const gone = z.strictObject({ picture: z.uuid(), on: day, why: z.string() })

/** A line of the list. */
export const row = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  owner: z.strictObject({ code: unitCode, name: z.string() }),
  number: z.string().nullable(),
  title: z.string(),
  state: z.enum(['draft', 'signed', 'published']),
  audience,
  draftedOn: day,
  signedOn: day.nullable(),
  publishedOn: day.nullable(),
  corrects: z.uuid().nullable(),
})

/** The whole bulletin: as written, and with the figures written in. */
export const record = row.extend({
  addressee: z.string(),
  issuer: z.string(),
  blocks: z.array(block),
  /** As it reads in print: figures written in, headings numbered. */
  filled: z.array(block),
  attachments: z.array(z.string()),
  letterhead: letterhead.nullable(),
  figures: z.array(figure),
  gone: z.array(gone),
  /** Pictures of a published one whose evidence was masked or erased since; told to who may take them down. */
  withdrawn: z.array(z.uuid()),
  /** Why it was returned, until it is revised. */
  note: z.string(),
  digest: z.string(),
  /** The published correction of this one, if any. */
  correctedBy: named.nullable(),
  /** The bulletin that this one corrects. */
  correcting: named.nullable(),
  may: z.array(z.enum(verbs)),
})
