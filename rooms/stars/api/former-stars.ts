// 届满: a star of a former year ends with the cycle that decides anew, as that cycle's parameter says: when the unit's same star is
// certified again, and for all that are left when the cycle closes. Each has the document of that decision and is told to its
// unit; one whose appeal is open waits. Nobody ends a single star by hand.

import type { RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { endsLater, honourStates } from '../core/honour.ts'
import { missingFor } from '../core/cycle.ts'
import type { CycleRow } from '../data/cycles.ts'
import { findCycle } from '../data/cycles.ts'
import { appealedOf } from '../data/honour-appeals.ts'
import { formerHonours } from '../data/honours.ts'
import type { HonourRow } from '../data/honours.ts'
import { holdFormer, partsOf } from '../data/together.ts'
import { problems } from '../problems.ts'
import { takeHonourSteps } from './honour-steps.ts'
import type { Taking } from './honour-steps.ts'

const living = honourStates.filter(endsLater)
/** An appeal against a revocation may yet restore it. */
const perhapsLiving = [...living, 'revoked'] as const

export interface Ending {
  readonly document: string
  readonly basis: string
}

async function end(request: Taking, rows: readonly HonourRow[], { document, basis }: Ending): Promise<void> {
  for (const part of partsOf(rows)) await takeHonourSteps(request, part, { verb: 'end', on: request.today, basis, document, due: null })
}

/** Which of these were certified in cycles for the same kind of unit: a cycle for communities ends nothing in villages. */
async function ofScopes(db: RoomRequest['db'], rows: readonly HonourRow[], cycle: CycleRow): Promise<HonourRow[]> {
  const scopes = new Set(cycle.stars.map((star) => star.scope))
  const before = new Map<string, CycleRow | undefined>()
  for (const id of new Set(rows.map((row) => row.cycle))) before.set(id, await findCycle(db, id))
  return rows.filter((row) => {
    const scope = before.get(row.cycle)?.stars.find((star) => star.code === row.star)?.scope
    return scope !== undefined && scopes.has(scope)
  })
}

/** The same stars of former years, by unit and star, that end as these are certified anew; held. */
export async function formerOf(
  { db }: Pick<RoomRequest, 'db'>,
  cycle: CycleRow,
  stars: readonly { readonly unit: string; readonly star: string }[],
): Promise<Map<string, HonourRow[]>> {
  if (cycle.parameters.formerStars !== 'decided') return new Map()
  return Map.groupBy(await holdFormer(db, stars, cycle.year, living), ({ unit, star }) => `${unit} ${star}`)
}

/** Ends them, but for those with an open appeal; the document is the certification's. */
export async function endFormer(request: Taking, rows: readonly HonourRow[], ending: Ending): Promise<void> {
  const appealed = await appealedOf(request.db, rows)
  const free = rows.filter((row) => !appealed.has(row.id))
  await end(request, free, ending)
}

/** Ends whatever is left of former years as the cycle closes; says how many. */
export async function endWithCycle(request: Taking, cycle: CycleRow, document: string): Promise<Result<number>> {
  const all = await formerHonours(request.db, cycle.unit, cycle.year, perhapsLiving)
  const found = await ofScopes(request.db, all, cycle)
  const ending = found.filter((row) => endsLater(row.state))
  const names = ending.length === 0 ? [] : missingFor(cycle.parameters, 'close')
  if (names.length > 0) return refuse(problems.parameterMissing({ names }))
  if (cycle.parameters.formerStars === 'kept' || cycle.parameters.formerStars === null) return ok(0)
  const appealed = await appealedOf(request.db, found)
  if (appealed.size > 0) return refuse(problems.formerAppealOpen({ count: appealed.size }))
  if (ending.length > 0 && document === '') return refuse(problems.formerDocument({ count: ending.length }))
  await end(request, ending, { document, basis: `${cycle.year}年度创建周期结束，届满` })
  return ok(ending.length)
}
