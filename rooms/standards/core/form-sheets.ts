// The workbook in which a county officer edits an edition: which sheets there are, their columns, and the words that stand for
// the few fixed values. Either language is read; what one cell holds of a list stands on lines of its own.

import type { Text } from '#ground/kernel/problem.ts'

export interface FormColumn {
  readonly key: string
  readonly title: Text
  /** In characters. */
  readonly width: number
  /** Only shown, never read: what a rule means. */
  readonly shown?: true
  /** A workbook may be without it: it came later. */
  readonly perhaps?: true
}

export interface FormSheet {
  readonly key: string
  readonly title: Text
  readonly columns: readonly FormColumn[]
}

const column = (key: string, zh: string, en: string, width = 14): FormColumn => ({ key, title: { zh, en }, width })
const english = (key: string, zh: string, en: string, width: number): FormColumn => ({ ...column(key, zh, en, width), perhaps: true })
const meaning: FormColumn = { ...column('meaning', '规则释义（只供查看）', 'Meaning (not read)', 50), shown: true }
const star = column('star', '星代码', 'Star', 10)

/** The sheets in their order. */
export const formSheets = {
  info: {
    key: 'info',
    title: { zh: '说明', en: 'Edition' },
    columns: [column('key', '项目', 'Item', 16), column('value', '内容', 'Value', 60)],
  },
  stars: {
    key: 'stars',
    title: { zh: '星', en: 'Stars' },
    columns: [
      column('code', '代码', 'Code', 10),
      column('name', '名称', 'Name'),
      column('nameEn', '英文名', 'English name', 20),
      column('scope', '范围', 'Scope', 10),
      column('lead', '牵头单位', 'Lead', 24),
      column('taskForce', '专班', 'Task force', 20),
      column('rule', '规则', 'Rule', 40),
      column('before', '前提星', 'Prerequisites', 12),
      column('enabled', '启用前提', 'Enabled', 10),
      english('taskForceEn', '专班英文名', 'English task force', 24),
    ],
  },
  bottomLines: {
    key: 'bottomLines',
    title: { zh: '底线', en: 'Bottom lines' },
    columns: [
      star,
      column('id', '编号', 'Id', 10),
      column('text', '要求', 'Text', 50),
      column('rule', '规则', 'Rule', 50),
      english('textEn', '英文要求', 'English text', 40),
      meaning,
    ],
  },
  tasks: {
    key: 'tasks',
    title: { zh: '任务', en: 'Tasks' },
    columns: [star, column('id', '编号', 'Id', 12), column('name', '名称', 'Name', 40), english('nameEn', '英文名', 'English name', 40)],
  },
  criteria: {
    key: 'criteria',
    title: { zh: '创建标准', en: 'Criteria' },
    columns: [
      column('task', '任务编号', 'Task', 12),
      column('id', '编号', 'Id', 12),
      column('text', '内容', 'Text', 40),
      column('standard', '评定标准', 'Standard', 30),
      column('requirement', '创建要求', 'Requirement', 30),
      column('kind', '类别', 'Kind', 10),
      column('rule', '规则', 'Rule', 40),
      column('required', '必需', 'Required', 8),
      column('evidence', '佐证材料', 'Evidence', 24),
      column('role', '责任岗位', 'Role', 16),
      column('deadline', '期限', 'Deadline', 10),
      english('textEn', '英文内容', 'English text', 40),
      english('standardEn', '英文评定标准', 'English standard', 30),
      english('requirementEn', '英文创建要求', 'English requirement', 30),
      english('evidenceEn', '英文佐证材料', 'English evidence', 30),
      english('roleEn', '英文责任岗位', 'English role', 20),
      meaning,
    ],
  },
  facts: {
    key: 'facts',
    title: { zh: '指标', en: 'Facts' },
    columns: [
      column('id', '编号', 'Id', 24),
      column('name', '名称', 'Name', 30),
      column('nameEn', '英文名', 'English name', 30),
      column('aliases', '别名', 'Aliases', 20),
      column('type', '类型', 'Type', 10),
      column('measure', '计量单位', 'Measure', 10),
      column('choices', '选项', 'Choices', 20),
      english('choicesEn', '英文选项', 'English choices', 24),
      column('period', '周期', 'Period', 10),
      column('source', '来源', 'Source', 24),
    ],
  },
  caseTypes: {
    key: 'caseTypes',
    title: { zh: '案件类型', en: 'Case types' },
    columns: [column('id', '编号', 'Id', 24), column('name', '名称', 'Name', 24), column('nameEn', '英文名', 'English name', 30)],
  },
  offices: {
    key: 'offices',
    title: { zh: '部门', en: 'Offices' },
    columns: [column('name', '名称', 'Name', 30), english('nameEn', '英文名', 'English name', 40)],
  },
  certificates: {
    key: 'certificates',
    title: { zh: '证书', en: 'Certificates' },
    columns: [column('name', '名称', 'Name', 30), english('nameEn', '英文名', 'English name', 40)],
  },
  stages: {
    key: 'stages',
    title: { zh: '阶段', en: 'Stages' },
    columns: [
      column('name', '名称', 'Name', 24),
      column('from', '开始', 'From', 10),
      column('to', '结束', 'To', 10),
      column('work', '工作', 'Work', 50),
      english('nameEn', '英文名', 'English name', 30),
      english('workEn', '英文工作', 'English work', 50),
    ],
  },
  ladders: {
    key: 'ladders',
    title: { zh: '三级争创', en: 'Ladders' },
    columns: [
      column('code', '编号', 'Code', 12),
      column('name', '名称', 'Name', 24),
      column('nameEn', '英文名', 'English name', 30),
      column('level', '层级', 'Level', 10),
      column('of', '看什么', 'Of', 12),
      column('value', '值', 'Value', 12),
      column('least', '至少', 'At least', 10),
    ],
  },
  flow: {
    key: 'flow',
    title: { zh: '流程', en: 'Flow' },
    columns: [
      star,
      column('name', '步骤', 'Step', 40),
      column('by', '责任方', 'By', 24),
      english('nameEn', '英文步骤', 'English step', 40),
      english('byEn', '英文责任方', 'English by', 30),
    ],
  },
  mapping: {
    key: 'mapping',
    title: { zh: '对照', en: 'Mapping' },
    columns: [
      column('what', '条目', 'What', 12),
      column('from', '原编号', 'From', 12),
      column('to', '新编号', 'To', 12),
      column('change', '变化', 'Change', 10),
    ],
  },
} as const satisfies Readonly<Record<string, FormSheet>>

export type SheetKey = keyof typeof formSheets

/** Items of the sheet 说明, in their order. */
export const infoItems: Readonly<Record<string, Text>> = {
  format: { zh: '格式', en: 'Format' },
  id: { zh: '编号', en: 'Id' },
  title: { zh: '名称', en: 'Title' },
  titleEn: { zh: '英文名', en: 'English title' },
  notice: { zh: '提示语', en: 'Notice' },
  noticeEn: { zh: '英文提示语', en: 'English notice' },
  scopes: { zh: '适用范围', en: 'Scopes' },
  replaces: { zh: '替代的版本', en: 'Replaces' },
}

/** Words for fixed values by the column they stand in. */
export const formWords: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  scope: { village: { zh: '村', en: 'village' }, community: { zh: '社区', en: 'community' } },
  type: { number: { zh: '数值', en: 'number' }, 'yes-no': { zh: '是否', en: 'yes-no' }, choice: { zh: '选项', en: 'choice' } },
  period: {
    year: { zh: '年', en: 'year' },
    'half-year': { zh: '半年', en: 'half-year' },
    quarter: { zh: '季度', en: 'quarter' },
    month: { zh: '月', en: 'month' },
    day: { zh: '日', en: 'day' },
  },
  kind: { quantitative: { zh: '定量', en: 'quantitative' }, reviewed: { zh: '审核', en: 'reviewed' } },
  yesNo: { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } },
  change: { same: { zh: '不变', en: 'same' }, changed: { zh: '有修改', en: 'changed' }, dropped: { zh: '取消', en: 'dropped' } },
  level: { township: { zh: '乡镇（街道）', en: 'township' }, county: { zh: '县（区）', en: 'county' } },
  of: {
    stars: { zh: '星数不少于', en: 'stars' },
    star: { zh: '持有某星', en: 'star' },
    ladder: { zh: '达到某级', en: 'ladder' },
  },
  what: { stars: { zh: '星', en: 'star' }, criteria: { zh: '创建标准', en: 'criterion' } },
}
