// From what lies in the room to what `tally` reads: the same document is counted, kept with the result, and exported.

import { byCode } from './order.ts'
import { recusedFrom } from './recusal.ts'
import type { Recusal } from './recusal.ts'
import { methodOf } from './rules.ts'
import type { Rules } from './rules.ts'
import type { TallyInput } from './tally-shapes.ts'

export interface Counted {
  readonly convener: string
  readonly rules: Rules
  /** The units of the tally: in spot-check rounds the drawn ones. */
  readonly units: readonly string[]
  readonly judges: readonly { readonly id: string; readonly label: string; readonly panel: string | null; readonly state: string }[]
  readonly recusals: readonly (Recusal & { readonly seat: string })[]
  readonly sheets: readonly {
    readonly seat: string
    readonly subject: string
    readonly component: string
    readonly state: string
    readonly points: Readonly<Record<string, string>>
  }[]
  readonly adjustments: readonly {
    readonly subject: string
    readonly points: string
    readonly reason: string
    readonly withdrawn: boolean
  }[]
}

/** The input of a tally. Judges stand under their labels, so an export names nobody; a revoked seat stays while its sheets count. */
export function tallyInputOf(given: Counted): TallyInput {
  const { convener, rules, units } = given
  const kept = given.sheets.filter(({ state, subject }) => state === 'kept' && units.includes(subject))
  const judges = given.judges.filter(({ id, state }) => state !== 'revoked' || kept.some(({ seat }) => seat === id))
  const labels = new Map(judges.map(({ id, label }) => [id, label]))
  return {
    ...methodOf(rules),
    units: [...units].sort(byCode).map((id) => ({ id })),
    judges: judges.map(({ id, label, panel }) => ({
      id: label,
      panel: panel ?? '',
      recused: recusedFrom(
        given.recusals.filter(({ seat }) => seat === id),
        units,
        convener,
      ),
    })),
    scores: kept.flatMap(({ seat, subject, component, points }) =>
      Object.entries(points).map(([criterion, value]) => ({
        unit: subject,
        judge: labels.get(seat) ?? seat,
        component,
        criterion,
        points: value,
      })),
    ),
    adjustments: given.adjustments
      .filter(({ withdrawn, subject }) => !withdrawn && units.includes(subject))
      .map(({ subject, points, reason }) => ({ unit: subject, points, reason })),
  }
}

/** Units without any sheet in a component: `unit component`. */
export function unscored({ rules, units, sheets }: Counted): { readonly subject: string; readonly component: string }[] {
  const there = new Set(sheets.filter(({ state }) => state === 'kept').map(({ subject, component }) => `${subject} ${component}`))
  return units.flatMap((subject) =>
    rules.components.filter(({ id }) => !there.has(`${subject} ${id}`)).map(({ id }) => ({ subject, component: id })),
  )
}
