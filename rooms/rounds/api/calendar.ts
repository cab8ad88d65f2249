// The public calendar from the packs, read once: without a year's file the days of that year are simply not counted.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CalendarYear, WorkCalendar } from '#ground/kernel/working-days.ts'
import { workCalendar } from '#ground/kernel/working-days.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'packs', 'calendar', 'cn')

let known: WorkCalendar | undefined

/** All years that the packs hold. */
export function packCalendar(): WorkCalendar {
  known ??= workCalendar(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CalendarYear),
  )
  return known
}
