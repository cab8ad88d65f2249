// The house's own mail: once a day what came since the last mail, and within minutes what is urgent. One letter a post that asked
// for it. A letter is noted before it is sent and settled afterwards (core/sending.ts says what becomes of one in between).

import { openMailer } from '#ground/mail/mailer.ts'
import type { Mailer } from '#ground/mail/mailer.ts'
import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ownUnits } from '#rooms/people/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import { letterOf } from '../core/letter.ts'
import { nextFor } from '../core/sending.ts'
import { addLetter, dropLetter, findLetter, tryAgain } from '../data/letters.ts'
import type { LetterKind, LetterRow } from '../data/letters.ts'
import type { MailRow } from '../data/own.ts'
import { dropMail, listMails, mailedUntil } from '../data/own.ts'
import type { NoticeRow } from '../data/queries.ts'
import { inboxOf } from '../data/queries.ts'
import { openAddress } from './mail.ts'

const most = 500

/** Letters that a server took and whose end this process could not write down: it knows better than to send them again. */
const taken = new Set<string>()

interface Due {
  readonly letter: LetterRow
  readonly notices: readonly NoticeRow[]
  readonly names: ReadonlyMap<string, string>
}

type Db = Parameters<typeof listMails>[0]

/** The letter is over: what it told is told. */
async function settle(db: Db, row: MailRow, letter: LetterRow): Promise<void> {
  await mailedUntil(db, row, letter.kind, letter.until)
  await dropLetter(db, letter)
  taken.delete(letter.id)
}

/** One that is on its way already: to be sent once more, or null when there is nothing to do. */
async function onItsWay(db: Db, row: MailRow, letter: LetterRow, now: number): Promise<LetterRow | null> {
  const next = taken.has(letter.id) ? 'let-be' : nextFor(letter, now)
  if (next === 'let-be') await settle(db, row, letter)
  return next === 'again' && (await tryAgain(db, letter, new Date(now))) ? letter : null
}

/** Notes the letter that is due to a post; null when none is, or another is at it. */
async function noteDue(context: JobContext, row: MailRow, kind: LetterKind): Promise<Due | null> {
  const { clock, dice } = context
  const now = clock.now()
  return context.transaction(everywhere, async ({ db }) => {
    if (!(await ownUnits(db, row.person, chinaDay(now))).includes(row.unit)) {
      await dropMail(db, row)
      return null
    }
    const before = await findLetter(db, row, kind)
    const known = before === undefined ? undefined : await onItsWay(db, row, before, now)
    if (known === null) return null
    const { unit, post } = row
    const letter = known ?? { unit, id: newId(clock, dice), post, kind, until: new Date(now), tries: 1, triedAt: new Date(now) }
    const after = kind === 'daily' ? row.dailyUntil : row.urgentUntil
    const found = await inboxOf(db, row, { after, urgent: kind === 'urgent', limit: most })
    const notices = found.filter((one) => one.withdrawnAt === null && one.at <= letter.until)
    if (notices.length === 0) {
      await settle(db, row, letter)
      return null
    }
    if (known === undefined && !(await addLetter(db, letter))) return null
    return { letter, notices, names: await namesOf(db, [...new Set([unit, ...notices.map((one) => one.sender)])]) }
  })
}

async function mailOne(context: JobContext, mailer: Mailer, row: MailRow, kind: LetterKind): Promise<void> {
  const due = await noteDue(context, row, kind)
  if (due === null) return
  const { letter, names } = due
  const notices = due.notices.map(({ title, titleEn, sender, weight }) => ({
    title: { zh: title, en: titleEn },
    senderName: names.get(sender) ?? sender,
    weight,
  }))
  const origin = context.settings?.['PUBLIC_ORIGIN'] ?? ''
  const written = letterOf(kind, { unitName: names.get(row.unit) ?? row.unit, notices, origin, language: row.language })
  const answer = await mailer.send({ to: openAddress(context.vault, row), ...written, id: letter.id, at: letter.until })
  if (answer.kind === 'unknown') throw new Error('nobody knows whether it was taken')
  if (answer.kind === 'taken') taken.add(letter.id)
  await context.transaction(everywhere, ({ db }) => (answer.kind === 'taken' ? settle(db, row, letter) : dropLetter(db, letter)))
  if (answer.kind === 'refused') throw answer.error
}

/** Sends what is due; one address that fails holds up no other, and is tried again with the task. */
export async function mailDue(context: JobContext, kind: LetterKind): Promise<void> {
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
