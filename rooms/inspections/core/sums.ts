// The daily list and the monthly summary are added up from what was written down; nobody types them, and nobody is counted.

import type { Code } from '#ground/kernel/code.ts'
import type { Outcome } from './inspection.ts'

export interface Sums {
  readonly units: number
  /** Items looked at, each once a unit and day. */
  readonly items: number
  readonly faults: number
}

/** What one or more findings come to. */
export function sumsOf(
  found: readonly { readonly subject: Code; readonly item: string; readonly on: string; readonly outcome: Outcome }[],
): Sums {
  return {
    units: new Set(found.map((one) => one.subject)).size,
    items: new Set(found.map((one) => `${one.subject} ${one.item} ${one.on}`)).size,
    faults: found.filter((one) => one.outcome === 'fault').length,
  }
}

export interface Standing {
  readonly closed: number
  readonly open: number
  readonly late: number
}

const closed: readonly string[] = ['closed', 'held']
const gone: readonly string[] = ['withdrawn', 'relapsed']

/** How the entries that came of it stand. */
export function standingOf(entries: readonly { readonly state: string; readonly alarm: string }[]): Standing {
  return {
    closed: entries.filter((one) => closed.includes(one.state)).length,
    open: entries.filter((one) => !closed.includes(one.state) && !gone.includes(one.state)).length,
    late: entries.filter((one) => one.alarm.startsWith('late')).length,
  }
}
