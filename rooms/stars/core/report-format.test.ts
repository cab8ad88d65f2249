import { describe, expect, test } from 'vitest'
import { dateStyles, dayAs, foreignField, lineOf } from './report-format.ts'
import type { ReportColumn } from './report-format.ts'

const column = (more: Partial<ReportColumn>): ReportColumn => ({
  header: '列',
  field: null,
  constant: '',
  values: [],
  otherwise: null,
  ...more,
})

describe('a report format', () => {
  test('writes its columns in its order and its words: mapped, constant, everything else', () => {
    const columns = [
      column({ field: 'state', values: [{ is: '已认定', becomes: '1' }], otherwise: '0' }),
      column({ field: 'unit' }),
      column({ constant: '县级' }),
      column({ field: 'batch', values: [{ is: '2', becomes: '第二批' }] }),
      column({ field: 'certifiedOn' }),
    ]
    const record = { state: '已认定', unit: '朝霞社区', batch: 1, certifiedOn: '2026-09-08' }
    expect(lineOf({ columns, dates: 'chinese' }, record)).toEqual(['1', '朝霞社区', '县级', 1, '2026年9月8日'])
    expect(lineOf({ columns, dates: 'dash' }, { ...record, state: '公示中', batch: 2, certifiedOn: null })).toEqual([
      '0',
      '朝霞社区',
      '县级',
      '第二批',
      '',
    ])
  })

  test('writes days in each style', () => {
    expect(dateStyles.map((style) => dayAs(style, '2026-09-08'))).toEqual([
      '2026-09-08',
      '2026/9/8',
      '2026.9.8',
      '2026年9月8日',
      '20260908',
    ])
  })

  test('names the field that its list does not have', () => {
    expect(foreignField({ list: 'held', columns: [column({ field: 'plaque' }), column({ field: 'answer' })] })).toBe('answer')
    expect(foreignField({ list: 'rows', columns: [column({ field: 'answer' }), column({})] })).toBeUndefined()
  })
})
