import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientAt } from '../address.ts'
import { startEmbedded } from './embedded.ts'
import {
  erase,
  isGone,
  keepersOf,
  makeFolder,
  otherProcess,
  password,
  pids,
  processesOf,
  query,
  start,
  superuser,
  until,
} from './rehearsal.ts'

let dataDir: string
beforeEach(() => (dataDir = makeFolder()))
afterEach(() => erase(dataDir))

const kill = async (...victims: number[]): Promise<void> => {
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  await until(() => victims.every(isGone))
}

const listening = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })

test('a killed server process leaves nothing running', async () => {
  const { child } = await otherProcess(dataDir)
  const { keeper, postgres } = pids(dataDir)
  expect(isGone(keeper) || isGone(postgres)).toBe(false)
  child.kill('SIGKILL')
  await until(() => isGone(keeper) && isGone(postgres))
  expect(processesOf(join(dataDir, 'postgres', 'cluster'))).toEqual([])
  expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false)
})

test('Ctrl-C at a terminal does not reach the keeper', async () => {
  const { child } = await otherProcess(dataDir)
  const { keeper } = pids(dataDir)
  const session = (pid: number | undefined): string | undefined => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3]
  expect(session(keeper)).toBe(String(keeper))
  expect(session(keeper)).not.toBe(session(child.pid))
  child.kill('SIGKILL')
})

test('after keeper, server and client were all killed the next start works and keeps what was committed', async () => {
  const { child } = await otherProcess(dataDir, false)
  const joined = await startEmbedded({ dataDir, superuser, password })
  await query(joined, 'create table kept as select 7 as seven')
  await joined.leave()
  const { keeper, postgres } = pids(dataDir)
  await kill(child.pid ?? 0, keeper, postgres)
  const next = await start(dataDir)
  expect(next.adopted).toBe(false)
  expect(await query(next, 'select seven from kept')).toEqual([{ seven: 7 }])
})

test('a server whose keeper and clients were killed is taken over, and stopped in the end', async () => {
  const { child } = await otherProcess(dataDir)
  const { keeper, postgres } = pids(dataDir)
  await kill(child.pid ?? 0, keeper)
  const next = await start(dataDir)
  expect(next.adopted).toBe(true)
  expect(pids(dataDir).postgres).toBe(postgres)
  await next.leave({ wait: true })
  expect(isGone(postgres)).toBe(true)
})

test('a client whose keeper is killed finds itself another', async () => {
  const said: string[] = []
  const embedded = await start(dataDir, (line) => said.push(line))
  const { keeper, postgres } = pids(dataDir)
  await kill(keeper)
  await until(() => ![0, keeper].includes(pids(dataDir).keeper))
  expect(pids(dataDir).postgres).toBe(postgres)
  expect(said.join()).toContain('another one is sought')
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a killed PostgreSQL is started again while clients are there', async () => {
  const embedded = await startEmbedded({ dataDir, superuser, password })
  await query(embedded, 'create table kept as select 7 as seven')
  const idle = new pg.Client({ connectionString: embedded.url('postgres', superuser, password) })
  const broken = new Promise((resolve) => idle.on('error', resolve))
  await idle.connect()
  const { keeper, postgres } = pids(dataDir)
  await kill(postgres)
  await broken
  await until(() => ![0, postgres].includes(pids(dataDir).postgres))
  await until(() =>
    query(embedded, 'select seven from kept').then(
      ([row]) => row?.['seven'] === 7,
      () => false,
    ),
  )
  expect(pids(dataDir).keeper).toBe(keeper)
})

test('a server that had to come back on another port is found there', async () => {
  const embedded = await start(dataDir)
  const pool = new pg.Pool({ Client: clientAt(() => embedded.url('postgres', superuser, password)), max: 1 })
  pool.on('error', () => undefined)
  await pool.query('select 1')
  const { port } = embedded
  const { keeper, postgres } = pids(dataDir)
  const other = createServer()
  try {
    process.kill(keeper, 'SIGSTOP')
    await kill(postgres)
    await until(() => listening(other, port))
    process.kill(keeper, 'SIGCONT')
    await until(() => embedded.port !== port)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  } finally {
    await pool.end()
    other.close()
  }
})

test('a database that died too often is tried again after a while', async () => {
  const said: string[] = []
  const embedded = await start(dataDir, (line) => said.push(line))
  const answers = (): Promise<boolean> =>
    query(embedded, 'select 1').then(
      () => true,
      () => false,
    )
  while (!said.some((line) => line.includes('several times within a minute'))) {
    const { postgres } = pids(dataDir)
    if (postgres > 0 && !isGone(postgres)) await kill(postgres)
    await until(async () => said.some((line) => line.includes('several times')) || (await answers()))
  }
  await until(answers)
})

test('a postmaster.pid whose number now belongs to another program does not stop the start', async () => {
  const first = await start(dataDir)
  await first.leave({ wait: true })
  writeFileSync(join(first.clusterDir, 'postmaster.pid'), `${process.pid}\n${first.clusterDir}\n1\n${first.port}\n\n127.0.0.1\n\nready\n`)
  const second = await start(dataDir)
  expect(second.adopted).toBe(false)
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a first start killed in the middle is simply begun again', async () => {
  const half = otherProcess(dataDir).catch(() => null)
  await until(() => pids(dataDir).keeper > 0)
  const { keeper } = pids(dataDir)
  process.kill(keeper, 'SIGKILL')
  const embedded = await start(dataDir)
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  const other = await half
  expect(other?.port).toBe(embedded.port)
  other?.child.kill('SIGKILL')
})

test('a keeper killed before it could speak is followed by another', async () => {
  const front = join(dataDir, 'postgres')
  const half = otherProcess(dataDir)
  await until(() => keepersOf(front).length > 0)
  for (const pid of keepersOf(front)) process.kill(pid, 'SIGKILL')
  const { child, port } = await half
  expect(port).toBe((await start(dataDir)).port)
  child.kill('SIGKILL')
})
