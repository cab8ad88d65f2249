// Entries that are not among those taken along any more while something of them still lies here that the server does not have:
// half written, not sent, not taken. They stay on the phone, and stay to be seen, until that is sent or given up.

import { picturesOf } from '../../core/pocket-pictures.ts'
import { isWritten, stepsOn } from '../../core/pocket-steps.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'
import type { State } from './state.ts'

type Known = Pick<State, 'hand' | 'steps' | 'pictures'>

const isHere = ({ state }: { readonly state: string }): boolean => state !== 'arrived' && state !== 'gone'

/** Whether giving up a draft would lose something. */
export const holdsSomething = ({ pictures }: Pick<Known, 'pictures'>, step: LocalStep): boolean =>
  isWritten(step) || picturesOf(pictures, step.id).some(isHere)

/** Whether something of an entry waits here. */
export const waits = ({ steps, pictures }: Pick<Known, 'steps' | 'pictures'>, entry: string): boolean =>
  stepsOn(steps, entry, 'draft', 'waiting', 'refused').some((step) => step.state !== 'draft' || isWritten(step)) ||
  Object.values(pictures).some((one) => one.entry === entry && isHere(one))

/** Those that are off the list and of which something waits; by unit and id, as they are asked for. */
export function offList(known: Known): { readonly unit: string; readonly id: string }[] {
  const { hand, steps, pictures } = known
  const listed = new Set(hand?.rows.map(({ id }) => id))
  const units = new Map<string, string>()
  for (const { unit, entry } of Object.values(steps)) units.set(entry, unit)
  for (const { owner, entry } of Object.values(pictures)) units.set(entry, owner)
  return [...units].flatMap(([id, unit]) => (listed.has(id) || !waits(known, id) ? [] : [{ unit, id }]))
}
