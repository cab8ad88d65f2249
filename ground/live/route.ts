// GET /api/v1/live: server-sent events. Events are hints without content, so what is hidden cannot leak here;
// a post hears of units in its scopes and of its own acts' subjects, the public of nothing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Session } from '#ground/http/handler.ts'
import { isOf, tokensOf } from '#ground/http/session.ts'
import type { Clock } from '#ground/kernel/clock.ts'
import type { Announcement } from './announcement.ts'
import type { Hub } from './hub.ts'
import { frameOf, mayHear, openStreams, write } from './streams.ts'

const heartbeatMs = 15_000
/** Streams of one account in one process: enough for an office behind one account, too few to use up the server. */
const mostStreams = 60
/** A seat may be a screen that a whole hall watches. */
const mostAtOneSeat = 1_000
/** Streams begun in a minute from one address: a hall of seats comes back from behind one address after a restart. */
const perMinute = 120
const perMinuteOfSeats = 2_000

export interface LiveOptions {
  readonly app: FastifyInstance
  readonly hub: Hub
  readonly path: string
  readonly clock: Clock
  /** Milliseconds between two beats; tests beat faster. */
  readonly beatMs?: number
  /** The session of a request, or null when the answer (401) has been sent already. */
  sessionOf(request: FastifyRequest, reply: FastifyReply): Promise<Session | null>
  /** Whose sessions, posts or seat this changed (`person:ID`, `seat:ID`); null when it was nobody's. */
  changedBy(announcement: Announcement): string | null
  /** Sends the refusal of one stream too many. */
  refuse(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

const mostBegun = (request: FastifyRequest): number => (tokensOf(request).seat === undefined ? perMinute : perMinuteOfSeats)

/** Mounts the stream; every stream ends when the server closes. */
export function mountLive({ app, hub, path, clock, beatMs = heartbeatMs, sessionOf, changedBy, refuse }: LiveOptions): void {
  const streams = openStreams(clock)
  const resync = (): string => `event: resync\ndata: {"at":"${new Date().toISOString()}"}\n\n`
  const stop = hub.listen((announcement) => {
    if (announcement === 'resync') return streams.tellAll(resync())
    const changed = changedBy(announcement)
    if (changed !== null) {
      // A stream hears what its actor reached when it began: one who changed must ask again, and one who left may not.
      for (const stream of streams.open) {
        if (!isOf(stream.actor, changed)) continue
        streams.remove(stream)
        stream.raw.end()
      }
    }
    streams.tell(announcement)
  })
  const heartbeat = setInterval(() => streams.tellAll(`event: beat\ndata: {"at":"${new Date().toISOString()}"}\n\n`), beatMs)
  heartbeat.unref()
  app.addHook('preClose', async () => {
    stop()
    clearInterval(heartbeat)
    streams.deliver()
    for (const { raw } of streams.open) raw.end()
  })

  app.get(path, { config: { rateLimit: { max: mostBegun, timeWindow: 60_000 } } }, async (request, reply) => {
    const session = await sessionOf(request, reply)
    if (session === null) return reply
    const { actor, until } = session
    let already = 0
    const seat = actor.seats[0]
    for (const one of streams.open) if (one.actor.id === actor.id && one.actor.seats[0] === seat) already += 1
    if (already >= (actor.id === null ? mostAtOneSeat : mostStreams)) {
      await refuse(request, reply)
      return reply
    }
    reply.hijack()
    const { raw } = reply
    // The stream lasts as long as its connection: without chunks every event is one write.
    raw.useChunkedEncodingByDefault = false
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
    raw.flushHeaders()
    const lastId = request.headers['last-event-id']
    streams.deliver()
    const missed = typeof lastId === 'string' && lastId !== '' ? hub.since(lastId) : []
    if (missed === null) write(raw, resync())
    else for (const announcement of missed) if (mayHear(actor, announcement)) write(raw, frameOf(announcement))
    write(raw, `event: beat\nretry: 2000\ndata: {"at":"${new Date().toISOString()}"}\n\n`)
    const stream = { actor, raw, until }
    streams.add(stream)
    request.raw.on('close', () => streams.remove(stream))
    return reply
  })
}
