// What one line of an official code list must be on its own. Faults that need the whole list (orphans, repeated codes)
// are found by the data layer with set operations.

import type { Text } from '#ground/kernel/problem.ts'
import { levelOf, parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { kindOf, levelNames } from './unit.ts'
import type { Kind } from './unit.ts'

/** The cells of a line; columns that the file lacks are empty. */
export interface RawLine {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string
  readonly kind: string
}

export interface UnitLine {
  readonly line: number
  readonly code: Code
  readonly name: string
  readonly level: number
  readonly kind: Kind | null
}

export interface BadLine {
  readonly line: number
  readonly code: string
  readonly detail: Text
}

const longestName = 100

const fault = (zh: string, en: string): Text => ({ zh, en })

/** What is wrong with a line by itself; null when nothing is. */
export function faultOf(raw: RawLine): Text | null {
  const level = levelOf(raw.code)
  if (raw.code === '') return fault('缺少编码', 'the code is missing')
  if (level === 0 || level > 5) {
    return fault('编码应为 2、4、6、9 或 12 位数字', 'a code has 2, 4, 6, 9 or 12 digits')
  }
  if (raw.name === '') return fault('缺少名称', 'the name is missing')
  if (raw.name.length > longestName) return fault(`名称超过 ${longestName} 个字`, `the name is longer than ${longestName} characters`)
  if (/\p{Cc}/u.test(raw.name)) return fault('名称中有控制字符', 'the name contains control characters')
  const levelName = levelNames[level - 1]
  if (raw.level !== '' && raw.level !== levelName) {
    return fault(`level 写的是 ${raw.level}，按编码应为 ${levelName}`, `level says ${raw.level}, the code says ${levelName}`)
  }
  const parent = parentOf(raw.code) ?? ''
  if (raw.parent !== '' && raw.parent !== parent) {
    return fault(
      `parent 写的是 ${raw.parent}，按编码应为 ${parent || '空'}`,
      `parent says ${raw.parent}, the code says ${parent || 'none'}`,
    )
  }
  if (raw.kind !== '' && (level !== 5 || (raw.kind !== 'village' && raw.kind !== 'community'))) {
    return fault('kind 只能是 village 或 community，且只用于村级', 'kind is village or community, and only at village level')
  }
  return null
}

/** Reads a line: the unit it names, or why not. */
export function readLine(raw: RawLine): { readonly unit: UnitLine } | { readonly bad: BadLine } {
  const wrong = faultOf(raw)
  if (wrong !== null) return { bad: { line: raw.line, code: raw.code, detail: wrong } }
  const kind = raw.kind === '' ? kindOf(raw.code) : (raw.kind as Kind)
  return { unit: { line: raw.line, code: raw.code, name: raw.name, level: levelOf(raw.code), kind } }
}

/** Faults that only show beside other lines or beside what is recorded already. */
export const listFaults = {
  repeated: fault('编码重复', 'the code is repeated'),
  orphan: fault('上级单位既不在文件中，也不在系统中', 'the unit above is neither in the file nor in the system'),
  outside: fault('超出本岗位范围', 'lies outside your post'),
  later: fault(
    '系统中有同一天或更晚的变更，请改用更晚的生效日期',
    'a change of the same or a later day is recorded; choose a later effective date',
  ),
} as const satisfies Record<string, Text>

export type ListFault = keyof typeof listFaults
