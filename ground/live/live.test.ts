// Live hints: two processes hear each other, a client that was away catches up, nobody hears of foreign units.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { fixtureRoot, reader, seat, stranger, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { openHub } from './hub.ts'

const trial = useTrial({ root: fixtureRoot })
beforeAll(() => seat(trial))

interface Heard {
  readonly id?: string
  readonly event?: string
  readonly data: Record<string, string>
}

/** Opens a stream and hands out its events one by one. */
async function listen(
  url: string,
  token: string,
  lastId?: string,
): Promise<{ next: (wanted?: (heard: Heard) => boolean) => Promise<Heard>; close: () => void; raw: () => string }> {
  const controller = new AbortController()
  const response = await fetch(`${url}/api/v1/live`, {
    headers: { cookie: `lx-session=${token}`, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
    signal: controller.signal,
  })
  const reader_ = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  let all = ''
  let rest = ''
  const next = async (wanted: (heard: Heard) => boolean = (heard) => heard.event === undefined): Promise<Heard> => {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await reader_.read()
        if (done) throw new Error('the stream ended')
        all += value
        rest += value
        continue
      }
      const fields = Object.fromEntries(
        rest
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      )
      rest = rest.slice(end + 2)
      const heard = { ...fields, data: JSON.parse(fields['data'] ?? '{}') as Record<string, string> } as Heard
      if (wanted(heard)) return heard
    }
  }
  await next((heard) => heard.event === 'beat' || heard.event === 'resync')
  return { next, close: () => controller.abort(), raw: () => all }
}

const add = async (token: string, unit: string): Promise<string> => {
  const id = randomUUID()
  const answer = await trial.withToken(token).call('notes.add', { body: { id, unit, text: '密' } })
  expect(answer.status).toBe(200)
  return id
}

describe('one process', () => {
  test('a decision is heard by posts that reach its unit, without its content', async () => {
    const stream = await listen(trial.url, reader.token)
    const id = await add(writer.token, '990101')
    const heard = await stream.next()
    expect(heard.data).toEqual({ id: heard.id, room: 'notes', verb: 'add', subject: `note:${id}`, unit: '990101', at: expect.any(String) })
    expect(stream.raw()).not.toContain('密')
    stream.close()
  })

  test('another county hears nothing of it', async () => {
    const foreign = await listen(trial.url, stranger.token)
    await add(writer.token, '990101')
    const own = await add(stranger.token, '990102')
    expect((await foreign.next()).data['subject']).toBe(`note:${own}`)
    expect(foreign.raw()).not.toContain('990101')
    foreign.close()
  })

  test('without a session there is no stream', async () => {
    expect((await trial.as('nobody').fetch('/api/v1/live')).status).toBe(401)
  })

  test('a stream ends with its session: what happens after the end is not told', async () => {
    await trial.owner.query('insert into tokens values ($1, $2, $3, $4, $5)', [
      'short-token',
      reader.person,
      'reader',
      '990101',
      new Date(trial.clock.now() + 60_000),
    ])
    const short = await listen(trial.url, 'short-token')
    const long = await listen(trial.url, reader.token)
    trial.clock.advance(59_000)
    const before = await add(writer.token, '990101')
    expect((await short.next()).data['subject']).toBe(`note:${before}`)
    trial.clock.advance(1_000)
    const after = await add(writer.token, '990101')
    await expect(short.next()).rejects.toThrow('the stream ended')
    expect(short.raw()).not.toContain(after)
    expect((await long.next((heard) => heard.data['subject'] === `note:${after}`)).data['unit']).toBe('990101')
    expect((await trial.withToken('short-token').fetch('/api/v1/live')).status).toBe(401)
    long.close()
  })

  test('nor does it outlive its session where nothing happens: a beat ends it', async () => {
    const quick = await buildServer({
      kit: trial.instance.kit,
      house: trial.house,
      hub: trial.instance.hub,
      shell: await loadShell(fixtureRoot),
      facesFolder: '/nowhere',
      publicFolder: '/nowhere',
      logLevel: 'silent',
      beatMs: 20,
    })
    const url = await quick.listen({ host: '127.0.0.1', port: 0 })
    await trial.owner.query('insert into tokens values ($1, $2, $3, $4, $5)', [
      'quiet-token',
      reader.person,
      'reader',
      '990101',
      new Date(trial.clock.now() + 60_000),
    ])
    const stream = await listen(url, 'quiet-token')
    await stream.next((heard) => heard.event === 'beat')
    trial.clock.advance(60_000)
    await expect(stream.next((heard) => heard.event === 'never')).rejects.toThrow('the stream ended')
    await quick.close()
  })

  test('a client that was away is told what it missed, or to fetch anew', async () => {
    const stream = await listen(trial.url, reader.token)
    await add(writer.token, '990101')
    const last = (await stream.next()).id ?? ''
    stream.close()
    const missed = await add(writer.token, '990101')
    const fence = await listen(trial.url, reader.token)
    const later = await add(writer.token, '990101')
    await fence.next()
    fence.close()
    const controller = new AbortController()
    const response = await fetch(`${trial.url}/api/v1/live`, {
      headers: { cookie: `lx-session=${reader.token}`, 'last-event-id': last },
      signal: controller.signal,
    })
    const { value } = await (response.body as ReadableStream<Uint8Array>).getReader().read()
    const text = new TextDecoder().decode(value)
    expect(text).toContain(missed)
    expect(text).toContain(later)
    controller.abort()
    const lost = await listen(trial.url, reader.token, 'an-id-nobody-remembers')
    expect(lost.raw()).toContain('event: resync')
    lost.close()
  })
})

describe('two processes on one database', () => {
  test('each hears what the other decided', async () => {
    const hub = await openHub(() => trial.instance.database.urlOf('liangxing_login'))
    const second = await buildServer({
      kit: { ...trial.instance.kit, announce: (announcement) => hub.announce(announcement) },
      house: trial.house,
      hub,
      shell: await loadShell(fixtureRoot),
      facesFolder: '/nowhere',
      publicFolder: '/nowhere',
      logLevel: 'silent',
    })
    const url = await second.listen({ host: '127.0.0.1', port: 0 })
    const here = await listen(trial.url, reader.token)
    const there = await listen(url, reader.token)
    const first = await add(writer.token, '990101')
    expect((await there.next()).data['subject']).toBe(`note:${first}`)
    const id = randomUUID()
    await fetch(`${url}/api/v1/notes`, {
      method: 'POST',
      headers: { cookie: `lx-session=${writer.token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ id, unit: '990101', text: '另一台' }),
    })
    expect((await here.next((heard) => heard.data['subject'] === `note:${id}`)).data['unit']).toBe('990101')
    here.close()
    there.close()
    await second.close()
    await hub.close()
  })

  test('after the listener was cut off everybody is told to fetch anew', async () => {
    const stream = await listen(trial.url, reader.token)
    await trial.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'liangxing-live'`,
    )
    expect((await stream.next((heard) => heard.event === 'resync')).event).toBe('resync')
    const id = await add(writer.token, '990101')
    expect((await stream.next()).data['subject']).toBe(`note:${id}`)
    stream.close()
  })
})
