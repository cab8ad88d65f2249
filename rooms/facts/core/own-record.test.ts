import { expect, test } from 'vitest'
import { isOwnCase, isOwnCertificate } from './own-record.ts'

test('a department enters the cases that it upheld, however its name is written', () => {
  expect(isOwnCase('演示县人社局', '人社局')).toBe(true)
  expect(isOwnCase('人社局', '演示县人社局')).toBe(true)
  expect(isOwnCase('演示县人社局', '演示县公安局')).toBe(false)
  expect(isOwnCase(null, '演示县公安局')).toBe(true)
})

test('a department enters its own certificates, and those that came from above', () => {
  const of = (level: 'township' | 'county' | 'province', issuer: string) => isOwnCertificate('演示县人社局', { level, issuer })
  expect([of('county', '演示县人社局'), of('county', '演示县文明办'), of('township', '晨光街道')]).toEqual([true, false, false])
  expect(of('province', '省人力资源和社会保障厅')).toBe(true)
  expect(isOwnCertificate(null, { level: 'county', issuer: '演示县文明办' })).toBe(true)
})
