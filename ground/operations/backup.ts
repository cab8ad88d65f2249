// `backup FILE`: every table, the waiting tasks and the stored files of one moment, streamed into one file. Several roles read, each no more
// than it may, and all see the snapshot of the first: the backup role the tables, the worker role its queue.

import { createHash } from 'node:crypto'
import { createWriteStream, unlinkSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import type { Clock } from '#ground/kernel/clock.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { OpenDatabase } from '#ground/postgres/database.ts'
import type { Vault } from '#ground/vault/vault.ts'
import { fileColumns, fileLines, storedFiles } from './backup-files.ts'
import type { CarriedFiles } from './backup-files.ts'
import { countLines, endOfRows, format, sealOf, waitingTasks } from './backup-format.ts'
import type { Header, Migration, Part } from './backup-format.ts'
import { migrationsOf } from './applied-migrations.ts'
import { problems } from './problems.ts'
import { programVersion } from './program-version.ts'
import { copyTasksOut } from './queue.ts'
import { copyOut, plainText, storedTables } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'

export interface BackupRequest {
  readonly database: Pick<OpenDatabase, 'urlOf'>
  readonly vault: Vault
  readonly clock: Clock
  readonly file: string
  /** The store whose files are carried too; without it the backup holds none. */
  readonly files?: FileStore
  /** Told of rows written, and of about how many there are. */
  readonly progress?: (done: number, total: number) => void
  /** When it fires, the half-written file is removed at once. */
  readonly signal?: AbortSignal
}

export interface BackupReport {
  readonly file: string
  readonly bytes: number
  readonly madeAt: string
  readonly key: string
  readonly parts: readonly Part[]
  /** Stored files inside it; null when none were to be carried. */
  readonly files: CarriedFiles | null
}

interface Sources {
  readonly tables: Client
  readonly queue: Client
  readonly header: Header
  readonly stored: readonly StoredTable[]
  readonly expected: number
}

const worthTelling = 1 << 20

async function connect(url: string): Promise<Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Opens both connections on one snapshot and reads what stands in the header. */
async function openSources({ vault, clock }: BackupRequest, tables: Client, queue: Client): Promise<Sources> {
  await tables.query(`begin isolation level repeatable read read only; ${plainText}`)
  const { rows } = await tables.query<{ snapshot: string; postgres: string }>(
    `select pg_export_snapshot() as snapshot, current_setting('server_version') as postgres`,
  )
  await queue.query('begin isolation level repeatable read read only')
  await queue.query(`set transaction snapshot ${pg.escapeLiteral(rows[0]?.snapshot ?? '')}; ${plainText}`)
  const stored = await storedTables(tables)
  const estimate = await tables.query<{ rows: string }>(
    `select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint as rows from app_tables t
       join pg_class c on c.relname = t.name and c.relnamespace = 'public'::regnamespace`,
  )
  const migrations: Migration[] = await migrationsOf(tables)
  const madeAt = new Date(clock.now()).toISOString()
  const header: Header = {
    format,
    version: await programVersion(),
    postgres: rows[0]?.postgres ?? '',
    madeAt,
    key: vault.fingerprint(),
    migrations,
  }
  return { tables, queue, header, stored, expected: Number(estimate.rows[0]?.rows ?? 0) }
}

/** The file's text, in pieces; `parts` is filled on the way. */
async function* contents(request: BackupRequest, sources: Sources, parts: Part[], carried: CarriedFiles): AsyncGenerator<string | Buffer> {
  let told = 0
  const part = async function* (name: string, columns: readonly string[], lines: AsyncIterable<unknown>): AsyncGenerator<string | Buffer> {
    yield `${JSON.stringify({ part: name, columns })}\n`
    const hash = createHash('sha256')
    let bytes = 0
    let rows = 0
    let untold = 0
    for await (const piece of lines) {
      const chunk = piece as Buffer
      hash.update(chunk)
      bytes += chunk.length
      rows += countLines(chunk)
      untold += chunk.length
      yield chunk
      if (untold > worthTelling && request.progress !== undefined) {
        untold = 0
        request.progress(told + rows, Math.max(sources.expected, told + rows))
      }
    }
    yield endOfRows
    parts.push({ part: name, rows, bytes, digest: hash.digest('hex') })
    told += rows
    request.progress?.(told, Math.max(sources.expected, told))
  }
  const headerLine = JSON.stringify(sources.header)
  yield `${headerLine}\n`
  for (const table of sources.stored) yield* part(table.name, table.columns, sources.tables.query(to(copyOut(table))))
  yield* part(waitingTasks, ['task'], sources.queue.query(to(copyTasksOut)))
  if (request.files !== undefined) yield* part(storedFiles, fileColumns, fileLines(sources.tables, request.files, carried))
  yield `${JSON.stringify({ parts, seal: sealOf(request.vault, headerLine, parts) })}\n`
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** An empty file may be there already (mktemp makes one); anything else is somebody's. */
async function isTaken(file: string): Promise<boolean> {
  const known = await stat(file).catch(() => null)
  return known !== null && !(known.isFile() && known.size === 0)
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  (typeof (error as NodeJS.ErrnoException).syscall === 'string' && typeof (error as NodeJS.ErrnoException).path === 'string') ||
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Makes the backup. The file appears under its name only when it is whole and on disk. */
export async function backup(request: BackupRequest): Promise<Result<BackupReport>> {
  const { file, database, signal } = request
  if (await isTaken(file)) return refuse(problems.fileExists({ file }))
  const draft = `${file}.part`
  const removeDraft = (): void => {
    try {
      unlinkSync(draft)
    } catch {
      // It was not there yet.
    }
  }
  signal?.addEventListener('abort', removeDraft)
  const clients: Client[] = []
  const parts: Part[] = []
  const carried = { carried: 0, bytes: 0, missing: 0 }
  let whole = false
  try {
    clients.push(await connect(database.urlOf('liangxing_backup')))
    clients.push(await connect(database.urlOf('liangxing_worker')))
    const [tables, queue] = clients
    if (tables === undefined || queue === undefined) throw new Error('two connections were just made')
    const sources = await openSources(request, tables, queue)
    const sink = createWriteStream(draft, { flags: 'w', mode: 0o600, flush: true })
    await pipeline(Readable.from(contents(request, sources, parts, carried)), createGzip({ level: 4 }), sink)
    await rename(draft, file)
    whole = true
    await syncFolder(dirname(file))
    const { madeAt, key } = sources.header
    return ok({ file, bytes: sink.bytesWritten, madeAt, key, parts, files: request.files === undefined ? null : carried })
  } catch (error) {
    if (!isFileError(error)) throw error
    return refuse(problems.fileUnwritable({ file, why: error.code ?? error.message }))
  } finally {
    if (!whole) removeDraft()
    signal?.removeEventListener('abort', removeDraft)
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
  }
}
