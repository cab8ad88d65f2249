// The amount that a rule wants, in the measure of the fact it is compared with.

import { parseExact } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import type { FactDefinition } from '#rooms/facts/core/definition.ts'
import { convert, measureOf } from '#rooms/facts/core/measure.ts'

/** 100000 元 of a fact in 万元 is 10; expects what the checks of an edition let pass. */
export function convertedWanted(text: string, measure: string | null, fact: FactDefinition): Exact {
  const amount = parseExact(text)
  const [own, written] = [measureOf(fact.measure ?? ''), measureOf(measure ?? fact.measure ?? '')]
  if (amount === null || own === null || written === null) throw new Error(`not an amount of ${fact.id}: ${text}`)
  return convert(amount, written, own)
}
