// Reads the score sheets: per component its criteria, each with a maximum that is a whole number of steps.

import { compare, isMultipleOf, one, zero } from '#ground/kernel/exact.ts'
import { decimalsOf } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'
import { memberPath, placesOf, readDecimal, readFields, readName, readObject, readRoll } from './tally-fields.ts'
import type { Written } from './tally-fields.ts'
import type { Weighted } from './tally-method.ts'

export interface SheetCriterion {
  readonly id: string
  readonly max: Written
  readonly step: Written
  /** Decimals that every number on the step can be written with. */
  readonly decimals: number
}

const standIn = (value: Exact): Written => ({ text: '', value })

function checkSteps(faults: Faults, max: Written | null, step: Written | null, path: string): boolean {
  const before = faults.list.length
  if (step !== null && compare(step.value, zero) <= 0) fault(faults, `${path}.step`, problems.stepNotPositive())
  if (max !== null && compare(max.value, zero) < 0) fault(faults, `${path}.max`, problems.negativeLimit())
  if (max === null || step === null || faults.list.length > before) return false
  if (!isMultipleOf(max.value, step.value)) fault(faults, `${path}.max`, problems.maxOffStep({ max: max.text, step: step.text }))
  return true
}

function readCriterion(faults: Faults, value: unknown, path: string): SheetCriterion | null {
  const fields = readFields(faults, value, path, ['id', 'max', 'step'])
  const id = readName(faults, fields?.['id'], `${path}.id`)
  const max = readDecimal(faults, fields?.['max'], `${path}.max`)
  const step = readDecimal(faults, fields?.['step'], `${path}.step`)
  const usable = checkSteps(faults, max, step, path)
  if (id === null) return null
  if (!usable || max === null || step === null) return { id, max: standIn(zero), step: standIn(one), decimals: 0 }
  return { id, max, step, decimals: decimalsOf(step.text) }
}

/** Reads `sheets`: component's id → criteria in their order, none left out of the map that is written there. */
export function readSheets(faults: Faults, value: unknown, components: readonly Weighted[]): Map<string, readonly SheetCriterion[]> {
  const fields = readObject(faults, value, 'sheets')
  const known = new Set(components.map(({ id }) => id))
  if (fields === null) {
    faults.solid = false
    return new Map()
  }
  const sheets = new Map<string, readonly SheetCriterion[]>()
  for (const [component, list] of Object.entries(fields)) {
    const path = memberPath('sheets', component)
    if (!known.has(component) && faults.solid) fault(faults, path, problems.unknownNamed({ what: 'component', id: component }))
    const criteria = readRoll(faults, list, path).map((item, index) => readCriterion(faults, item, `${path}[${index}]`))
    placesOf(
      faults,
      criteria.map((criterion) => criterion?.id ?? null),
      (index) => `${path}[${index}].id`,
    )
    sheets.set(
      component,
      criteria.filter((criterion) => criterion !== null),
    )
  }
  for (const id of known) if (!sheets.has(id)) fault(faults, memberPath('sheets', id), problems.sheetMissing({ id }))
  return sheets
}
