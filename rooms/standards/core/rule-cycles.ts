// No rule may depend on itself, straight or around corners: it would have no answer.

import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Place } from './faults.ts'

export interface Dependence {
  /** `YYXY` or `YYXY/B2`. */
  readonly node: string
  readonly place: Place
  readonly on: readonly string[]
}

/** Notes each circle once, at the rule where it was entered first. */
export function noteCycles(dependences: readonly Dependence[]): void {
  const known = new Map(dependences.map((one) => [one.node, one]))
  const done = new Set<string>()
  const walk = (node: string, path: readonly string[]): void => {
    const one = known.get(node)
    if (one === undefined || done.has(node)) return
    const seen = path.indexOf(node)
    if (seen !== -1) {
      fault(one.place, problems.ruleCycle({ chain: [...path.slice(seen), node] }))
      return
    }
    for (const next of one.on) walk(next, [...path, node])
    done.add(node)
  }
  for (const { node } of dependences) walk(node, [])
}
