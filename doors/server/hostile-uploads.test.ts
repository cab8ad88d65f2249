// Uploads that no office would send, over real sockets, to both imports: each is refused in numbered words,
// writes nothing, and leaves the server up.

import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gzipBomb, workbookOf, zipBomb, zipOf } from '#ground/sheets/hostile-files.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const megabyte = 1_048_576
const boundary = 'liangxing-boundary'
// Packed before the server runs: packing holds up the event loop, which both share.
const bombs = { zip: zipBomb(300), lying: zipBomb(300, 4096), huge: zipBomb(1, 0xffff_fff0), gzip: gzipBomb(600) }

interface Refusal {
  readonly type: string
  readonly code: number
  readonly status: number
  readonly title: string
  readonly detail: string
}

const tables = ['unit_versions', 'unit_successions', 'persons', 'credentials', 'passwords', 'posts', 'acts', 'idempotency']
const written = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const table of tables)
    counts[table] = (await trial.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1
  return counts
}

let before: Record<string, number>
beforeEach(async () => {
  before = await written()
})
afterEach(async () => {
  expect(await written()).toEqual(before)
  expect((await fetch(`${trial.url}/healthz`)).status).toBe(200)
  expect((await trial.as('operator').call('people.me')).status).toBe(200)
})

const imports = [
  { path: '/api/v1/units/import', name: 'units.import', token: cast.operator.token },
  { path: '/api/v1/people/import', name: 'people.import', token: cast.countyAdmin.token },
] as const
type Import = (typeof imports)[number]

const head = (filename = 'list.csv'): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`
const tail = `\r\n--${boundary}--\r\n`
const oneFile = (bytes: Uint8Array | string, filename?: string): Buffer =>
  Buffer.concat([Buffer.from(head(filename)), Buffer.from(bytes), Buffer.from(tail)])
const field = (name: string, value: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

async function send(
  to: Import,
  body: Uint8Array | string,
  type = `multipart/form-data; boundary=${boundary}`,
): Promise<{ status: number; body: Refusal }> {
  const answer = await fetch(`${trial.url}${to.path}`, {
    method: 'POST',
    headers: { cookie: `lx-session=${to.token}`, 'idempotency-key': randomUUID(), 'content-type': type },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return { status: answer.status, body: (await answer.json()) as Refusal }
}

function expectProblem({ status, body }: { status: number; body: Refusal }, statuses: readonly number[] = [400, 413, 415, 422]): void {
  expect(statuses).toContain(status)
  expect(body).toMatchObject({ type: expect.stringMatching(/^urn:liangxing:problem:/) as string, status })
  expect(body.code).toBeGreaterThan(99)
  expect(body.code).not.toBe(199)
  expect(body.detail).toMatch(/\p{Script=Han}/u)
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts\b|\bat \S+ \(|select |insert /)
}

describe.each(imports)('$name', (to) => {
  test.each([
    ['a zip bomb of 300 MB', () => bombs.zip],
    ['a zip bomb that claims to be small', () => bombs.lying],
    ['a zip bomb that claims four gigabytes', () => bombs.huge],
    ['a zip of 20,000 parts', () => zipOf(Array.from({ length: 20_000 }, (_, nth) => ({ name: `xl/${nth}.xml`, content: 'x' })))],
    [
      'parts with path-like names',
      () =>
        workbookOf('', [
          { name: '../../../../etc/passwd', content: 'root' },
          { name: '/etc/cron.d/x', content: 'x' },
        ]),
    ],
    [
      'a workbook with an entity bomb',
      () =>
        workbookOf('', [
          { name: 'xl/workbook.xml', content: '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>' },
        ]),
    ],
    ['half a workbook', () => zipBomb(1).subarray(0, 700)],
    ['a gzip bomb of 600 MB', () => bombs.gzip],
    ['a gzip within a gzip', () => gzipSync(gzipSync('code,name\n99,x\n'))],
    ['half a gzip', () => gzipSync(randomBytes(4096)).subarray(0, 2000)],
    ['NUL bytes', () => Buffer.from('code,name\n99\0,演示\0省\n')],
    ['nothing but NUL bytes', () => Buffer.alloc(4096)],
    ['random bytes', () => randomBytes(65_536)],
    ['UTF-16 without its mark', () => Buffer.from('code,name\n99,演示省\n', 'utf16le')],
    ['an empty file', () => Buffer.alloc(0)],
    ['a line of a megabyte', () => Buffer.from(`code,name\n99,${'x'.repeat(megabyte)}\n`)],
    ['a quote that never ends', () => Buffer.from(`code,name\n99,"${'x\n'.repeat(100_000)}`)],
    ['ten thousand columns', () => Buffer.from(`${Array.from({ length: 10_000 }, (_, nth) => `c${nth}`).join(',')}\n`)],
    ['columns named like the insides of objects', () => Buffer.from('__proto__,constructor,toString\n1,2,3\n')],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
  ])(
    '%s',
    async (_what, make) => {
      expectProblem(await send(to, oneFile(make())))
    },
    60_000,
  )

  test('GB18030 is read, and its faults are told by line', async () => {
    // 代码,名称 / 9,演示 in GB18030; a code of one digit is no code.
    const bytes = Buffer.concat([Buffer.from('code,name\n9,'), Buffer.from([0xd1, 0xdd, 0xca, 0xbe]), Buffer.from('\n')])
    const answer = await send(to, oneFile(bytes))
    expectProblem(answer)
    expect(JSON.stringify(answer.body)).not.toContain('\uFFFD')
  })

  test('100 MB is refused with its limit, even while it is still being sent', async () => {
    const socket = connect(Number(new URL(trial.url).port), '127.0.0.1')
    let heard = ''
    socket.on('data', (bytes) => (heard += bytes.toString('utf8')))
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    const length = 100 * megabyte
    socket.write(
      `POST ${to.path} HTTP/1.1\r\nhost: x\r\ncookie: lx-session=${to.token}\r\nidempotency-key: ${randomUUID()}\r\n` +
        `content-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: ${length + head().length + tail.length}\r\nconnection: close\r\n\r\n${head()}`,
    )
    const chunk = Buffer.alloc(megabyte, 0x31)
    for (let sent = 0; sent < length && socket.writable; sent += chunk.length) {
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => {}), closed])
    }
    if (socket.writable) socket.write(tail)
    await closed
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
    expect(heard).toContain('"code":108')
    expect(heard).toMatch(/上限为 \d+ MB/)
  }, 60_000)

  test('half a request writes nothing', async () => {
    const gone = new Promise((resolve) => {
      trial.app.server.once('connection', (peer) => peer.once('close', resolve))
    })
    const socket = connect(Number(new URL(trial.url).port), '127.0.0.1')
    await once(socket, 'connect')
    const body = oneFile('code,name\n9903,半截市\n')
    socket.write(
      `POST ${to.path} HTTP/1.1\r\nhost: x\r\ncookie: lx-session=${to.token}\r\nidempotency-key: ${randomUUID()}\r\n` +
        `content-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: ${body.length}\r\n\r\n`,
    )
    await new Promise((resolve) => {
      socket.write(body.subarray(0, body.length - 30), resolve)
    })
    socket.destroy()
    await gone
  })

  test('a body that ends before its last boundary', async () => {
    expectProblem(await send(to, oneFile('code,name\n9903,半截市\n').subarray(0, -12)))
  })

  test.each([
    ['no boundary at all', 'x', 'multipart/form-data'],
    ['another boundary', oneFile('code,name\n'), 'multipart/form-data; boundary=other'],
    ['JSON', '{}', 'application/json'],
    ['a form', 'file=x', 'application/x-www-form-urlencoded'],
    ['plain text', 'code,name', 'text/csv'],
    ['no file', field('dryRun', 'true') + tail.slice(2), undefined],
    ['two files', Buffer.concat([Buffer.from(head()), Buffer.from('code,name\r\n'), oneFile('code,name\n')]), undefined],
    ['ten thousand fields', Array.from({ length: 10_000 }, (_, nth) => field(`f${nth}`, 'x')).join('') + tail.slice(2), undefined],
    ['a field name of a megabyte', field('n'.repeat(megabyte), 'x') + tail.slice(2), undefined],
    ['a field of a megabyte', field('dryRun', 'x'.repeat(megabyte)) + tail.slice(2), undefined],
    ['a field named __proto__', field('__proto__', '{"admin":true}') + oneFile('code,name\n').toString(), undefined],
    ['a field named constructor', field('constructor', 'x') + oneFile('code,name\n').toString(), undefined],
    ['an unknown field', field('everything', 'yes') + oneFile('code,name\n').toString(), undefined],
    ['a part with a header of a megabyte', `--${boundary}\r\nx-long: ${'y'.repeat(megabyte)}\r\n\r\nx${tail}`, undefined],
  ])('multipart: %s', async (_what, body, type) => {
    expectProblem(await send(to, body, type))
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  test.each(['../../../etc/passwd', 'C:\\\\windows\\\\x.csv', 'a%0d%0aset-cookie: x=1.csv', '\u202Exslx.exe', 'CON'])(
    'a file called %j is judged by its bytes',
    async (filename) => {
      expectProblem(await send(to, oneFile('neither,nor\n1,2\n', filename)))
    },
  )

  test('who may not import is refused before the bytes are taken in', async () => {
    const { port } = new URL(trial.url)
    for (const [token, status] of [
      ['', 401],
      [cast.resident.token, 403],
    ] as const) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(
        `POST ${to.path} HTTP/1.1\r\nhost: x\r\ncookie: lx-session=${token}\r\nidempotency-key: ${randomUUID()}\r\n` +
          `content-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: 5000000\r\n\r\n${head()}`,
      )
      const [bytes] = (await once(socket, 'data')) as [Buffer]
      expect(bytes.toString('utf8')).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
      socket.destroy()
    }
  })
})
