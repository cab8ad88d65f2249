import { expect, it } from 'vitest'
import { shownState, stateAfter } from './account.ts'

it('an account is locked and unlocked; unlocking an active one lifts a lock-out', () => {
  expect(stateAfter('active', 'lock')).toBe('locked')
  expect(stateAfter('locked', 'unlock')).toBe('active')
  expect(stateAfter('active', 'unlock')).toBe('active')
  expect(stateAfter('locked', 'lock')).toBeNull()
})

it('nothing leads out of an erasure', () => {
  expect(stateAfter('locked', 'erase')).toBe('erased')
  for (const verb of ['lock', 'unlock', 'erase'] as const) expect(stateAfter('erased', verb)).toBeNull()
})

it('an active account that nobody can enter is shown as waiting', () => {
  expect(shownState('active', false)).toBe('waiting')
  expect(shownState('active', true)).toBe('active')
  expect(shownState('locked', false)).toBe('locked')
})
