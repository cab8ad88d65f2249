// The unit's time: counts down, then says calmly by word and shape that it is over, and by how much.

import { useEffect, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { passed } from '../../core/scene.ts'
import type { Timer as TimerOf } from '../../core/scene.ts'
import { words } from './words.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (seconds: number): string => `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`

/** Whole seconds left, below 0 when it is over; the last second counts until it has passed. */
export const secondsLeft = (timer: TimerOf, now: number): number => Math.ceil((timer.seconds * 1000 - passed(timer, now)) / 1000)

export function Timer({ timer, now }: { readonly timer: TimerOf; now(): number | null }) {
  const text = useWords(words)
  const [, tick] = useState(0)
  const runs = timer.startedAt !== null
  useEffect(() => {
    if (!runs) return undefined
    const ticking = setInterval(() => tick((count) => count + 1), 200)
    return () => clearInterval(ticking)
  }, [runs])
  if (timer.seconds === 0) return null
  const left = secondsLeft(timer, now() ?? (timer.startedAt === null ? 0 : Date.parse(timer.startedAt)))
  const begun = runs || timer.passedMs > 0
  const word = left < 0 ? text.over : !runs && begun ? text.paused : begun ? text.timeLeft : text.timeStands
  return (
    <div className="timer" role="timer" aria-label={text.timeLeft}>
      <span className={left < 0 ? 'timer-word over' : 'timer-word'}>{word}</span>
      <span className="timer-figure">{left < 0 ? `+${clock(-left)}` : clock(left)}</span>
    </div>
  )
}
