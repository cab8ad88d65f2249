// A letter goes over a real SMTP server on the loopback and arrives as it was written.

import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasMail, openMailer } from './mailer.ts'

const arrived: { from: string; to: string[]; raw: string }[] = []
let server: SMTPServer
let url = ''
/** The line breaks when the server has the whole letter, before it can say so. */
let breaking = false
const sockets = new Set<Socket>()
const written = { to: 'office@example.test', subject: '通知', text: '请登录查看。\n', id: '0199-a', at: new Date('2026-09-08T01:00:00Z') }

/** A header in words, whichever of the two encodings it came in. */
function worded(raw: string, name: string): string {
  const header = new RegExp(`^${name}: ((?:.*\\r\\n[ \\t])*.*)`, 'im').exec(raw)?.[1] ?? ''
  return header.replace(/\r\n[ \t]/g, '').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) => {
    if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString()
    const bytes = text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/gi, (_hex, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return Buffer.from(bytes, 'latin1').toString()
  })
}

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      done(username === 'user' && password === 'right' ? null : new Error('no'), { user: 'user' }),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        arrived.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((one) => one.address),
          raw: Buffer.concat(pieces).toString(),
        })
        if (breaking) for (const socket of sockets) socket.destroy()
        else done()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  url = `127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

test('a letter in Chinese arrives with sender, addressee, subject and text', async () => {
  const mailer = openMailer({ SMTP_URL: `smtp://user:right@${url}`, MAIL_FROM: '亮星 <noreply@example.test>' })
  expect(await mailer?.send({ ...written, subject: '3 条新通知\r\nBcc: other@example.test' })).toEqual({ kind: 'taken' })
  mailer?.close()
  expect(arrived).toMatchObject([{ from: 'noreply@example.test', to: ['office@example.test'] }])
  const raw = arrived[0]?.raw ?? ''
  expect(worded(raw, 'Subject')).toMatch(/^3 条新通知/)
  expect(raw).not.toMatch(/^Bcc:/im)
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  expect(/base64/i.test(raw) ? Buffer.from(body, 'base64').toString() : body).toContain('请登录查看。')
})

test('a server that refuses is told as an error, and without a server there is no mailer', async () => {
  const wrong = openMailer({ SMTP_URL: `smtp://user:wrong@${url}`, MAIL_FROM: 'noreply@example.test' })
  expect(await wrong?.send(written)).toMatchObject({
    kind: 'refused',
    error: { message: expect.stringContaining('Invalid login') as string },
  })
  wrong?.close()
  expect(openMailer({ SMTP_URL: '', MAIL_FROM: 'noreply@example.test' })).toBeNull()
  expect(hasMail({ SMTP_URL: 'smtp://127.0.0.1' })).toBe(false)
})

test('a line that breaks after the letter was handed over is told as unknown, and the letter is not sent again by itself', async () => {
  const mailer = openMailer({ SMTP_URL: `smtp://user:right@${url}`, MAIL_FROM: 'noreply@example.test' })
  const before = arrived.length
  breaking = true
  expect(await mailer?.send(written)).toMatchObject({ kind: 'unknown' })
  breaking = false
  expect(arrived).toHaveLength(before + 1)
  // Sent again by whoever decides so, it is the same letter.
  expect(await mailer?.send(written)).toEqual({ kind: 'taken' })
  mailer?.close()
  const [first = '', second = ''] = arrived.slice(before).map(({ raw }) => raw)
  const header = (raw: string, name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim() ?? ''
  expect(header(first, 'Message-ID')).toBe('<0199-a@example.test>')
  for (const name of ['Message-ID', 'Date', 'Subject']) expect(header(second, name)).toBe(header(first, name))
})

test('a server that is not there has not had the letter', async () => {
  const gone = openMailer({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'noreply@example.test' })
  expect(await gone?.send(written)).toMatchObject({ kind: 'refused' })
  gone?.close()
})
