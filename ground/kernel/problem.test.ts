import { expect, expectTypeOf, test } from 'vitest'
import { defineProblems, problemDocument } from './problem.ts'
import { ok, refuse } from './result.ts'

const problems = defineProblems('trial', {
  tooMany: {
    code: 901,
    status: 422,
    title: { zh: '太多', en: 'Too many' },
    detail: ({ limit }: { limit: number }) => ({ zh: `最多 ${limit} 个`, en: `At most ${limit}` }),
  },
  broken: { code: 902, status: 503, wakes: true, title: { zh: '坏了', en: 'Broken' }, detail: { zh: '请稍后再试', en: 'Try again later' } },
})

test('a problem carries its number, name, status and both languages', () => {
  expect(problems.tooMany({ limit: 3 })).toEqual({
    code: 901,
    name: 'trial/too-many',
    status: 422,
    wakes: false,
    title: { zh: '太多', en: 'Too many' },
    detail: { zh: '最多 3 个', en: 'At most 3' },
    errors: [],
  })
  expect(problems.broken().wakes).toBe(true)
  expect([problems.broken.code, problems.broken.id, problems.broken.status]).toEqual([902, 'trial/broken', 503])
})

test('parameters are asked for where the sentence needs them', () => {
  expectTypeOf(problems.tooMany).parameter(0).toEqualTypeOf<{ limit: number }>()
  expectTypeOf(problems.broken).parameter(0).toEqualTypeOf<undefined>()
})

test('the document speaks one language and keeps the members of contracts.md in order', () => {
  const problem = problems.broken(undefined, [
    { path: 'line 3', detail: { zh: '代码重复', en: 'code repeated' }, more: { line: 3, code: '41' } },
  ])
  expect(JSON.stringify(problemDocument(problem, 'zh'))).toBe(
    '{"type":"urn:liangxing:problem:trial/broken","title":"坏了","status":503,"code":902,"detail":"请稍后再试","errors":[{"path":"line 3","line":3,"code":"41","detail":"代码重复"}]}',
  )
  expect(problemDocument(problem, 'en').errors[0]?.['detail']).toBe('code repeated')
})

test('results are plain values', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 })
  expect(ok()).toEqual({ ok: true, value: undefined })
  expect(refuse(problems.broken())).toMatchObject({ ok: false, problem: { code: 902 } })
})
