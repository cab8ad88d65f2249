import { expect, it } from 'vitest'
import { foldLogin, foldName, foldPhone, isLogin } from './contact.ts'

it('login names are folded to one form', () => {
  expect(foldLogin(' ＹanShi-Jia ')).toBe('yanshi-jia')
  expect(isLogin('yanshi-jia')).toBe(true)
  for (const bad of ['ab', '1abc', 'a b c', '演示', 'a'.repeat(41), '13800000000']) expect(isLogin(bad)).toBe(false)
})

it('phone numbers are eleven digits, however they were typed', () => {
  for (const typed of ['199 0000 0001', '+86 199-0000-0001', '0086-19900000001', `１９９${'０'.repeat(7)}１`])
    expect(foldPhone(typed)).toBe('19900000001')
  for (const bad of ['', '1990000001', '29900000001', '199000000011', 'abc']) expect(foldPhone(bad)).toBeNull()
})

it('names are trimmed and hold no control characters', () => {
  expect(foldName('  演示·甲  ')).toBe('演示·甲')
  expect(foldName('演示\u0000甲')).toBeNull()
  expect(foldName('甲\u202e乙')).toBeNull()
  expect(foldName('')).toBeNull()
  expect(foldName('甲'.repeat(41))).toBeNull()
})
