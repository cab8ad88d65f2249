import { describe, expect, test } from 'vitest'
import { announcedEndpoints, breakingChanges } from './breaking.ts'

const document = (operation: Record<string, unknown>, path = '/notes'): Record<string, unknown> => ({
  paths: { [path]: { post: { operationId: 'notes.add', ...operation } } },
})
const body = (schema: Record<string, unknown>): Record<string, unknown> => ({
  requestBody: { content: { 'application/json': { schema } } },
})
const answer = (schema: Record<string, unknown>): Record<string, unknown> => ({
  responses: { 200: { content: { 'application/json': { schema } } } },
})
const whats = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  breakingChanges(before, after).map((change) => change.what)

describe('a program written for the old description breaks when', () => {
  test('an endpoint is gone or moved', () => {
    expect(whats(document({}), { paths: {} })).toEqual(['is gone'])
    expect(whats(document({}), document({}, '/papers'))).toEqual(['was POST /notes, is POST /papers'])
  })

  test('a sent field is newly required or no longer known', () => {
    const before = document(body({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] }))
    const after = document(body({ type: 'object', properties: { a: { type: 'string' }, c: { type: 'string' } }, required: ['a', 'c'] }))
    expect(whats(before, after)).toEqual(['body.b is gone', 'body.c is now required'])
  })

  test('an answered field is gone, optional or of another type, however deep', () => {
    const rows = (item: Record<string, unknown>): Record<string, unknown> =>
      document(answer({ type: 'object', properties: { rows: { type: 'array', items: item } }, required: ['rows'] }))
    const before = rows({
      type: 'object',
      properties: { n: { type: 'number' }, t: { type: 'string' }, x: { type: 'string' } },
      required: ['n', 't'],
    })
    const after = rows({ type: 'object', properties: { n: { type: 'string' }, t: { type: 'string' } }, required: ['n'] })
    expect(whats(before, after)).toEqual([
      'answer.rows[].n was "number", is "string"',
      'answer.rows[].x is gone',
      'answer.rows[].t may now be missing',
    ])
  })

  test('a parameter is newly required', () => {
    const parameter = (required: boolean): Record<string, unknown> => document({ parameters: [{ name: 'q', in: 'query', required }] })
    expect(whats(parameter(false), parameter(true))).toEqual(['query q is now required'])
    expect(whats(parameter(true), parameter(false))).toEqual([])
  })
})

test('additions break nothing', () => {
  const before = document(answer({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }))
  const after = document(answer({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a', 'b'] }))
  expect(whats(before, after)).toEqual([])
})

test('the changelog announces endpoints under Breaking of its first section only', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n### Added\n- `units.find`\n\n### Breaking\n- `units.rename` needs a date\n\n## 0.1.0\n\n### Breaking\n- `units.end`\n'
  expect(announcedEndpoints(changelog)).toEqual(['units.rename'])
})
