// The typed client of the room, the shapes its screens share, and what the address says.

import type { AnswerOf } from '#ground/http/contract.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { client } from '#ground/ui/client.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import type { contract } from '#rooms/ledger/contract.ts'
import type { List } from '../../core/lists.ts'
import { lists, sourceNames } from '../../core/lists.ts'
import { stateNames } from '../../core/state.ts'

export const ledger = client<typeof contract>('ledger')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type LedgerRecord = AnswerOf<(typeof contract)['get']>

export type Exhibit = LedgerRecord['exhibits'][number]
export type ItemAt = Pick<Exhibit, 'unit' | 'id'>
export type Board = AnswerOf<(typeof contract)['board']>
export type Scheduled = AnswerOf<(typeof contract)['schedule']>['rows'][number]
export type Register = AnswerOf<(typeof contract)['registers']>['rows'][number]

type Query = NonNullable<NonNullable<Parameters<typeof ledger.list>[0]>['query']>

const noRegisters: readonly Register[] = []

/** Registers of the packs; they do not change while a page is open. */
export function useRegisters(): readonly Register[] {
  return useAnswer(ledger, 'registers', {}, { fresh: 3_600_000 }).data?.rows ?? noRegisters
}

/** One entry in the address bar: unit and id. */
export const keyOf = (row: Pick<Row, 'unit' | 'id'>): string => `${row.unit}.${row.id}`

/** The list that the address names; the first one otherwise. */
export const listOf = (text: string | undefined): List => lists.find((list) => list === text) ?? 'tasks'

const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | undefined => list.find((one) => one === text)

const keptKeys = ['unit', 'period', 'kind', 'state', 'late', 'told', 'lookback', 'extension', 'q', 'sort'] as const

/** The same entries in the address of the print page, where `source` names one record and the kind of source is `sourceKind`. */
export function printedWith(address: Readonly<Record<string, string>>, list: List): string {
  const kept = keptKeys.flatMap((key) => (address[key] ? [[key, address[key]]] : []))
  const kind = address['source'] ? [['sourceKind', address['source']]] : []
  return `/desk/ledger/print?${new URLSearchParams([['list', list], ...kept, ...kind]).toString()}`
}

/** The filters of the address that the server goes by. */
export function narrowed(address: Readonly<Record<string, string>>) {
  const { kind, told, lookback, extension } = address
  const state = oneOf(Object.keys(stateNames) as (keyof typeof stateNames)[], address['state'])
  const sourceKind = oneOf(Object.keys(sourceNames) as (keyof typeof sourceNames)[], address['source'])
  return {
    ...(state === undefined ? {} : { state }),
    ...(sourceKind === undefined ? {} : { sourceKind }),
    ...(kind === undefined || kind === '' ? {} : { kind }),
    ...(told === 'yes' ? { told: 'yes' as const } : {}),
    ...(extension === 'asked' ? { extension: 'asked' as const } : {}),
    ...(lookback === 'due' ? { lookback: 'due' as const } : {}),
  }
}

/** What is asked of the server: the unit and the time at the top of the page. */
export function useQuestion(): { readonly below?: string; readonly from: string; readonly to: string } {
  const { code } = useUnit()
  const [period] = usePeriod()
  const { from, to } = daysOf(period)
  return { from, to, ...(code === '' ? {} : { below: code }) }
}

/** The entries asked for; a table looks through what is here itself, and the server is asked when that is not everything. */
export function useEntries(query: Query, q: string) {
  const all = useAnswer(ledger, 'list', { query })
  const beyond = useAnswer(ledger, 'list', all.data?.more === true && q !== '' ? { query: { ...query, q } } : null, { keep: true })
  return all.data?.more === true && q !== '' && (beyond.data !== undefined || beyond.isError) ? beyond : all
}
