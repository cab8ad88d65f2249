// A day, always written 2026-09-08 whatever the browser's own habit is: typed freely, or taken from the browser's calendar,
// which stays hidden behind the button because its own field would show 09/08/2026 to some.

import { Input } from 'antd'
import { useRef, useState } from 'react'
import { readDay } from '../day.ts'
import { useWords } from '../words.ts'
import type { FieldInput } from './field.tsx'
import { words } from './words.ts'

export interface DayInputProps {
  /** What a `Field` gives. */
  readonly input?: FieldInput
  readonly label?: string
  /** `YYYY-MM-DD` or empty. */
  readonly value: string
  /** Called with a day, with nothing when the field was emptied, and else with what was typed, for the server to refuse. */
  readonly onChange: (day: string) => void
}

export function DayInput({ input, label, value, onChange }: DayInputProps) {
  const text = useWords(words)
  const calendar = useRef<HTMLInputElement>(null)
  // What is being typed; null while the field shows the value.
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  const wrong = typed === null && value !== '' && readDay(value) === null
  return (
    <span className="lx-day">
      <Input
        {...input}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(wrong ? { 'aria-invalid': true, status: 'error' as const } : {})}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        placeholder={text.dayForm}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(readDay(event.target.value) ?? event.target.value.trim())
        }}
        onBlur={() => setTyped(null)}
        suffix={
          <button type="button" aria-label={text.calendar} title={text.calendar} onClick={() => calendar.current?.showPicker()}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" fill="none" stroke="currentColor" strokeWidth="1.3" />
            </svg>
          </button>
        }
      />
      <input
        ref={calendar}
        type="date"
        className="lx-day-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={readDay(value) ?? ''}
        onChange={(event) => {
          setTyped(null)
          onChange(event.target.value)
        }}
      />
      {wrong ? (
        <span className="lx-error" role="alert">
          {text.dayWrong}
        </span>
      ) : null}
    </span>
  )
}
