// Shapes that the contract's endpoints share.

import { z } from 'zod'

/** A calendar day. */
export const day = z.iso.date()
/** A unit's code. */
export const unitCode = z.string().regex(/^\d{2,17}$/)
/** Text that says something, trimmed. */
export const words = (most: number) => z.string().trim().min(1).max(most)
/** One inspection. */
export const where = z.strictObject({ unit: unitCode, id: z.uuid() })
const unitName = z.strictObject({ code: unitCode, name: z.string() })

/** What is looked at. */
export const item = z.strictObject({ id: z.string(), text: z.string(), basis: z.string(), days: z.int(), star: z.string().nullable() })
/** A checklist of a pack. */
export const checklist = z.strictObject({ id: z.string(), title: z.string(), note: z.string(), sample: z.boolean(), items: z.array(item) })
const state = z.enum(['draft', 'open', 'closed', 'withdrawn', 'revised'])
/** What was seen of an item. */
export const outcome = z.enum(['fine', 'fault'])
/** How much was seen, and how its entries stand. */
export const sums = z.strictObject({ units: z.int(), items: z.int(), faults: z.int(), closed: z.int(), open: z.int(), late: z.int() })

/** A line of the list. */
export const row = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  owner: z.string(),
  title: z.string(),
  basis: z.string(),
  minutes: z.int(),
  checklist: z.string(),
  from: day,
  to: day,
  state,
  subjects: z.array(unitName),
  items: z.array(item),
})

/** An entry of the ledger as a report shows it. */
export const entry = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  subject: unitName,
  problem: z.string(),
  measure: z.string(),
  responsible: z.string(),
  state: z.string(),
  alarm: z.string(),
  due: day.nullable(),
  assignedOn: day,
})

/** Evidence that is cited. */
export const picture = z.strictObject({ unit: unitCode, id: z.uuid(), shows: z.string(), preview: z.string() })

const linked = z.strictObject({ id: z.uuid(), title: z.string() }).nullable()

/** One look at one item. */
export const finding = z.strictObject({
  id: z.uuid(),
  subject: unitCode,
  item: z.string(),
  outcome,
  note: z.string(),
  on: day,
  entry: z.uuid().nullable(),
  /** Pictures of what was seen; optional, and of the phone's own not there yet while they are on their way. */
  pictures: z.array(picture),
})

/** The whole inspection. */
export const record = row.extend({
  /** It stands in the register of form demands today. */
  filed: z.boolean(),
  findings: z.array(finding),
  entries: z.array(entry),
  /** The one that this one corrects, why, and the one that corrects it. */
  revises: linked,
  revisionReason: z.string(),
  revisedAs: linked,
})

/** An invented inspection for the examples of the contract. */
export const exampleRow = {
  unit: '990101001',
  id: '01990a00-0000-7000-8000-0000000000d1',
  owner: '晨光街道',
  title: '示例：9 月社区日常督查',
  basis: '示例：街道 2026 年督查计划',
  minutes: 20,
  checklist: 'community-daily',
  from: '2026-09-08',
  to: '2026-09-30',
  state: 'draft' as const,
  subjects: [{ code: '990101001001', name: '朝霞社区' }],
  items: [{ id: 'fire-lane', text: '楼道、消防通道畅通', basis: '示例：消防安全责任制', days: 3, star: 'PAFZ' }],
}
/** The same with what was seen. */
export const exampleRecord = { ...exampleRow, filed: false, findings: [], entries: [], revises: null, revisionReason: '', revisedAs: null }
