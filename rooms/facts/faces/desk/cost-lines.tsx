// What a form costs everybody together, in minutes and, when that says more, in hours.

import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Demand } from './facts-client.ts'
import { words } from './words.ts'

interface CostLinesProps {
  readonly minutes: number
  readonly cost: Demand['cost']
  /** Only the sum. */
  readonly short?: boolean
}

export function CostLines({ minutes, cost, short = false }: CostLinesProps) {
  const text = useWords(words)
  const format = useFormat()
  const sum =
    cost.minutes >= 120 ? text.hours(format.count(Math.round(cost.minutes / 60))) : text.minutesTogether(format.count(cost.minutes))
  if (short) return <span className="lx-figures">{sum}</span>
  return (
    <>
      <strong className="lx-figures">{sum}</strong>
      <div className="lx-quiet">{text.cost(format.count(minutes), cost.units, cost.times)}</div>
    </>
  )
}
