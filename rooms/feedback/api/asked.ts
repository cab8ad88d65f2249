// What a list or an export is asked for: scopes, states and days of the query as the filter of data, and the place between pages.

import type { QueryOf } from '#ground/http/contract.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { contract } from '../contract.ts'
import { openStates, stateGroups } from '../core/state.ts'
import type { State } from '../core/state.ts'
import type { CaseFilter, CaseRow, Place } from '../data/queries.ts'

type Asked = Omit<QueryOf<(typeof contract)['export']>, 'format'>

/** Length of a county's code: records are kept in the county's books, whatever unit below they speak of. */
const countyLength = 6

/** The part of the post's scopes at and below a unit. */
function scopesBelow(scopes: readonly Code[], below: Code): readonly Code[] {
  return scopes.flatMap((scope) => (below.startsWith(scope) ? [below] : scope.startsWith(below) ? [scope] : []))
}

function statesOf({ state, group, open }: Asked): readonly State[] | null {
  const asked: readonly (readonly State[] | null)[] = [
    state === undefined ? null : [state],
    group === undefined ? null : stateGroups[group],
    open === 'true' ? openStates : null,
  ]
  return asked.reduce((all, some) => (all === null ? some : some === null ? all : all.filter((one) => some.includes(one))), null)
}

const beginning = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** The filter for data, within the scopes of the post. */
export function askedFor(query: Asked, scopes: readonly Code[]): CaseFilter {
  const { below, kind, from, to, q } = query
  return {
    scopes: below === undefined ? scopes : scopesBelow(scopes, below.slice(0, countyLength)),
    subject: below === undefined || below.length <= countyLength ? null : below,
    states: statesOf(query),
    kind: kind ?? null,
    filed: { from: from === undefined ? null : beginning(from), before: to === undefined ? null : beginning(addDays(to, 1)) },
    q: q === undefined || q === '' ? null : q,
  }
}

/** Where the next page begins, as the address carries it. */
export function pageEnd(page: readonly CaseRow[]): string | null {
  const last = page.at(-1)
  return last === undefined ? null : `${openStates.includes(last.state) ? 1 : 0}.${last.clockFrom}.${last.id}`
}

/** The place that `after` names. */
export function placeAfter(after: string | undefined): Place | null {
  const [owed, clockFrom, id] = after?.split('.') ?? []
  return clockFrom === undefined || id === undefined ? null : { owed: owed === '1', clockFrom, id }
}
