// Two pictures of one place, one over the other, with a divide that is moved by hand or by keyboard. Whoever shows it gives
// the words; the divide stands in the middle again with other pictures when it is given another `key`.

import { useState } from 'react'
import './compare.css'

export interface Compared {
  readonly src: string
  readonly alt: string
  /** In its corner: the phase and the day. */
  readonly label: string
}

export interface CompareSliderProps {
  readonly from: Compared
  readonly to: Compared
  /** What the divide is called by those who hear it. */
  readonly name: string
}

export function CompareSlider({ from, to, name }: CompareSliderProps) {
  const [at, setAt] = useState(50)
  return (
    <div className="lx-compare">
      <div className="lx-compare-stack">
        <img src={to.src} alt={`${to.label} ${to.alt}`} />
        <img src={from.src} alt={`${from.label} ${from.alt}`} style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }} />
        <span className="lx-compare-divide" style={{ left: `${at}%` }} />
        <span className="lx-compare-from">{from.label}</span>
        <span className="lx-compare-to">{to.label}</span>
      </div>
      <input type="range" min={0} max={100} value={at} aria-label={name} onChange={(event) => setAt(Number(event.target.value))} />
    </div>
  )
}
