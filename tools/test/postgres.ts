// `npm run test:postgres [-- --database-only | FILTER …]`: the same tests on a PostgreSQL server (15 or newer) instead of
// the embedded one. The server is DATABASE_URL, or a private one from Debian's package, started for this run.

import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { aptInstall, ensureBrowser, isDebianRoot } from '../browser/find.ts'
import { thisMachine } from '../browser/machine.ts'
import { buildWhenStale } from './build.ts'
import { findServer, startCluster } from './cluster.ts'
import { type Counts, lastLine } from './count.ts'
import { runVitest } from './vitest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
process.chdir(root)

const databaseOnly = ['--project', 'node*', '/data/', '/postgres/', 'policies', '/api/']
const noServer =
  '没有可用的 PostgreSQL：请用 DATABASE_URL 指明一个 15 或更新的服务器，或安装 Debian 的 postgresql 软件包。\n' +
  'No PostgreSQL was found: name a server (15 or newer) in DATABASE_URL, or install Debian’s package postgresql.'

interface Server {
  readonly url: string
  stop(): Promise<void>
}

async function openServer(): Promise<Server | null> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  if (findServer() === null && isDebianRoot(thisMachine)) aptInstall(thisMachine, ['postgresql'])
  const bin = findServer()
  return bin === null ? null : startCluster(bin)
}

async function majorVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  } finally {
    await client.end()
  }
}

async function run(args: readonly string[]): Promise<Counts> {
  const nothing = { passed: 0, failed: 1, skipped: 0 }
  const server = await openServer()
  if (server === null) {
    console.error(noServer)
    return nothing
  }
  try {
    const version = await majorVersion(server.url)
    console.error(`PostgreSQL ${version}`)
    if (version < 15) {
      console.error(noServer)
      return nothing
    }
    const env = { TEST_DATABASE_URL: server.url, DATABASE_URL: '' }
    if (args.includes('--database-only')) {
      return await runVitest(root, [...databaseOnly, ...args.filter((arg) => arg !== '--database-only')], env)
    }
    const browser = await ensureBrowser()
    if (!(await buildWhenStale(root))) return nothing
    return await runVitest(root, args, { ...env, CHROMIUM: browser.path })
  } finally {
    await server.stop()
  }
}

const counts = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1, skipped: 0 }
})
console.log(lastLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
