import { describe, expect, test } from 'vitest'
import type { Content } from './content.ts'
import { contentDigest, filled, missingFigures } from './content.ts'
import { changedCells, correctionAnew, correctionOf, withWordsKept } from './correction.ts'
import { refuses, verbs } from './state.ts'
import { noteLines } from './tracing.ts'
import type { State } from './state.ts'
import { usualWords } from './usual-words.ts'

const source = { kind: 'round', id: '01990a00-0000-7000-8000-000000000001', digest: 'a'.repeat(64), at: '2026-09-08T01:00:00.000Z' }
const content: Content = {
  title: '关于第三季度情况的通报',
  addressee: '各社区党组织',
  issuer: '演示街道',
  blocks: [
    { kind: 'paragraph', text: '共 [[units]] 个社区，平均 [[mean]] 分。' },
    { kind: 'table', columns: [{ title: '单位' }, { title: '分' }], rows: [['朝霞社区', '[[mean]]']] },
  ],
  attachments: [],
  figures: [
    { id: 'units', label: '社区数', value: '11', query: 'rounds.units', source },
    { id: 'mean', label: '平均分', value: '88.25', query: 'rounds.mean', source },
  ],
}

test('figures are written into text and tables, and every one that is named must be there', () => {
  expect(filled(content)).toMatchObject([{ text: '共 11 个社区，平均 88.25 分。' }, { rows: [['朝霞社区', '88.25']] }])
  expect(missingFigures(content)).toEqual([])
  expect(missingFigures({ ...content, title: '[[none]]', figures: content.figures.slice(1) })).toEqual(['none', 'units'])
})

test('the digest is that of everything a reader sees, and of nothing else', () => {
  const digest = contentDigest(content)
  const placed = { ...content, unit: '990101001' }
  expect(contentDigest(placed)).toBe(digest)
  const other = (changes: Partial<Content>): void => expect(contentDigest({ ...content, ...changes })).not.toBe(digest)
  other({ title: '关于' })
  other({ blocks: [] })
  other({ figures: content.figures.map((figure) => ({ ...figure, value: '1' })) })
  const [first] = content.blocks
  if (first?.kind !== 'paragraph') throw new Error('the first block is a paragraph')
  expect(contentDigest({ ...content, blocks: [first, { kind: 'table', caption: undefined, columns: [], rows: [] }] })).toBe(
    contentDigest({ ...content, blocks: [first, { kind: 'table', columns: [], rows: [] }] }),
  )
})

test('nobody signs off what the same person wrote; of what is published no word is touched again', () => {
  const all = ['bulletins.draft', 'bulletins.sign', 'bulletins.publish']
  const standing = (state: State) => ({ state, editors: ['drafter', 'editor'] })
  for (const writer of ['drafter', 'editor', null]) expect(refuses(standing('draft'), 'signOff', writer, all)).toBe('same-person')
  expect(refuses(standing('draft'), 'signOff', 'head', all)).toBeNull()
  expect(refuses(standing('draft'), 'signOff', 'head', ['bulletins.draft'])).toBe('not-yours')
  expect(refuses(standing('draft'), 'publish', 'head', all)).toBe('wrong-state')
  expect(refuses(standing('signed'), 'publish', 'drafter', all)).toBeNull()
  for (const verb of verbs)
    expect(refuses(standing('published'), verb, 'head', all)).toBe(verb === 'correct' || verb === 'takeDown' ? null : 'wrong-state')
})

test('a correction names the bulletin it corrects and keeps its text to work on', () => {
  const correction = correctionOf(content, '晨街办〔2026〕3号')
  expect(correction.title).toBe('关于更正晨街办〔2026〕3号通报的通报')
  expect(correction.blocks[0]).toMatchObject({ text: expect.stringContaining('晨街办〔2026〕3号《关于第三季度情况的通报》') as string })
  expect(correction.blocks.slice(1)).toEqual(content.blocks)
})

test('a correction anew shows every old figure beside the new one, each with its own cut, and the rows of tables that changed', () => {
  const number = '晨街办〔2026〕3号'
  const later = { ...source, digest: 'b'.repeat(64), at: '2026-09-20T01:00:00.000Z' }
  const table = (rows: string[][]) => ({ kind: 'table' as const, caption: '各社区', columns: [{ title: '单位' }, { title: '分' }], rows })
  const published = {
    ...content,
    blocks: [
      table([
        ['朝霞社区', '[[mean]]'],
        ['曙光社区', '80'],
      ]),
    ],
  }
  const fresh = {
    title: '关于第三季度情况的通报',
    addressee: '',
    issuer: '',
    blocks: [
      table([
        ['朝霞社区', '[[mean]]'],
        ['晨星社区', '70'],
      ]),
    ],
    figures: [
      { id: 'mean', label: '平均分', value: '87', query: 'rounds.mean', source: later },
      { id: 'late', label: '逾期', value: '1', query: 'rounds.late', source: later },
    ],
  }
  const correction = correctionAnew(published, number, fresh)
  expect(missingFigures(correction)).toEqual([])
  const [, figures, cells] = filled(correction)
  expect(figures).toMatchObject({
    caption: '数字更正对照',
    rows: [
      ['平均分', '88.25', '87'],
      ['社区数', '11', '—'],
      ['逾期', '—', '1'],
    ],
  })
  expect(cells).toMatchObject({
    rows: [
      ['朝霞社区', '分', '88.25', '87'],
      ['曙光社区', '分', '80', '—'],
      ['晨星社区', '分', '—', '70'],
    ],
  })
  expect(correction.figures.find(({ id }) => id === 'old-mean')).toEqual({
    ...content.figures[1],
    id: 'old-mean',
    label: `平均分（${number}）`,
  })
  expect(correction.figures.find(({ id }) => id === 'mean')?.source).toBe(later)
  // A correction of the correction compares with what that one said, not with what it corrected.
  expect(correctionAnew(correction, '晨街办〔2026〕4号', fresh).figures.map(({ id }) => id)).toEqual([
    'mean',
    'late',
    'old-mean',
    'old-late',
  ])
  expect(changedCells(published.blocks, published.blocks)).toEqual([])
})

test('words written by hand stay in a correction: figures and tables alone are those of today', () => {
  const later = { ...source, digest: 'b'.repeat(64), at: '2026-09-20T01:00:00.000Z' }
  const table = (caption: string, rows: string[][]) => ({
    kind: 'table' as const,
    caption,
    columns: [{ title: '单位' }, { title: caption }],
    rows,
  })
  const say = (text: string) => ({ kind: 'paragraph' as const, text })
  const head = (text: string) => ({ kind: 'heading' as const, level: 1 as const, text })
  const published: Content = {
    ...content,
    blocks: [
      head('基本情况'),
      say('共 [[units]] 个社区，平均 [[mean]] 分，[[gone]] 个社区未到。示范点做法值得推广。'),
      table('分', [['朝霞社区', '80']]),
      { kind: 'picture', picture: source.id },
      say('请各社区学习示范点做法。'),
    ],
    figures: [...content.figures, { id: 'gone', label: '未到', value: '2', query: 'rounds.gone', source }],
  }
  const fresh = {
    title: '',
    addressee: '',
    issuer: '',
    blocks: [
      head('基本情况'),
      say('共 [[units]] 个社区，平均 [[mean]] 分。'),
      table('分', [['朝霞社区', '81']]),
      say('逾期 [[late]] 条。'),
      table('条', [['朝霞社区', '1']]),
      say('请抓紧整改。'),
    ],
    figures: [
      { id: 'units', label: '社区数', value: '12', query: 'rounds.units', source: later },
      { id: 'mean', label: '平均分', value: '87', query: 'rounds.mean', source: later },
      { id: 'late', label: '逾期', value: '1', query: 'rounds.late', source: later },
    ],
  }
  const number = '晨街办〔2026〕3号'
  const correction = correctionAnew(published, number, fresh, 'kept')
  expect(missingFigures(correction)).toEqual([])
  const [opening, figures, cells, ...said] = filled(correction)
  expect(opening).toMatchObject({ text: expect.stringContaining(number) as string })
  expect(figures).toMatchObject({ caption: '数字更正对照' })
  expect(cells).toMatchObject({ rows: [['朝霞社区', '分', '80', '81']] })
  expect(said).toEqual([
    head('基本情况'),
    // What the data has no more keeps what was said of it, and the table above says that it is gone.
    say('共 12 个社区，平均 87 分，2 个社区未到。示范点做法值得推广。'),
    table('分', [['朝霞社区', '81']]),
    // Only today's data says this: put in where the data has it. What was taken out or changed by hand is not put back.
    say('逾期 1 条。'),
    table('条', [['朝霞社区', '1']]),
    say('请各社区学习示范点做法。'),
  ])
  // A correction of the correction neither repeats its tables nor loses the words again.
  const again = withWordsKept(correction, fresh)
  expect(filled({ blocks: again, figures: fresh.figures })).toEqual([
    head('基本情况'),
    say('共 12 个社区，平均 87 分，2 个社区未到。示范点做法值得推广。'),
    ...said.slice(2),
  ])
  expect(correctionAnew(published, number, fresh, 'fresh').blocks.slice(-fresh.blocks.length)).toEqual(fresh.blocks)
})

describe('what only today’s data says comes with its heading', () => {
  const say = (text: string) => ({ kind: 'paragraph' as const, text })
  const head = (text: string, level: 1 | 2 = 1) => ({ kind: 'heading' as const, level, text })
  const late = { id: 'late', label: '逾期', value: '1', query: 'rounds.late', source }
  const fresh = {
    blocks: [
      head('基本情况'),
      say('共 [[units]] 个社区。'),
      head('结果'),
      say('先进：朝霞社区。'),
      head('问题整改'),
      head('清单', 2),
      say('逾期 [[late]] 条。'),
      say('再列 [[late]] 条。'),
      head('下步要求'),
      say('请抓紧整改。'),
    ],
    figures: [...content.figures, late],
  }
  const put = (blocks: Content['blocks']) => withWordsKept({ ...content, blocks }, fresh)
  const section = fresh.blocks.slice(4, 8)

  test('after the section before it, whatever was written there by hand', () => {
    const before = [head('基本情况'), say('共 [[units]] 个社区。'), head('结果'), say('先进名单见附件。'), say('手写一段。')]
    const after = [head('下步要求'), say('请学习先进。')]
    expect(put([...before, ...after])).toEqual([...before, ...section, ...after])
  })

  test('before the section after it where none is before, at the end where none is after, and not twice', () => {
    const after = [head('下步要求'), say('请学习先进。')]
    expect(put([say('开头。'), ...after])).toEqual([say('开头。'), ...section, ...after])
    expect(put([head('结果'), say('见附件。')])).toEqual([head('结果'), say('见附件。'), ...section])
    const there = [head('问题整改'), say('手写。'), ...after]
    expect(put(there)).toEqual([head('问题整改'), say('手写。'), ...section.slice(1), ...after])
  })
})

test('sentences of rounds and stars are told by the data, those of the ledger are not', () => {
  const of = (kind: string) => ({ figures: [{ source: { ...source, kind } }] })
  expect([of('round'), of('stars'), of('ledger'), { figures: [] }].map(usualWords)).toEqual(['fresh', 'fresh', 'kept', 'kept'])
})

test('in print what is the same for many figures is said once a cut', () => {
  const later = { ...source, at: '2026-09-20T01:00:00.000Z' }
  const figures = [...content.figures, { id: 'late', label: '逾期', value: '1', query: 'ledger.quarterCounts', source: later }]
  expect(noteLines(figures)).toEqual([
    '1. 社区数 11：rounds.units，2026-09-08 09:00 取数，校验码 aaaaaaaaaaaaaaaa',
    '2. 平均分 88.25：rounds.mean，2026-09-08 09:00 取数，校验码 aaaaaaaaaaaaaaaa',
    '3. 逾期 1：台账按季统计，2026-09-20 09:00 取数，校验码 aaaaaaaaaaaaaaaa',
  ])
  const same = content.figures.map((figure) => ({ ...figure, query: 'rounds.published' }))
  expect(noteLines(same)).toEqual(['1. 社区数 11，平均分 88.25：亮赛比公布的结果，2026-09-08 09:00 取数，校验码 aaaaaaaaaaaaaaaa'])
})
