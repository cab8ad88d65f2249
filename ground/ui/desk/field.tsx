// A labelled place of a form: label, hint and what is wrong, tied to the input for those who hear the page.

import { type ReactNode, useId } from 'react'
import { useWords } from '../words.ts'
import { words } from './words.ts'

export interface FieldInput {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly required?: boolean
  /** The input; spread what it is given onto it. */
  readonly children: (input: FieldInput) => ReactNode
}

export function Field({ label, hint, error, required = false, children }: FieldProps) {
  const text = useWords(words)
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error === undefined ? 'lx-field' : 'lx-field lx-field-wrong'}>
      <label htmlFor={id}>
        {label}
        {required ? <span className="lx-required"> {text.required}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className="lx-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {error === undefined ? null : (
        <p className="lx-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
