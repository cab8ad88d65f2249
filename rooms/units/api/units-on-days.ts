// Which units of a sheet's rows exist on which of its days, asked once a day rather than once a row.

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { isDay } from '#ground/kernel/days.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { unitsOn } from '../data/names.ts'

/** Whether a unit exists on the day of its row, or on `effective` where the row names none. */
export async function unitsOnDays(
  db: Kysely<Database>,
  rows: readonly { readonly unit: Code; readonly from: string }[],
  effective: Day,
): Promise<(code: Code, day: Day) => boolean> {
  const wanted = rows.map(({ unit, from }) => ({ code: unit, day: from === '' ? effective : from })).filter(({ day }) => isDay(day))
  const found = await unitsOn(db, wanted)
  return (code, day) => found.has(`${code} ${day}`)
}
