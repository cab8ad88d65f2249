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
import forget from '../jobs/forget.ts'
import urgent from '../jobs/urgent.ts'
import { notify, notifyFromHouse } from '../offers.ts'
import { queueOf } from '../queue.ts'

const trial = useTrial()
const minute = 60_000
const day = 24 * 60 * minute

type Inbox = AnswerOf<(typeof contract)['inbox']>
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

const inbox = async (by: PlayerName): Promise<Inbox> => (await trial.as(by).call<Inbox>('notices.inbox', {})).body
const titles = async (by: PlayerName): Promise<string[]> => (await inbox(by)).rows.map((row) => row.title.zh)
const waiting = async (by: PlayerName): Promise<number> =>
  (await trial.sql(by, async (db) => queueOf(db, await trial.actorOf(by))))[0]?.count ?? 0

test('a county tells all secretaries below it, one township its own, and each post finds its own and no other', async () => {
  const body = '请于 9 月 20 日前报名。'
  const all = await announce('countyAdmin', { to: '990101', reach: 'below', roles: ['secretary'], title: '第四季度安排', body })
  expect(all).toMatchObject({ sender: { name: '演示县' }, reach: 'below', may: ['withdraw'], body })
  await announce('officer', { to: '990101001001', title: '只给这个社区' })
  expect(await titles('secretary')).toEqual(['只给这个社区', '第四季度安排'])
  expect(await titles('gridWorker')).toEqual(['只给这个社区'])
  // The sender's own office is no addressee, and another county hears nothing.
  for (const by of ['officer', 'countyAdmin', 'outsider', 'judge'] as const) expect(await titles(by), by).toEqual([])
  const get = (by: PlayerName) => trial.as(by).call<Notice>('notices.get', { params: { unit: all.unit, id: all.id } })
  expect((await get('secretary')).body.body).toBe(body)
  for (const by of ['gridWorker', 'officer', 'outsider'] as const) expect((await get(by)).body.code, by).toBe(7600)
  const sent = await trial.as('countyAdmin').call<Inbox>('notices.sent', {})
  expect(sent.body.rows.map((row) => row.title.zh)).toEqual(['只给这个社区', '第四季度安排'])
})

test('nobody writes sideways or to a whole level above', async () => {
  for (const to of [{ to: '990101002' }, { to: '990102' }, { to: '990101', reach: 'below' }])
    expect((await announce('officer', to)).code, JSON.stringify(to)).toBe(7601)
  expect((await announce('officer', { to: '990101', title: '请示' })).code).toBeUndefined()
  expect(await titles('countyAdmin')).toEqual(['请示'])
  expect(
    (await trial.as('secretary').call<Notice>('notices.announce', { body: { id: randomUUID(), to: '990101001001', title: '通知' } }))
      .status,
  ).toBe(403)
})

test('the own notice is not new to whoever sent it, unless something else was', async () => {
  expect(await waiting('countyAdmin')).toBe(1)
  const [last] = (await inbox('countyAdmin')).rows
  await trial.as('countyAdmin').call('notices.mark', { body: { until: last?.at ?? '' } })
  const own = await announce('countyAdmin', { to: '990101', title: '给本级' })
  expect(await titles('countyAdmin')).toEqual(['给本级', '请示'])
  expect(await waiting('countyAdmin')).toBe(0)
  await trial.as('countyAdmin').call('notices.withdraw', { params: { unit: own.unit, id: own.id }, body: { reason: '试发' } })
})

test('what is new is known to oneself alone, and nobody is told who has read what', async () => {
  expect(await waiting('secretary')).toBe(2)
  const [last] = (await inbox('secretary')).rows
  await trial.as('secretary').call('notices.mark', { body: { until: last?.at ?? '' } })
  expect(await waiting('secretary')).toBe(0)
  expect((await inbox('secretary')).mark).toBe(last?.at)
  // Not beyond now, and never back.
  const ahead = await trial.as('secretary').call<{ mark: string }>('notices.mark', { body: { until: '2099-01-01T00:00:00.000Z' } })
  expect(Date.parse(ahead.body.mark)).toBe(trial.clock.now())
  await trial.as('secretary').call('notices.mark', { body: { until: '2026-01-01T00:00:00.000Z' } })
  expect(await waiting('secretary')).toBe(0)
  await announce('officer', { to: '990101001001', title: '又一条' })
  expect(await waiting('secretary')).toBe(1)
  const answered = JSON.stringify((await trial.as('officer').call<Inbox>('notices.sent', {})).body)
  expect(answered).not.toContain(cast.secretary.id)
  const acts = await trial.owner.query(`select 1 from acts where subject like 'notice%' and verb not in ('notify', 'withdraw')`)
  expect(acts.rowCount).toBe(0)
})

test('what was withdrawn says why and tells its text no more', async () => {
  const wrong = await announce('officer', { to: '990101001001', title: '时间写错', body: '9 月 31 日' })
  const withdraw = (by: PlayerName) =>
    trial.as(by).call<Notice>('notices.withdraw', { params: { unit: wrong.unit, id: wrong.id }, body: { reason: '时间写错了' } })
  expect((await withdraw('outsider')).body.code).toBe(7600)
  expect((await withdraw('officer')).body).toMatchObject({ withdrawnFor: '时间写错了', body: '', may: [] })
  expect((await withdraw('countyAdmin')).body.code).toBe(7602)
  expect((await inbox('secretary')).rows[0]).toMatchObject({ title: { zh: '时间写错' }, withdrawnFor: '时间写错了', body: '' })
})

test('another room tells posts in its own transaction, once by its own id', async () => {
  const id = randomUUID()
  const told = (by: PlayerName, to: string) =>
    trial.sql(
      by,
      async (db) => {
        const { clock, dice } = trial.instance
        const actor = await trial.actorOf(by)
        const act = async (): Promise<string> => randomUUID()
        const wanted = {
          id,
          sender: '990101001',
          to,
          title: { zh: '台账逾期', en: 'Overdue' },
          path: '/desk/ledger?open=x',
          room: 'ledger',
        }
        return notify({ db, clock, dice, actor, act }, { ...wanted, weight: 'urgent', roles: ['county-admin'] })
      },
      true,
    )
  expect((await told('officer', '990101')).ok).toBe(true)
  const again = await trial.owner.query('select count(*)::int as count from notices where id = $1', [id])
  expect(again.rows).toEqual([{ count: 1 }])
  const refused = await told('officer', '990102')
  expect(refused.ok ? 0 : refused.problem.code).toBe(7601)
  expect((await inbox('countyAdmin')).rows[0]).toMatchObject({
    room: 'ledger',
    weight: 'urgent',
    title: { en: 'Overdue' },
    path: '/desk/ledger?open=x',
  })
})

test('a task of the house that runs twice tells once', async () => {
  const [id, { clock, transaction, dice }] = [randomUUID(), context()]
  const wanted = { id, sender: '990101001', to: '990101', title: { zh: '台账超期', en: 'Late' }, room: 'ledger' }
  for (let time = 0; time < 2; time += 1)
    expect(await transaction(['9'], ({ db, act }) => notifyFromHouse({ db, act, clock, dice }, wanted))).toBe(id)
  expect((await titles('countyAdmin')).filter((title) => title === '台账超期')).toHaveLength(1)
})

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

test('a notice is kept for a year', async () => {
  const count = async (): Promise<number | null> => (await trial.owner.query('select 1 from notices')).rowCount
  const before = await count()
  trial.clock.advance(362 * day)
  await forget.run({}, context())
  expect(await count()).toBe(before)
  trial.clock.advance(4 * day)
  await forget.run({}, context())
  expect(await count()).toBe(0)
})
