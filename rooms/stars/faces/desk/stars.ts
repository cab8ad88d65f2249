// The typed client of the room, the shapes its screens share, and the cycle that the address names.

import type { AnswerOf } from '#ground/http/contract.ts'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { client } from '#ground/ui/client.ts'
import { usePeriod } from '#ground/ui/scope.ts'
import type { contract } from '#rooms/stars/contract.ts'

export const stars = client<typeof contract>('stars')

type C = typeof contract
export type CycleRow = AnswerOf<C['cycles']>['rows'][number]
export type Cycle = AnswerOf<C['cycle']>
export type Board = AnswerOf<C['board']>
export type CandidacyRow = AnswerOf<C['candidacies']>['rows'][number]
export type ForeseenRow = AnswerOf<C['foreseen']>['rows'][number]
export type CertifiedList = AnswerOf<C['certifyList']>
export type CandidacyShown = AnswerOf<C['candidacy']>
export type CheckSheet = AnswerOf<C['check']>
export type Aims = AnswerOf<C['aims']>
export type Item = AnswerOf<C['citable']>['items'][number]
export type Sample = AnswerOf<C['samples']>['rows'][number]
export type Honour = AnswerOf<C['held']>['rows'][number]
export type HonourReport = AnswerOf<C['honourReports']>['rows'][number]
export type HonourAppeal = AnswerOf<C['honourAppeals']>['rows'][number]
export type LadderRow = AnswerOf<C['ladders']>['rows'][number]
export type AwardRow = AnswerOf<C['awards']>['rows'][number]
export type FormatRow = AnswerOf<C['formats']>['rows'][number]
export type Publicity = AnswerOf<C['publicities']>['rows'][number]
export type ObjectionRow = AnswerOf<C['objections']>['rows'][number]

/**
 * Pages that show a county's whole list, with what the rules say of each star, hear of others within so long: on a deadline night
 * something happens many times a second, and asking all of it anew each time would cost more than the night itself.
 */
export const longListMs = 5_000

/** One record in the address bar: unit and id. */
export const keyOf = (row: { readonly unit: string; readonly id: string }): string => `${row.unit}.${row.id}`

/** The cycles of the year at the top of the page; the one the address names, or the first that is open. */
export function useCycle() {
  const [address, setAddress] = useAddress()
  const [period] = usePeriod()
  const asked = useAnswer(stars, 'cycles', { query: { year: period.slice(0, 4) } })
  const rows = asked.data?.rows
  const chosen = rows?.find((row) => row.id === address['cycle']) ?? rows?.find((row) => row.state === 'open') ?? rows?.[0]
  return { rows, chosen, asked, choose: (id: string) => setAddress({ cycle: id }) }
}

/** The quarter of the period at the top of the page; without one the server takes today's. */
export function useQuarter(): string | undefined {
  const [period] = usePeriod()
  return /^\d{4}-Q[1-4]$/.test(period) ? period.replace('-', '') : undefined
}
