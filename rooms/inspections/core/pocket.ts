// What lies on an inspector's phone: every tap a finding of its own, kept at once and sent by itself, each exactly once because
// its id is made here.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Outcome } from './inspection.ts'

export interface LocalFinding {
  readonly id: Id
  readonly unit: Code
  readonly inspection: Id
  readonly subject: Code
  readonly item: string
  readonly outcome: Outcome
  readonly note: string
  readonly days: number
  readonly on: string
  /** When it was tapped, by this device; orders what was noted here and goes nowhere. */
  readonly made: number
  /** `draft`: a fault whose note is still being written. */
  readonly state: 'draft' | 'waiting' | 'arrived' | 'refused'
  /** What the server said when it took it not. */
  readonly refused: string | null
}

export type LocalFindings = Readonly<Record<Id, LocalFinding>>

/** With one more, or one that stands anew; what arrived stays arrived, whatever another page of the device still thinks. */
export function stood(findings: LocalFindings, next: LocalFinding): LocalFindings {
  return findings[next.id]?.state === 'arrived' && next.state !== 'arrived' ? findings : { ...findings, [next.id]: next }
}

/** The next that is to be sent, in the order of their making. */
export function nextToSend(findings: LocalFindings): LocalFinding | undefined {
  return Object.values(findings)
    .filter((one) => one.state === 'waiting')
    .toSorted((a, b) => a.made - b.made)[0]
}

/** The day that a finding is sent with: the phone's own, but never after the server's today, whatever the phone's clock says. */
export const dayToSend = (on: Day, today: Day): Day => (on > today ? today : on)

/** The latest that was noted of an item here. */
export function latestOn(findings: LocalFindings, inspection: Id, subject: Code, item: string): LocalFinding | undefined {
  return Object.values(findings)
    .filter((one) => one.inspection === inspection && one.subject === subject && one.item === item)
    .toSorted((a, b) => b.made - a.made)[0]
}

/** For the bar that is always honest. */
export function countsOf(findings: LocalFindings): { readonly here: number; readonly arrived: number; readonly refused: number } {
  const of = (state: LocalFinding['state']): number => Object.values(findings).filter((one) => one.state === state).length
  return { here: of('draft') + of('waiting'), arrived: of('arrived'), refused: of('refused') }
}
