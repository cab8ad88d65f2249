// Seals new acts every second on a connection of its own, and announces them once more, so that a screen also hears of
// what a killed process had committed but could not announce.

import pg from 'pg'
import type { Clock } from '#ground/kernel/clock.ts'
import type { Hub } from '#ground/live/hub.ts'
import { clientAt } from './address.ts'
import { inTurns, sealOnce } from './seal.ts'
import { typeParsers } from './types.ts'

export interface Sealer {
  /** Seals everything waiting now. */
  now(): Promise<void>
  close(): Promise<void>
}

const pauseMs = 1_000

/** Starts sealing; several processes may, they take turns by a lock. */
export function startSealer(given: {
  readonly url: () => string
  readonly hub: Hub
  readonly clock: Clock
  readonly onError: (error: Error) => void
}): Sealer {
  const pool = new pg.Pool({ Client: clientAt(given.url), max: 1, types: typeParsers, idleTimeoutMillis: 0 })
  pool.on('error', given.onError)
  // A connection that breaks while it seals emits its error beside the failed query; unheard it would end the process.
  pool.on('connect', (client) => client.on('error', given.onError))
  let running: Promise<void> | null = null

  const sealAll = async (): Promise<void> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      for (;;) {
        const { sealed, touched } = await sealOnce(client, new Date(given.clock.now()))
        await inTurns(touched, ({ id, room, verb, subject, unit, about, at, actor }) => {
          const whom = about === null ? {} : { about }
          given.hub.announce({ id, room, verb, subject, unit, ...whom, at: at.toISOString(), actor })
        })
        if (sealed === 0) return
      }
    } catch (error) {
      broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  const once = (): Promise<void> => {
    running ??= sealAll().finally(() => {
      running = null
    })
    return running
  }

  const timer = setInterval(() => void once().catch((error: unknown) => given.onError(error as Error)), pauseMs)
  timer.unref()
  return {
    now: once,
    close: async () => {
      clearInterval(timer)
      await running?.catch(() => {})
      await pool.end()
    },
  }
}
