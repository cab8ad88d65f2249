// Whether the facts of a unit are those an edition speaks of: every id known, every value of its type. What the edition does not
// know is refused rather than left aside, because a fact misspelt would count as missing.

import { parseExact } from '#ground/kernel/exact.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { FactDefinition, FactValue } from '#rooms/facts/core/definition.ts'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { problems } from '../problems.ts'
import type { Compiled } from './compile.ts'
import { errorsOf } from './faults.ts'
import { nearest } from './nearest.ts'

function faultOf(fact: FactDefinition, value: FactValue): ReturnType<typeof problems.factNoYesNo> | null {
  switch (fact.type) {
    case 'number':
      return typeof value === 'string' && parseExact(value) !== null ? null : problems.factNoNumber({ measure: fact.measure ?? '' })
    case 'yes-no':
      return typeof value === 'boolean' ? null : problems.factNoYesNo()
    default:
      return typeof value === 'string' && fact.choices.includes(value) ? null : problems.factNoChoice({ choices: fact.choices })
  }
}

/** Faults of the facts by path. */
export function misfits({ facts }: Compiled, sheet: FactSheet): FieldError[] {
  const faults = Object.entries(sheet.facts).flatMap(([id, value]) => {
    const fact = facts.get(id)
    const problem = fact === undefined ? problems.factUnknown({ id, near: nearest(id, facts.keys()) }) : faultOf(fact, value)
    return problem === null ? [] : [{ path: `facts.${id}`, problem }]
  })
  return errorsOf(faults)
}

/** The sheet again when it fits, else the refusal that lists why not. */
export function fitting(compiled: Compiled, sheet: FactSheet): Result<FactSheet> {
  const errors = misfits(compiled, sheet)
  return errors.length === 0 ? ok(sheet) : refuse(problems.factsRefused({ count: errors.length, pack: compiled.pack.id }, errors))
}
