import { expect, it } from 'vitest'
import { readRows } from './import-rows.ts'
import type { Known, SheetRow } from './import-rows.ts'

const officer = { role: 'township-officer', writes: ['990101001'] }
const known: Known = {
  units: new Set(['990101', '990101001', '990101001001', '990101101201']),
  logins: new Set(['taken']),
  isPhoneTaken: (phone) => phone === '19900000009',
}
const row = (line: number, given: Partial<SheetRow> = {}): SheetRow => ({
  line,
  name: '演示·甲',
  unit: '990101001001',
  role: '',
  login: '',
  phone: '',
  from: '',
  ...given,
})
const reasonsOf = (...rows: SheetRow[]): string[] => readRows(rows, officer, known).errors.map(({ line, detail }) => `${line} ${detail.en}`)

it('a good row becomes a draft with folded values', () => {
  const { drafts, errors } = readRows(
    [row(2, { name: ' 演示·乙 ', role: '网格员', login: 'Yi-Hao', phone: '+86 199 0000 0001', from: '2026-01-01' })],
    officer,
    known,
  )
  expect(errors).toEqual([])
  expect(drafts).toEqual([
    { line: 2, name: '演示·乙', unit: '990101001001', role: 'grid-worker', login: 'yi-hao', phone: '19900000001', from: '2026-01-01' },
  ])
})

it('every reason of every row is given', () => {
  expect(reasonsOf(row(2, { name: '', login: '1', phone: '12', from: '1.1.2026' }))).toEqual([
    '2 the name is empty or too long',
    '2 the login name is not acceptable',
    '2 the phone number is not valid',
    '2 the first day must be YYYY-MM-DD',
  ])
})

it('units and roles are held to the acting post', () => {
  expect(reasonsOf(row(2, { unit: '990199' }))).toEqual(['2 the unit code is wrong or does not exist today'])
  expect(reasonsOf(row(3, { unit: '990101101201', role: 'secretary' }))).toEqual(['3 the unit lies outside your acting post'])
  expect(reasonsOf(row(4, { unit: '990101', role: 'county-admin' }))).toEqual(['4 your acting post may not give this role'])
  expect(reasonsOf(row(5, { unit: '990101001', role: 'secretary' }))).toEqual(['5 this role does not sit at this level'])
  expect(reasonsOf(row(6, { role: '县长' }))).toEqual(['6 no such role'])
  expect(reasonsOf(row(7, { unit: '990101001' }))).toEqual(['7 the unit lies outside your acting post'])
})

it('what is taken, in the system or further up in the sheet, is refused', () => {
  expect(reasonsOf(row(2, { login: 'Taken' }))).toEqual(['2 the login name is taken or repeated in the sheet'])
  expect(reasonsOf(row(2, { phone: '19900000009' }))).toEqual(['2 the phone number is taken or repeated in the sheet'])
  expect(reasonsOf(row(2, { login: 'same-one' }), row(3, { login: 'SAME-one' }))).toEqual([
    '3 the login name is taken or repeated in the sheet',
  ])
  expect(reasonsOf(row(2), row(3))).toEqual([])
})
