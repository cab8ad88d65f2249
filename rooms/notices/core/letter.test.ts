import { expect, test } from 'vitest'
import { letterOf } from './letter.ts'

const one = { title: { zh: '台账逾期升级', en: 'A ledger entry is escalated' }, senderName: '晨光街道', weight: 'urgent' } as const

test('a mail tells how many there are, their titles and where to read them', () => {
  const given = { unitName: '演示县', notices: [one, { ...one, weight: 'normal' as const }], origin: 'https://example.test' }
  const zh = letterOf('daily', { ...given, language: 'zh' })
  expect(zh.subject).toBe('亮星：2 条新通知')
  expect(zh.text).toContain('1. 【加急】台账逾期升级 · 晨光街道\n2. 台账逾期升级 · 晨光街道')
  expect(zh.text).toContain('https://example.test/desk/notices')
  expect(letterOf('urgent', { ...given, notices: [one], origin: '', language: 'en' })).toMatchObject({
    subject: 'Liangxing: 1 urgent notice',
  })
})

test('a long day is cut, and says by how much', () => {
  const { text } = letterOf('daily', { unitName: '演示县', notices: Array.from({ length: 42 }, () => one), origin: '', language: 'zh' })
  expect(text).toContain('30. ')
  expect(text).not.toContain('31. ')
  expect(text).toContain('另有 12 条。')
})
