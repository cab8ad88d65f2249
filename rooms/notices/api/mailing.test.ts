// Mail about notices over a real server on the loopback: what is sent to whom and when, and what becomes of a letter whose line
// broke or whose end could not be written down.

import { randomUUID } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { recordAct } from '#ground/postgres/acts.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import daily from '../jobs/daily.ts'
import urgent from '../jobs/urgent.ts'

const trial = useTrial()
const minute = 60_000
const day = 24 * 60 * minute

type Notice = AnswerOf<(typeof contract)['get']> & { readonly code?: number }

const letters: { to: string[]; raw: string }[] = []
let refusing = ''
/** The line breaks when the server has the letter, before it can say so. */
let breaking = false
const sockets = new Set<Socket>()
let server: SMTPServer
let settings: Record<string, string> = {}

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(address === refusing ? new Error('no such box') : null),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address), raw: Buffer.concat(pieces).toString() })
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
  const { port } = server.server.address() as AddressInfo
  settings = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'noreply@example.test', PUBLIC_ORIGIN: 'https://example.test' }
})

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

/** The body of a letter in words: base64 or quoted-printable. */
function bodyOf(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  if (/^Content-Transfer-Encoding: base64/im.test(raw)) return Buffer.from(body, 'base64').toString()
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

const context = (): JobContext => ({
  clock: trial.clock,
  dice: trial.instance.dice,
  vault: trial.instance.vault,
  files: trial.instance.files,
  settings,
  transaction: async (scopes, work) => {
    const actor = innerActor(houseId, trial.house, scopes)
    const given = { actor, room: 'notices', clock: trial.clock, dice: trial.instance.dice }
    return trial.instance.postgres.transaction(actor, async ({ db }) => ({
      keep: true,
      value: await work({ db, act: async (draft) => (await recordAct(db, given, draft)).id }),
    }))
  },
})

async function announce(by: PlayerName, body: object): Promise<Notice> {
  trial.clock.advance(1000)
  return (await trial.as(by).call<Notice>('notices.announce', { body: { id: randomUUID(), title: '通知', ...body } })).body
}

test('without a mail server no address is kept; with one, urgent notices go at once and the rest once a day, by title only', async () => {
  const set = (by: PlayerName, address: string | null) =>
    trial.as(by).call<{ address: string | null; code?: number }>('notices.setMail', { body: { address } })
  expect((await set('secretary', 'secretary@example.test')).body.code).toBe(7603)
  Object.assign(trial.instance.settings, settings)
  expect((await set('secretary', 'secretary@example.test')).body.address).toBe('s***@example.test')
  expect((await set('officer', 'officer@example.test')).body.address).toBe('o***@example.test')
  expect((await trial.as('secretary').call('notices.mail', {})).body).toEqual({ offered: true, address: 's***@example.test' })
  expect((await trial.as('countyAdmin').call('notices.mail', {})).body).toEqual({ offered: true, address: null })
  const { rows } = await trial.owner.query<{ address: string }>('select address from notice_mails')
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(row.address).not.toContain('example')
  await announce('officer', { to: '990101001001', title: '普通一条', body: '正文不写进邮件' })
  await announce('officer', { to: '990101001001', title: '加急一条', weight: 'urgent' })
  trial.clock.advance(minute)
  await urgent.run({}, context())
  await urgent.run({}, context())
  expect(letters.map((letter) => letter.to)).toEqual([['secretary@example.test']])
  expect(bodyOf(letters[0]?.raw ?? '')).toContain('【加急】加急一条 · 晨光街道')
  expect(bodyOf(letters[0]?.raw ?? '')).not.toContain('普通一条')
  await daily.run({}, context())
  const second = bodyOf(letters[1]?.raw ?? '')
  expect(second).toContain('普通一条 · 晨光街道')
  expect(second).toContain('https://example.test/desk/notices')
  expect(second).not.toContain('正文不写进邮件')
  // Nothing new, no mail; an address that is refused holds up no other and is told of without being named.
  await daily.run({}, context())
  expect(letters).toHaveLength(2)
  refusing = 'secretary@example.test'
  await announce('countyAdmin', { to: '990101', reach: 'below', title: '给大家' })
  trial.clock.advance(minute)
  await expect(daily.run({}, context())).rejects.toThrow(/^1 mails about notices were not taken by the mail server$/)
  expect(letters.map((letter) => letter.to[0])).toEqual(['secretary@example.test', 'secretary@example.test', 'officer@example.test'])
  refusing = ''
  await daily.run({}, context())
  expect(letters.at(-1)?.to).toEqual(['secretary@example.test'])
})

test('a letter whose fate nobody knows is sent once more under the same Message-ID, and not a third time', async () => {
  const idOf = ({ raw }: { raw: string }): string => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? ''
  const sent = () => letters.filter(({ to }) => to[0] === 'secretary@example.test')
  const before = sent().length
  await announce('officer', { to: '990101001001', title: '线路中断时的一条' })
  trial.clock.advance(minute)
  breaking = true
  await expect(daily.run({}, context())).rejects.toThrow(/^1 mails/)
  expect(sent()).toHaveLength(before + 1)
  // Another worker, or the task tried again: somebody may still be at it.
  await daily.run({}, context())
  expect(sent()).toHaveLength(before + 1)
  // What came since is told by the next letter, not by this one.
  await announce('officer', { to: '990101001001', title: '后来的一条' })
  trial.clock.advance(6 * minute)
  await expect(daily.run({}, context())).rejects.toThrow(/^1 mails/)
  const [first, second] = sent().slice(before)
  expect(idOf(second ?? { raw: '' })).toBe(idOf(first ?? { raw: '-' }))
  expect(bodyOf(second?.raw ?? '')).toBe(bodyOf(first?.raw ?? ''))
  breaking = false
  trial.clock.advance(6 * minute)
  await daily.run({}, context())
  expect(sent()).toHaveLength(before + 2)
  await daily.run({}, context())
  const third = sent()[before + 2]
  expect(bodyOf(third?.raw ?? '')).toContain('后来的一条')
  expect(bodyOf(third?.raw ?? '')).not.toContain('线路中断时的一条')
  expect(idOf(third ?? { raw: '' })).not.toBe(idOf(first ?? { raw: '' }))
  expect((await trial.owner.query('select 1 from notice_letters')).rowCount).toBe(0)
})

test('a letter that was taken is not sent again, although the database could not be told', async () => {
  const before = letters.length
  await announce('officer', { to: '990101001001', title: '数据库中断时的一条' })
  trial.clock.advance(minute)
  const { transaction, ...rest } = context()
  // Told of each post's letter, then of nothing more.
  const failing: JobContext = {
    ...rest,
    transaction: (scopes, work) =>
      letters.length > before ? Promise.reject(new Error('the database is gone')) : transaction(scopes, work),
  }
  await expect(daily.run({}, failing)).rejects.toThrow(/mails/)
  expect(letters).toHaveLength(before + 1)
  expect((await trial.owner.query('select 1 from notice_letters')).rowCount).toBe(1)
  await daily.run({}, context())
  expect(letters).toHaveLength(before + 1)
  expect((await trial.owner.query('select 1 from notice_letters')).rowCount).toBe(0)
})

test('mail ends with the post, and by itself when it is switched off', async () => {
  const set = await trial.as('officer').call<{ address: string | null }>('notices.setMail', { body: { address: null } })
  expect(set.body.address).toBeNull()
  await trial.as('officer').call('people.endPost', { params: { id: cast.secretary.post ?? '' }, body: { last: '2026-09-08' } })
  trial.clock.advance(2 * day)
  await daily.run({}, context())
  expect((await trial.owner.query('select 1 from notice_mails')).rowCount).toBe(0)
})
