// One call: checks before the room is asked, one transaction, one answer per key.

import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { fixtureRoot, reader, seat, stranger, writer } from '#ground/trial/fixture/players.ts'
import { ok } from '#ground/kernel/result.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { runCall } from './pipeline.ts'

const trial = useTrial({ root: fixtureRoot })
beforeAll(() => seat(trial))

const note = (unit = '990101'): { id: string; unit: string; text: string } => ({ id: randomUUID(), unit, text: '一条笔记' })
const count = async (id: string): Promise<number> =>
  Number((await trial.owner.query('select count(*) as n from notes where id = $1', [id])).rows[0].n)

describe('access', () => {
  test('nobody is asked to sign in', async () => {
    const answer = await trial.as('nobody').call('notes.add', { body: note() })
    expect(answer.status).toBe(401)
    expect(answer.body).toMatchObject({ code: 100, title: '请先登录', errors: [] })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a role without the permission is told which one it lacks', async () => {
    const answer = await trial.withToken(reader.token).call('notes.add', { body: note(), language: 'en' })
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ code: 101, detail: expect.stringContaining('notes.write') })
  })

  test('a unit outside the post is refused before the room is asked', async () => {
    const sent = note('990102')
    const answer = await trial.withToken(writer.token).call('notes.add', { body: sent })
    expect(answer.body).toMatchObject({ status: 403, code: 102 })
    expect(await count(sent.id)).toBe(0)
  })

  test('an answer without a permission check is withheld', async () => {
    const answer = await trial.withToken(writer.token).call('notes.leak')
    expect(answer.body).toMatchObject({ status: 500, code: 199 })
  })

  test('a bug says its number and nothing else', async () => {
    const answer = await trial.as('nobody').call('notes.crash')
    expect(answer.body).toMatchObject({ status: 500, code: 199 })
    expect(JSON.stringify(answer.body)).not.toContain('a bug')
  })

  test('a GET cannot write', async () => {
    const answer = await trial.withToken(writer.token).call('notes.writeByGet')
    expect(answer.status).toBe(500)
  })

  test('a post of another page is refused', async () => {
    const sent = note()
    for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      const answer = await trial.withToken(writer.token).call('notes.add', { body: sent, headers })
      expect(answer.body).toMatchObject({ status: 403, code: 107 })
    }
    expect(await count(sent.id)).toBe(0)
  })
})

describe('input', () => {
  test('every faulty place is named, unknown fields too', async () => {
    const answer = await trial.withToken(writer.token).call('notes.add', { body: { id: 'x', unit: '990101', colour: 'red' } })
    expect(answer.body).toMatchObject({ status: 400, code: 103 })
    const paths = (answer.body['errors'] as { path: string }[]).map((error) => error.path)
    expect(paths.sort()).toEqual(['body.colour', 'body.id', 'body.text'])
  })

  test('half a JSON document is a clear problem', async () => {
    const response = await trial.withToken(writer.token).fetch('/api/v1/notes', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: '{"id": ',
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 109 })
  })

  test('an unknown address is a numbered problem', async () => {
    const response = await trial.as('nobody').fetch('/api/v1/nothing')
    expect(await response.json()).toMatchObject({ status: 404, code: 104 })
  })

  test('bytes that are no request get a numbered problem and the server lives', async () => {
    const { port } = new URL(trial.url)
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET /api/v1/中 HTTP/1.1\r\n\r\n'))
      let text = ''
      socket.on('data', (chunk) => {
        text += String(chunk)
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(reply).toMatch(/^HTTP\/1\.1 400/)
    expect(reply).toContain('"code":113')
    expect((await trial.as('nobody').fetch('/healthz')).status).toBe(200)
  })
})

describe('idempotency', () => {
  test('a POST without a key is refused', async () => {
    const answer = await trial.withToken(writer.token).call('notes.add', { body: note(), headers: { 'idempotency-key': '' } })
    expect(answer.body).toMatchObject({ status: 400, code: 105 })
  })

  test('the same key and payload is answered again without doing it again', async () => {
    const key = randomUUID()
    const body = note()
    const first = await trial.withToken(writer.token).call('notes.add', { body, key })
    const second = await trial.withToken(writer.token).call('notes.add', { body, key })
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    const acts = await trial.owner.query('select * from acts where subject = $1', [`note:${body.id}`])
    expect(acts.rows).toHaveLength(1)
  })

  test('the same key with another payload is a conflict', async () => {
    const key = randomUUID()
    await trial.withToken(writer.token).call('notes.add', { body: note(), key })
    const other = note()
    const answer = await trial.withToken(writer.token).call('notes.add', { body: other, key })
    expect(answer.body).toMatchObject({ status: 409, code: 106 })
    expect(await count(other.id)).toBe(0)
  })

  test('what was answered before gets no further than its first question: nothing is written, announced or asked of the gate', async () => {
    const add = trial.house.endpoints.get('notes.add')
    if (add === undefined) throw new Error('the fixture has notes.add')
    const announced: string[] = []
    const kit = { ...trial.instance.kit, house: trial.house, announce: (one: { verb: string }) => announced.push(one.verb) }
    const body = note()
    const call = {
      raw: { body },
      upload: null,
      key: randomUUID(),
      actor: await trial.actorOf(writer),
      language: 'zh',
      wire: { requestId: '', peer: '', userAgent: '', secure: true, cookie: () => undefined, setCookie: () => {}, clearCookie: () => {} },
    } as const
    const past: string[] = []
    const handler: typeof add.handler = async (request) => {
      const gated = request.gate(async () => past.push('gate')).catch(() => {})
      await request.act({ verb: 'add', unit: body.unit, subject: `note:${body.id}`, payload: {} })
      await sql`select 1`.execute(request.db)
      past.push('question')
      await gated
      return ok(body)
    }
    const run = (): ReturnType<typeof runCall> => runCall(kit, { ...add, handler }, call, async () => {})
    expect(await run()).toMatchObject({ ok: true, value: { replayed: false } })
    expect([past.toSorted(), announced]).toEqual([['gate', 'question'], ['add']])
    expect(await run()).toMatchObject({ ok: true, value: { replayed: true, text: JSON.stringify(body) } })
    expect([past.toSorted(), announced]).toEqual([['gate', 'question'], ['add']])
    expect((await trial.owner.query('select 1 from acts where subject = $1', [`note:${body.id}`])).rowCount).toBe(1)
  })

  test('the gate is not opened behind a write that failed, although nobody waited for it', async () => {
    const add = trial.house.endpoints.get('notes.add')
    if (add === undefined) throw new Error('the fixture has notes.add')
    const gated: string[] = []
    const handler: typeof add.handler = async (request) => {
      await sql`insert into notes (district, unit, id, body) values ('990102', '990102', ${randomUUID()}, 'x')`.execute(request.later)
      await request.gate(async () => gated.push('gate'))
      return ok(note())
    }
    const wire = {
      requestId: '',
      peer: '',
      userAgent: '',
      secure: true,
      cookie: () => undefined,
      setCookie: () => {},
      clearCookie: () => {},
    }
    const actor = await trial.actorOf(writer)
    const call = { raw: { body: note() }, upload: null, key: randomUUID(), actor, language: 'zh', wire } as const
    const kit = { ...trial.instance.kit, house: trial.house }
    expect(await runCall(kit, { ...add, handler }, call, async () => {})).toMatchObject({ ok: false, problem: { code: 152 } })
    expect(gated).toEqual([])
  })

  test('keys belong to one actor', async () => {
    const key = randomUUID()
    await trial.withToken(writer.token).call('notes.add', { body: note(), key })
    const other = note('990102')
    expect((await trial.withToken(stranger.token).call('notes.add', { body: other, key })).status).toBe(200)
  })

  test('twenty copies sent at once are done once and all are answered alike', async () => {
    const key = randomUUID()
    const body = note()
    const answers = await Promise.all(Array.from({ length: 20 }, () => trial.withToken(writer.token).call('notes.add', { body, key })))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect(await count(body.id)).toBe(1)
  })

  test('a refusal and a conflict of the database undo everything', async () => {
    const refused = note()
    expect((await trial.withToken(writer.token).call('notes.refuse', { body: refused })).body).toMatchObject({ code: 9001 })
    const twice = note()
    expect((await trial.withToken(writer.token).call('notes.addTwice', { body: twice })).body).toMatchObject({ status: 409, code: 150 })
    for (const { id } of [refused, twice]) {
      expect(await count(id)).toBe(0)
      expect((await trial.owner.query('select 1 from acts where subject = $1', [`note:${id}`])).rows).toEqual([])
    }
  })
})

describe('files and limits', () => {
  test('a file streams from its transaction', async () => {
    const body = note()
    await trial.withToken(writer.token).call('notes.add', { body })
    const answer = await trial.withToken(reader.token).call<string>('notes.export')
    expect(answer.body).toContain(body.id)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('笔记.csv'))
  })

  test('an upload arrives with its fields; one over the limit is refused and the server lives', async () => {
    const good = await trial
      .withToken(writer.token)
      .call('notes.upload', { body: { label: '表' }, file: { name: 'a.csv', bytes: 'code,name\n' } })
    expect(good.body).toEqual({ bytes: 10, label: '表' })
    const bad = await trial
      .withToken(writer.token)
      .call('notes.upload', { body: { label: '表' }, file: { name: 'a.csv', bytes: new Uint8Array(200_000) } })
    expect(bad.body).toMatchObject({ status: 413, code: 108 })
    expect((await trial.as('nobody').fetch('/healthz')).status).toBe(200)
  })

  test('an endpoint with its own limit says when to try again', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 5; index += 1) statuses.push((await trial.as('nobody').call('notes.limited')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const answer = await trial.as('nobody').call('notes.limited')
    expect(answer.body).toMatchObject({ code: 111 })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('health, readiness, metrics and the description are there', async () => {
    const anyone = trial.as('nobody')
    expect((await anyone.fetch('/healthz')).status).toBe(200)
    expect((await anyone.fetch('/readyz')).status).toBe(200)
    expect(await (await anyone.fetch('/metrics')).text()).toContain('liangxing_http_seconds_bucket')
    const description = (await (await anyone.fetch('/api/v1/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> }
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toContain('/notes/{id}')
  })
})
