import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expressions } from './expression-arbitrary.ts'
import { printExpression } from './expression-printing.ts'
import { readExpression } from './expression-reading.ts'

const read = (text: string) => {
  const result = readExpression(text)
  if ('misread' in result) throw new Error(`${text}: ${result.misread.position} ${result.misread.wanted.en}`)
  return result.expression
}

describe('the text of a rule', () => {
  test('is read into the tree it was printed from, in both languages, and printed the same again', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        for (const language of ['zh', 'en'] as const) {
          const text = printExpression(expression, language)
          expect(read(text)).toEqual(expression)
          expect(printExpression(read(text), language)).toBe(text)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('means the same in Chinese and in English, with the punctuation of either and any spacing', () => {
    const texts = [
      'ANY(B2a: CERT "充分就业社区" AT county, B2b: REVIEWED YYXY-B2b BY "人社局" ELSE NO)',
      '任一（B2a：证书 “充分就业社区” 县级以上，B2b：审核通过 YYXY-B2b 由 “人社局” 未审核按未通过）',
      '任一(B2a:证书"充分就业社区"县级及以上、B2b:审核通过YYXY-B2b由"人社局"未审核按未通过)',
    ]
    for (const text of texts) expect(read(text)).toEqual(read(texts[0] ?? ''))
    expect(printExpression(read(texts[0] ?? ''), 'zh')).toBe(texts[1])
    expect(read('近12个月无 merchant-complaint')).toEqual(read('NO merchant-complaint WITHIN 12 MONTHS'))
    expect(read('近 6 个月 resident-request 次数 不超过 2')).toEqual(read('COUNT resident-request WITHIN 6 MONTHS <= 2'))
    expect(read('至少2项（a，b，c）')).toEqual(read('AT_LEAST 2 OF (a, b, c)'))
    expect(read('collective-income 不低于 10万元')).toEqual(read('collective-income>=10 万元'))
    expect(read('非（drill-done = 否）')).toEqual(read('NOT(drill-done = NO)'))
    expect(read('星 GJGX')).toEqual(read('STAR GJGX'))
  })

  test('keeps apart ids that begin like keywords', () => {
    expect(read('NO-SHOW = YES')).toMatchObject({ op: 'compare', fact: 'NO-SHOW' })
    expect(read('STARS')).toEqual({ op: 'own', id: 'STARS' })
  })

  test.each([
    ['', 1, 'condition', '条件'],
    ['ALL(a, b', 9, 'closing parenthesis', '右括号'],
    ['ALL a', 5, 'opening parenthesis', '左括号'],
    ['AT_LEAST 0 (a)', 10, 'whole number', '整数'],
    ['AT_LEAST 3 (a, b)', 10, 'at most 2', '只有 2 项'],
    ['NO merchant-complaint', 22, 'WITHIN', 'WITHIN'],
    ['NO merchant-complaint WITHIN 0 MONTHS', 30, '1 to 120', '120'],
    ['NO merchant-complaint WITHIN 12', 32, 'MONTHS', '个月'],
    ['COUNT x WITHIN 12 MONTHS', 25, 'comparison', '比较'],
    ['COUNT x WITHIN 12 MONTHS <= 1.5', 29, 'whole number', '整数'],
    ['CERT 充分就业社区 AT county', 6, 'quotes', '引号'],
    ['CERT "充分就业社区" AT city', 18, 'a level', '层级'],
    ['证书 “充分就业社区” 县', 14, '级以上', '级以上'],
    ['REVIEWED YYXY-B2b ELSE YES', 24, 'NO', 'NO'],
    ['income >= ', 11, 'number', '数'],
    ['income >= 1,000 元', 12, 'end of the rule', '结束'],
    ['a b', 3, 'end of the rule', '结束'],
    ['近 12 个月 x', 10, '次数', '次数'],
    ['NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(NOT(a', 81, 'fewer nested', '少一些层'],
  ])('“%s” is refused at character %i, saying what was expected', (text, position, en, zh) => {
    const result = readExpression(text)
    if (!('misread' in result)) throw new Error('was read')
    expect(result.misread.position).toBe(position)
    expect(result.misread.wanted.en).toContain(en)
    expect(result.misread.wanted.zh).toContain(zh)
  })

  test('of any other content is refused with a place inside it, never thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        const result = readExpression(text)
        if ('misread' in result) expect(result.misread.position).toBeLessThanOrEqual(text.length + 1)
      }),
    )
  })
})
