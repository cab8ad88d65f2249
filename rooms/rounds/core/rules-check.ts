// Whether rules hold: the tally's own reader is asked about method and sheets of an empty round, so that what is fixed can
// be counted later; what the tally does not know (bands, days) is checked here.

import { compare, parseExact } from '#ground/kernel/exact.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { methodOf } from './rules.ts'
import type { Rules } from './rules.ts'
import { readRound } from './tally-round.ts'

/** Refuses rules that could not be counted, every fault with its path below `body.rules`. */
export function checkRules(rules: Rules): Result<undefined> {
  const errors: FieldError[] = []
  const unknown = Object.keys(rules.sheets).filter((id) => !rules.components.some((component) => component.id === id))
  for (const id of unknown)
    errors.push({ path: `body.rules.sheets.${id}`, detail: { zh: '没有这个环节。', en: 'There is no such component.' } })
  const [advanced, good] = [parseExact(rules.bands.advanced), parseExact(rules.bands.good)]
  if (advanced === null) errors.push({ path: 'body.rules.bands.advanced', detail: problems.notDecimal().detail })
  if (good === null) errors.push({ path: 'body.rules.bands.good', detail: problems.notDecimal().detail })
  if (advanced !== null && good !== null && compare(advanced, good) <= 0)
    errors.push({
      path: 'body.rules.bands',
      detail: { zh: '先进的起点要高于良好的起点。', en: '“Advanced” has to begin above “good”.' },
    })
  const read = readRound({ ...methodOf(rules), units: [], judges: [], scores: [], adjustments: [] })
  if (!read.ok) for (const error of read.problem.errors) errors.push({ ...error, path: pathOf(error.path) })
  return errors.length === 0 ? ok() : refuse(problems.badRules(undefined, errors))
}

const pathOf = (path: string): string => `body.rules.${path.replace(/^method\./, '')}`

/** What a result is bound to; the same as `method.digest` of its tally. */
export function rulesDigest(rules: Rules): string {
  return canonicalDigest(methodOf(rules))
}
