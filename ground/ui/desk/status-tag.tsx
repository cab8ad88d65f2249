// A state is told three times: by a word, a shape and a colour, so that it survives grey print and colour blindness.

import type { ReactNode } from 'react'

export type Status = 'done' | 'attention' | 'late' | 'waiting'

const shapes: Record<Status, ReactNode> = {
  done: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  attention: <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  late: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  waiting: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
}

export function StatusTag({ state, children }: { readonly state: Status; readonly children: ReactNode }) {
  return (
    <span className={`lx-status lx-status-${state}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[state]}
      </svg>
      {children}
    </span>
  )
}
