// What a sheet of responsibilities means, row by row.

import { expect, test } from 'vitest'
import { readLinks } from './import-links.ts'
import type { LinkRow } from './import-links.ts'

const judge = '00000000-0000-7000-9000-000000000006'
const officer = '00000000-0000-7000-9000-000000000003'
const row = (line: number, given: Partial<LinkRow>): LinkRow => ({
  line,
  unit: '990101001001',
  person: '演示·评委',
  id: '',
  role: '包村领导',
  from: '',
  ...given,
})
const standing = { id: 'l', unit: '990101001002', person: judge, post: null, role: '包村领导', from: '2026-01-01', to: '2026-08-31' }

function read(rows: readonly LinkRow[]) {
  return readLinks(rows, {
    writes: ['990101'],
    effective: '2026-06-01',
    accounts: new Map([
      ['演示·评委', [judge]],
      ['演示·同名', [judge, officer]],
      [officer, [officer]],
    ]),
    standing: [standing],
    unitLives: (code) => code.startsWith('9901'),
    newId: () => 'made',
  })
}

test('new ones are made, standing ones left, by name or id', () => {
  const { counts, links, bad } = read([
    row(2, { from: '2026-03-01' }),
    row(3, { person: '', id: officer.toUpperCase() }),
    row(4, { unit: '990101001002' }),
    row(5, { unit: '990101001002', from: '2026-09-01', person: '随便', id: officer }),
  ])
  expect(bad).toEqual([])
  expect(counts).toEqual({ added: 3, unchanged: 1 })
  expect(links[0]).toEqual({
    id: 'made',
    unit: '990101001001',
    person: judge,
    post: null,
    role: '包村领导',
    from: '2026-03-01',
    to: null,
  })
})

test('every reason is said', () => {
  const { bad, links } = read([
    row(2, { person: '演示·同名' }),
    row(3, { person: '无此人', role: '', from: 'x' }),
    row(4, { unit: '9901' }),
    row(5, { unit: '880101' }),
    row(6, {}),
    row(7, {}),
    row(8, { unit: '990101001002', role: '第一书记' }),
    row(9, { unit: '990101001002', role: '第一书记', from: '2026-09-01' }),
    row(10, { unit: '990199' }),
  ])
  expect(bad.map(({ line, detail }) => [line, detail.en])).toEqual([
    [2, 'several people bear this name; give the login name or the id'],
    [3, 'the first day must be YYYY-MM-DD'],
    [3, 'the capacity is empty or longer than 30 characters'],
    [3, 'nobody of this name or id is visible to your post'],
    [4, expect.stringContaining('the unit code is wrong')],
    [5, expect.stringContaining('the unit code is wrong')],
    [7, 'repeats an earlier row'],
    [8, 'linked as 包村领导 since 2026-01-01; end that first'],
    [9, 'repeats an earlier row'],
    [10, 'lies outside your post'],
  ])
  expect(links.map((link) => link.unit)).toEqual(['990101001001'])
})
