// Whether acts wait for a sealer. Where none runs (every server with WORKER=0 and no worker beside them) nothing fails and
// nothing is lost, but nothing is sealed either: so it is told to readiness probes, metrics, the log and `verify`.

import { sql } from 'kysely'
import type { Clock } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Postgres } from './postgres.ts'

export interface WaitingActs {
  /** How many; 10,000 stands for that or more. */
  readonly waiting: number
  /** Since when the oldest of them waits; null when none does. */
  readonly since: Date | null
  readonly seconds: number
}

/** A sealer seals every second; what waits for longer than this waits for one that is not there. */
export const lateSeconds = 60

export const waitingActsQuery = 'select waiting::int as waiting, since from app_waiting_acts()'

/** How long something that stands since a moment has waited. */
export function waited({ waiting, since }: Omit<WaitingActs, 'seconds'>, now: number): WaitingActs {
  return { waiting, since, seconds: since === null ? 0 : Math.max(0, Math.round((now - since.getTime()) / 1000)) }
}

const keepMs = 5_000

/** Asks the database, at most every few seconds however often it is called. */
export function waitingActs(postgres: Postgres, clock: Clock): () => Promise<WaitingActs> {
  let kept: { readonly at: number; readonly found: Promise<Omit<WaitingActs, 'seconds'>> } | null = null
  return async () => {
    const now = clock.now()
    if (kept === null || Math.abs(now - kept.at) > keepMs) {
      const found = postgres.gate(async (db) => {
        const { rows } = await sql.raw<Omit<WaitingActs, 'seconds'>>(waitingActsQuery).execute(db)
        return rows[0] ?? { waiting: 0, since: null }
      })
      const asked = { at: now, found }
      kept = asked
      found.catch(() => {
        if (kept === asked) kept = null
      })
    }
    return waited(await kept.found, clock.now())
  }
}

/** What an operator is told while acts wait for too long. */
export function lateSentence({ waiting, since }: Omit<WaitingActs, 'seconds'>): Text {
  const from = since?.toISOString() ?? ''
  const many = waiting >= 10_000 ? '10,000+' : String(waiting)
  return {
    zh: `有 ${many} 条行为记录自 ${from} 起无人封存：没有任何后台进程在运行。请启动 npm run worker，或去掉某台服务器的 WORKER=0。`,
    en: `${many} acts have waited to be sealed since ${from}: no worker is running. Start npm run worker, or a server without WORKER=0.`,
  }
}

/** Tells again every minute while acts wait for too long; a database that is away is told of elsewhere. Returns how to stop. */
export function watchWaitingActs(ask: () => Promise<WaitingActs>, tell: (sentence: Text) => void, everyMs = 60_000): () => void {
  const look = async (): Promise<void> => {
    const found = await ask()
    if (found.seconds > lateSeconds) tell(lateSentence(found))
  }
  const timer = setInterval(() => void look().catch(() => {}), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
