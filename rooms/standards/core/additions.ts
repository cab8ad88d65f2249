// Stricter criteria that a township adds to an edition: they join their star as required ones, beside everything the edition asks.
// There is no way to take anything away.

import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import { refusalOf } from './faults.ts'
import type { Place } from './faults.ts'
import { checkPack } from './pack-checking.ts'
import { readCriterion } from './pack-reading.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Criterion, Pack, Star } from './pack-shapes.ts'

export interface Added {
  /** The star's code. */
  readonly star: string
  readonly criterion: Criterion
}

function joined(star: Star, criteria: readonly Criterion[]): Star {
  const ids = criteria.map(({ id }) => id)
  return {
    ...star,
    rule: star.rule === null ? null : `ALL(${[star.rule, ...ids].join(', ')})`,
    tasks: [
      ...star.tasks,
      { id: `${star.code}-added`, name: '乡镇（街道）加严', criteria: criteria.map((one) => ({ ...one, required: true })) },
    ],
  }
}

/** The edition with what was added; every star asks at least what it asked before. */
export function withAdditions(pack: Pack, added: readonly Added[]): Pack {
  const stars = pack.stars.map((star) => {
    const own = added.filter((one) => one.star === star.code).map(({ criterion }) => criterion)
    return own.length === 0 ? star : joined(star, own)
  })
  return { ...pack, stars }
}

/** Reads a criterion to be added to a star, as strictly as the edition's own. */
export function readAddition(pack: Pack, code: string, value: unknown, earlier: readonly Added[]): Result<Criterion> {
  const star = pack.stars.find((one) => one.code === code)
  if (star === undefined) return refuse(problems.unknownStar({ code, near: null }))
  const reading: Place = { faults: [], path: 'criterion' }
  const criterion = readCriterion(reading, value)
  if (reading.faults.length > 0) return refuse(refusalOf(reading.faults))
  const taken = [...pack.stars.flatMap(criteriaOf), ...earlier.map((one) => one.criterion)].some(({ id }) => id === criterion.id)
  if (taken) return refuse(problems.criterionTaken({ id: criterion.id }))
  const whole: Place = { faults: [], path: '$' }
  checkPack(whole, withAdditions(pack, [...earlier, { star: code, criterion }]))
  const faults = whole.faults.map(({ path, problem }) => ({ path: path.replace(/^.*\.criteria\[\d+\]/, 'criterion'), problem }))
  return faults.length > 0 ? refuse(refusalOf(faults)) : ok(criterion)
}
