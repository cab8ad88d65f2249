import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart, startEmbedded, stopEmbedded } from './embedded.ts'
import { erase, isGone, makeFolder, otherProcess, password, pids, query, start, superuser, until } from './rehearsal.ts'

let dataDir: string
beforeEach(() => (dataDir = makeFolder()))
afterEach(() => erase(dataDir))

test('a first start makes a cluster, also under a path with spaces; a later one finds the rows', async () => {
  expect(dataDir).toContain(' ')
  const cold = await start(dataDir)
  expect(cold.adopted).toBe(false)
  await query(cold, 'create table kept as select 7 as seven')
  await cold.leave({ wait: true })
  expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false)

  const began = performance.now()
  const warm = await start(dataDir)
  expect(performance.now() - began).toBeLessThan(3_000)
  expect(warm.port).toBe(cold.port)
  expect(await query(warm, 'select seven from kept')).toEqual([{ seven: 7 }])
  await warm.leave({ wait: true })
})

test('the server speaks UTF8 in the order C.UTF-8, in UTC, safely, to this machine only and by password only', async () => {
  const durable = await startEmbedded({ dataDir, superuser, password })
  const [row] = await query(
    durable,
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
      (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres') as locale,
      current_setting('fsync') || current_setting('synchronous_commit') || current_setting('jit') as switches,
      current_setting('timezone') as zone, current_setting('listen_addresses') as listens, current_setting('max_connections') as most,
      (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as auth, upper('ä') as upper`,
  )
  expect(row).toEqual({
    major: 18,
    encoding: 'UTF8',
    locale: 'b C.UTF-8',
    switches: 'ononoff',
    zone: 'UTC',
    listens: '127.0.0.1',
    most: '120',
    auth: 'scram-sha-256',
    upper: 'Ä',
  })
  expect(statSync(durable.clusterDir).mode & 0o777).toBe(0o700)
  await durable.leave({ wait: true })
})

test('the server is reached by its socket and by TCP', async () => {
  const embedded = await start(dataDir)
  expect(embedded.socketDir).not.toBeNull()
  expect(await query(embedded, 'select inet_server_addr() as address')).toEqual([{ address: null }])
  const tcp = { url: () => `postgresql://${superuser}:${encodeURIComponent(password)}@${embedded.host}:${embedded.port}/postgres` }
  expect(await query(tcp, 'select host(inet_server_addr()) as address')).toEqual([{ address: '127.0.0.1' }])
})

test('processes that start at the same instant share one server, made once', async () => {
  const [ours, ...others] = await Promise.all([start(dataDir), otherProcess(dataDir), otherProcess(dataDir)])
  expect(others.map(({ port }) => port)).toEqual([ours.port, ours.port])
  await query(ours, 'create table shared ()')
  for (const { child } of others) child.kill('SIGKILL')
  await ours.leave()
  expect(await query(await start(dataDir), `select relname from pg_class where relname = 'shared'`)).toHaveLength(1)
})

test('who joins later is told that the server was running, and its leaving leaves the server to the others', async () => {
  const first = await start(dataDir)
  const second = await start(dataDir)
  expect([first.adopted, second.adopted]).toEqual([false, true])
  await second.leave({ wait: true })
  expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('commands in a row find the server still up; when nobody comes it goes', async () => {
  await (await start(dataDir)).leave()
  const { keeper, postgres } = pids(dataDir)
  const next = await start(dataDir)
  expect(next.adopted).toBe(true)
  expect(pids(dataDir).postgres).toBe(postgres)
  await next.leave()
  await until(() => isGone(postgres) && isGone(keeper))
})

test('a taken port is left to its holder', async () => {
  const first = await start(dataDir)
  const { port } = first
  await first.leave({ wait: true })
  const holder = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  const second = await start(dataDir)
  expect(second.port).not.toBe(port)
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
  await new Promise((resolve) => holder.close(resolve))
})

test('what a killed initdb left is thrown away', async () => {
  const left = join(dataDir, 'postgres', 'cluster.making-1', 'data')
  mkdirSync(left, { recursive: true })
  writeFileSync(join(left, 'PG_VERSION'), '18\n')
  const embedded = await start(dataDir)
  expect(existsSync(left)).toBe(false)
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a path too long for a socket gets a short one elsewhere', async () => {
  const deep = join(dataDir, 'a folder with a rather long name '.repeat(4))
  const embedded = await start(deep)
  expect(Buffer.byteLength(embedded.socketDir ?? '')).toBeLessThan(80)
  expect(embedded.socketDir).not.toContain('rather long')
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  await embedded.leave({ wait: true })
  await until(() => !existsSync(embedded.socketDir ?? ''))
  await stopEmbedded(deep)
})

test('a password of another key is refused in words, and the server goes on', async () => {
  const embedded = await start(dataDir)
  const refusal = await startEmbedded({ dataDir, superuser, password: 'of another key' }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CannotStart)
  expect((refusal as CannotStart).text.zh).toContain('密钥')
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a place that cannot hold a folder, a cluster of another age, and settings nobody can start with are refused in words', async () => {
  writeFileSync(join(dataDir, 'file'), '')
  await expect(start(join(dataDir, 'file'))).rejects.toThrow(/DATA_DIR/)
  await (await start(dataDir)).leave({ wait: true })
  const cluster = join(dataDir, 'postgres', 'cluster')
  writeFileSync(join(cluster, 'postgresql.auto.conf'), 'work_mem = nonsense\n')
  await expect(start(dataDir)).rejects.toThrow(/work_mem/)
  writeFileSync(join(cluster, 'PG_VERSION'), '14\n')
  await expect(start(dataDir)).rejects.toThrow(/PostgreSQL 14/)
})
