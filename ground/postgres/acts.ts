// Recording of acts: one row beside the change, in the same transaction, and its id in the outbox of the sealer.
// The digest is salted, so that an erased payload cannot be guessed back from it.

import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { ActDraft, Actor } from '#ground/http/handler.ts'
import type { Announcement } from '#ground/live/announcement.ts'
import { canonical } from '#ground/kernel/canonical.ts'
import type { Clock, Dice } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from './database.gen.ts'
import type { Transaction } from './postgres.ts'

export interface RecordedAct extends ActDraft {
  readonly id: Id
  readonly at: Date
  readonly room: string
  readonly actor: Id | null
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

// Written once, because it is part of every decision: nothing is left to compile.
const append = `with act as (
    insert into acts (district, unit, id, at, actor, post, room, verb, subject, digest, salt, payload, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ) insert into acts_unsealed (district, id, about) values ($1, $3, $14)`

/** Digest of what was decided: SHA-256 over salt and canonical JSON of payload and reason. */
export function payloadDigest(salt: string, payload: unknown, reason: string | null): string {
  return hash('sha256', `${salt}\n${canonical({ payload, reason })}`)
}

/** Appends one act without waiting for it where `db` is a transaction's `later`; the caller announces it after the commit. */
export async function recordAct(
  db: Kysely<Database>,
  given: { readonly actor: Actor; readonly room: string; readonly clock: Clock; readonly dice: Dice },
  draft: ActDraft,
): Promise<RecordedAct> {
  const id = newId(given.clock, given.dice)
  const at = new Date(given.clock.now())
  const salt = hex(given.dice.bytes(16))
  const reason = draft.reason ?? null
  const stored = JSON.stringify(draft.payload ?? null)
  const district = districtOf(draft.unit)
  const digest = payloadDigest(salt, JSON.parse(stored), reason)
  const what = [given.room, draft.verb, draft.subject, digest, salt, stored, reason]
  const values = [district, draft.unit, id, at, given.actor.id, given.actor.post, ...what, draft.about ?? null]
  await db.executeQuery(CompiledQuery.raw(append, values))
  return { ...draft, id, at, room: given.room, actor: given.actor.id }
}

/** Records the acts of one transaction and notes what is to be announced by whoever sees its commit. */
export function recorder(
  { later }: Pick<Transaction, 'later'>,
  given: Parameters<typeof recordAct>[1],
  announcements: Announcement[],
): (draft: ActDraft) => Promise<Id> {
  return async (draft) => {
    const { id, at, room, verb, subject, unit, actor } = await recordAct(later, given, draft)
    const { about } = draft
    announcements.push({ id, room, verb, subject, unit, ...(about === undefined ? {} : { about }), at: at.toISOString(), actor })
    return id
  }
}
