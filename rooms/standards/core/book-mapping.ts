// The mapping of a draft as its content has it: every star and criterion of the edition before once, said to be the same only where
// nothing of it differs. What the office has said of an id that was renamed stays; the rest need not be typed.

import { carryOver } from './carry-over.ts'
import type { Book, Cells } from './form-writing.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Carried, Pack } from './pack-shapes.ts'

const idsOf = ({ stars }: Pack): Readonly<Record<'stars' | 'criteria', readonly string[]>> => ({
  stars: stars.map(({ code }) => code),
  criteria: stars.flatMap((star) => criteriaOf(star).map(({ id }) => id)),
})

/** Where each id of the edition before goes: as the book says, else to the same id where it is there and free. */
function goals(book: Book, what: 'stars' | 'criteria', before: readonly string[], after: readonly string[]): Carried[] {
  const said = new Map(book.mapping.flatMap((cells) => (cells['what'] === what ? [[cells['from'] ?? '', cells] as const] : [])))
  const taken = new Set([...said.values()].map((cells) => cells['to'] ?? ''))
  return before.map((from) => {
    const own = said.get(from)
    const named = own === undefined ? (taken.has(from) ? '' : from) : (own['to'] ?? '')
    const to = after.includes(named) ? named : null
    return { from, to, change: to === null ? 'dropped' : own?.['change'] === 'changed' ? 'changed' : 'same' }
  })
}

/** The book with its mapping settled; `after` is the draft as it can be read. */
export function settledMapping(book: Book, before: Pack, after: Pack): Book {
  const [old, next] = [idsOf(before), idsOf(after)]
  const stars = goals(book, 'stars', old.stars, next.stars)
  const criteria = goals(book, 'criteria', old.criteria, next.criteria)
  const differing = new Set(
    carryOver(before, { ...after, replaces: { edition: before.id, stars, criteria } }).flatMap(({ what, from, differs }) =>
      differs.length > 0 && what !== 'bottomLine' ? [`${what} ${from ?? ''}`] : [],
    ),
  )
  const row = (what: 'stars' | 'criteria', name: 'star' | 'criterion', { from, to, change }: Carried): Cells => ({
    what,
    from,
    to: to ?? '',
    change: change === 'same' && differing.has(`${name} ${from}`) ? 'changed' : change,
  })
  const mapping = [...stars.map((one) => row('stars', 'star', one)), ...criteria.map((one) => row('criteria', 'criterion', one))]
  return { ...book, mapping }
}
