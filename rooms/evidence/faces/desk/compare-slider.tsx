// Two pictures of one spot, one over the other, with a divide that is moved by hand or by keyboard.

import { useState } from 'react'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { type Row, viewAddress } from './evidence.ts'
import { words } from './words.ts'

export function CompareSlider({ spot, from, to }: { readonly spot: string; readonly from: Row; readonly to: Row }) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  const [at, setAt] = useState(50)
  const label = (row: Row): string => text.pairLabel(row.phase === null ? '' : text.phases[row.phase], shortDay(row.effectiveOn))
  return (
    <div className="lx-evidence-slider">
      <div className="lx-evidence-stack">
        <img src={viewAddress(to, 'large')} alt={`${label(to)} ${to.shows}`} />
        <img src={viewAddress(from, 'large')} alt={`${label(from)} ${from.shows}`} style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }} />
        <span className="lx-evidence-divide" style={{ left: `${at}%` }} />
        <span className="lx-evidence-from">{label(from)}</span>
        <span className="lx-evidence-to">{label(to)}</span>
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={at}
        aria-label={text.slide(spot)}
        onChange={(event) => setAt(Number(event.target.value))}
      />
    </div>
  )
}
