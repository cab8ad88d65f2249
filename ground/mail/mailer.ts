// Mail over the office's own SMTP server, when the operator named one: SMTP_URL and MAIL_FROM. Plain text only. Nothing of the
// machine's files or the network besides that server is touched.

import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Given again, it is the same letter: its Message-ID is made of it. */
  readonly id: string
  /** When it was written, however often it is sent. */
  readonly at: Date
}

/**
 * `taken`: the server is responsible for it now. `refused`: it never had it, or said no. `unknown`: the line broke after it had
 * begun to be handed over, and it may or may not have arrived.
 */
export type MailAnswer = { readonly kind: 'taken' } | { readonly kind: 'refused' | 'unknown'; readonly error: Error }

export interface Mailer {
  /** Hands the letter over, once. */
  send(letter: Letter): Promise<MailAnswer>
  close(): void
}

const seconds = 1000

/** Whether mail is set up. */
export const hasMail = (settings: Readonly<Record<string, string | undefined>>): boolean =>
  (settings['SMTP_URL'] ?? '') !== '' && (settings['MAIL_FROM'] ?? '') !== ''

/** The part behind the @ of the sender, for Message-IDs. */
const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost'

/** Words of the server's own, not of a line that broke: `no` to the sender, the addressee or the letter. */
const saidNo = new Set(['EAUTH', 'EENVELOPE', 'EMESSAGE'])

/** A mailer for these settings; null when none is set up. One connection, which ends with `close`. */
export function openMailer(settings: Readonly<Record<string, string | undefined>>): Mailer | null {
  if (!hasMail(settings)) return null
  const from = settings['MAIL_FROM'] ?? ''
  const transport = createTransport(
    {
      url: settings['SMTP_URL'] ?? '',
      pool: true,
      maxConnections: 1,
      // Left to itself, the pool would send a letter up to five times more whenever the line breaks before the answer.
      maxRequeues: 0,
      connectionTimeout: 10 * seconds,
      greetingTimeout: 10 * seconds,
      socketTimeout: 30 * seconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    send: async ({ to, subject, text, id, at }) => {
      // The text is asked for once the server has greeted: before that it cannot have had the letter.
      let handed = false
      const content = new Readable({
        read() {
          handed = true
          this.push(text)
          this.push(null)
        },
      })
      try {
        // Line breaks in a subject would be headers of somebody else's.
        const messageId = `<${id}@${domainOf(from)}>`
        await transport.sendMail({
          to,
          subject: subject.replace(/[\r\n]+/g, ' '),
          text: content,
          textEncoding: 'base64',
          messageId,
          date: at,
        })
        return { kind: 'taken' }
      } catch (error) {
        const { code = '' } = error as { code?: string }
        return { kind: handed && !saidNo.has(code) ? 'unknown' : 'refused', error: error as Error }
      }
    },
    close: () => transport.close(),
  }
}
