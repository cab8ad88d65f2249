// Quarters as a slider: what is shown is the state at the end of the chosen one.

import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

interface TimeSliderProps {
  readonly quarters: readonly string[]
  readonly quarter: string
  readonly asOf: string
  readonly onChange: (quarter: string) => void
}

export function TimeSlider({ quarters, quarter, asOf, onChange }: TimeSliderProps) {
  const text = useWords(words)
  const at = Math.max(0, quarters.indexOf(quarter))
  return (
    <label className="sand-time">
      <span className="lx-quiet">{text.quarter}</span>
      <input
        type="range"
        min={0}
        max={Math.max(0, quarters.length - 1)}
        step={1}
        value={at}
        aria-valuetext={`${text.quarterAt(quarter)} ${text.asOf(asOf)}`}
        onChange={(event) => onChange(quarters[Number(event.target.value)] ?? quarter)}
      />
      <strong>{text.quarterAt(quarter)}</strong>
      <span className="lx-quiet lx-figures">{text.asOf(asOf)}</span>
    </label>
  )
}
