// What a bulletin about the ledger of a quarter says.

import type { Day } from '#ground/kernel/clock.ts'
import type { Excerpt, Figure, FigureSource, Wording } from '#ground/kernel/excerpt.ts'
import { writtenDay, writtenQuarter } from '#ground/kernel/written-days.ts'

/** Its words that an office may change. */
export const ledgerWording: Wording = {
  addressee: '各村（社区）党组织',
  opening: '',
  closing: '请有逾期条目的单位说明原因、明确时限，由责任人抓紧整改；确需延期的，到期前按程序申请。',
  headings: ['基本情况', '各单位情况', '下步要求'],
}

const { addressee, closing, headings } = ledgerWording
const [basics = '', each = '', next = ''] = headings

export interface LedgerLine {
  readonly name: string
  readonly counts: { readonly due: number; readonly closed: number; readonly overdue: number; readonly open: number }
}

/** The draft: sums as figures, a line for every unit that had something due or has something open, in the order given. */
export function ledgerContent(given: {
  readonly unitName: string
  readonly quarter: { readonly year: number; readonly quarter: number } | null
  readonly today: Day
  readonly rows: readonly LedgerLine[]
  readonly source: FigureSource
}): Excerpt {
  const { unitName, quarter, today, rows, source } = given
  const name = quarter === null ? '' : writtenQuarter(quarter)
  const sum = (key: keyof LedgerLine['counts']): string => String(rows.reduce((all, row) => all + row.counts[key], 0))
  const figure = (id: string, label: string, value: string): Figure => ({ id, label, value, query: 'ledger.quarterCounts', source })
  return {
    title: `关于${name}台账整改情况的通报`,
    addressee,
    issuer: unitName,
    blocks: [
      { kind: 'heading', level: 1, text: basics },
      {
        kind: 'paragraph',
        text: `截至[[as-of]]，${name}到期的台账条目[[due]]条，已销号[[closed]]条，逾期未销号[[overdue]]条；目前未销号的（含未到期）共[[open]]条。本季有到期条目或目前有未销号条目的单位[[units]]个，其他单位不列。`,
      },
      { kind: 'heading', level: 1, text: each },
      {
        kind: 'table',
        caption: `${name}台账整改情况（按单位代码排列）`,
        columns: [
          { title: '单位', share: 2 },
          { title: '到期', align: 'right' },
          { title: '已销号', align: 'right' },
          { title: '逾期', align: 'right' },
          { title: '未销号', align: 'right' },
        ],
        rows: rows.map(({ name: unit, counts }) => [
          unit,
          String(counts.due),
          String(counts.closed),
          String(counts.overdue),
          String(counts.open),
        ]),
      },
      { kind: 'heading', level: 1, text: next },
      { kind: 'paragraph', text: closing },
    ],
    figures: [
      figure('as-of', '截至日期', writtenDay(today)),
      figure('due', '到期条目', sum('due')),
      figure('closed', '已销号', sum('closed')),
      figure('overdue', '逾期未销号', sum('overdue')),
      figure('open', '未销号', sum('open')),
      figure('units', '有到期或未销号条目的单位', String(rows.length)),
    ],
  }
}
