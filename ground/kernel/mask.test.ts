import { expect, test } from 'vitest'
import { maskName, maskPhone } from './mask.ts'

test.each([
  ['13812341234', '138****1234'],
  ['+86 138-1234-1234', '138****1234'],
  ['0391-7654321', '039****4321'],
  ['7654321', '****21'],
  ['110', '****'],
  ['', '****'],
  ['无', '****'],
])('phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test.each([
  ['张三', '张**'],
  ['王小明', '王**'],
  ['欧阳小明', '欧阳**'],
  ['欧阳', '欧**'],
  [' 李四 ', '李**'],
  ['𠮷田', '𠮷**'],
  ['', ''],
  ['演示·甲', '演**'],
])('name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})
