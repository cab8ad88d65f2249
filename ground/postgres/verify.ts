// Walks the chain of batches and says whether the record of acts is what was sealed: nothing changed, lost or slipped in.
// Run it with a connection that may read everything (role liangxing_backup or the owner).

import type { Client, PoolClient } from 'pg'
import { payloadDigest } from './acts.ts'
import { beginning, headOf, leafOf } from './seal.ts'
import type { SealedAct } from './seal.ts'

export interface VerifyReport {
  readonly batches: number
  readonly acts: number
  /** Acts that no batch lists yet: written in the last seconds. */
  readonly unsealed: number
  /** Acts whose payload has been erased lawfully; their digest still stands. */
  readonly erased: number
  readonly head: string
  readonly faults: readonly { readonly kind: string; readonly batch: number | null; readonly act: string | null }[]
}

interface BatchRow {
  seq: string
  at: Date
  previous: string
  districts: string[]
  ids: string[]
  leaves: string[]
  head: string
}

type ActRow = SealedAct & { salt: string | null; payload: unknown; reason: string | null }

const page = 50
const faultsKept = 1_000

function payloadFault(act: ActRow): string | null {
  if (act.salt === null) return act.payload === null && act.reason === null ? null : 'payload-without-salt'
  return payloadDigest(act.salt, act.payload, act.reason) === act.digest ? null : 'payload-changed'
}

/** Reads every batch and act once. `progress` is told how many batches of how many are done. */
export async function verifyActs(
  client: Client | PoolClient,
  progress: (done: number, total: number) => void = () => {},
): Promise<VerifyReport> {
  const faults: { kind: string; batch: number | null; act: string | null }[] = []
  const fault = (kind: string, batch: number | null, act: string | null): void => {
    if (faults.length < faultsKept) faults.push({ kind, batch, act })
  }
  await client.query('begin isolation level repeatable read read only')
  try {
    const total = Number((await client.query<{ n: string }>('select count(*) as n from act_batches')).rows[0]?.n ?? 0)
    let head = beginning
    let expected = 1
    let sealed = 0
    let erased = 0
    for (;;) {
      const rows = (await client.query<BatchRow>(`select * from act_batches where seq >= $1 order by seq limit ${page}`, [expected])).rows
      if (rows.length === 0) break
      for (const row of rows) {
        const seq = Number(row.seq)
        if (seq !== expected) fault('batch-missing', expected, null)
        if (row.previous !== head) fault('chain-broken', seq, null)
        if (headOf({ ...row, seq }) !== row.head) fault('batch-changed', seq, null)
        const acts = await client.query<ActRow>('select * from acts where district = any($1) and id = any($2)', [
          [...new Set(row.districts)],
          row.ids,
        ])
        const byId = new Map(acts.rows.map((act) => [act.id, act]))
        row.ids.forEach((id, index) => {
          const act = byId.get(id)
          if (act === undefined) return fault('act-missing', seq, id)
          if (leafOf(act) !== row.leaves[index]) return fault('act-changed', seq, id)
          const wrong = payloadFault(act)
          if (wrong !== null) fault(wrong, seq, id)
          if (act.salt === null) erased += 1
        })
        sealed += row.ids.length
        head = row.head
        expected = seq + 1
      }
      progress(expected - 1, total)
    }
    const stray = await client.query<{ id: string }>(
      `select id from acts where not exists (select 1 from acts_unsealed u where u.id = acts.id)
        except select unnest(ids) from act_batches limit ${faultsKept}`,
    )
    for (const row of stray.rows) fault('act-never-sealed', null, row.id)
    const unsealed = Number((await client.query<{ n: string }>('select count(*) as n from acts_unsealed')).rows[0]?.n ?? 0)
    return { batches: expected - 1, acts: sealed, unsealed, erased, head, faults }
  } finally {
    await client.query('rollback')
  }
}
