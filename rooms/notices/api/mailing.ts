// The house's own mail: once a day what came since the last mail, and within minutes what is urgent. One letter a post that asked
// for it. A letter is sent before it is noted, so a crash in between sends it twice rather than never.

import { openMailer } from '#ground/mail/mailer.ts'
import type { Mailer } from '#ground/mail/mailer.ts'
import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ownUnits } from '#rooms/people/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { letterOf } from '../core/letter.ts'
import type { MailRow } from '../data/own.ts'
import { dropMail, listMails, mailedUntil } from '../data/own.ts'
import { inboxOf } from '../data/queries.ts'
import { openAddress } from './mail.ts'

const most = 500

async function mailOne(context: JobContext, mailer: Mailer, row: MailRow, kind: 'daily' | 'urgent'): Promise<void> {
  const now = new Date(context.clock.now())
  const after = kind === 'daily' ? row.dailyUntil : row.urgentUntil
  const read = await context.transaction(everywhere, async ({ db }) => {
    if (!(await ownUnits(db, row.person, chinaDay(context.clock.now()))).includes(row.unit)) {
      await dropMail(db, row)
      return null
    }
    const rows = (await inboxOf(db, row, { after, urgent: kind === 'urgent', limit: most })).filter((one) => one.withdrawnAt === null)
    return { rows, names: await namesOf(db, [...new Set([row.unit, ...rows.map((one) => one.sender)])]) }
  })
  if (read === null) return
  const { rows, names } = read
  if (rows.length > 0) {
    const notices = rows.map(({ title, titleEn, sender, weight }) => ({
      title: { zh: title, en: titleEn },
      senderName: names.get(sender) ?? sender,
      weight,
    }))
    const origin = context.settings?.['PUBLIC_ORIGIN'] ?? ''
    const letter = letterOf(kind, { unitName: names.get(row.unit) ?? row.unit, notices, origin, language: row.language })
    await mailer.send({ to: openAddress(context.vault, row), ...letter })
  }
  await context.transaction(everywhere, ({ db }) => mailedUntil(db, row, kind, now))
}

/** Sends what is due; one address that fails holds up no other, and is tried again with the task. */
export async function mailDue(context: JobContext, kind: 'daily' | 'urgent'): Promise<void> {
  const mailer = openMailer(context.settings ?? {})
  if (mailer === null) return
  let failed = 0
  try {
    const mails = await context.transaction(everywhere, ({ db }) => listMails(db))
    for (const row of mails)
      await mailOne(context, mailer, row, kind).catch(() => {
        failed += 1
      })
  } finally {
    mailer.close()
  }
  // Without addresses: this goes into the log.
  if (failed > 0) throw new Error(`${failed} mails about notices were not taken by the mail server`)
}
