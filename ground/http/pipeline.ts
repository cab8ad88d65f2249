// One call of one endpoint, whoever the caller is (a program over HTTP, a form of the public face):
// input → permission → unit → transaction → handler → idempotency row → commit → announcement.

import { hash } from 'node:crypto'
import type { Announcement } from '#ground/live/announcement.ts'
import type { Clock, Dice } from '#ground/kernel/clock.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { covers } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { problemOfDisk } from '#ground/files/durable.ts'
import { problemOfStore } from '#ground/files/problems.ts'
import type { FileStore } from '#ground/files/store.ts'
import { NoTurn } from '#ground/files/turns.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { recorder } from '#ground/postgres/acts.ts'
import { enqueue } from '#ground/jobs/enqueue.ts'
import { nobody } from '#ground/postgres/actor.ts'
import { problemOf } from '#ground/postgres/errors.ts'
import type { Outcome, Postgres, Transaction } from '#ground/postgres/postgres.ts'
import type { Vault } from '#ground/vault/vault.ts'
import { recordsCalled } from './called.ts'
import type { Endpoint } from './contract.ts'
import type { Actor, Directory, FileAnswer, RoomRequest, Wire } from './handler.ts'
import type { House, LoadedEndpoint } from './house.ts'
import type { Answer } from './answered.ts'
import { findReplay, rememberAnswer } from './idempotency.ts'
import { checkInput } from './input.ts'
import type { CheckedInput, RawInput } from './input.ts'
import { problems } from './problems.ts'
import { isList, listTurn, spooled } from './spooled.ts'
import { together } from './together.ts'

/** What every call needs and the doors provide. */
export interface Kit {
  readonly house: House
  readonly postgres: Postgres
  readonly clock: Clock
  readonly dice: Dice
  readonly vault: Vault
  readonly files: FileStore
  readonly settings: Readonly<Record<string, string | undefined>>
  /** A folder for what slow readers have not taken yet. */
  readonly spools: string
  /** Told after the commit, so that live screens hear of it. */
  announce(announcement: Announcement): void
}

export interface Call {
  readonly raw: RawInput
  readonly upload: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly key: string | null
  readonly actor: Actor
  readonly language: Language
  readonly wire: Wire
}

/** Where no room signs people in. */
const nobodyListed: Directory = { named: async () => new Map(), called: async () => [] }

const nothing: Promise<null> = Promise.resolve(null)

class AnsweredBefore extends Error {}

/** Ends the work of a room whose answer is known already. */
function stopWhenAnswered(earlier: Result<Answer> | null): void {
  if (earlier !== null) throw new AnsweredBefore()
}

const keyPattern = /^[A-Za-z0-9-]{8,100}$/

type Readings = ReturnType<typeof together<Result<Answer>>>
const shared = new WeakMap<Postgres, Readings>()

/** The readings under way at one database. */
function readingsOf({ postgres }: Kit): Readings {
  const known = shared.get(postgres)
  if (known !== undefined) return known
  const fresh = together<Result<Answer>>()
  shared.set(postgres, fresh)
  return fresh
}

function placeOf(input: CheckedInput, at: string): string | null {
  const [part, ...names] = at.split('.')
  let value: unknown = input[part as keyof CheckedInput]
  for (const name of names) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value : null
}

/** Sign-in, role and unit; the endpoint's `at` says where the unit stands. */
function checkAccess({ endpoint }: LoadedEndpoint, actor: Actor, input: CheckedInput): Result<{ readonly settled: boolean }> {
  const { access } = endpoint
  if (access.kind === 'public') return ok({ settled: true })
  if (access.kind === 'seat') return actor.seats.length === 0 ? refuse(problems.noSeat()) : ok({ settled: false })
  if (actor.id === null && actor.seats.length === 0) return refuse(problems.signInFirst())
  if (access.kind === 'signed-in') return actor.id === null ? refuse(problems.signInFirst()) : ok({ settled: true })
  if (!actor.grants.includes(access.permission)) return refuse(problems.notYourRole({ permission: access.permission }))
  if (access.at === 'rows') return ok({ settled: true })
  if (access.at === 'record') return ok({ settled: false })
  const unit = placeOf(input, access.at)
  if (unit !== null && !covers(actor.scopes, unit)) return refuse(problems.outsideScope({ unit }))
  return ok({ settled: unit !== null })
}

/**
 * Who acts: a complainant is nobody, a seat is only the seat, whoever else is signed in on that device; and an account reaches
 * nothing through a seat that it holds besides. (Who holds a seat alone keeps it, to be told that it is the wrong one to ask.)
 */
function actingAs({ access }: Endpoint, actor: Actor): Actor {
  if (access.kind === 'seat') return { ...nobody, seats: actor.seats, hears: actor.hears ?? [], grants: actor.seatGrants ?? [] }
  if (access.kind === 'public' && access.anonymous === true) return nobody
  return access.kind === 'public' || actor.id !== null ? { ...actor, seats: [], hears: [], seatGrants: [] } : actor
}

/** Runs one call. `deliver` sends a file, a list while it is still being written; JSON is returned after the commit. */
export async function runCall(
  kit: Kit,
  loaded: LoadedEndpoint,
  asked: Call,
  deliver: (file: FileAnswer) => Promise<void>,
): Promise<Result<Answer>> {
  const { endpoint } = loaded
  const call = { ...asked, actor: actingAs(endpoint, asked.actor) }
  const checked = checkInput(endpoint, call.raw)
  if (!checked.ok) return checked
  const access = checkAccess(loaded, call.actor, checked.value)
  if (!access.ok) return access
  const keyed = endpoint.method === 'POST' && endpoint.idempotent !== false
  if (keyed && (call.key === null || !keyPattern.test(call.key))) return refuse(problems.keyMissing())
  const digest = keyed
    ? // Keyed, because a plain digest of a phone number is as good as the number.
      kit.vault.blindIndex(
        JSON.stringify([loaded.name, checked.value, call.upload === null ? null : hash('sha256', call.upload.bytes)]),
        'idempotency',
      )
    : ''
  const announcements: Announcement[] = []
  // A file that is under way: it is waited for after the commit.
  let sent: Promise<void> | null = null

  const lookUp = (tx: Transaction): Promise<Result<Answer> | null> => findReplay(tx, call.actor.id, call.key ?? '', digest)
  const perform = async (tx: Transaction): Promise<Outcome<Result<Answer>>> => {
    // The room begins without waiting for the look-up, but gets no answer before it: one that is asked for a second time is
    // stopped at its first question, and at the gate.
    const earlier = keyed ? lookUp(tx) : nothing
    const first = keyed ? earlier.then(stopWhenAnswered) : nothing
    tx.answersAfter(first)
    let settled = access.value.settled
    const settle = (): void => {
      settled = true
    }
    const request = roomRequest(kit, loaded, call, { input: checked.value, tx, first, settle, announcements })
    const [found, done] = await Promise.allSettled([earlier, loaded.handler(request)])
    if (found.status === 'rejected') throw found.reason
    if (found.value !== null) {
      announcements.length = 0
      return { keep: false, value: found.value }
    }
    if (done.status === 'rejected') throw done.reason
    const result = done.value
    if (!result.ok) return { keep: false, value: result }
    if (!settled) throw new Error(`${loaded.name} answered without a permission check`)
    if (endpoint.file !== undefined) {
      const answer = result.value as FileAnswer
      const { body } = answer.file
      const apart = answer.file.apart === true || answer.file.fetched !== undefined || body instanceof Uint8Array
      if (!apart) ({ sent } = await spooled(kit.spools, answer, body, deliver))
      return { keep: true, value: ok({ kind: 'file', ...answer }) }
    }
    const answer = JSON.stringify(result.value ?? {})
    const at = new Date(kit.clock.now())
    if (keyed) await rememberAnswer(tx, { actor: call.actor.id, key: call.key ?? '', digest, answer, at })
    return { keep: true, value: ok({ kind: 'json', text: answer, replayed: false }) }
  }

  const list = isList(endpoint)
  const kind = list ? 'snapshot' : endpoint.method === 'GET' ? 'read' : 'write'
  const enter = (): Promise<Result<Answer>> => kit.postgres.transaction(call.actor, perform, kind)
  const run = (): Promise<Result<Answer>> => (list ? listTurn(enter) : enter())
  // The key holds all that the answer depends on: a seat acts alone, whoever else is signed in.
  const sharing = endpoint.shared === true && endpoint.method === 'GET' && endpoint.access.kind === 'seat'

  try {
    const result = await (sharing
      ? readingsOf(kit)(JSON.stringify([loaded.name, call.actor.seats, call.actor.grants, checked.value, call.language]), run)
      : run())
    if (result.ok) {
      for (const announcement of announcements) kit.announce(announcement)
      if (result.value.kind === 'file') {
        const { file } = result.value
        const came = await file.fetched?.()
        if (came?.ok === false) return came
        if (came !== undefined) await deliver({ file: { ...file, ...came.value } })
        else await (sent ?? deliver({ file }))
      }
    }
    return result
  } catch (error) {
    if (error instanceof NoTurn) return refuse(problems.overloaded())
    const problem = problemOfStore(error) ?? problemOf(error) ?? problemOfDisk(error)
    if (problem === null) throw error
    if (keyed && problem.status === 409) {
      const replay = await kit.postgres.transaction(call.actor, async (tx) => ({
        keep: false,
        value: await lookUp(tx),
      }))
      if (replay !== null) return replay
    }
    return refuse(problem)
  }
}

/** What one call hands to its room besides the call itself. */
interface Under {
  readonly input: CheckedInput
  readonly tx: Transaction
  /** Rejects where the call has been answered before. */
  readonly first: Promise<unknown>
  readonly settle: () => void
  readonly announcements: Announcement[]
}

function roomRequest(kit: Kit, loaded: LoadedEndpoint, call: Call, { input, tx, first, settle, announcements }: Under): RoomRequest {
  const forget = (subject: string, actor: string | null): void => {
    const at = new Date(kit.clock.now()).toISOString()
    announcements.push({ id: newId(kit.clock, kit.dice), room: loaded.room, verb: 'forget', subject, unit: '', at, actor })
  }
  return {
    ...(input as { params: undefined; query: undefined; body: undefined }),
    upload: call.upload,
    actor: call.actor,
    language: call.language,
    db: tx.db,
    later: tx.later,
    clock: kit.clock,
    dice: kit.dice,
    today: chinaDay(kit.clock.now()),
    vault: kit.vault,
    files: kit.files,
    settings: kit.settings,
    wire: call.wire,
    directory: kit.house.directory?.(tx.db) ?? nobodyListed,
    gate: async (work) => {
      await first
      // What the gate commits cannot be undone, so nothing that was sent before it may have failed.
      await tx.settled()
      return kit.postgres.gate(work)
    },
    queues: async () => {
      const found = []
      for (const [room, queueOf] of kit.house.queues ?? []) {
        for (const entry of await queueOf(tx.db, call.actor, chinaDay(kit.clock.now()))) found.push({ room, ...entry })
      }
      return found
    },
    excerpt: async (kind, of) =>
      (await kit.house.excerpts?.get(kind)?.({ db: tx.db, clock: kit.clock, today: chinaDay(kit.clock.now()), actor: call.actor }, of)) ??
      null,
    wordings: kit.house.wordings ?? new Map(),
    called: (targets, near) => recordsCalled(kit.house.records, { db: tx.db, language: call.language }, targets, near),
    grantsOf: (role) => kit.house.grantsOf(role),
    covers: (unit) => {
      settle()
      return covers(call.actor.scopes, unit)
    },
    may: (permission) => call.actor.grants.includes(permission),
    permit: settle,
    act: recorder(tx, { actor: call.actor, room: loaded.room, clock: kit.clock, dice: kit.dice }, announcements),
    forgetSessions: (person) => forget(`person:${person}`, person),
    forgetSeat: (seat) => forget(`seat:${seat}`, null),
    job: (task, payload, options) => enqueue(tx.db, task, payload, options),
  }
}
