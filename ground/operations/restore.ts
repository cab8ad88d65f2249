// `restore FILE`: a backup into an empty instance of the same version and key, in one transaction. What arrived in the
// tables is read again and compared with the file's digests before the commit, so a restore is whole or has not happened.

import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { FileStore } from '#ground/files/store.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import type { Vault } from '#ground/vault/vault.ts'
import { differenceOf, migrationsOf } from './applied-migrations.ts'
import { DiskRefused, fileColumns, putFiles, storedFiles } from './backup-files.ts'
import type { RestoredFiles } from './backup-files.ts'
import { countLines, readHeader, readPartLine, readTrailer, sealOf, waitingTasks } from './backup-format.ts'
import type { Header, Part } from './backup-format.ts'
import { BackupReader, Damaged } from './backup-reader.ts'
import { withBareTables } from './bare-tables.ts'
import { problems } from './problems.ts'
import { openWaitingRoom, queueAgain } from './queue.ts'
import { columnList, plainText, tableName } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'
import { tableDigest } from './table-digest.ts'

export interface RestoreRequest {
  readonly ownerUrl: string
  readonly vault: Vault
  readonly file: string
  /** Where the files go that it carries; without it they are passed over. */
  readonly files?: FileStore
  /** Told of bytes of the file read, of how many. */
  readonly progress?: (done: number, total: number) => void
}

export interface RestoreReport {
  readonly file: string
  readonly madeAt: string
  readonly version: string
  readonly parts: readonly Part[]
  readonly files: Pick<RestoredFiles, 'restored' | 'damaged'>
}

/** A refusal found deep inside the transaction: thrown to undo it, returned as a value outside. */
class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title.en)
    this.problem = problem
  }
}

const lockedOut = '55P03'

/** Turns what reading a file may throw into refusals; bugs pass through. */
async function refusing<T>(file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.problem)
    if (error instanceof DiskRefused) return refuse(error.problem)
    if (error instanceof Damaged) return refuse(problems.fileDamaged({ file, where: error.where }))
    const { code = '', syscall } = error as NodeJS.ErrnoException
    if (code === lockedOut) return refuse(problems.inUse())
    if (syscall === 'open' || syscall === 'read' || syscall === 'stat') return refuse(problems.fileUnreadable({ file, why: code }))
    throw error
  }
}

async function headerOf(reader: BackupReader, file: string): Promise<{ line: string; header: Header }> {
  const line = await reader.line().catch((error: unknown) => {
    throw error instanceof Damaged ? new Refusal(problems.notABackup({ file })) : error
  })
  const header = line === null ? null : readHeader(line)
  if (line === null || header === null) throw new Refusal(problems.notABackup({ file }))
  return { line, header }
}

/** What a file says of itself, before anything is opened for it. */
export async function readBackupHeader(file: string): Promise<Result<Header>> {
  const reader = new BackupReader(file)
  return refusing(file, async () => (await headerOf(reader, file)).header).finally(() => reader.close())
}

/** Whether this key can read what the backup holds. */
export function checkBackupKey(header: Header, vault: Vault): Result<undefined> {
  return header.key === vault.fingerprint() ? ok() : refuse(problems.otherKey({ backup: header.key, ours: vault.fingerprint() }))
}

async function checkTarget(owner: Client, tables: readonly StoredTable[], header: Header): Promise<void> {
  const difference = differenceOf(header.migrations, await migrationsOf(owner))
  if (difference !== null) {
    const { onlyThere, onlyHere, changed } = difference
    const problem = problems.otherVersion(
      { version: header.version, newer: onlyThere.length > 0 },
      [...onlyThere, ...onlyHere, ...changed].map((path) => ({ path, detail: { zh: '两边不一致的迁移', en: 'a migration that differs' } })),
    )
    throw new Refusal(problem)
  }
  const full: string[] = []
  for (const table of tables) {
    if (table.name === 'instance') continue
    const { rows } = await owner.query<{ some: boolean }>(`select exists (select 1 from ${tableName(table)}) as some`)
    if (rows[0]?.some ?? false) full.push(table.name)
  }
  if (full.length > 0) throw new Refusal(problems.notEmpty({ tables: full.join(', ') }))
}

async function loadParts(
  owner: Client,
  reader: BackupReader,
  tables: readonly StoredTable[],
  into: { readonly files: FileStore | undefined; readonly counts: RestoredFiles },
  told: () => void,
): Promise<{ parts: Part[]; last: string | null }> {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const copyTasks = await openWaitingRoom(owner)
  const parts: Part[] = []
  for (;;) {
    const line = await reader.line()
    const begun = line === null ? null : readPartLine(line)
    if (begun === null) return { parts, last: line }
    const table = byName.get(begun.part)
    const isFiles = begun.part === storedFiles && begun.columns.join() === fileColumns.join()
    const isKnown = table === undefined ? begun.part === waitingTasks || isFiles : begun.columns.join() === table.columns.join()
    if (!isKnown || parts.some(({ part }) => part === begun.part)) throw new Damaged(begun.part)
    const hash = createHash('sha256')
    let [bytes, lines] = [0, 0]
    const rows = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of reader.rows()) {
        hash.update(chunk)
        bytes += chunk.length
        lines += countLines(chunk)
        told()
        yield chunk
      }
    }
    if (isFiles) {
      if (into.files === undefined) for await (const _ of rows());
      else await putFiles(rows(), into.files, into.counts)
    } else {
      const copy = owner.query(from(table === undefined ? copyTasks : `copy ${tableName(table)} (${columnList(table)}) from stdin`))
      await pipeline(Readable.from(rows()), copy).catch((error: unknown) => {
        // SQLSTATE classes 22 and 23: the text is no value of its column, or breaks a rule of its table.
        throw /^2[23]/.test((error as { code?: string }).code ?? '') ? new Damaged(begun.part, error) : error
      })
    }
    parts.push({ part: begun.part, rows: lines, bytes, digest: hash.digest('hex') })
  }
}

/** The file's own word about itself, and the tables' word about the file. */
async function checkLoaded(
  owner: Client,
  tables: readonly StoredTable[],
  given: { parts: Part[]; trailerLine: string | null; headerLine: string; vault: Vault },
): Promise<void> {
  const trailer = given.trailerLine === null ? null : readTrailer(given.trailerLine)
  if (trailer === null) throw new Damaged('end')
  for (const [index, part] of given.parts.entries()) {
    const promised = trailer.parts[index]
    if (promised?.part !== part.part || promised.digest !== part.digest || promised.rows !== part.rows) throw new Damaged(part.part)
  }
  if (sealOf(given.vault, given.headerLine, given.parts) !== trailer.seal) throw new Damaged('seal')
  for (const table of tables) {
    const part = given.parts.find((one) => one.part === table.name)
    if (part === undefined) throw new Damaged(table.name)
    const there = await tableDigest(owner, table)
    if (there.digest !== part.digest || there.rows !== part.rows) throw new Refusal(problems.restoredDiffers({ table: table.name }))
  }
}

async function load(request: RestoreRequest, owner: Client, reader: BackupReader, counts: RestoredFiles): Promise<RestoreReport> {
  const { file, vault, progress } = request
  const { size } = await stat(file)
  const { line, header } = await headerOf(reader, file)
  const key = checkBackupKey(header, vault)
  if (!key.ok) throw new Refusal(key.problem)
  await owner.query(`begin; ${plainText}; set local lock_timeout = '10s'; set local statement_timeout = 0`)
  const parts = await withBareTables(owner, async (tables) => {
    await checkTarget(owner, tables, header)
    await owner.query('delete from instance')
    const loaded = await loadParts(owner, reader, tables, { files: request.files, counts }, () => progress?.(reader.position, size))
    if ((await reader.line()) !== null) throw new Damaged('end')
    await checkLoaded(owner, tables, { parts: loaded.parts, trailerLine: loaded.last, headerLine: line, vault })
    await queueAgain(owner)
    return loaded.parts
  })
  await owner.query('commit')
  progress?.(size, size)
  await owner.query('analyze')
  return { file, madeAt: header.madeAt, version: header.version, parts, files: { restored: counts.restored, damaged: counts.damaged } }
}

/** Restores a backup. Nothing is written unless all of it is. */
export async function restore(request: RestoreRequest): Promise<Result<RestoreReport>> {
  const reader = new BackupReader(request.file)
  const owner = await ownerClient(request.ownerUrl)
  const counts: RestoredFiles = { restored: 0, damaged: 0, fresh: [] }
  let done = false
  try {
    const result = await refusing(request.file, () => load(request, owner, reader, counts))
    done = result.ok
    return result
  } finally {
    if (!done) for (const hash of counts.fresh) await request.files?.remove(hash)
    reader.close()
    // Whatever was not committed is undone with the connection.
    await owner.end().catch(() => {})
  }
}
