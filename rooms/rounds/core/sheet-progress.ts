// Which sheets have arrived, for everybody who waits for them: one line per judge's seat, unit and component, no points.

import type { Recusal } from './recusal.ts'
import { recusedFrom } from './recusal.ts'

export type SheetProgress = 'complete' | 'in-work' | 'withdrawn' | 'unconfirmed' | 'recused' | 'none'

export interface ProgressLine {
  readonly seat: string
  readonly label: string
  readonly panel: string
  readonly subject: string
  readonly component: string
  readonly state: SheetProgress
  readonly at: Date | null
}

export interface Given {
  readonly convener: string
  readonly components: readonly string[]
  readonly units: readonly string[]
  readonly seats: readonly { readonly id: string; readonly label: string; readonly panel: string | null; readonly state: string }[]
  readonly recusals: readonly (Recusal & { readonly seat: string })[]
  readonly sheets: readonly {
    readonly seat: string
    readonly subject: string
    readonly component: string
    readonly state: 'kept' | 'withdrawn' | 'unconfirmed'
    readonly complete: boolean
    readonly at: Date
  }[]
}

/** The lines, by seat, unit and component; a revoked seat has lines only where its sheets count. */
export function progressOf({ convener, components, units, seats, recusals, sheets }: Given): ProgressLine[] {
  const found = new Map(sheets.map((sheet) => [`${sheet.seat} ${sheet.subject} ${sheet.component}`, sheet]))
  return seats.flatMap(({ id: seat, label, panel, state }) => {
    const recused = new Set(
      recusedFrom(
        recusals.filter((recusal) => recusal.seat === seat),
        units,
        convener,
      ),
    )
    return units.flatMap((subject) =>
      components.flatMap((component): ProgressLine[] => {
        const sheet = found.get(`${seat} ${subject} ${component}`)
        const line = { seat, label, panel: panel ?? '', subject, component }
        if (sheet === undefined) return state === 'revoked' ? [] : [{ ...line, state: recused.has(subject) ? 'recused' : 'none', at: null }]
        return [{ ...line, state: sheet.state === 'kept' ? (sheet.complete ? 'complete' : 'in-work') : sheet.state, at: sheet.at }]
      }),
    )
  })
}
