// Live announcements between processes: LISTEN on one connection, NOTIFY in batches after the commit.
// NOTIFY takes a lock over the whole server at commit, so it never rides in a writing transaction; what a killed process
// could not send, the sealer announces again within seconds. A short memory lets a client that reconnects catch up;
// whoever was away for longer, or while the listener was down, is told to fetch everything anew.

import pg from 'pg'
import type { Client } from 'pg'
import type { Announcement } from './announcement.ts'

const channel = 'liangxing_live'
const remembered = 4_096
const payloadLimit = 7_500
const retryMs = 500
/** How long announcements are gathered into one notification: below what an eye notices, above a busy server's pace. */
const gatherMs = 20

export type Listener = (announcement: Announcement | 'resync') => void

export interface Hub {
  announce(announcement: Announcement): void
  listen(listener: Listener): () => void
  /** What came after an id; null when that is no longer known and the client must fetch anew. */
  since(id: string): readonly Announcement[] | null
  readonly listeners: number
  close(): Promise<void>
}

/** Opens the hub of one process. `url` is the login role's, asked for each connection; `onError` is told of lost ones. */
export async function openHub(url: () => string, onError: (error: Error) => void = () => {}): Promise<Hub> {
  const listeners = new Set<Listener>()
  let memory: Announcement[] = []
  let known = new Set<string>()
  let outgoing: Announcement[] = []
  const state: { client: Client | null; closed: boolean } = { client: null, closed: false }
  let flushing = false
  let scheduled = false

  const hear = (announcement: Announcement): void => {
    if (known.has(announcement.id)) return
    known.add(announcement.id)
    memory.push(announcement)
    if (memory.length > remembered * 2) {
      memory = memory.slice(-remembered)
      known = new Set(memory.map((one) => one.id))
    }
    for (const listener of listeners) listener(announcement)
  }

  const connect = async (): Promise<void> => {
    // An announcement lost in a crash is made again by the sealer, so its commit need not wait for the disk.
    const fresh = new pg.Client({
      connectionString: url(),
      application_name: 'liangxing-live',
      options: '-c synchronous_commit=off',
      keepAlive: true,
    })
    fresh.on('notification', (message) => {
      try {
        for (const announcement of JSON.parse(message.payload ?? '[]') as Announcement[]) hear(announcement)
      } catch (error) {
        onError(error as Error)
      }
    })
    fresh.on('error', (error) => lost(fresh, error))
    fresh.on('end', () => lost(fresh, new Error('connection ended')))
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    state.client = fresh
  }

  const lost = (which: Client, error: Error): void => {
    if (state.closed || state.client !== which) return
    state.client = null
    onError(error)
    void reconnect()
  }

  const reconnect = async (): Promise<void> => {
    while (!state.closed) {
      try {
        await connect()
        memory = []
        known = new Set()
        for (const listener of listeners) listener('resync')
        void flush()
        return
      } catch (error) {
        onError(error as Error)
        await new Promise((resolve) => {
          setTimeout(resolve, retryMs)
        })
      }
    }
  }

  const nextChunk = (): { payload: string; count: number } => {
    const parts: string[] = []
    let size = 2
    let skipped = 0
    for (const announcement of outgoing) {
      const part = JSON.stringify(announcement)
      const bytes = Buffer.byteLength(part) + 1
      // NOTIFY takes 8,000 bytes; one that alone is larger is skipped, its listeners see it with the next thing they fetch.
      if (bytes > payloadLimit) {
        skipped += 1
        continue
      }
      if (size + bytes > payloadLimit) break
      parts.push(part)
      size += bytes
    }
    return { payload: `[${parts.join(',')}]`, count: parts.length + skipped }
  }

  const flush = async (): Promise<void> => {
    if (flushing) return
    flushing = true
    try {
      while (outgoing.length > 0 && state.client !== null) {
        const { payload, count } = nextChunk()
        await state.client.query('select pg_notify($1, $2)', [channel, payload])
        outgoing = outgoing.slice(count)
      }
    } catch (error) {
      onError(error as Error)
    } finally {
      flushing = false
    }
  }

  await connect()
  return {
    announce: (announcement) => {
      // What was heard has been sent, or waits here to be: the sealer's second word is for what nobody could send.
      if (known.has(announcement.id)) return
      outgoing.push(announcement)
      hear(announcement)
      if (!scheduled) {
        scheduled = true
        setTimeout(() => {
          scheduled = false
          void flush()
        }, gatherMs)
      }
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    since: (id) => {
      const index = memory.findIndex((one) => one.id === id)
      return index < 0 ? null : memory.slice(index + 1)
    },
    get listeners() {
      return listeners.size
    },
    close: async () => {
      state.closed = true
      await flush()
      await state.client?.end()
    },
  }
}
