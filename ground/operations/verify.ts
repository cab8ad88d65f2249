// `verify`: walks the chain of acts with the backup's role, reads every stored file again, and says whether a head that was printed or published some day
// is still part of it. Without such a head, a record that was cut short or rebuilt as a whole cannot be told from a true one.

import pg from 'pg'
import type { FieldError, Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { OpenDatabase } from '#ground/postgres/database.ts'
import { beginning } from '#ground/postgres/seal.ts'
import { typeParsers } from '#ground/postgres/types.ts'
import { waitingActsQuery } from '#ground/postgres/waiting-acts.ts'
import { verifyActs } from '#ground/postgres/verify.ts'
import type { VerifyReport } from '#ground/postgres/verify.ts'
import { problems } from './problems.ts'
import { verifyFiles } from './verify-files.ts'
import type { FileFault, FilesReport } from './verify-files.ts'

export interface VerifyRequest {
  readonly database: Pick<OpenDatabase, 'urlOf'>
  /** A head from paper or a publication. */
  readonly head?: string
  readonly progress?: (done: number, total: number) => void
  /** The store to be read; without it only the acts are checked. */
  readonly files?: FileStore
  readonly filesProgress?: (done: number, total: number) => void
}

export interface Verified extends Omit<VerifyReport, 'faults'> {
  /** Since when the oldest act waits for a sealer; null when none does. */
  readonly unsealedSince: string | null
  /** The head asked for and the batch it closes; null when none was asked for. */
  readonly printed: { readonly head: string; readonly batch: number } | null
  /** Stored files; null when they were not to be read. */
  readonly files: FilesReport | null
}

const sentences: Readonly<Record<string, Text>> = {
  'batch-missing': { zh: '缺少这一批', en: 'the batch is missing' },
  'chain-broken': { zh: '没有接在上一批之后', en: 'does not follow the batch before' },
  'batch-changed': { zh: '这一批被改动过', en: 'the batch was changed' },
  'act-missing': { zh: '封存过的记录不见了', en: 'a sealed act is gone' },
  'act-changed': { zh: '封存后被改动', en: 'the act was changed after it was sealed' },
  'payload-changed': { zh: '内容与摘要不符', en: 'its content does not match its digest' },
  'payload-without-salt': { zh: '内容还在而盐值已删', en: 'its content is there but its salt is gone' },
  'act-never-sealed': { zh: '从未封存，也不在待封之列', en: 'was never sealed and does not wait for it' },
}

function described(fault: VerifyReport['faults'][number]): FieldError {
  const path = [fault.batch === null ? [] : [`batch ${fault.batch}`], fault.act === null ? [] : [`act ${fault.act}`]].flat().join(', ')
  return { path, detail: sentences[fault.kind] ?? { zh: fault.kind, en: fault.kind }, more: { kind: fault.kind } }
}

const fileSentences: Readonly<Record<FileFault['kind'], Text>> = {
  'file-missing': { zh: '登记过的文件不见了', en: 'a recorded file is gone' },
  'file-changed': { zh: '文件内容被改动或损坏', en: 'the file was changed or is damaged' },
}

const describedFile = ({ hash, kind }: FileFault): FieldError => ({ path: `file ${hash}`, detail: fileSentences[kind], more: { kind } })

const mostListed = 1_000

async function batchOf(client: pg.Client, head: string): Promise<number | null> {
  if (head === beginning) return 0
  const { rows } = await client.query<{ seq: string }>('select seq from act_batches where head = $1', [head])
  return rows[0] === undefined ? null : Number(rows[0].seq)
}

/** Checks the whole record; a problem when anything in it is not as sealed. */
export async function verify({ database, head, progress, files: store, filesProgress }: VerifyRequest): Promise<Result<Verified>> {
  const wanted = head?.trim().toLowerCase()
  if (wanted !== undefined && !/^[0-9a-f]{64}$/.test(wanted)) return refuse(problems.badHead())
  const client = new pg.Client({ connectionString: database.urlOf('liangxing_backup'), types: typeParsers })
  client.on('error', () => {})
  await client.connect()
  try {
    const { faults, ...report } = await verifyActs(client, progress)
    if (faults.length > 0) {
      return refuse(problems.recordBroken({ faults: faults.length, batches: report.batches, acts: report.acts }, faults.map(described)))
    }
    const { rows } = await client.query<{ since: Date | null }>(waitingActsQuery)
    const unsealedSince = rows[0]?.since?.toISOString() ?? null
    const batch = wanted === undefined ? null : await batchOf(client, wanted)
    if (wanted !== undefined && batch === null) return refuse(problems.headUnknown({ head: wanted }))
    const printed = wanted === undefined || batch === null ? null : { head: wanted, batch }
    if (store === undefined) return ok({ ...report, unsealedSince, printed, files: null })
    const { faults: broken, ...files } = await verifyFiles(client, store, filesProgress)
    if (broken.length === 0) return ok({ ...report, unsealedSince, printed, files })
    const missing = broken.filter(({ kind }) => kind === 'file-missing').length
    return refuse(
      problems.filesBroken(
        { checked: files.checked, missing, changed: broken.length - missing },
        broken.slice(0, mostListed).map(describedFile),
      ),
    )
  } finally {
    await client.end()
  }
}
