// What is known of one record, label beside value.

import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl className="lx-facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
