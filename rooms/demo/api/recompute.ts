// What anybody can do with an exported round: count it once more, and compare with what was published.

import type { Id } from '#ground/kernel/ids.ts'
import { tally as count } from '#rooms/rounds/core/tally.ts'
import type { Company } from './company.ts'
import type { RoundHand } from './round-hand.ts'
import { must } from './steps.ts'

interface Page {
  readonly publications: readonly {
    readonly inputDigest: string
    readonly places: readonly { readonly subject: string; readonly rank: number | null; readonly total: string | null }[]
  }[]
}

/** Whether the exported input gives the newest publication, place by place. */
export async function recompute(company: Company, hand: RoundHand, tally: Id): Promise<boolean> {
  const { unit, id } = hand.round
  const teller = await hand.sit(hand.seatOf('teller'))
  const again = count(await teller.post<unknown>('tally-input', { tally }))
  const [publication] = (await must(company.public.get<Page>(`/rounds/public/${unit}/${id}`))).publications
  if (!again.ok || publication === undefined || again.value.input.digest !== publication.inputDigest) return false
  const counted = new Map(again.value.results.map((line) => [line.unit, line]))
  return publication.places.every(
    ({ subject, rank, total }) => counted.get(subject)?.rank === rank && counted.get(subject)?.total === total,
  )
}
