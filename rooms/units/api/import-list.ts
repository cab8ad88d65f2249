// Import of an official code list, the same for an upload and for the command line: lines are read and checked as they come,
// wait in the database, and are written together or not at all.

import { sha256 } from '@noble/hashes/sha2.js'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { ancestorsOf, covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { readTable } from '#ground/sheets/table.ts'
import type { TableSource } from '#ground/sheets/table.ts'
import type { contract } from '../contract.ts'
import { listFaults, readLine } from '../core/import-line.ts'
import type { BadLine, UnitLine } from '../core/import-line.ts'
import { findUnits } from '../data/queries.ts'
import { changedText, endedText, followedText } from '../data/import-acts.ts'
import * as list from '../data/import-list.ts'
import type { ListCounts } from '../data/import-list.ts'
import { problems } from '../problems.ts'

/** The day of the last official list (National Bureau of Statistics, cut-off 2023-06-30): the first list of a province counts from it. */
export const firstEdition: Day = '2023-06-30'

export interface ImportOptions {
  readonly dryRun: boolean
  readonly complete?: Code | undefined
  readonly effective?: Day | undefined
}

export interface Importer {
  readonly db: Kysely<Database>
  readonly writes: readonly Code[]
  readonly today: Day
  act: RoomRequest['act']
  /** Told how many lines have been read. */
  progress?(lines: number): void
}

export interface ImportCounts extends ListCounts {
  readonly errors: never[]
}

const columns = ['code', 'name', 'level', 'parent', 'kind'] as const
const mostFaults = 10_000
const batchLines = 2000

/** A digest of the lines read, so that the act names the very list. */
class Digest {
  readonly #hash = sha256.create()
  readonly #encoder = new TextEncoder()
  add(lines: readonly UnitLine[]): void {
    this.#hash.update(this.#encoder.encode(lines.map((line) => `${line.code}\t${line.name}\t${line.kind ?? ''}\n`).join('')))
  }
  hex(): string {
    return Array.from(this.#hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}

interface Read {
  readonly lines: number
  readonly digest: string
  readonly faults: number
  readonly bad: BadLine[]
}

async function readLines(importer: Importer, source: TableSource): Promise<Result<Read>> {
  const table = await readTable(source)
  if (!table.ok) return table
  const { header } = table.value
  const places = columns.map((name) => header.findIndex((each) => each.toLowerCase() === name))
  const unknown = header.filter((name) => !columns.some((each) => each === name.toLowerCase()))
  const missing = columns.slice(0, 2).filter((_name, index) => places[index] === -1)
  if (unknown.length > 0 || missing.length > 0) {
    await table.value.close()
    return refuse(problems.unknownColumn({ names: unknown.length > 0 ? unknown : missing.map((name) => `(${name})`) }))
  }
  const digest = new Digest()
  const bad: BadLine[] = []
  let [lines, faults]: [number, number] = [0, 0]
  let waiting: UnitLine[] = []
  let sent: Promise<void> = Promise.resolve()
  // While the database files one batch the next is read; never more than one is on its way, so memory stays that of two.
  const flush = async (): Promise<void> => {
    digest.add(waiting)
    await sent
    sent = list.addLines(importer.db, waiting)
    sent.catch(() => {})
    waiting = []
    importer.progress?.(lines)
  }
  for await (const batch of table.value.batches) {
    if (!batch.ok) return batch
    for (const { line, cells } of batch.value) {
      const [code = '', name = '', level = '', parent = '', kind = ''] = places.map((place) => cells[place] ?? '')
      const read = readLine({ line, code, name, level, parent, kind })
      lines += 1
      if ('unit' in read) waiting.push(read.unit)
      else if ((faults += 1) <= mostFaults) bad.push(read.bad)
      if (waiting.length >= batchLines) await flush()
    }
  }
  await flush()
  await sent
  return ok({ lines, digest: digest.hex(), faults, bad })
}

export function refuseLines(bad: readonly BadLine[], count: number): Result<never> {
  const errors = [...bad]
    .sort((a, b) => a.line - b.line)
    .slice(0, mostFaults)
    .map(({ line, code, detail }) => ({ path: `line ${line}`, detail, more: { line, code } }))
  return refuse(problems.badLines({ count, shown: errors.length }, errors))
}

/** The unit an import is recorded under: the deepest one that holds the whole list. */
function unitOf(tops: readonly Code[]): Code {
  const first = tops[0] ?? ''
  const whole = tops.length === 1 ? first : [...ancestorsOf(first)].reverse().find((code) => tops.every((top) => top.startsWith(code)))
  return whole ?? first.slice(0, 2)
}

/** Reads, checks and (unless it is a dry run) writes a list. */
export async function importList(importer: Importer, source: TableSource, options: ImportOptions): Promise<Result<ImportCounts>> {
  const { db, writes, today } = importer
  const { complete = null, dryRun } = options
  if (complete !== null && options.effective === undefined) return refuse(problems.completeNeedsDay())
  if (complete !== null && !covers(writes, complete)) return refuse(problems.notYours({ code: complete }))
  await list.openList(db)
  const read = await readLines(importer, source)
  if (!read.ok) return read
  const first = await list.isFirstList(db)
  const scope = { complete, effective: options.effective ?? (first && firstEdition < today ? firstEdition : today) }
  const faults = await list.findFaults(db, scope, writes, mostFaults)
  const bad = [...read.value.bad, ...faults.map(({ line, code, fault }) => ({ line, code, detail: listFaults[fault] }))]
  if (bad.length > 0) return refuseLines(bad, read.value.faults + faults.length)
  if (complete !== null) {
    const [cannotEnd] = await list.findCannotEnd(db, scope)
    if (cannotEnd !== undefined) return refuse(problems.tooEarly(cannotEnd))
    const tops = await list.topCodes(db)
    if (!tops.some((top) => top.startsWith(complete)) && (await findUnits(db, [complete], scope.effective)).length === 0) {
      return refuse(problems.unknownUnit({ code: complete }))
    }
  }
  const counts = await list.countChanges(db, scope)
  if (dryRun || read.value.lines === 0) return ok({ ...counts, errors: [] })
  if (counts.added + counts.renamed + counts.kindChanged + counts.ended === 0) return ok({ ...counts, errors: [] })
  const { digest, lines } = read.value
  const unit = complete ?? unitOf(await list.topCodes(db))
  const subject = `list:${digest.slice(0, 16)}`
  const act = await importer.act({ verb: 'import', unit, subject, payload: { ...scope, ...counts, lines, digest } })
  // What the list changes is recorded in parts, each bounded, so that the acts alone tell what came of it.
  const record = async (part: object): Promise<void> => {
    await importer.act({ verb: 'importPart', unit, subject, payload: { effective: scope.effective, ...part } })
  }
  for await (const changed of changedText(db, scope)) await record({ changed })
  for await (const ended of endedText(db, scope)) await record({ ended })
  await list.endLeftOut(db, scope)
  await list.writeList(db, scope, act)
  await list.linkChangedCodes(db, scope, act)
  if (complete !== null) for await (const followed of followedText(db, act)) await record({ followed })
  return ok({ ...counts, errors: [] })
}

export const importUpload: Handler<(typeof contract)['import']> = async (request) => {
  const { db, actor, today, upload, body } = request
  if (upload === null) return refuse(problems.noFile())
  return importList({ db, writes: actor.writes, today, act: (draft) => request.act(draft) }, upload.bytes, body)
}
