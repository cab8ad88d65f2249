// Which sheet a judge is led to: the unit that is being presented, otherwise the next one that is not finished.

import { sheetKey } from '../../core/pocket.ts'
import type { LocalSheets } from '../../core/pocket.ts'
import { isComplete } from '../../core/rules.ts'
import type { Mine } from './seat-client.ts'
import type { Chosen } from './seat-state.ts'

/** The sheet of the unit that stands before the hall. */
export function nowOf({ round: { scene, state } }: Mine): Chosen | null {
  const presented = state === 'live' && scene.kind === 'unit' && scene.subject !== null && scene.component !== null
  return presented ? { subject: scene.subject as string, component: scene.component as string } : null
}

/** Units in the order in which they come. */
export function orderedParts({ round }: Mine): Mine['round']['parts'] {
  const place = ({ speaking, stop, number }: Mine['round']['parts'][number]): number => speaking ?? stop ?? number
  return [...round.parts].sort((a, b) => place(a) - place(b))
}

/** Whether this sheet is still to be scored by the seat. */
function isOpen({ round, seat }: Mine, sheets: LocalSheets, { subject, component }: Chosen): boolean {
  const part = round.parts.find((one) => one.subject === subject)
  if (part === undefined || part.drawn === false || seat.recused.includes(subject)) return false
  return !isComplete(round.rules, component, sheets[sheetKey(subject, component)]?.points ?? {})
}

/** The sheet after this one; null when nothing is left. */
export function followingOf(mine: Mine, sheets: LocalSheets, from: Chosen): Chosen | null {
  if (mine.round.state !== 'live') return null
  const now = nowOf(mine)
  if (now !== null && now.subject !== from.subject && isOpen(mine, sheets, now)) return now
  const parts = orderedParts(mine)
  const at = parts.findIndex(({ subject }) => subject === from.subject)
  const wanted = [...parts.slice(at + 1), ...parts.slice(0, at)].map(({ subject }) => ({ subject, component: from.component }))
  return wanted.find((one) => isOpen(mine, sheets, one)) ?? null
}
