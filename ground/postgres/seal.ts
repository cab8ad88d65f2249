// Folds new acts into the one chain of batches, off the write path. What the outbox shows is what has committed:
// a transaction left open over two seals is simply found by the next one.

import { hash } from 'node:crypto'
import type { Client, PoolClient } from 'pg'
import { canonical } from '#ground/kernel/canonical.ts'

/** An act as the chain sees it: everything but salt, payload and reason, which may be erased. */
export interface SealedAct {
  readonly district: string
  readonly unit: string
  readonly id: string
  readonly at: Date
  readonly actor: string | null
  readonly post: string | null
  readonly room: string
  readonly verb: string
  readonly subject: string
  readonly digest: string
}

export interface Batch {
  readonly seq: number
  readonly at: Date
  readonly previous: string
  readonly districts: readonly string[]
  readonly ids: readonly string[]
  readonly leaves: readonly string[]
  readonly head: string
}

/** The head before the first batch. */
export const beginning = '0'.repeat(64)

const most = 5_000
/** So many acts are dealt with in one go, before requests have their turn. */
const atOnce = 50

/** Goes through a list a little at a time: whoever asks the server meanwhile is not held up by a second's acts. */
export async function inTurns<T>(list: readonly T[], each: (one: T) => void): Promise<void> {
  for (const [place, one] of list.entries()) {
    if (place > 0 && place % atOnce === 0) await new Promise(setImmediate)
    each(one)
  }
}

/** The leaf of one act in its batch. */
export function leafOf(act: SealedAct): string {
  const { district, unit, id, actor, post, room, verb, subject, digest } = act
  return hash('sha256', canonical({ district, unit, id, at: act.at.toISOString(), actor, post, room, verb, subject, digest }))
}

/** The head of a batch: it covers the batch before, the time and every act in order. */
export function headOf(batch: Omit<Batch, 'head'>): string {
  const { seq, previous, districts, ids, leaves } = batch
  return hash('sha256', canonical({ seq, at: batch.at.toISOString(), previous, districts, ids, leaves }))
}

export interface SealReport {
  readonly sealed: number
  readonly head: string
  /** Rooms and units whose acts were sealed, so that a live event lost with a killed process is announced again. */
  readonly touched: readonly {
    readonly id: string
    readonly room: string
    readonly verb: string
    readonly subject: string
    readonly unit: string
    /** The unit that it speaks of, where one was named. */
    readonly about: string | null
    readonly at: Date
    readonly actor: string | null
  }[]
}

/** Seals what is waiting, at most one batch; run it again while `sealed` is not 0. Connection: role liangxing_sealer. */
export async function sealOnce(client: Client | PoolClient, at: Date): Promise<SealReport> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock(7264003)')
    const last = await client.query<{ seq: string; head: string }>('select seq, head from act_batches order by seq desc limit 1')
    const previous = last.rows[0]?.head ?? beginning
    const taken = await client.query<{ district: string; id: string; about: string | null }>(
      `delete from acts_unsealed where ctid in (select ctid from acts_unsealed limit ${most}) returning district, id, about`,
    )
    if (taken.rows.length === 0) {
      await client.query('rollback')
      return { sealed: 0, head: previous, touched: [] }
    }
    const acts = await client.query<SealedAct>(
      `select district, unit, id, at, actor, post, room, verb, subject, digest from acts
        where district = any($1) and id = any($2) order by id`,
      [[...new Set(taken.rows.map((row) => row.district))], taken.rows.map((row) => row.id)],
    )
    const leaves: string[] = []
    await inTurns(acts.rows, (act) => leaves.push(leafOf(act)))
    const body = {
      seq: Number(last.rows[0]?.seq ?? 0) + 1,
      at,
      previous,
      districts: acts.rows.map((act) => act.district),
      ids: acts.rows.map((act) => act.id),
      leaves,
    }
    const head = headOf(body)
    await client.query('insert into act_batches (seq, at, previous, districts, ids, leaves, head) values ($1, $2, $3, $4, $5, $6, $7)', [
      body.seq,
      body.at,
      body.previous,
      body.districts,
      body.ids,
      body.leaves,
      head,
    ])
    await client.query('commit')
    const about = new Map(taken.rows.map((row) => [row.id, row.about]))
    return { sealed: acts.rows.length, head, touched: acts.rows.map((act) => ({ ...act, about: about.get(act.id) ?? null })) }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
