// From what was typed to the seats that are asked for: a number, a list of names with their own units, or one account.

import type { SeatKind } from '../../../core/seat.ts'
import type { Part } from '../rounds.ts'

export interface Form {
  readonly kind: SeatKind
  readonly panel: string
  readonly way: 'number' | 'names' | 'account'
  readonly count: string
  readonly names: string
  readonly person: { readonly id: string; readonly name: string } | null
  readonly home: string
}

export interface Wanted {
  readonly kind: SeatKind
  readonly panel: string | null
  readonly holder: string
  readonly person: string | null
  readonly home: string | null
}

const most = 200

/** The lines of a list: a name, and after a comma the person's own unit by name or code. */
function readNames(
  names: string,
  parts: readonly Part[],
): { readonly people: { holder: string; home: string | null }[]; readonly unknown: string[] } {
  const unknown: string[] = []
  const people = names
    .split('\n')
    .map((line) => line.split(/[,，\t]/).map((cell) => cell.trim()))
    .filter(([name = '']) => name !== '')
    .map(([holder = '', home = '']) => {
      const part = parts.find(({ subject, name }) => subject === home || name === home)
      if (home !== '' && part === undefined) unknown.push(home)
      return { holder, home: part?.subject ?? null }
    })
  return { people, unknown }
}

/** The seats a form asks for, and the units of the list that do not take part. */
export function wantedOf(form: Form, parts: readonly Part[]): { readonly seats: readonly Wanted[]; readonly unknown: readonly string[] } {
  const base = { kind: form.kind, panel: form.kind === 'judge' ? form.panel : null, person: null }
  const home = form.home === '' ? null : form.home
  if (form.way === 'account')
    return { seats: form.person === null ? [] : [{ ...base, holder: form.person.name, person: form.person.id, home }], unknown: [] }
  if (form.way === 'number') {
    const count = Math.min(most, Number(form.count) || 0)
    return { seats: Array.from({ length: count }, () => ({ ...base, holder: '', home: null })), unknown: [] }
  }
  const { people, unknown } = readNames(form.names, parts)
  return { seats: people.slice(0, most).map((one) => ({ ...base, ...one })), unknown }
}
