// The public calendar from the packs, read once: a year without a file is not known, and whoever counts has to say so.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CalendarYear, WorkCalendar } from '#ground/kernel/working-days.ts'
import { workCalendar } from '#ground/kernel/working-days.ts'

const folder = join(import.meta.dirname, '..', '..', 'packs', 'calendar', 'cn')

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
