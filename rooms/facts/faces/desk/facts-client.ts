// The typed client of the room, the shapes its screens share, and what the address says.

import type { AnswerOf } from '#ground/http/contract.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { levelOf } from '#ground/kernel/code.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { client } from '#ground/ui/client.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useState } from 'react'
import type { contract } from '#rooms/facts/contract.ts'

export const facts = client<typeof contract>('facts')

type C = typeof contract
export type UnitSheet = AnswerOf<C['unitSheet']>
export type Fact = UnitSheet['facts'][number]
export type Certificate = UnitSheet['certificates'][number]
export type UpheldCase = UnitSheet['cases'][number]
export type Review = UnitSheet['reviews'][number]
export type Doubt = UnitSheet['doubts'][number]
export type CitedItem = AnswerOf<C['cited']>['items'][number]
export type Demand = UnitSheet['demands'][number]
export type Definition = UnitSheet['definitions'][number]

/** One record in the address bar: unit and id. */
export const keyOf = (row: { readonly unit: { readonly code: string }; readonly id: string }): string => `${row.unit.code}.${row.id}`

/** Where a record stands. */
export const paramsOf = (row: { readonly unit: { readonly code: string }; readonly id: string }) => ({ unit: row.unit.code, id: row.id })

/** What is asked of the server: the unit and the time at the top of the page. */
export function useQuestion(): { readonly below?: string; readonly from: string; readonly to: string } {
  const { code } = useUnit()
  const [period] = usePeriod()
  const { from, to } = daysOf(period)
  return { from, to, ...(code === '' ? {} : { below: code }) }
}

/** The village or community chosen at the top of the page; empty where it is a wider unit, so that nobody states for a county by mistake. */
export function useVillage(): string {
  const { code } = useUnit()
  return levelOf(code) >= 5 ? code.slice(0, 12) : ''
}

/** The day in China on which the screen was opened. */
export function useToday(): string {
  return useState(() => chinaDay(Date.now()))[0]
}

/** Definitions by id, retired ones included. */
export function useDefinitions(): ReadonlyMap<string, Definition> {
  const asked = useAnswer(facts, 'definitions', { query: { retired: 'true' } }, { fresh: 60_000 })
  return new Map(asked.data?.definitions.map((definition) => [definition.id, definition]))
}
