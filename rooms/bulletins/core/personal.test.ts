// Mobile and identity numbers are masked wherever they are written; what only looks like one stays as it is.

import { expect, test } from 'vitest'
import { isIdentity, maskedText } from '#ground/kernel/mask.ts'
import { maskedWritten, unmasked } from './personal.ts'

test.each([
  ['联系人电话13812341234。', '联系人电话138****1234。'],
  ['电话：138 1234 1234，手机138-1234-1234', '电话：138****1234，手机138****1234'],
  ['+86 13912345678', '139****5678'],
  ['身份证11010519491231002X', '身份证110105********002X'],
  ['身份证号11010519491231002x,电话15900001111', '身份证号110105********002x,电话159****1111'],
])('%s', (text, masked) => {
  expect(maskedText(text)).toBe(masked)
  // Masking again changes nothing.
  expect(maskedText(masked)).toBe(masked)
})

test.each([
  '值班电话0391-1234567',
  '单位代码990101001001',
  '办法摘要a13812341234b',
  '110105194912310021',
  '参加 11 个单位，评分表 99 张，2026年9月10日',
  '晨街办〔2026〕3号',
  '12345678901234567',
  '23812341234',
])('%s stays', (text) => {
  expect(maskedText(text)).toBe(text)
})

test('the check character decides', () => {
  expect(isIdentity('11010519491231002X')).toBe(true)
  expect(isIdentity('110105194912310021')).toBe(false)
})

test('every place that a person writes is masked: title, addressee, issuer, text, captions, cells, attachments', () => {
  const phone = '13812341234'
  const content = {
    title: phone,
    addressee: phone,
    issuer: phone,
    attachments: [phone],
    blocks: [
      { kind: 'paragraph' as const, text: phone },
      { kind: 'table' as const, caption: phone, columns: [{ title: '电话' }], rows: [[phone, '无']] },
    ],
  }
  expect(unmasked(content)).toBe(true)
  const masked = maskedWritten(content)
  expect(JSON.stringify(masked)).not.toContain(phone)
  expect(JSON.stringify(masked).match(/138\*{4}1234/g)).toHaveLength(7)
  expect(unmasked(masked)).toBe(false)
})
