// Reads the facts that `evaluate` is given: strictly, because a word misspelt there would silently count as “unknown”.
// A sheet comes out whole or not at all; all faults are named at once, each by its path.

import { levelOf } from '#ground/kernel/code.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'
import type { FactValue } from './definition.ts'
import { levels } from './fact-sheet.ts'
import type { CaseOf, CertificateOf, FactSheet, ReviewOf } from './fact-sheet.ts'
import { decimalText } from './decimal-text.ts'
import { at, fault, readDay, readFields, readItems, readObject, readText, readWord, readYesNo } from './sheet-fields.ts'
import type { Place } from './sheet-fields.ts'

export type FactSheetRead = { readonly sheet: FactSheet } | { readonly faults: readonly FieldError[] }

function readUnit(place: Place, value: unknown): FactSheet['unit'] {
  const fields = readFields(place, value, ['code', 'kind'])
  const code = fields['code']
  const right = typeof code === 'string' && levelOf(code) === 5
  if (!right && code !== undefined) fault(at(place, 'code'), problems.sheetNoUnitCode())
  return { code: right ? code : '', kind: readWord(at(place, 'kind'), fields['kind'], ['village', 'community']) }
}

function readValue(place: Place, value: unknown): FactValue {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return decimalText(value)
  if (typeof value === 'string' && value.trim() !== '' && value.isWellFormed()) return value
  fault(place, problems.sheetNoValue())
  return ''
}

function readFacts(place: Place, value: unknown): Record<string, FactValue> {
  const members = Object.entries(readObject(place, value) ?? {})
  return Object.fromEntries(members.map(([id, entry]) => [id, readValue(at(place, id), entry)]))
}

function readCase(place: Place, value: unknown): CaseOf {
  const fields = readFields(place, value, ['type', 'on', 'upheld'])
  return {
    type: readText(at(place, 'type'), fields['type']),
    on: readDay(at(place, 'on'), fields['on']),
    upheld: readYesNo(at(place, 'upheld'), fields['upheld']),
  }
}

function readCertificate(place: Place, value: unknown): CertificateOf {
  const fields = readFields(place, value, ['name', 'level', 'from', 'to'])
  const from = readDay(at(place, 'from'), fields['from'])
  const to = fields['to'] === null ? null : readDay(at(place, 'to'), fields['to'])
  if (to !== null && to !== '' && from !== '' && to < from) fault(at(place, 'to'), problems.sheetDaysCrossed({ from }))
  return {
    name: readText(at(place, 'name'), fields['name']),
    level: readWord(at(place, 'level'), fields['level'], levels),
    from,
    to,
  }
}

function readReview(place: Place, value: unknown): ReviewOf {
  const fields = readFields(place, value, ['criterion', 'result', 'by', 'on'])
  return {
    criterion: readText(at(place, 'criterion'), fields['criterion']),
    result: readWord(at(place, 'result'), fields['result'], ['met', 'not-met']),
    by: readText(at(place, 'by'), fields['by']),
    on: readDay(at(place, 'on'), fields['on']),
  }
}

/** The sheet, or everything that is wrong with it. Lists that are missing stay missing: nothing is known of them. */
export function readFactSheet(value: unknown): FactSheetRead {
  const whole: Place = { faults: [], path: '$' }
  if (value === undefined) fault(whole, problems.sheetWrongType({ wanted: 'object' }))
  const fields = readFields(whole, value, ['unit', 'asOf', 'facts'], ['cases', 'certificates', 'reviews'])
  const cases = readItems(at(whole, 'cases'), fields['cases'], readCase)
  const certificates = readItems(at(whole, 'certificates'), fields['certificates'], readCertificate)
  const reviews = readItems(at(whole, 'reviews'), fields['reviews'], readReview)
  const sheet: FactSheet = {
    unit: readUnit(at(whole, 'unit'), fields['unit']),
    asOf: readDay(at(whole, 'asOf'), fields['asOf']),
    facts: readFacts(at(whole, 'facts'), fields['facts']),
    ...(cases === undefined ? {} : { cases }),
    ...(certificates === undefined ? {} : { certificates }),
    ...(reviews === undefined ? {} : { reviews }),
  }
  return whole.faults.length > 0 ? { faults: whole.faults } : { sheet }
}
