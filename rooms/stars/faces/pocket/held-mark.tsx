// The state of a star that is held, by shape, colour and word.

import type { ReactNode } from 'react'
import type { HonourState } from '../../core/honour.ts'

const marks: Readonly<Record<HonourState, readonly [shape: string, look: string]>> = {
  held: ['●', 'done'],
  warned: ['▲', 'attention'],
  mending: ['▲', 'attention'],
  suspended: ['■', 'late'],
  revoked: ['■', 'late'],
  ended: ['○', 'quiet'],
}

export function HeldMark({ state, children }: { readonly state: HonourState; readonly children: ReactNode }) {
  const [shape, look] = marks[state]
  return (
    <span className={look}>
      {shape} {children}
    </span>
  )
}
