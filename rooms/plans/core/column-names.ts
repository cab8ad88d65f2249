// What the columns of a task are called: one word a thing, in the sheet, on the screen and in what is refused.

import type { Text } from '#ground/kernel/problem.ts'

/** By column. */
export const columnNames = {
  number: { zh: '编号', en: 'No.' },
  action: { zh: '行动', en: 'Action' },
  title: { zh: '任务', en: 'Task' },
  subject: { zh: '责任单位', en: 'Unit' },
  due: { zh: '完成时限', en: 'Due' },
  days: { zh: '所需工作日', en: 'Working days' },
  measure: { zh: '措施', en: 'Measure' },
  beginBy: { zh: '最迟开工', en: 'Begin by' },
} as const satisfies Readonly<Record<string, Text>>
