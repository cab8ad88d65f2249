// The columns of the sheet that goes in and out.

import type { Text } from '#ground/kernel/problem.ts'
import { columnNames } from './column-names.ts'
import type { Column } from './read-sheet.ts'

interface SheetWord {
  readonly title: Text
  readonly note: Text
  readonly example: string
  readonly required?: true
}

/** In order; the names of either language are read. */
export const columns: Readonly<Record<Column, SheetWord>> = {
  number: {
    title: columnNames.number,
    note: { zh: '计划内不重复，如 1.3', en: 'Once in the plan, such as 1.3' },
    example: '1.1',
    required: true,
  },
  action: {
    title: columnNames.action,
    note: { zh: '任务所属的行动', en: 'The action it belongs to' },
    example: '示例：阵地提升行动',
    required: true,
  },
  title: {
    title: columnNames.title,
    note: { zh: '一行一项', en: 'One a row' },
    example: '示例：党群服务中心达标',
    required: true,
  },
  subject: {
    title: { zh: '责任单位代码', en: 'Code of the unit' },
    note: { zh: '统计用区划代码，本级或下级', en: 'Statistical code, your own unit or below' },
    example: '990101001',
    required: true,
  },
  due: {
    title: columnNames.due,
    note: { zh: '日期，如 2027-06-30', en: 'A day, such as 2027-06-30' },
    example: '2027-06-30',
    required: true,
  },
  days: {
    title: columnNames.days,
    note: { zh: '可不填；填了就倒排开工日', en: 'May be empty; else the latest start is worked out' },
    example: '60',
  },
  measure: { title: columnNames.measure, note: { zh: '可不填', en: 'May be empty' }, example: '' },
}

/** What stands behind them when a plan goes out. */
export const outColumns: readonly Text[] = [
  columnNames.subject,
  columnNames.beginBy,
  { zh: '分解项数', en: 'Parts' },
  { zh: '已完成', en: 'Done' },
  { zh: '待确认', en: 'To be confirmed' },
  { zh: '逾期', en: 'Late' },
]
