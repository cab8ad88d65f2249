// What the crash test kills, and how it comes back: a server process of ours, the keeper of its embedded database, and
// PostgreSQL itself.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isGone, pids, until } from '#ground/postgres/embedded/rehearsal.ts'

export type Victim = 'server' | 'postgres' | 'keeper'

export interface Stage {
  readonly dataDir: string
  readonly house: string
  readonly cache: string
}

export interface RunningServer {
  readonly child: ChildProcess
  readonly url: string
  /** Rejects when the server ends by itself instead of being killed: it must outlive its database. */
  readonly ownEnd: Promise<never>
}

/** Starts a server and waits until it listens. */
export async function startServer({ dataDir, house, cache }: Stage): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // The cache of compiled modules makes the many starts quick.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, HOUSE: house, NODE_COMPILE_CACHE: cache },
  })
  const ownEnd = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => code !== null && reject(new Error(`the server ended by itself with ${code}`)))
  })
  ownEnd.catch(() => {})
  for await (const line of createInterface(child.stdout)) return { child, url: (JSON.parse(line) as { url: string }).url, ownEnd }
  throw new Error('the server ended before it listened')
}

/** Kills with SIGKILL, all at once, and waits until they are gone. Whoever is still being born is waited for first. */
export async function kill(stage: Stage, server: RunningServer, victims: readonly Victim[]): Promise<void> {
  let doomed: number[] = []
  await until(() => {
    const ids = { ...pids(stage.dataDir), server: server.child.pid ?? 0 }
    doomed = victims.map((victim) => ids[victim])
    return doomed.every((pid) => pid > 0 && !isGone(pid))
  })
  for (const pid of doomed) process.kill(pid, 'SIGKILL')
  await until(() => doomed.every(isGone))
}

/** Twenty deaths in a random order. The keeper dies in each five, because it gives up on a database that dies too often. */
export function twentyDeaths(): Victim[][] {
  const one = (): Victim[][] => [
    ['server'],
    ['postgres'],
    ['server', 'postgres'],
    ['keeper'],
    Math.random() < 0.5 ? ['server', 'postgres', 'keeper'] : ['server', 'keeper'],
  ]
  return [one(), one(), one(), one()].flatMap((five) => shuffled(five))
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
