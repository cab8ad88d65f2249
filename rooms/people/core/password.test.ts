import { expect, it } from 'vitest'
import { refusesPassword } from './password.ts'

it.each(['river persimmon forty-two', '河边 柿子 四十二 桥', 'Tj8#kd02mvQ', 'correct horse battery'])('%s will do', (password) => {
  expect(refusesPassword(password, ['演示·甲', 'yanshi-jia', '19900000001'])).toBeNull()
})

it.each([
  ['short-one', 'too-short'],
  ['x'.repeat(129), 'too-long'],
  ['1234567890', 'too-common'],
  ['19900000001', 'too-common'],
  ['password1234', 'too-common'],
  ['Admin@123456', 'too-common'],
  ['aaaaaaaaaaaa', 'too-common'],
  ['abcabcabcabc', 'too-common'],
  ['qwertyuiop', 'too-common'],
  ['1qaz2wsx3edc', 'too-common'],
  ['liangxing2026', 'too-common'],
  ['yanshi-jia12', 'like-name'],
  ['YANSHI-JIA!!', 'like-name'],
] as const)('%s is refused: %s', (password, why) => {
  expect(refusesPassword(password, ['演示·甲', 'yanshi-jia', '19900000002'])).toBe(why)
})

it('full-width typing gives the same password', () => {
  expect(refusesPassword('１２３４５６７８９０', [])).toBe('too-common')
})
