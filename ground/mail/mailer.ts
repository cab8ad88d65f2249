// Mail over the office's own SMTP server, when the operator named one: SMTP_URL and MAIL_FROM. Plain text only. Nothing of the
// machine's files or the network besides that server is touched.

import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Resolves when the server took it; throws when it did not. */
  send(letter: Letter): Promise<void>
  close(): void
}

const seconds = 1000

/** Whether mail is set up. */
export const hasMail = (settings: Readonly<Record<string, string | undefined>>): boolean =>
  (settings['SMTP_URL'] ?? '') !== '' && (settings['MAIL_FROM'] ?? '') !== ''

/** A mailer for these settings; null when none is set up. One connection, which ends with `close`. */
export function openMailer(settings: Readonly<Record<string, string | undefined>>): Mailer | null {
  if (!hasMail(settings)) return null
  const from = settings['MAIL_FROM'] ?? ''
  const transport = createTransport(
    {
      url: settings['SMTP_URL'] ?? '',
      pool: true,
      maxConnections: 1,
      connectionTimeout: 10 * seconds,
      greetingTimeout: 10 * seconds,
      socketTimeout: 30 * seconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    // Line breaks in a subject would be headers of somebody else's.
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ to, subject: subject.replace(/[\r\n]+/g, ' '), text })
    },
    close: () => transport.close(),
  }
}
