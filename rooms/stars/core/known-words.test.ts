import { expect, test } from 'vitest'
import { knownWords } from './known-words.ts'

const income = { name: '村集体经济收入', nameEn: 'Collective income', measure: '万元' }
const of = { source: '农业农村局', called: { zh: '2023年', en: '2023' }, until: '2023-12-31' }

test('a known value says for which time it is, and that the time is over', () => {
  expect(knownWords(income, '36.5', of, '2023-12-31').zh).toBe('村集体经济收入：36.5万元（农业农村局，2023年）')
  expect(knownWords(income, '36.5', of, '2026-09-08')).toEqual({
    zh: '村集体经济收入：36.5万元（农业农村局，2023年，不是本期）',
    en: 'Collective income: 36.5 万元 (农业农村局, 2023, not of this period)',
  })
  const grade = { name: '等次', nameEn: 'Grade', choices: ['甲', '乙'], choicesEn: ['First', 'Second'] }
  expect(knownWords(grade, '乙', of, '2023-12-31').en).toBe('Grade: Second (农业农村局, 2023)')
  expect(
    knownWords({ name: '有服务站' }, true, { ...of, called: { zh: '2023-05-01 起', en: 'since 2023-05-01' }, until: null }, '2026-09-08')
      .zh,
  ).toBe('有服务站：是（农业农村局，2023-05-01 起）')
})
