// Points of one criterion: two big buttons that repeat while they are held, and a field that takes a typed number.

import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { stepped, typed } from '../../core/stepping.ts'
import { words } from './words.ts'

const holdMs = 450
const repeatMs = 90

export interface StepperProps {
  readonly title: string
  readonly hint: string
  readonly max: string
  readonly step: string
  readonly value: string | undefined
  readonly disabled: boolean
  onChange(value: string | null): void
}

/** Calls `act` once, and again and again while the finger stays. */
function useHold(act: () => void): { onPointerDown(): void; onPointerUp(): void; onPointerLeave(): void; onPointerCancel(): void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(act)
  latest.current = act
  const stop = (): void => clearTimeout(timer.current)
  useEffect(() => stop, [])
  const again = (): void => {
    latest.current()
    timer.current = setTimeout(again, repeatMs)
  }
  return {
    onPointerDown: () => {
      stop()
      timer.current = setTimeout(again, holdMs)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
  }
}

const tick = (): void => {
  if ('vibrate' in navigator) navigator.vibrate(8)
}

export function Stepper({ title, hint, max, step, value, disabled, onChange }: StepperProps) {
  const text = useWords(words)
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const by = (direction: 1 | -1): void => {
    setDraft(null)
    tick()
    onChange(stepped({ max, step }, value, direction))
  }
  const down = useHold(() => by(-1))
  const up = useHold(() => by(1))
  const read = draft === null ? null : typed({ max, step }, draft)
  const error =
    read === null || read.ok
      ? ''
      : read.what === 'above'
        ? text.tooHigh(max)
        : read.what === 'off-step'
          ? text.offStep(step)
          : text.notNumber
  return (
    <section>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="quiet" id={`${id}-hint`}>
        {hint === '' ? text.outOf(max, step) : `${hint}（${text.outOf(max, step)}）`}
      </p>
      <div className="stepper">
        <button type="button" aria-label={text.less(title, step)} disabled={disabled} onClick={() => by(-1)} {...down}>
          −
        </button>
        <input
          inputMode="decimal"
          autoComplete="off"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error !== ''}
          disabled={disabled}
          placeholder="—"
          value={draft ?? value ?? ''}
          onChange={(event) => {
            const next = event.target.value
            setDraft(next)
            const result = typed({ max, step }, next)
            if (result.ok) onChange(result.value)
          }}
          onBlur={() => {
            if (error === '') setDraft(null)
          }}
        />
        <button type="button" aria-label={text.more(title, step)} disabled={disabled} onClick={() => by(1)} {...up}>
          ＋
        </button>
      </div>
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </section>
  )
}
