// Checks an endpoint's input against its schemas and says, path by path, what is wrong. Unknown fields are refused
// because contracts use strict objects; the texts are ours, in both languages.

import type { core } from 'zod'
import { safeParse } from 'zod/v4/core'
import type { FieldError, Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Endpoint, Schema } from './contract.ts'
import { problems } from './problems.ts'

export interface RawInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

export interface CheckedInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

const parts = ['params', 'query', 'body'] as const

function pathOf(part: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`), part)
}

function bound(issue: { readonly origin: string; readonly minimum?: unknown; readonly maximum?: unknown }): Text {
  const least = issue.minimum !== undefined
  const limit = String(issue.minimum ?? issue.maximum)
  const unit =
    issue.origin === 'string'
      ? { zh: ' 个字', en: ' characters' }
      : issue.origin === 'array'
        ? { zh: ' 项', en: ' items' }
        : { zh: '', en: '' }
  return least
    ? {
        zh: limit === '1' && issue.origin === 'string' ? '不能为空' : `不少于 ${limit}${unit.zh}`,
        en: limit === '1' && issue.origin === 'string' ? 'must not be empty' : `at least ${limit}${unit.en}`,
      }
    : { zh: `不超过 ${limit}${unit.zh}`, en: `at most ${limit}${unit.en}` }
}

function sentence(issue: core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { zh: '必填', en: 'is required' }
        : { zh: `应为 ${issue.expected}`, en: `must be ${issue.expected}` }
    case 'unrecognized_keys':
      return { zh: `没有这个字段：${issue.keys.join('、')}`, en: `unknown field: ${issue.keys.join(', ')}` }
    case 'too_small':
    case 'too_big':
      return bound(issue)
    case 'invalid_value':
      return { zh: `只能是：${issue.values.map(String).join('、')}`, en: `one of: ${issue.values.map(String).join(', ')}` }
    case 'invalid_format':
      return { zh: `格式不对（${issue.format}）`, en: `wrong format (${issue.format})` }
    default:
      return { zh: '内容不对', en: 'not valid' }
  }
}

/** One line per faulty place; a text `{zh,en}` given with a refinement's message as JSON is used as it stands. */
function fieldErrors(part: string, issues: readonly core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pathOf(part, [...issue.path, key]), detail: sentence({ ...issue, keys: [key] }) }))
    }
    return [{ path: pathOf(part, issue.path), detail: sentence(issue) }]
  })
}

const mostErrors = 100

/** Texts that no table can hold: with a NUL, or with half a character. */
function unfitTexts(path: string, value: unknown): FieldError[] {
  if (typeof value === 'string') {
    if (!value.includes('\0') && value.isWellFormed()) return []
    return [
      {
        path,
        detail: { zh: '含有无法保存的字符（空字符或不完整的字符）', en: 'holds a character that cannot be kept (NUL, or half of one)' },
      },
    ]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => unfitTexts(Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, one))
}

/** Parses params, query and body; an endpoint without a schema for a part takes nothing there. */
export function checkInput(endpoint: Endpoint, raw: RawInput): Result<CheckedInput> {
  const checked: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const part of parts) {
    const schema: Schema | undefined = endpoint[part]
    const value = raw[part]
    if (schema === undefined) {
      checked[part] = undefined
      const extra = typeof value === 'object' && value !== null ? Object.keys(value) : []
      errors.push(...extra.map((key) => ({ path: `${part}.${key}`, detail: { zh: `没有这个字段：${key}`, en: `unknown field: ${key}` } })))
      continue
    }
    const parsed = safeParse(schema as core.$ZodType, value ?? {}, { reportInput: true })
    if (!parsed.success) {
      errors.push(...fieldErrors(part, parsed.error.issues))
      continue
    }
    checked[part] = parsed.data
    errors.push(...unfitTexts(part, parsed.data))
  }
  if (errors.length > 0) return refuse(problems.badInput(undefined, errors.slice(0, mostErrors)))
  return ok({ params: checked['params'], query: checked['query'], body: checked['body'] })
}
