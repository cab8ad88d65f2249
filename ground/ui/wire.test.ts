import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { EndpointAddress } from './addresses.ts'
import { ProblemError } from './problem.ts'
import { createWire, type Download, type Wire } from './wire.ts'

interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

interface Said {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

const endpoints: Record<string, EndpointAddress> = {
  'units.get': { method: 'GET', path: '/units/:code', idempotent: true, open: false },
  'units.rename': { method: 'POST', path: '/units/:code/rename', idempotent: true, open: false },
  'units.import': { method: 'POST', path: '/units/import', idempotent: true, open: false },
  'people.signIn': { method: 'POST', path: '/sign-in', idempotent: false, open: true },
}
const heard: Heard[] = []
const waits: number[] = []
let answers: Said[] = []
let signedOut = 0
let keys = 0
let server: Server
let wire: Wire

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await text(request)
      heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      const said = answers.length > 1 ? answers.shift() : answers[0]
      response.writeHead(said?.status ?? 500, said?.headers)
      response.end(said?.body)
    }
    void answer()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  wire = createWire({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    endpoint: (room, key) => endpoints[`${room}.${key}`],
    language: () => 'zh-CN',
    newKey: () => `key-${(keys += 1)}`,
    wait: async (milliseconds) => void waits.push(milliseconds),
    signIn: () => void (signedOut += 1),
  })
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  heard.length = 0
  waits.length = 0
  signedOut = 0
  answers = [{ status: 200, body: '{"name":"演示镇"}' }]
})

const problem = {
  type: 'urn:liangxing:problem:units/name-taken',
  title: '名称重复',
  status: 409,
  code: 1010,
  detail: '换一个名称。',
  errors: [{ path: 'body.name', detail: '已有同名单位' }],
}

test('a question goes to its address, with the reader’s language', async () => {
  expect(
    await wire.call('units', 'get', { params: { code: '99/01' }, query: { asOf: '2026-01-01', kind: ['a', 'b'], none: undefined } }),
  ).toEqual({ name: '演示镇' })
  expect(heard[0]).toMatchObject({ method: 'GET', url: '/api/v1/units/99%2F01?asOf=2026-01-01&kind=a&kind=b' })
  expect(heard[0]?.headers['accept-language']).toBe('zh-CN')
  expect(heard[0]?.headers['idempotency-key']).toBeUndefined()
})

test('a verb carries JSON, a key and the guard against forged forms', async () => {
  await wire.call('units', 'rename', { params: { code: '990101' }, body: { name: '演示县' } })
  await wire.call('units', 'rename', { params: { code: '990101' }, body: { name: '演示县' }, key: 'same' })
  expect(heard[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-requested-with': 'liangxing' })
  expect(heard[0]?.headers['idempotency-key']).toMatch(/^key-/)
  expect(heard[1]?.headers['idempotency-key']).toBe('same')
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ name: '演示县' })
})

test('a refusal becomes a problem whose errors stand at their fields', async () => {
  answers = [{ status: 409, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(problem) }]
  const refused = await wire.call('units', 'rename', { params: { code: '990101' }, body: {} }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ProblemError)
  if (!(refused instanceof ProblemError)) return
  expect([refused.status, refused.code, refused.title]).toEqual([409, 1010, '名称重复'])
  expect(refused.errorAt('body.name')).toBe('已有同名单位')
  expect(refused.errorAt('body.code')).toBeUndefined()
  expect(signedOut).toBe(0)
})

test('an answer that is no problem document still is one, by its status', async () => {
  answers = [{ status: 502, body: '<html>bad gateway</html>' }]
  await expect(wire.call('units', 'get', { params: { code: '99' } })).rejects.toMatchObject({ status: 502, code: 0 })
})

test('a busy server is asked again as late as it says; a verb is not sent twice by itself', async () => {
  answers = [
    { status: 503, headers: { 'retry-after': '2' } },
    { status: 429, headers: { 'retry-after': '1' } },
    { status: 200, body: '{"name":"演示镇"}' },
  ]
  expect(await wire.call('units', 'get', { params: { code: '99' } })).toEqual({ name: '演示镇' })
  expect(waits).toEqual([2000, 1000])
  heard.length = 0
  answers = [{ status: 503, headers: { 'retry-after': '2' } }]
  await expect(wire.call('units', 'rename', { params: { code: '99' }, body: {} })).rejects.toMatchObject({ status: 503, retryAfter: 2 })
  expect(heard).toHaveLength(1)
})

test('patience ends: a server that stays busy is told of', async () => {
  answers = [{ status: 503, headers: { 'retry-after': '1' } }]
  await expect(wire.call('units', 'get', { params: { code: '99' } })).rejects.toMatchObject({ status: 503 })
  expect(heard).toHaveLength(4)
})

test('the end of a session leads to sign-in, a wrong password does not', async () => {
  answers = [{ status: 401, body: '{}' }]
  await expect(wire.call('units', 'get', { params: { code: '99' } })).rejects.toMatchObject({ status: 401 })
  expect(signedOut).toBe(1)
  await expect(wire.call('people', 'signIn', { body: {} })).rejects.toMatchObject({ status: 401 })
  expect(signedOut).toBe(1)
  expect(heard[1]?.headers['idempotency-key']).toBeUndefined()
})

test('a file travels beside the fields', async () => {
  answers = [{ status: 200, body: '{"added":1}' }]
  const file = new File(['code,name\n'], '单位.csv', { type: 'text/csv' })
  expect(await wire.call('units', 'import', { file, body: { dryRun: true } })).toEqual({ added: 1 })
  expect(heard[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(heard[0]?.body).toContain('name="dryRun"\r\n\r\ntrue')
  expect(heard[0]?.body).toContain('filename="单位.csv"')
  expect(heard[0]?.body.indexOf('dryRun')).toBeLessThan(heard[0]?.body.indexOf('code,name') ?? 0)
})

test('a file that comes back keeps its Chinese name', async () => {
  answers = [
    {
      status: 200,
      headers: { 'content-disposition': `attachment; filename="units.csv"; filename*=UTF-8''${encodeURIComponent('单位名录.csv')}` },
      body: 'code,name',
    },
  ]
  const file = (await wire.call('units', 'get', { params: { code: '99' } })) as Download
  expect(file.name).toBe('单位名录.csv')
  expect(await file.blob.text()).toBe('code,name')
})

test('an answer with nothing in it is null, never undefined', async () => {
  answers = [{ status: 204 }]
  expect(await wire.call('units', 'rename', { params: { code: '99' }, body: {} })).toBeNull()
})

test('a call without its parameter, or to no endpoint, is a bug', async () => {
  await expect(wire.call('units', 'get', { params: {} })).rejects.toThrow('parameter code is missing')
  await expect(wire.call('units', 'abolish')).rejects.toThrow('no endpoint units.abolish')
})
