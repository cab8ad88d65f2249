// Reads who takes part: the units, the judges with their panel and recusals, and the adjustments.

import { zero } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'
import { placesOf, readDecimal, readFields, readList, readName, readRoll, readText } from './tally-fields.ts'
import type { Weighted } from './tally-method.ts'

export interface Judge {
  readonly id: string
  /** Where its panel stands in the method. */
  readonly panel: number
  /** Ids of units. */
  readonly recused: ReadonlySet<string>
}

export interface Adjustment {
  readonly unit: string
  readonly points: Exact
}

/** Reads `units`: ids in the order in which they are written; null for one that could not be read. */
export function readUnits(faults: Faults, value: unknown): (string | null)[] {
  const ids = readRoll(faults, value, 'units').map((item, index) => {
    const path = `units[${index}]`
    const fields = readFields(faults, item, path, ['id'])
    return readName(faults, fields?.['id'], `${path}.id`)
  })
  placesOf(faults, ids, (index) => `units[${index}].id`)
  return ids
}

function readRecused(faults: Faults, value: unknown, path: string, units: ReadonlySet<string>): Set<string> {
  const ids = readList(faults, value, path).map((item, index) => {
    const id = readText(faults, item, `${path}[${index}]`)
    if (id !== null && !units.has(id) && faults.solid) fault(faults, `${path}[${index}]`, problems.unknownNamed({ what: 'unit', id }))
    return id
  })
  placesOf(faults, ids, (index) => `${path}[${index}]`)
  return new Set(ids.filter((id) => id !== null))
}

/** Reads `judges`; null for one that could not be read. */
export function readJudges(faults: Faults, value: unknown, panels: readonly Weighted[], units: ReadonlySet<string>): (Judge | null)[] {
  const panelAt = new Map(panels.map(({ id }, index) => [id, index]))
  const judges = readRoll(faults, value, 'judges').map((item, index): Judge | null => {
    const path = `judges[${index}]`
    const fields = readFields(faults, item, path, ['id', 'panel', 'recused'])
    const id = readName(faults, fields?.['id'], `${path}.id`)
    const panel = readText(faults, fields?.['panel'], `${path}.panel`)
    if (panel !== null && !panelAt.has(panel) && faults.solid) {
      fault(faults, `${path}.panel`, problems.unknownNamed({ what: 'panel', id: panel }))
    }
    const recused = readRecused(faults, fields?.['recused'], `${path}.recused`, units)
    return id === null ? null : { id, panel: panelAt.get(panel ?? '') ?? 0, recused }
  })
  placesOf(
    faults,
    judges.map((judge) => judge?.id ?? null),
    (index) => `judges[${index}].id`,
  )
  return judges
}

/** Reads `adjustments`. */
export function readAdjustments(faults: Faults, value: unknown, units: ReadonlySet<string>): Adjustment[] {
  return readList(faults, value, 'adjustments').flatMap((item, index) => {
    const path = `adjustments[${index}]`
    const fields = readFields(faults, item, path, ['unit', 'points', 'reason'])
    const unit = readText(faults, fields?.['unit'], `${path}.unit`)
    const points = readDecimal(faults, fields?.['points'], `${path}.points`)
    const reason = readText(faults, fields?.['reason'], `${path}.reason`)
    if (unit !== null && !units.has(unit) && faults.solid) fault(faults, `${path}.unit`, problems.unknownNamed({ what: 'unit', id: unit }))
    if (reason !== null && reason.trim() === '') fault(faults, `${path}.reason`, problems.adjustmentWithoutReason({ unit: unit ?? '' }))
    return unit === null ? [] : [{ unit, points: points?.value ?? zero }]
  })
}
