// Which unit at which day is asked for: the tree as it was then, or today's for a unit that was registered later.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { quarterOf } from '#ground/kernel/days.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { findUnit } from '#rooms/units/offers.ts'
import { dayShown, quartersUpTo } from '../core/time.ts'
import { problems } from '../problems.ts'

export interface Asked {
  readonly unit: Code
  readonly unitName: string
  readonly quarter: string
  readonly quarters: string[]
  /** The day whose end is shown. */
  readonly asOf: Day
  /** The day whose tree of units is shown. */
  readonly treeDay: Day
}

type Asking = Pick<RoomRequest, 'db' | 'today'> & { readonly query: { readonly unit: Code; readonly quarter?: string | undefined } }

export async function askedOf({ db, today, query }: Asking): Promise<Result<Asked>> {
  const quarter = query.quarter ?? quarterOf(today).id
  const asOf = dayShown(quarter, today)
  if (asOf === null) return refuse(problems.notBegun())
  const then = await findUnit(db, query.unit, asOf)
  const found = then ?? (await findUnit(db, query.unit, today))
  if (found === undefined) return refuse(problems.noSuchUnit())
  const treeDay = then === undefined ? today : asOf
  return ok({ unit: query.unit, unitName: found.name, quarter, quarters: quartersUpTo(today), asOf, treeDay })
}
