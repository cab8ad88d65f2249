import { expect, test } from 'vitest'
import { certifiedList, starsWording } from './certified-list.ts'

const source = { kind: 'stars', id: '990101-2026', digest: 'a'.repeat(64), at: '2026-11-08T01:00:00.000Z' }
const line = (unit: string, unitName: string, star: string, more: object = {}) => ({
  unit,
  unitName,
  part: unit.slice(0, 9),
  partName: unit.startsWith('990101001') ? '晨光街道' : '暮云乡',
  star,
  starName: star === 'YYXY' ? '宜业兴业星' : '平安法治星',
  decision: '演组〔2026〕18号',
  filing: '',
  ...more,
})
const listed = (lines: ReturnType<typeof line>[]) =>
  certifiedList({ unitName: '演示县', year: 2026, today: '2026-11-08', lines, order: ['YYXY', 'PAFZ'], source })

test('sums are figures that hold against the lines, units stand in the order of codes, numbers of documents once', () => {
  const { blocks, figures } = listed([
    line('990101002001', '暮云村', 'YYXY'),
    line('990101001001', '朝霞社区', 'PAFZ', { filing: '演组〔2026〕20号' }),
    line('990101001001', '朝霞社区', 'YYXY', { filing: '演组〔2026〕20号' }),
  ])
  expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toEqual({
    'as-of': '2026年11月8日',
    units: '2',
    stars: '3',
    'star-pafz': '1',
    'star-yyxy': '2',
    filed: '2',
  })
  expect(figures.every((figure) => figure.query === 'stars.certified' && figure.source === source)).toBe(true)
  const text = JSON.stringify(blocks)
  expect(text).toContain('认定文件：演组〔2026〕18号。已备案[[filed]]颗，备案文号：演组〔2026〕20号；其余尚未备案。')
  const [sums, list] = blocks.filter((block) => block.kind === 'table')
  expect(sums?.rows).toEqual([
    ['晨光街道', '1', '1', '1', '2'],
    ['暮云乡', '1', '1', '0', '1'],
  ])
  expect(list?.rows).toEqual([
    ['晨光街道', '朝霞社区', '宜业兴业星、平安法治星', '2'],
    ['暮云乡', '暮云村', '宜业兴业星', '1'],
  ])
})

test('below a township nothing lies between, so nothing is added up by parts; nothing filed is said', () => {
  const { blocks, figures } = listed([line('990101001001', '朝霞社区', 'YYXY', { part: '990101001001', partName: '朝霞社区' })])
  expect(blocks.filter((block) => block.kind === 'table')).toHaveLength(1)
  expect(JSON.stringify(blocks)).toContain('尚未列入备案名单')
  expect(figures.map(({ id }) => id)).not.toContain('filed')
})

test('the words that an office may change stand in the draft just so', () => {
  const draft = listed([line('990101001001', '朝霞社区', 'YYXY'), line('990101002001', '暮云村', 'PAFZ')])
  const texts = draft.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))
  expect(texts).toEqual(expect.arrayContaining([...starsWording.headings, starsWording.closing]))
  expect(draft.addressee).toBe(starsWording.addressee)
})
