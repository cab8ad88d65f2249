// Twenty times the server, its database and the database's keeper are killed while people write. Whoever was told
// “written” finds it written, once; whoever was told nothing sends it again under the same key, and it is not doubled.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownerClient, readyDatabase } from '#ground/postgres/database.ts'
import { startEmbedded } from '#ground/postgres/embedded/embedded.ts'
import type { EmbeddedPostgres } from '#ground/postgres/embedded/embedded.ts'
import { erase, makeFolder } from '#ground/postgres/embedded/rehearsal.ts'
import { sealOnce } from '#ground/postgres/seal.ts'
import { fixtureRoot, writer } from '#ground/trial/fixture/players.ts'
import { openVault } from '#ground/vault/vault.ts'
import { verify } from '../verify.ts'
import { kill, startServer, twentyDeaths } from './victims.ts'
import type { RunningServer, Stage } from './victims.ts'

const writers = 4
const folder = makeFolder('lx crash ')
const stage: Stage = { dataDir: join(folder, 'data'), house: fixtureRoot, cache: join(folder, 'cache') }
let server: RunningServer
const play = { over: false }
const acknowledged = new Set<string>()
const tally = { unanswered: 0, replayed: 0 }
const heard = new EventTarget()

async function asOwner<T>(work: (url: string, client: pg.Client) => Promise<T>): Promise<T> {
  const vault = await openVault({ keyFile: `${stage.dataDir}.key` })
  const password = vault.derive('role:owner')
  const embedded: EmbeddedPostgres = await startEmbedded({ dataDir: stage.dataDir, superuser: 'liangxing_owner', password })
  const url = embedded.url('liangxing', 'liangxing_owner', password)
  const client = await ownerClient(url)
  try {
    return await work(url, client)
  } finally {
    await client.end()
    await embedded.leave({ wait: true })
  }
}

/** One try; true when the server said that it is written. */
async function send(body: { id: string; unit: string; text: string }): Promise<boolean> {
  try {
    const answer = await fetch(`${server.url}/api/v1/notes`, {
      method: 'POST',
      headers: { cookie: `lx-session=${writer.token}`, 'content-type': 'application/json', 'idempotency-key': body.id },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    const text = await answer.text()
    if (answer.headers.get('idempotent-replayed') === 'true') tally.replayed += 1
    if (answer.status !== 200 && answer.status < 500) throw new RangeError(`${answer.status} ${text}`)
    return answer.status === 200
  } catch (error) {
    // A refusal would be a fault of this test; anything else is what a killed server looks like from outside.
    if (error instanceof RangeError) throw error
    return false
  }
}

/** Writes note after note; one without an answer is sent again until it has one. */
async function write(): Promise<void> {
  while (!play.over) {
    const id = randomUUID()
    const body = { id, unit: '990101', text: '一条笔记' }
    while (!(await send(body))) {
      tally.unanswered += 1
      await pause(50)
    }
    acknowledged.add(id)
    heard.dispatchEvent(new Event('acknowledged'))
  }
}

async function untilAcknowledged(more: number): Promise<void> {
  for (let count = 0; count < more; count += 1) await once(heard, 'acknowledged')
}

beforeAll(async () => {
  server = await startServer(stage)
  await asOwner((_url, client) =>
    client.query('insert into tokens values ($1, $2, $3, $4)', [writer.token, writer.person, writer.role, writer.unit]),
  )
})

afterAll(async () => {
  play.over = true
  server.child.kill('SIGKILL')
  await erase(stage.dataDir)
  await erase(folder)
})

test('every acknowledged write survives twenty kills, exactly once, and the record verifies', { timeout: 180_000 }, async () => {
  const writing = Promise.all(Array.from({ length: writers }, write))
  for (const victims of twentyDeaths()) {
    await Promise.race([untilAcknowledged(1 + Math.floor(Math.random() * 30)), writing, server.ownEnd])
    await pause(Math.random() * 5)
    await kill(stage, server, victims)
    if (victims.includes('server')) server = await startServer(stage)
  }
  await Promise.race([untilAcknowledged(1), server.ownEnd])
  play.over = true
  await writing
  server.child.kill('SIGKILL')
  await once(server.child, 'exit')

  await asOwner(async (url, client) => {
    const notes = (await client.query<{ id: string }>('select id from notes')).rows.map(({ id }) => id)
    expect(notes.sort()).toEqual([...acknowledged].sort())
    const acts = (await client.query<{ subject: string }>('select subject from acts')).rows.map(({ subject }) => subject)
    expect(acts.sort()).toEqual(notes.map((id) => `note:${id}`))
    expect(tally.unanswered).toBeGreaterThan(0)

    const database = readyDatabase(() => url, await openVault({ keyFile: `${stage.dataDir}.key` }))
    const sealer = await ownerClient(database.urlOf('liangxing_sealer'))
    while ((await sealOnce(sealer, new Date())).sealed > 0);
    await sealer.end()
    expect(await verify({ database })).toMatchObject({ ok: true, value: { acts: acts.length, unsealed: 0 } })
  })
})
