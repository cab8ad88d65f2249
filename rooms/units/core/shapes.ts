// Schemas that the endpoints of this room share, and the invented places of their examples.

import { z } from 'zod'

/** A unit's code: digits, 2 to 17 of them. */
export const unitCode = z.string().regex(/^\d{2,17}$/)
/** The unit that the address names. */
export const unitParams = z.strictObject({ code: unitCode })
/** A day, `YYYY-MM-DD`. */
export const day = z.iso.date()
/** What the lowest level is. */
export const kind = z.enum(['village', 'community'])
/** The day asked about; today when it is left out. */
export const asOf = z.strictObject({ asOf: day.optional() })
/** A name as typed, trimmed. */
export const unitName = z.string().trim().min(1).max(100)

const place = z.strictObject({ code: unitCode, name: z.string() })

/** A unit on one day. `level`: 1 province … 5 village; `to: null` is open. */
export const unit = z.strictObject({
  code: unitCode,
  name: z.string(),
  level: z.number().int(),
  kind: kind.nullable(),
  from: day,
  to: day.nullable(),
})

/** With the number of units directly below. */
export const listed = unit.extend({ below: z.number().int() })
/** With the names above, from the province down. */
export const found = unit.extend({ path: z.array(place) })
/** With the official kind and how many units of each level lie below. */
export const detailed = found.extend({
  kindOfficial: kind.nullable(),
  below: z.array(z.strictObject({ level: z.number().int(), count: z.number().int() })),
})

/** Every decision has a first day; the document it rests on and the reason in the decider's words are kept with the act. */
export const decision = {
  effective: day,
  document: z.string().trim().min(1).max(100).optional(),
  reason: z.string().trim().min(2).max(500).optional(),
}
/** A decision whose reason must be given. */
export const reasoned = { ...decision, reason: z.string().trim().min(2).max(500) }

/** Old codes and their new ones. */
export const moves = z.array(z.strictObject({ from: unitCode, to: unitCode })).max(20_000)
/** What a transfer does or would do: every unit that hands over, with the name it will bear. */
export const transferred = z.strictObject({
  applied: z.boolean(),
  moves: z.array(
    z.strictObject({
      from: unitCode,
      fromName: z.string(),
      to: unitCode,
      toName: z.string(),
      kind: z.enum(['recoded', 'merged', 'split']),
    }),
  ),
})
/** `mapping` fixes new codes of units below; those it leaves out keep their last digits or take the next free number. */
export const transferBody = { ...reasoned, mapping: moves.default([]), dryRun: z.boolean().default(false) }

/** What an import changed or would change (contracts.md). */
export const counts = z.strictObject({
  added: z.number().int(),
  renamed: z.number().int(),
  kindChanged: z.number().int(),
  ended: z.number().int(),
  unchanged: z.number().int(),
  errors: z.array(z.never()),
})

/** Invented values of the examples. */
export const examples = {
  unit: { code: '990101001001', name: '朝霞社区', level: 5, kind: 'community', from: '2023-06-30', to: null },
  path: [
    { code: '99', name: '演示省' },
    { code: '9901', name: '演示市' },
    { code: '990101', name: '演示县' },
    { code: '990101001', name: '晨光街道' },
  ],
  decision: { effective: '2026-10-01', document: '演政文〔2026〕1号', reason: '按批复调整' },
} as const
