// Mobile and identity numbers are masked wherever they are written; what only looks like one stays as it is.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIdentity, maskedText } from '#ground/kernel/mask.ts'
import { maskedWritten, unmasked } from './personal.ts'

test.each([
  ['联系人电话13812341234。', '联系人电话138****1234。'],
  ['电话：138 1234 1234，手机138-1234-1234', '电话：138****1234，手机138****1234'],
  ['+86 13912345678', '139****5678'],
  ['身份证11010519491231002X', '身份证110105********002X'],
  ['身份证号11010519491231002x,电话15900001111', '身份证号110105********002x,电话159****1111'],
  // One digit of it is wrong: the person is as plain as before.
  ['110105194912310021', '110105********0021'],
  ['身份证110105 19491231 0021', '身份证110105********0021'],
  ['电话１３８１２３４１２３４，Tel13812341234', '电话138****1234，Tel138****1234'],
  ['１１０１０５１９４９１２３１００２Ｘ（身份证）', '110105********002X（身份证）'],
  ['①13812341234②', '①138****1234②'],
  ['手机：138\u200b1234\u200b1234。全角（１２３）不动', '手机：138****1234。全角（１２３）不动'],
  ['0086 13812341234', '138****1234'],
  ['办法摘要a13812341234b', '办法摘要a138****1234b'],
])('%s', (text, masked) => {
  expect(maskedText(text)).toBe(masked)
  // Masking again changes nothing.
  expect(maskedText(masked)).toBe(masked)
})

test.each([
  '值班电话0391-1234567',
  '单位代码990101001001',
  '校验码a13812341234b0cd9e',
  '110105194913310022',
  '１２３４５ 全角数字',
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

const around = fc.string({ unit: fc.constantFrom('电', '话', ' ', '，', 'T', 'e', 'l', '：', '（', '①', 'Ａ'), maxLength: 6 })
const wide = (text: string): string => [...text].map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('')
const digits = (most: number) => fc.integer({ min: 0, max: 10 ** most - 1 }).map((value) => String(value).padStart(most, '0'))
const phones = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join(''))
const birth = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''))
const identities = fc.tuple(digits(6), birth, digits(3), fc.constantFrom(...'0123456789Xx')).map((parts) => parts.join(''))

test('no mobile and no identity number is left, plain or full-width, whatever stands around it; all else is as it was written', () => {
  const check = (number: string, isWide: boolean, before: string, after: string, masked: string): void => {
    const said = maskedText(before + (isWide ? wide(number) : number) + after)
    expect(said).toBe(before + masked + after)
    expect(maskedText(said)).toBe(said)
  }
  fc.assert(
    fc.property(phones, fc.boolean(), around, around, (number, isWide, before, after) =>
      check(number, isWide, before, after, `${number.slice(0, 3)}****${number.slice(7)}`),
    ),
  )
  fc.assert(
    fc.property(identities, fc.boolean(), around, around, (number, isWide, before, after) =>
      check(number, isWide, before, after, `${number.slice(0, 6)}********${number.slice(14)}`),
    ),
  )
})

test('a text without such a number is not touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      fc.pre(!/\p{Nd}.*\p{Nd}/su.test(text))
      expect(maskedText(text)).toBe(text)
    }),
  )
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
