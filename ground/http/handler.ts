// What a room's api is given and gives back. One request is one transaction of one actor.

import type { Kysely } from 'kysely'
import type { Clock, Day, Dice, Instant } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Excerpt, NoExcerpt, Wording } from '#ground/kernel/excerpt.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Language, Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Vault } from '#ground/vault/vault.ts'
import type { AnswerOf, BodyOf, Contract, Endpoint, ParamsOf, QueryOf } from './contract.ts'

/** Who is asking: an account with its acting post, a seat, or nobody. */
export interface Actor {
  /** The account; null for the public. */
  readonly id: Id | null
  readonly post: Id | null
  readonly role: string | null
  /** The acting post's own unit. */
  readonly unit: Code | null
  /** Prefixes that may be read and decided upon: the post's unit and, up to their succession, its predecessors. */
  readonly scopes: readonly Code[]
  /** Prefixes below which new records may be made: the living units only. */
  readonly writes: readonly Code[]
  /** Prefixes whose records *about* them may be read. */
  readonly subjects: readonly Code[]
  readonly seats: readonly Id[]
  /** Subjects (`kind:id`) whose announcements the actor hears besides those of its units. */
  readonly hears?: readonly string[]
  /** What the seats alone grant, never part of `grants`: on a seat's endpoints one acts as the seat and brings nothing else. */
  readonly seatGrants?: readonly string[]
  readonly stars: readonly string[]
  readonly grants: readonly string[]
}

/** A decision to be recorded in the same transaction. */
export interface ActDraft {
  readonly verb: string
  readonly unit: Code
  /** `kind:id` of the record spoken of. */
  readonly subject: string
  /** The unit that the record speaks of, where posts that speak for it are to hear of it as well. */
  readonly about?: Code
  /** What was decided, without personal data. */
  readonly payload: unknown
  /** Free text in the decider's words; erasable. */
  readonly reason?: string
}

/** A file answer: bytes or a stream, with its name and media type. */
export interface FileAnswer {
  readonly file: {
    readonly name: string
    readonly type: string
    readonly body: Uint8Array | AsyncIterable<Uint8Array | string>
    /** May be asked for in parts (`Range`), as players do: its length, and the bytes from a place on. */
    readonly ranged?: { readonly bytes: number; from(offset: number, length: number): AsyncIterable<Uint8Array> }
    /** To be shown in its place in a page instead of being kept as a download. */
    readonly shown?: true
    /** Does not come from the database: it is sent after the commit, and a slow reader holds no connection. */
    readonly apart?: true
    /** Comes from somebody else: asked for after the commit, so that a slow neighbour holds no connection; may still be refused. */
    readonly fetched?: () => Promise<Result<{ readonly type: string; readonly body: Uint8Array }>>
    /** A browser may keep it for itself, for so many seconds. */
    readonly keepSeconds?: number
  }
}

export interface RoomRequest<E extends Endpoint = Endpoint> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  /** Bytes of an uploaded file, when the endpoint declares `upload`; without a name when it declares `bytes`. */
  readonly upload: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly actor: Actor
  readonly language: Language
  readonly db: Kysely<Database>
  /**
   * For writes whose answer the room does not need (no `returning`, no count): they are sent in order with everything else,
   * and the commit waits for them instead of the room. A failure undoes the whole call, as ever.
   */
  readonly later: Kysely<Database>
  readonly clock: Clock
  readonly dice: Dice
  /** The calendar day in China. */
  readonly today: Day
  /** Whether the acting post reaches the unit for reading and deciding; counts as the permission check. */
  covers(unit: Code): boolean
  /** Whether the acting post's role has a further permission. */
  may(permission: string): boolean
  /** Says that the room has itself made sure that the actor may have this answer (own records, tracking codes). */
  permit(): void
  /** Records an act and announces it to live screens after the commit; returns the act's id. */
  act(draft: ActDraft): Promise<Id>
  /** Makes every process forget what it remembers of a person's sessions, as soon as this has committed. */
  forgetSessions(person: Id): void
  /** The same for whoever sits on a seat. */
  forgetSeat(seat: Id): void
  /** Queues a background task that starts only if this transaction commits. */
  job(task: string, payload: unknown, options?: { readonly key?: string; readonly at?: Date }): Promise<void>
  readonly vault: Vault
  /** Files beside the database. Not undone by a refusal: write first, then the row that speaks of it. */
  readonly files: FileStore
  /** Operator settings (env), for instance the filing number. */
  readonly settings: Readonly<Record<string, string | undefined>>
  /**
   * A transaction of its own as the gate role (accounts, sessions, credentials), committed unless it throws;
   * only the room that signs people in may use it.
   */
  gate<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>
  /** Names of accounts, for rooms that know people by id only. */
  readonly directory: Directory
  /** What waits for the acting post in every room, for the desk's queue; only what is not empty. */
  queues(): Promise<readonly (QueueEntry & { readonly room: string })[]>
  /** What a record of any room says as text with figures, as far as the actor sees it; null when no room tells of that kind. */
  excerpt(kind: string, of: { readonly unit: Code; readonly id: string }): Promise<Excerpt | NoExcerpt | null>
  /** The words of excerpts that an office may put in its own, by kind. */
  readonly wordings: ReadonlyMap<string, Wording>
  /** How records of any room are called and where they stand, by `kind:id`; those that no room tells of, or that the actor does not see, are missing. */
  called(targets: readonly string[], near: Code): Promise<ReadonlyMap<string, RecordCalled>>
  /** Roles → permissions, folded from all name-plates. */
  grantsOf(role: string): readonly string[]
  /** What belongs to the wire only: cookies, the peer's address digest, the request id. */
  readonly wire: Wire
}

export interface Wire {
  readonly requestId: string
  /** Salted digest of the peer's address, for slowing down; never the address itself. */
  readonly peer: string
  /** Whether the browser may keep the page for working offline (https, or this machine itself). */
  readonly secure: boolean
  readonly userAgent: string
  cookie(name: string): string | undefined
  setCookie(name: string, value: string, maxAgeSeconds: number): void
  clearCookie(name: string): void
}

export type Handler<E extends Endpoint = Endpoint> = (
  request: RoomRequest<E>,
) => Promise<Result<E['file'] extends readonly string[] ? FileAnswer : AnswerOf<E>>>

export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> }

/** One line of the desk's queue. */
export interface QueueEntry {
  readonly title: Text
  readonly count: number
  readonly path: string
}

/** rooms/<room>/queue.ts exports `queueOf: QueueOf`: what waits there for the actor; the server always names the day. */
export type QueueOf = (db: Kysely<Database>, actor: Actor, today?: Day) => Promise<QueueEntry[]>

/** Gives the excerpt of one record in the asker's own transaction: nothing that the asker may not see. */
export type ExcerptOf = (
  request: Pick<RoomRequest, 'db' | 'clock' | 'today' | 'actor'>,
  of: { readonly unit: Code; readonly id: string },
) => Promise<Excerpt | NoExcerpt>

/** rooms/<room>/excerpts.ts exports `excerpts: Excerpts`: what the room can say in a document, by kind of record. */
export type Excerpts = Readonly<Record<string, ExcerptOf>>

/** rooms/<room>/excerpts.ts may export `wordings: Wordings` beside: the words of its excerpts that an office may change, by kind. */
export type Wordings = Readonly<Record<string, Wording>>

/** How a record is called by who sees it, and where the desk shows it; null where it has no page. */
export interface RecordCalled {
  readonly words: string
  readonly path: string | null
}

/** Calls records of one kind by what stands behind the colon, in the asker's own transaction; looked for in these districts. */
export type CallRecords = (
  reading: Pick<RoomRequest, 'db' | 'language'>,
  of: { readonly districts: readonly Code[]; readonly ids: readonly string[] },
) => Promise<ReadonlyMap<string, RecordCalled>>

/** rooms/<room>/records.ts exports `records: Records`: how its records are called, by kind. */
export type Records = Readonly<Record<string, CallRecords>>

/** A person at the door: what the room that signs people in makes of a session token. */
export interface Session {
  readonly id: Id
  readonly actor: Actor
  readonly language: Language | null
  /** The instant from which the actor is no longer this one: the session's end, or that of the acting post. */
  readonly until: Instant
}

/** What somebody may do for a time in one gathering, with or without an account. */
export interface Seating {
  readonly seats: readonly Id[]
  /** `room.verb.<id>`: what the seats may do there, compared by row policies (app_holds). */
  readonly grants: readonly string[]
  readonly hears: readonly string[]
  /** When the first of the seats ends. */
  readonly until: Instant
}

/** rooms/<room>/seats.ts exports `seatsOf: SeatsOf`: seats of a token (cookie `lx-seat`) and of an account; one room of the house has it. */
export type SeatsOf = (given: {
  readonly db: Kysely<Database>
  readonly token: string | null
  readonly person: Id | null
  readonly clock: Clock
}) => Promise<Seating | null>

/** Who an account is, as lists show it. */
export interface AccountName {
  readonly id: Id
  readonly name: string
  /** Null also for those who may not see how people sign in. */
  readonly login: string | null
}

/**
 * rooms/<room>/identify.ts exports `directory: DirectoryOf` beside `identify`: the accounts that the actor of the
 * transaction may see, no others.
 */
export interface Directory {
  /** By id; those that the actor may not see are missing. */
  named(ids: readonly Id[]): Promise<ReadonlyMap<Id, AccountName>>
  /** Living accounts whose whole name or login name is one of these texts. */
  called(texts: readonly string[]): Promise<readonly AccountName[]>
}

export type DirectoryOf = (db: Kysely<Database>) => Directory

/** rooms/<room>/identify.ts exports `identify: Identify`; exactly one room of the house has it. */
export type Identify = (given: {
  readonly db: Kysely<Database>
  readonly token: string
  readonly clock: Clock
  grantsOf(role: string): readonly string[]
}) => Promise<Session | null>
