// A draft from data in a unit's own words: only words change, and every word that may change is one that the draft says.

import { expect, test } from 'vitest'
import { ledgerContent, ledgerWording } from './ledger-content.ts'
import { worded } from './worded.ts'

const draft = ledgerContent({
  unitName: '演示县',
  quarter: { year: 2026, quarter: 3 },
  today: '2026-09-08',
  rows: [{ name: '朝霞社区', counts: { due: 2, closed: 1, overdue: 0, open: 1 } }],
  source: { kind: 'ledger', id: '990101-2026Q3', digest: 'a'.repeat(64), at: '2026-09-08T01:00:00.000Z' },
})
const texts = (of: typeof draft) => of.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))

test('what may be changed stands in the draft just so', () => {
  expect(draft.addressee).toBe(ledgerWording.addressee)
  expect(texts(draft)).toEqual(expect.arrayContaining([...ledgerWording.headings, ledgerWording.closing]))
})

test('addressee, opening, headings and closing are replaced; figures and tables stay; what is left empty stays as given', () => {
  const kept = { addressee: '各乡镇党委', opening: '现通报如下。', closing: '请于月底前整改到位。', headings: ['总体情况', '', '有关要求'] }
  const said = worded(draft, ledgerWording, kept)
  expect(said.addressee).toBe('各乡镇党委')
  expect(texts(said)).toEqual(['现通报如下。', '总体情况', texts(draft)[1], '各单位情况', '有关要求', '请于月底前整改到位。'])
  expect([said.figures, said.title, said.blocks.at(-3)]).toEqual([draft.figures, draft.title, draft.blocks.at(-3)])
  const blank = { addressee: '', opening: '', closing: '', headings: ['', '', ''] }
  expect(worded(draft, ledgerWording, blank)).toEqual(draft)
  expect(worded(draft, ledgerWording, undefined)).toBe(draft)
})
