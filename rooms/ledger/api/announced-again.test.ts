// A process that is killed between its commit and its announcement: the sealer announces again, to the unit that assigned and to the
// one that mends, and to nobody else.

import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { buildServer } from '#ground/http/server.ts'
import { loadShell } from '#ground/http/shell.ts'
import { startSealer } from '#ground/postgres/sealer.ts'
import type { Sealer } from '#ground/postgres/sealer.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
let sealer: Sealer | undefined
afterAll(() => sealer?.close())

/** What a player has heard by live events, growing. */
async function hears(player: PlayerName): Promise<{ said: () => string; close: () => void }> {
  const ending = new AbortController()
  const answer = await fetch(`${trial.url}/api/v1/live`, {
    headers: { cookie: `lx-session=${cast[player].token}` },
    signal: ending.signal,
  })
  let said = ''
  const follow = async (): Promise<void> => {
    for await (const part of (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) said += part
  }
  follow().catch(() => undefined)
  await expect.poll(() => said).toContain('event:')
  return { said: () => said, close: () => ending.abort() }
}

test('both sides of an entry hear of what a killed process could not announce; the village beside it does not', async () => {
  const players = ['secretary', 'officer', 'outsider'] as const
  const ears = new Map(await Promise.all(players.map(async (player) => [player, await hears(player)] as const)))
  // It commits and is gone before it says so.
  const killed = await buildServer({
    kit: { ...trial.instance.kit, announce: () => undefined },
    house: trial.house,
    hub: trial.instance.hub,
    shell: await loadShell(trial.house.root),
    facesFolder: '/nowhere',
    publicFolder: '/nowhere',
    logLevel: 'silent',
    latestMs: 0,
  })
  const url = await killed.listen({ host: '127.0.0.1', port: 0 })
  const assign = async (subject: string): Promise<string> => {
    const id = randomUUID()
    const answer = await fetch(`${url}/api/v1/ledger`, {
      method: 'POST',
      headers: { cookie: `lx-session=${cast.officer.token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ id, unit: '990101001', subject, problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }),
    })
    expect(answer.status, await answer.text()).toBe(200)
    return id
  }
  const mine = await assign('990101001001')
  const beside = await assign('990101001002')
  await killed.close()
  for (const ear of ears.values()) expect(ear.said()).not.toContain(mine)
  sealer = startSealer({
    url: () => trial.instance.database.urlOf('liangxing_sealer'),
    hub: trial.instance.hub,
    clock: trial.clock,
    onError: (error) => {
      throw error
    },
  })
  await sealer.now()
  const said = (player: (typeof players)[number]): string => ears.get(player)?.said() ?? ''
  await expect.poll(() => said('officer')).toContain(beside)
  await expect.poll(() => said('secretary')).toContain(mine)
  // Announced in the order of the acts: what is not there by now does not come.
  expect(said('officer')).toContain(mine)
  expect(said('secretary')).not.toContain(beside)
  expect(said('outsider')).not.toContain(mine)
  const left = await trial.owner.query('select count(*)::int as count from acts_unsealed')
  expect(left.rows).toEqual([{ count: 0 }])
  for (const ear of ears.values()) ear.close()
})
