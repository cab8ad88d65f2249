// A cell of a form written as a table: its input, and below it what is wrong with it.

import { type ReactNode, useId } from 'react'

interface CellInput {
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
  readonly status?: 'error'
}

export function Refusal({ id, error }: { readonly id?: string; readonly error: string | undefined }) {
  return error === undefined ? null : (
    <p className="lx-error" id={id} role="alert">
      {error}
    </p>
  )
}

export function Cell(props: {
  readonly error: string | undefined
  readonly narrow?: boolean
  readonly children: (input: CellInput) => ReactNode
}) {
  const id = useId()
  const wrong = props.error !== undefined
  return (
    <td className={props.narrow === true ? 'rounds-narrow' : undefined}>
      {props.children(wrong ? { 'aria-invalid': true, 'aria-describedby': id, status: 'error' } : {})}
      <Refusal id={id} error={props.error} />
    </td>
  )
}
