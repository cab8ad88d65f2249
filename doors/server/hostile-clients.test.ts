// Hostile clients: planted cookies, borrowed keys, spoofed addresses, connections held open. Others are served all the while.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readTrustProxy } from '#ground/http/proxies.ts'
import { buildServer } from '#ground/http/server.ts'
import type { ServerOptions } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { cast } from '#ground/trial/cast.ts'
import { portOf, sendRaw, statusOf } from '#ground/trial/raw.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { trialPassword } from '#rooms/people/trial.ts'

const trial = useTrial()
const raw = (text: string, port = portOf(trial.url)): Promise<string> => sendRaw(port, text)
/** Another server on the same database, with settings of its own. */
async function beside(options: Partial<ServerOptions>): Promise<{ url: string; close: () => Promise<void> }> {
  const app = await buildServer({
    kit: trial.instance.kit,
    house: trial.house,
    hub: trial.instance.hub,
    shell: await loadShell(trial.house.root),
    facesFolder: '/nowhere',
    publicFolder: '/nowhere',
    logLevel: 'silent',
    ...options,
  })
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
}

// A machine that is busy starting this very file may find itself overloaded for a moment.
beforeAll(() => vi.waitFor(async () => expect((await fetch(`${trial.url}/api/v1/feedback/about`)).status).toBe(200), { timeout: 20_000 }))

describe('cookies and headers', () => {
  const signIn = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: cast.judge.login, password: trialPassword }),
    })

  test('nonsense in preference cookies is ignored', async () => {
    for (const value of ['fr', '"><b>', '%00', '../../etc', 'zh; lx-session=x', '__proto__', 'y'.repeat(3000)]) {
      const answer = await raw(
        `GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: lx-language=${value}; lx-text=${value}; lx-session=${value}\r\n\r\n`,
      )
      expect(statusOf(answer)).toBe(200)
      expect(answer).toContain('lang="zh-CN"')
      expect(answer).not.toContain('"><b>')
    }
  })

  test('a token brought along is never the session one gets, and dies when it was one', async () => {
    const planted = 'planted-by-somebody-else'
    const answer = await signIn(trial.url, { cookie: `lx-session=${planted}` })
    const token = /lx-session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
    expect(token).not.toBe(planted)
    expect(token.length).toBeGreaterThanOrEqual(43)
    expect((await trial.withToken(planted).call('people.me')).status).toBe(401)
    const again = await signIn(trial.url, { cookie: `lx-session=${token}` })
    const next = /lx-session=([^;]+)/.exec(again.headers.get('set-cookie') ?? '')?.[1] ?? ''
    expect((await trial.withToken(next).call('people.me')).status).toBe(200)
    expect((await trial.withToken(token).call('people.me')).status).toBe(401)
  })

  test('the session cookie is for this site, this server and no script; Secure where the proxy says https', async () => {
    const plain = (await signIn(trial.url, { 'x-forwarded-proto': 'https' })).headers.get('set-cookie') ?? ''
    expect(plain).toMatch(/HttpOnly/)
    expect(plain).toMatch(/SameSite=Lax/)
    expect(plain).not.toMatch(/Secure|Domain/)
    const proxied = await beside({ trustProxy: readTrustProxy('1') })
    expect((await signIn(proxied.url, { 'x-forwarded-proto': 'https' })).headers.get('set-cookie')).toMatch(/Secure/)
    await proxied.close()
  })

  test('each face has its content policy; personal answers are kept by no cache', async () => {
    for (const path of ['/', '/sign-in', '/feedback/track', '/nowhere', '/api/v1/me']) {
      const answer = await trial.as('secretary').fetch(path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'self'/)
      expect(policy).toMatch(/frame-ancestors 'none'/)
      expect(policy).not.toMatch(/unsafe|\*|http:/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('x-powered-by')).toBeNull()
    }
    const desk = await trial.as('secretary').fetch('/desk')
    if (desk.status === 200) expect(desk.headers.get('content-security-policy')).toMatch(/script|default-src 'self'/)
    const sheet = await trial.as('countyAdmin').call('people.export', { query: { unit: '990101', format: 'csv' } })
    expect(sheet.headers.get('cache-control')).toBe('no-store')
  })

  test('a key belongs to its sender; sent twice in one request it is none', async () => {
    const shared = randomUUID()
    const rename = {
      params: { code: '990101001' },
      body: { name: '晨曦街道', effective: '2026-10-01', document: '演政文〔2026〕1号', reason: '按批复调整' },
      key: shared,
    }
    const mine = await trial.as('countyAdmin').call('units.rename', rename)
    expect(mine.status).toBe(200)
    const theirs = await trial.as('operator').call('units.rename', rename)
    expect(theirs.headers.get('idempotent-replayed')).toBeNull()
    expect((await trial.as('secretary').call('units.rename', rename)).status).toBe(403)
    for (const bad of ['short', '../../x', 'k'.repeat(101), "a'; drop table acts --", `${shared}\u00e9`]) {
      expect((await trial.as('countyAdmin').call('units.rename', { ...rename, key: bad })).body).toMatchObject({ code: 105 })
    }
    const stored = (await trial.owner.query<{ digest: string }>('select digest from idempotency where key = $1', [shared])).rows
    expect(stored.every(({ digest }) => /^[\w-]{43}$/.test(digest))).toBe(true)
  })
})

describe('one client among many', () => {
  test('the limit holds per client, and no header makes a client another', async () => {
    const small = await beside({ perMinute: 5 })
    const ask = (nth: number): Promise<Response> =>
      fetch(`${small.url}/api/v1/feedback/about`, { headers: { 'x-forwarded-for': `10.0.0.${nth}`, 'x-real-ip': `10.0.0.${nth}` } })
    const statuses = []
    for (let nth = 0; nth < 8; nth += 1) statuses.push((await ask(nth)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
    expect((await fetch(`${small.url}/healthz`)).status).toBe(200)
    await small.close()
  })

  test('behind a proxy the client is whom the proxy names, not whom the client names before', async () => {
    const small = await beside({ perMinute: 5, trustProxy: readTrustProxy('1') })
    const ask = (forwarded: string): Promise<Response> =>
      fetch(`${small.url}/api/v1/feedback/about`, { headers: { 'x-forwarded-for': forwarded } })
    const statuses = []
    for (let nth = 0; nth < 7; nth += 1) statuses.push((await ask(`10.0.0.${nth}, 192.0.2.1`)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect((await ask('10.0.0.1, 192.0.2.2')).status).toBe(200)
    await small.close()
  })

  test('a client that reaches the server past its proxy names nobody: neither address nor protocol', async () => {
    const small = await beside({ perMinute: 5, trustProxy: readTrustProxy('198.51.100.7,10.9.0.0/16') })
    const statuses = []
    for (let nth = 0; nth < 7; nth += 1) {
      const headers = { 'x-forwarded-for': `10.9.0.${nth}`, 'x-forwarded-proto': 'https' }
      statuses.push((await fetch(`${small.url}/api/v1/feedback/about`, { headers })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    await small.close()
  })

  test('through two proxies that are listed the client is the first address that is none of them', async () => {
    const small = await beside({ perMinute: 5, trustProxy: readTrustProxy('127.0.0.1, 10.9.0.0/16') })
    const ask = (forwarded: string): Promise<Response> =>
      fetch(`${small.url}/api/v1/feedback/about`, { headers: { 'x-forwarded-for': forwarded } })
    const statuses = []
    for (let nth = 0; nth < 7; nth += 1) statuses.push((await ask(`203.0.113.${nth}, 192.0.2.1, 10.9.0.4`)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect((await ask('192.0.2.1, 192.0.2.2, 10.9.0.4')).status).toBe(200)
    await small.close()
  })

  test('guessing is slowed for the account whatever the client pretends to be', async () => {
    const guess = (nth: number): Promise<Response> =>
      fetch(`${trial.url}/api/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.1.0.${nth}` },
        body: JSON.stringify({ name: cast.gridWorker.login, password: `guess-${nth}` }),
      })
    const statuses = []
    for (let nth = 0; nth < 12; nth += 1) statuses.push((await guess(nth)).status)
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
  })

  test('a head or a body sent drop by drop is cut off', async () => {
    const strict = await beside({ patience: { headMs: 300, requestMs: 900 } })
    const head = await raw('GET / HTTP/1.1\r\nhost: x\r\nx-slow: ', portOf(strict.url))
    expect([0, 400, 408]).toContain(statusOf(head))
    const body = await raw(
      `POST /api/v1/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"na`,
      portOf(strict.url),
    )
    expect([0, 400, 408]).toContain(statusOf(body))
    expect(trial.app.server.headersTimeout).toBeGreaterThan(0)
    expect(trial.app.server.headersTimeout).toBeLessThanOrEqual(60_000)
    expect(trial.app.server.requestTimeout).toBeGreaterThan(0)
    await strict.close()
  })

  test('a connection on which nothing is said does not hold up a stop', async () => {
    const short = await beside({})
    const socket = connect(portOf(short.url), '127.0.0.1')
    await once(socket, 'connect')
    expect((await fetch(`${short.url}/healthz`)).status).toBe(200)
    const closed = once(socket, 'close')
    await short.close()
    await closed
  })

  test('one account holds so many live streams and no more; others are heard', async () => {
    const open = async (token: string): Promise<{ status: number; stop: () => void }> => {
      const controller = new AbortController()
      const answer = await fetch(`${trial.url}/api/v1/live`, { headers: { cookie: `lx-session=${token}` }, signal: controller.signal })
      return { status: answer.status, stop: () => controller.abort() }
    }
    const streams = []
    for (let nth = 0; nth < 62; nth += 1) streams.push(await open(cast.reviewer.token))
    expect(streams.map(({ status }) => status)).toEqual([...Array<number>(60).fill(200), 429, 429])
    const other = await open(cast.officer.token)
    expect(other.status).toBe(200)
    for (const { stop } of [...streams, other]) stop()
    await expect
      .poll(() =>
        trial
          .as('reviewer')
          .fetch('/api/v1/live')
          .then(async (answer) => (await answer.body?.cancel(), answer.status)),
      )
      .toBe(200)
  })

  test('a stream ends with its session', async () => {
    const entered = await fetch(`${trial.url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: cast.supervisor.login, password: trialPassword }),
    })
    const token = /lx-session=([^;]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const stream = await fetch(`${trial.url}/api/v1/live`, { headers: { cookie: `lx-session=${token}` } })
    expect(stream.status).toBe(200)
    await trial.withToken(token).call('people.signOut')
    for await (const chunk of stream.body ?? []) expect(chunk.length).toBeGreaterThan(0)
    expect((await fetch(`${trial.url}/api/v1/live`, { headers: { cookie: `lx-session=${token}` } })).status).toBe(401)
  })
})
