import { expect, test } from 'vitest'
import { after, allows, fold, opened } from './state.ts'
import type { Step } from './state.ts'

const steps = (...verbs: (Step['verb'] | 'satisfied' | 'unsatisfied')[]): Step[] =>
  verbs.map((verb, index) => {
    const on = `2026-09-${String(index + 1).padStart(2, '0')}`
    return verb === 'satisfied' || verb === 'unsatisfied' ? { verb: 'rate', on, satisfied: verb === 'satisfied' } : { verb, on }
  })

test('a resident complains, is answered, and is satisfied', () => {
  expect(fold(steps('file')).state).toBe('received')
  expect(fold(steps('file', 'accept')).state).toBe('handling')
  expect(fold(steps('file', 'accept', 'answer'))).toMatchObject({ state: 'answered', answeredOn: '2026-09-03', clockFrom: '2026-09-01' })
  expect(fold(steps('file', 'accept', 'answer', 'satisfied'))).toMatchObject({ state: 'satisfied', rated: true })
  expect(fold(steps('file', 'answer', 'satisfied', 'close'))).toMatchObject({ state: 'closed', closedOn: '2026-09-04' })
})

test('a resident who is not satisfied opens it again, with new days to answer, once', () => {
  const reopened = fold(steps('file', 'answer', 'unsatisfied'))
  expect(reopened).toMatchObject({ state: 'reopened', rated: true, clockFrom: '2026-09-03', answeredOn: null })
  expect(allows(reopened, 'answer')).toBe(true)
  const answeredAgain = after(reopened, { verb: 'answer', on: '2026-09-08' })
  expect(answeredAgain.state).toBe('answered')
  expect(allows(answeredAgain, 'rate')).toBe(false)
})

test('a transfer starts the days anew; to another county it ends this record', () => {
  expect(fold(steps('file', 'accept', 'transfer'))).toMatchObject({ state: 'received', clockFrom: '2026-09-03' })
  expect(fold(steps('file', 'transfer'), true).state).toBe('transferred')
  expect(fold(steps('receive', 'answer')).state).toBe('answered')
})

test('every verb is refused where it makes no sense', () => {
  const state = (...verbs: Parameters<typeof steps>) => fold(steps(...verbs))
  expect(allows(state('file'), 'rate')).toBe(false)
  expect(allows(state('file'), 'close')).toBe(false)
  expect(allows(state('file', 'accept'), 'accept')).toBe(false)
  for (const ended of [state('file', 'answer', 'close'), fold(steps('file', 'transfer'), true)]) {
    for (const verb of ['accept', 'answer', 'transfer', 'rate', 'close'] as const) expect(allows(ended, verb)).toBe(false)
  }
  expect(() => after(opened('2026-09-01'), { verb: 'file', on: '2026-09-02' })).toThrow('begins a record')
  expect(() => fold(steps('accept'))).toThrow('begins with file')
})
