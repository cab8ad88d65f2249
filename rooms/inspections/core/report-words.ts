// What the columns of the generated lists are called; screen and export read them here.

import type { Text } from '#ground/kernel/problem.ts'

/** The list of a day. */
export const dayColumns: readonly Text[] = [
  { zh: '序号', en: 'No.' },
  { zh: '整改单位', en: 'Unit to mend it' },
  { zh: '问题', en: 'Problem' },
  { zh: '措施', en: 'Measure' },
  { zh: '责任人', en: 'Responsible' },
  { zh: '期限', en: 'Due' },
  { zh: '状态', en: 'State' },
]

/** The summary of a month. */
export const monthColumns: readonly Text[] = [
  { zh: '督查', en: 'Inspection' },
  { zh: '督查单位', en: 'By' },
  { zh: '起止', en: 'Days' },
  { zh: '状态', en: 'State' },
  { zh: '已看单位', en: 'Units seen' },
  { zh: '已看项次', en: 'Items seen' },
  { zh: '发现问题', en: 'Faults' },
  { zh: '已销号', en: 'Closed out' },
  { zh: '未销号', en: 'Open' },
  { zh: '逾期', en: 'Late' },
]
