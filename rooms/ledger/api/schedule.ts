// 路线图、时间表、施工图: the same entries along the calendar, scheduled backwards from the day each is due.

import type { Handler } from '#ground/http/handler.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { ok } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { backFrom } from '../core/schedule.ts'
import { listEntries } from '../data/listing.ts'
import { filterOf } from './listing.ts'
import { rowsShown } from './show.ts'

const mostRows = 300

export const schedule: Handler<(typeof contract)['schedule']> = async ({ query, db, today, actor }) => {
  const { prepare, work, check, ...asked } = query
  const lengths = { prepare: Number(prepare), work: Number(work), check: Number(check) }
  const found = await listEntries(db, { ...filterOf({ ...asked, open: 'true' }, actor.scopes, today), limit: mostRows + 1 })
  const rows = (await rowsShown({ db, today }, found.slice(0, mostRows))).map((row) => {
    const stretches = row.due === null ? [] : [...(backFrom(packCalendar(), row.due, lengths) ?? [])]
    const beginBy = stretches[0]?.from ?? null
    return { ...row, stretches, beginBy, fits: beginBy === null || beginBy > row.assignedOn }
  })
  return ok({ rows, more: found.length > mostRows, asOf: today })
}
