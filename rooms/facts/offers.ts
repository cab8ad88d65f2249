// What other rooms may ask of the facts, inside their own transaction: defining data, sheets for rules, sources for forms,
// recording reviews, and the register of form demands.

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { demandState } from './core/demand.ts'
import { demandsFor } from './data/demands.ts'
import type { DemandRow } from './data/demands.ts'

export { define } from './api/defining.ts'
export type { Definer } from './api/defining.ts'
export { registerDemand, withdrawForm } from './api/demanding.ts'
export type { DemandWanted } from './api/demanding.ts'
export { factSheetsOf, sourcesOf } from './api/fact-sheets.ts'
export type { HeldSource } from './api/fact-sheets.ts'
export { recordReview, settleReview, supersedeReview } from './api/reviews.ts'
export type { ReviewWanted } from './api/reviews.ts'
export type { Recorder } from './api/recording.ts'
export type { DemandRow } from './data/demands.ts'

/** The demand by which a form (`self-check:<cycle>`) may be asked of a unit on a day; null when none stands. */
export async function demandFor(
  db: Kysely<Database>,
  { unit, form, day }: { readonly unit: Code; readonly form: string; readonly day: Day },
): Promise<DemandRow | null> {
  return (await demandsFor(db, unit, form)).find((row) => demandState(row, day) === 'standing') ?? null
}
