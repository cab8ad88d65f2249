// The demo's public numbers: invented, and other ones for every round, so that no two rounds speak in the same order.

import type { Id } from '#ground/kernel/ids.ts'
import { chanceOf } from './chance.ts'

/** Sources as they are announced before anything is drawn. */
export const sources = ['示例来源一：当日公布的五个号码', '示例来源二：当日公布的三个号码'] as const

/** The values that the sources are said to have had. */
export function valuesFor(round: Id): string[] {
  const chance = chanceOf(`numbers of ${round}`)
  const numbers = (count: number, below: number): string =>
    Array.from({ length: count }, () => Math.floor(chance.share() * below)).join(' ')
  return [numbers(5, 36), numbers(3, 10)]
}
