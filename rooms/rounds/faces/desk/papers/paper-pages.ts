// Which pages of paper a round needs: one set for each judge and component, cut into pages that hold whole rows.

import { covers } from '../../../core/recusal.ts'
import { inOrder, type Part, type Round, type Rules, type Seat } from '../rounds.ts'

export type Layout = 'list' | 'single'

export interface PaperPage {
  readonly key: string
  readonly seat: Seat
  readonly component: Rules['components'][number]
  readonly criteria: NonNullable<Rules['sheets'][string]>
  readonly units: readonly Part[]
  /** Within the set of this judge and component. */
  readonly page: number
  readonly pages: number
}

/** Rows of 20 mm, because every row carries a code, on an A4 page with its head and foot. */
const unitsAPage = 9

/** The units a judge may score. */
export function unitsOf(round: Round, seat: Seat): readonly Part[] {
  return inOrder(round.parts).filter(({ subject }) => !seat.recusals.some((recusal) => covers(recusal, subject, round.unit)))
}

/** All pages, by judge, component and unit. */
export function pagesOf(round: Round, seats: readonly Seat[], layout: Layout): readonly PaperPage[] {
  const most = layout === 'list' ? unitsAPage : 1
  const judges = seats.filter(({ kind, state }) => kind === 'judge' && state !== 'revoked')
  return judges.flatMap((seat) => {
    const units = unitsOf(round, seat)
    const pages = Math.ceil(units.length / most)
    return round.rules.components.flatMap((component) =>
      Array.from({ length: pages }, (_, index) => ({
        key: `${seat.id} ${component.id} ${index}`,
        seat,
        component,
        criteria: round.rules.sheets[component.id] ?? [],
        units: units.slice(index * most, (index + 1) * most),
        page: index + 1,
        pages,
      })),
    )
  })
}
