// Hands events to the open streams of one process at little cost: an event after a quiet moment goes out at once, those
// that follow are gathered, and each stream gets them in one write of bytes made once for all who may hear the same.

import type { ServerResponse } from 'node:http'
import type { Clock, Instant } from '#ground/kernel/clock.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Actor } from '#ground/http/handler.ts'
import type { Announcement } from './announcement.ts'

/** Ten deliveries a second at most, however many events there are. */
const gatherMs = 100
const backlogLimit = 1_000_000

export interface Stream {
  readonly actor: Actor
  readonly raw: ServerResponse
  /** When the session ends by itself, and the stream with it. */
  readonly until: Instant
}

export interface Streams {
  /** The open ones. */
  readonly open: ReadonlySet<Stream>
  /** Adds a stream that has been told everything up to now. */
  add(stream: Stream): void
  remove(stream: Stream): void
  /** Tells those who may hear. */
  tell(announcement: Announcement): void
  /** Tells everybody at once. */
  tellAll(frame: string): void
  /** Sends what is gathered now. */
  deliver(): void
}

const frames = new WeakMap<Announcement, string>()

/** One event as it goes over the wire; written once for all listeners, without the actor. */
export function frameOf(announcement: Announcement): string {
  const known = frames.get(announcement)
  if (known !== undefined) return known
  const { id, room, verb, subject, unit, at } = announcement
  const frame = `id: ${id}\ndata: ${JSON.stringify({ id, room, verb, subject, unit, at })}\n\n`
  frames.set(announcement, frame)
  return frame
}

/** Whether an actor may hear that something happened. */
export function mayHear(actor: Actor, announcement: Announcement): boolean {
  if (actor.hears?.includes(announcement.subject) === true) return true
  if (covers(actor.scopes, announcement.unit) || covers(actor.subjects, announcement.unit)) return true
  if (announcement.about !== undefined && covers(actor.subjects, announcement.about)) return true
  // A seat has no account, and neither has who acted from another seat or from the street.
  return actor.id !== null && announcement.actor === actor.id
}

const bytesOf = (announcements: readonly Announcement[]): Buffer => Buffer.from(announcements.map(frameOf).join(''))

/** Writes, or gives up a client that does not read. */
export function write(raw: ServerResponse, bytes: Buffer | string): void {
  if (raw.writableLength > backlogLimit) raw.destroy()
  else raw.write(bytes)
}

/** The streams of one server. A stream that is over is ended before anything more is written to it. */
export function openStreams(clock: Clock): Streams {
  const open = new Set<Stream>()
  let gathered: Announcement[] = []
  let pause: NodeJS.Timeout | null = null

  const endOver = (): void => {
    const now = clock.now()
    for (const stream of open) {
      if (stream.until > now) continue
      open.delete(stream)
      stream.raw.end()
    }
  }

  const deliver = (): void => {
    const batch = gathered
    if (batch.length === 0) return
    gathered = []
    endOver()
    const whole = bytesOf(batch)
    for (const { actor, raw } of open) {
      const heard = batch.filter((announcement) => mayHear(actor, announcement))
      if (heard.length > 0) write(raw, heard.length === batch.length ? whole : bytesOf(heard))
    }
  }

  const onward = (): void => {
    pause = null
    if (gathered.length > 0) begin()
  }
  const begin = (): void => {
    deliver()
    pause = setTimeout(onward, gatherMs)
    pause.unref()
  }

  return {
    open,
    add: (stream) => {
      open.add(stream)
    },
    remove: (stream) => {
      open.delete(stream)
    },
    tell: (announcement) => {
      gathered.push(announcement)
      if (pause === null) begin()
    },
    tellAll: (frame) => {
      deliver()
      endOver()
      const bytes = Buffer.from(frame)
      for (const { raw } of open) write(raw, bytes)
    },
    deliver,
  }
}
