// An empty place says what will stand here and the one next step.

import type { ReactNode } from 'react'

export function EmptyState({ title, next }: { readonly title: string; readonly next?: ReactNode }) {
  return (
    <div className="lx-empty">
      <p>{title}</p>
      {next === undefined ? null : <div>{next}</div>}
    </div>
  )
}
