// The four lists (四个清单) are four views of the same entries: which columns each has, and what these are called. Screen,
// print and export read them here.

import type { Text } from '#ground/kernel/problem.ts'

/** 任务 · 责任 · 措施 · 时间 */
export type List = 'tasks' | 'duties' | 'measures' | 'times'

/** In the order in which offices name them. */
export const lists: readonly List[] = ['tasks', 'duties', 'measures', 'times']

export type ColumnKey =
  | 'problem'
  | 'subject'
  | 'source'
  | 'star'
  | 'responsible'
  | 'supervisor'
  | 'measure'
  | 'report'
  | 'assignedOn'
  | 'days'
  | 'due'
  | 'rectifiedOn'
  | 'closedOn'
  | 'state'

/** Names of the lists. */
export const listNames: Readonly<Record<List, Text>> = {
  tasks: { zh: '任务清单', en: 'Tasks' },
  duties: { zh: '责任清单', en: 'Duties' },
  measures: { zh: '措施清单', en: 'Measures' },
  times: { zh: '时间清单', en: 'Times' },
}

/** Columns of each list, in order; problem and unit open every one, the state closes it. */
export const listColumns: Readonly<Record<List, readonly ColumnKey[]>> = {
  tasks: ['problem', 'subject', 'source', 'star', 'due', 'state'],
  duties: ['problem', 'subject', 'responsible', 'supervisor', 'state'],
  measures: ['problem', 'subject', 'measure', 'report', 'state'],
  times: ['problem', 'subject', 'assignedOn', 'days', 'due', 'rectifiedOn', 'closedOn', 'state'],
}

/** Names of the columns. */
export const columnNames: Readonly<Record<ColumnKey, Text>> = {
  problem: { zh: '问题', en: 'Problem' },
  subject: { zh: '整改单位', en: 'Unit to mend it' },
  source: { zh: '来源', en: 'Source' },
  star: { zh: '对应的星', en: 'Star' },
  responsible: { zh: '责任人', en: 'Responsible' },
  supervisor: { zh: '督办人', en: 'Supervised by' },
  measure: { zh: '措施', en: 'Measure' },
  report: { zh: '整改情况', en: 'What was done' },
  assignedOn: { zh: '交办日期', en: 'Assigned on' },
  days: { zh: '工作日', en: 'Working days' },
  due: { zh: '期限', en: 'Due' },
  rectifiedOn: { zh: '报告日期', en: 'Reported on' },
  closedOn: { zh: '销号日期', en: 'Closed out on' },
  state: { zh: '状态', en: 'State' },
}

export type SourceKind = 'remark' | 'finding' | 'review' | 'inspection' | 'request' | 'meeting'

/** Where entries come from. */
export const sourceNames: Readonly<Record<SourceKind, Text>> = {
  remark: { zh: '点评', en: 'Remark' },
  finding: { zh: '察看发现', en: 'Finding' },
  review: { zh: '审核', en: 'Review' },
  inspection: { zh: '督查', en: 'Inspection' },
  request: { zh: '诉求', en: 'Request' },
  meeting: { zh: '会议', en: 'Meeting' },
}
