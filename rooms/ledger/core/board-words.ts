// What the columns of the board are called; screen and export read them here.

import type { Text } from '#ground/kernel/problem.ts'
import type { Division } from './rates.ts'

/** What a row of the board stands for. */
export const divisionNames: Readonly<Record<Division, Text>> = {
  subject: { zh: '整改单位', en: 'Unit to mend it' },
  owner: { zh: '交办单位', en: 'Assigned by' },
  star: { zh: '对应的星', en: 'Star' },
}

export type BoardKey = 'name' | 'closed' | 'onTime' | 'late' | 'onTimeRate' | 'relapsed' | 'relapseRate' | 'open'

/** Columns in order. */
export const boardColumns: readonly { readonly key: BoardKey; readonly title: Text }[] = [
  { key: 'name', title: divisionNames.subject },
  { key: 'closed', title: { zh: '已销号', en: 'Closed out' } },
  { key: 'onTime', title: { zh: '其中按期', en: 'Of these in time' } },
  { key: 'late', title: { zh: '逾期未销', en: 'Late and open' } },
  { key: 'onTimeRate', title: { zh: '按期办结率(%)', en: 'On time (%)' } },
  { key: 'relapsed', title: { zh: '反弹', en: 'Relapsed' } },
  { key: 'relapseRate', title: { zh: '反弹率(%)', en: 'Relapse (%)' } },
  { key: 'open', title: { zh: '未销号', en: 'Open' } },
]
