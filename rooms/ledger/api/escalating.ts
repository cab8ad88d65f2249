// Escalation by the house: every entry that is late is looked at in a transaction of its own, so that a stop in the middle
// loses and doubles nothing; the step, the entry and the act are written together or not at all.

import { everywhere } from '#ground/instance/actors.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { WorkCalendar } from '#ground/kernel/working-days.ts'
import { notifyFromHouse } from '#rooms/notices/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { escalationsOf, lateTitle, toldRoles } from '../core/escalation.ts'
import { after } from '../core/state.ts'
import { lateAfter, lateDistricts } from '../data/late.ts'
import { addStep, findEntry, saveEntry } from '../data/queries.ts'
import type { EntryRow } from '../data/queries.ts'

const page = 500

type House = Pick<JobContext, 'clock' | 'dice' | 'transaction'>

/** Takes the steps that are due of one entry; what was taken before is not taken again. */
async function escalateOne({ clock, dice, transaction }: House, { unit, id }: EntryRow, calendar: WorkCalendar): Promise<void> {
  await transaction([unit], async ({ db, act }) => {
    const held = await findEntry(db, unit, id, true)
    if (held === undefined) return
    let row = held
    for (const step of escalationsOf(held, held, calendar, chinaDay(clock.now()))) {
      row = { ...row, ...after(row, step), steps: row.steps + 1 }
      await addStep(db, row, { ...step, id: newId(clock, dice), at: new Date(clock.now()), byUnit: null, byRole: null, evidence: [] })
      const { days, due, level, told } = step
      await act({
        verb: 'escalate',
        unit,
        about: row.subject,
        subject: `ledger:${id}`,
        payload: { level, told, days, due, term: row.term, state: row.state },
      })
      await notifyFromHouse(
        { db, act, clock, dice },
        {
          sender: unit,
          to: told ?? unit,
          roles: toldRoles(told ?? unit),
          weight: 'urgent',
          title: lateTitle(level ?? 1, (await namesOf(db, [row.subject])).get(row.subject) ?? row.subject),
          path: `/desk/ledger?open=${unit}.${id}`,
          room: 'ledger',
        },
      )
    }
    if (row !== held) await saveEntry(db, row)
  })
}

/** Looks through everything that is late. */
export async function escalateAll(house: House, calendar: WorkCalendar = packCalendar()): Promise<void> {
  const today = chinaDay(house.clock.now())
  for (const district of await house.transaction(everywhere, ({ db }) => lateDistricts(db, today))) {
    let last: EntryRow | undefined
    do {
      const behind = last?.id ?? null
      const rows = await house.transaction([district], ({ db }) => lateAfter(db, district, today, behind, page))
      for (const row of rows) if (escalationsOf(row, row, calendar, today).length > 0) await escalateOne(house, row, calendar)
      last = rows.length < page ? undefined : rows.at(-1)
    } while (last !== undefined)
  }
}
