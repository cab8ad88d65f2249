// The embedded default: a real PostgreSQL 18 under <DATA_DIR>/postgres, shared by every process of this machine that
// works on that folder. README.md tells how; from here on it is a PostgreSQL like any other, reached by a URL.

import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { joinKeeper, tellToStop } from './link.ts'
import { homeOf, openFront } from './places.ts'
import { findRunning, halt } from './postmaster.ts'

export { CannotStart } from '#ground/kernel/cannot-start.ts'

export interface EmbeddedOptions {
  /** The data folder; the cluster is kept in `postgres` below it. */
  readonly dataDir: string
  readonly superuser: string
  readonly password: string
  readonly log?: (line: string) => void
  /** Tests only: nothing is forced to disk. Counts for the process that starts the server. */
  readonly unsafeFast?: boolean
}

export interface EmbeddedPostgres {
  /** Always 127.0.0.1; `url` prefers the socket where there is one. */
  readonly host: string
  readonly port: number
  /** Folder of the unix socket, null on Windows. */
  readonly socketDir: string | null
  /** Where the cluster's files are (elsewhere than under dataDir when a LOCATION file says so). */
  readonly clusterDir: string
  /** A connection address for pg and libpq; ask anew for every pool, the port may change after a crash. */
  url(database: string, user: string, password: string): string
  /** True when the server was running already. */
  readonly adopted: boolean
  /**
   * Ends this process's use; the server stops a moment after the last one has gone, be it by leaving or by dying.
   * With `wait` the last one stops it at once and waits for that: for servers, whose container ends with them.
   */
  leave(options?: { readonly wait?: boolean }): Promise<void>
}

/** Starts or joins the PostgreSQL of a data folder. Throws CannotStart with a sentence that says what to do. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, superuser, password, log = () => undefined, unsafeFast = false } = options
  const front = openFront(dataDir)
  const link = await joinKeeper({ front, superuser, password, unsafeFast }, log)
  const { adopted } = link.current()
  const home = homeOf(front)
  if (home !== front) log(`The embedded database is kept in ${home} (see ${join(front, 'LOCATION')})`)
  const embedded: EmbeddedPostgres = {
    host: '127.0.0.1',
    get port() {
      return link.current().port
    },
    get socketDir() {
      return link.current().socketDir
    },
    clusterDir: join(home, 'cluster'),
    url: (database, user, secret) => {
      const { port, socketDir } = link.current()
      const who = `${encodeURIComponent(user)}:${encodeURIComponent(secret)}`
      const socket = socketDir === null ? '' : `?host=${encodeURIComponent(socketDir)}`
      return `postgresql://${who}@127.0.0.1:${port}/${encodeURIComponent(database)}${socket}`
    },
    adopted,
    leave: ({ wait = false } = {}) => link.leave(wait),
  }
  await knock(embedded, superuser, password, dataDir).catch(async (error: unknown) => {
    await embedded.leave()
    throw error
  })
  return embedded
}

/** Stops the PostgreSQL of a data folder for everyone who uses it; false when none was running. */
export async function stopEmbedded(dataDir: string): Promise<boolean> {
  const folder = join(dataDir, 'postgres')
  if (!existsSync(folder)) return false
  const front = realpathSync(folder)
  const cluster = join(homeOf(front), 'cluster')
  const told = await tellToStop(front)
  const left = await findRunning({ cluster })
  if (left !== null) await halt(left, { cluster })
  return told || left !== null
}

/** A password the server does not know means that the key beside the data is not the one it was made with. */
async function knock(embedded: EmbeddedPostgres, superuser: string, password: string, dataDir: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: embedded.url('postgres', superuser, password), connectionTimeoutMillis: 10_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return
    } catch (cause) {
      const { code = '' } = cause as { code?: string }
      if (code === '28P01') throw wrongKey(dataDir, cause)
      // The server may have died this very moment; its keeper is starting it again.
      if (attempt === 100 || !['57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(code)) throw cause
      await pause(50)
    } finally {
      await client.end()
    }
  }
}

function wrongKey(dataDir: string, cause: unknown): CannotStart {
  const text = {
    zh: `密钥与数据目录 ${dataDir} 不匹配：数据库不接受由它得出的口令。请放回建立这些数据时的密钥文件。`,
    en: `The key does not belong to the data folder ${dataDir}: the database refuses the password made from it. Put back the key file the data was made with.`,
  }
  return new CannotStart(text, { cause })
}
