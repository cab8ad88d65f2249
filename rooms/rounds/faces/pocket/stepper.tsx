// Points of one criterion: two big buttons that repeat while they are held, and a field that takes a typed number.

import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { typed } from '../../core/stepping.ts'
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
  onStep(direction: 1 | -1): void
  onType(value: string | null): void
}

const tick = (): void => {
  if ('vibrate' in navigator) navigator.vibrate(8)
}

/** A button that acts once when tapped, and again and again while the finger stays. */
function HoldButton({
  label,
  sign,
  disabled,
  act,
}: {
  readonly label: string
  readonly sign: string
  readonly disabled: boolean
  act(): void
}) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const repeated = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const again = (): void => {
    repeated.current = true
    tick()
    act()
    timer.current = setTimeout(again, repeatMs)
  }
  const begin = (): void => {
    repeated.current = false
    clearTimeout(timer.current)
    timer.current = setTimeout(again, holdMs)
  }
  const leave = (): void => {
    repeated.current = false
    clearTimeout(timer.current)
  }
  const tap = (): void => {
    // The tap that ends a hold has acted already.
    if (repeated.current) repeated.current = false
    else {
      tick()
      act()
    }
  }
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onPointerDown={begin}
      onPointerUp={() => clearTimeout(timer.current)}
      onPointerLeave={leave}
      onPointerCancel={leave}
      onContextMenu={(event) => event.preventDefault()}
      onClick={tap}
    >
      {sign}
    </button>
  )
}

export function Stepper({ title, hint, max, step, value, disabled, onStep, onType }: StepperProps) {
  const text = useWords(words)
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const by = (direction: 1 | -1): void => {
    setDraft(null)
    onStep(direction)
  }
  const read = draft === null ? null : typed({ max, step }, draft)
  const error = read === null || read.ok ? '' : text.mistyped[read.what](max, step)
  return (
    <section className={value === undefined ? 'criterion' : 'criterion given'}>
      <h2 id={`${id}-title`}>
        {title} <span className="quiet">{text.outOf(max)}</span>
      </h2>
      {hint !== '' && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="stepper">
        <HoldButton label={text.less(title, step)} sign="−" disabled={disabled} act={() => by(-1)} />
        <input
          inputMode="decimal"
          enterKeyHint="done"
          autoComplete="off"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error !== ''}
          disabled={disabled}
          placeholder="—"
          value={draft ?? value ?? ''}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            const next = event.target.value
            setDraft(next)
            const result = typed({ max, step }, next)
            if (result.ok) onType(result.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
          onBlur={() => {
            if (error === '') setDraft(null)
          }}
        />
        <HoldButton label={text.more(title, step)} sign="＋" disabled={disabled} act={() => by(1)} />
      </div>
      {error !== '' && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </section>
  )
}
