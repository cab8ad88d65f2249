// GET /api/v1/live: server-sent events. Events are hints without content, so what is hidden cannot leak here;
// a post hears of units in its scopes and of its own acts' subjects, the public of nothing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { covers } from '#ground/kernel/code.ts'
import type { Actor } from '#ground/http/handler.ts'
import type { Announcement } from './announcement.ts'
import type { Hub } from './hub.ts'

const heartbeatMs = 15_000
const backlogLimit = 1_000_000
/** Streams of one account in one process: enough for an office behind one account, too few to use up the server. */
const mostStreams = 60

export interface LiveOptions {
  readonly app: FastifyInstance
  readonly hub: Hub
  readonly path: string
  /** The actor of a request, or null when the answer (401) has been sent already. */
  actorOf(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null>
  /** The account whose sessions or posts this changed; null when it was nobody's. */
  changedBy(announcement: Announcement): string | null
  /** Sends the refusal of one stream too many. */
  refuse(request: FastifyRequest, reply: FastifyReply): Promise<void>
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
  return covers(actor.scopes, announcement.unit) || covers(actor.subjects, announcement.unit) || announcement.actor === actor.id
}

/** Mounts the stream; every stream ends when the server closes. */
export function mountLive({ app, hub, path, actorOf, changedBy, refuse }: LiveOptions): void {
  const open = new Set<{ actor: Actor; reply: FastifyReply }>()
  const write = (reply: FastifyReply, text: string): void => {
    if (reply.raw.writableLength > backlogLimit) reply.raw.destroy()
    else reply.raw.write(text)
  }
  const stop = hub.listen((announcement) => {
    const changed = announcement === 'resync' ? null : changedBy(announcement)
    for (const { actor, reply } of open) {
      // A stream hears what its actor reached when it began: one who changed must ask again, and one who left may not.
      if (changed !== null && changed === actor.id) {
        reply.raw.end()
        continue
      }
      if (announcement === 'resync') write(reply, `event: resync\ndata: {"at":"${new Date().toISOString()}"}\n\n`)
      else if (mayHear(actor, announcement)) write(reply, frameOf(announcement))
    }
  })
  const heartbeat = setInterval(() => {
    for (const { reply } of open) write(reply, `event: beat\ndata: {"at":"${new Date().toISOString()}"}\n\n`)
  }, heartbeatMs)
  heartbeat.unref()
  app.addHook('preClose', async () => {
    stop()
    clearInterval(heartbeat)
    for (const { reply } of open) reply.raw.end()
  })

  app.get(path, { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }, async (request, reply) => {
    const actor = await actorOf(request, reply)
    if (actor === null) return reply
    let streams = 0
    for (const one of open) if (one.actor.id === actor.id) streams += 1
    if (streams >= mostStreams) {
      await refuse(request, reply)
      return reply
    }
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    })
    reply.raw.flushHeaders()
    const entry = { actor, reply }
    const lastId = request.headers['last-event-id']
    const missed = typeof lastId === 'string' && lastId !== '' ? hub.since(lastId) : []
    if (missed === null) write(reply, `event: resync\ndata: {"at":"${new Date().toISOString()}"}\n\n`)
    else for (const announcement of missed) if (mayHear(actor, announcement)) write(reply, frameOf(announcement))
    write(reply, `event: beat\nretry: 2000\ndata: {"at":"${new Date().toISOString()}"}\n\n`)
    open.add(entry)
    request.raw.on('close', () => open.delete(entry))
    return reply
  })
}
