// Every night: accounts whose last post ended three years ago are erased, and looks at phone numbers of that age forgotten.
// Running twice changes nothing more. Each account is a transaction of its own, so that one that fails holds up no other.

import type { JobHandler } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import { daysKept, erasedName } from '../core/account.ts'
import { everywhere } from '../core/reach.ts'
import { endsOf } from '../data/posts.ts'
import { erasePerson, eraseReasons, forgetReveals, longGone } from '../data/queries.ts'

const atOnce = 1_000

const forget: JobHandler = {
  cron: '40 18 * * *',
  run: async (_payload, { clock, transaction }) => {
    const before = addDays(chinaDay(clock.now()), -daysKept)
    const gone = await transaction(everywhere, ({ db }) => longGone(db, before, atOnce))
    for (const { id, unit } of gone) {
      await transaction(everywhere, async ({ db, act }) => {
        await erasePerson(db, id, erasedName)
        await eraseReasons(db, unit, `person:${id}`)
        await act({ verb: 'erase', unit, subject: `person:${id}`, payload: { after: daysKept, posts: await endsOf(db, id) } })
      })
    }
    await transaction(everywhere, ({ db }) => forgetReveals(db, new Date(clock.now() - daysKept * 86_400_000)))
  },
}

export default forget
