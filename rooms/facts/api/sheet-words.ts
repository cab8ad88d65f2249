// Columns of the three lists that go in and out as sheets.

import type { Text } from '#ground/kernel/problem.ts'
import type { SheetColumns } from '#ground/sheets/sheet-columns.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

const unit = {
  title: text('单位代码', 'Unit code'),
  note: text('村（社区）的统计用区划代码', 'Official code of the village or community'),
  example: '990101001001',
  required: true,
} as const

export const factColumns: SheetColumns<'unit' | 'definition' | 'period' | 'value' | 'voucher'> = {
  unit,
  definition: {
    title: text('数据项', 'Datum'),
    note: text('数据项的名称、别名或编号', 'Its name, another name of it, or its id'),
    example: '村集体经济收入',
    required: true,
  },
  period: {
    title: text('时间', 'Period'),
    note: text('2025、2025上半年、2025Q3、2025-09 或日期，按数据项', '2025, 2025-H1, 2025-Q3, 2025-09 or a day, as the datum says'),
    example: '2025',
    required: true,
  },
  value: {
    title: text('值', 'Value'),
    note: text('数、是或否、一个选项；没有发生写“本期无”', 'A number, yes or no, a choice; “nothing this period” where there was none'),
    example: '36.5',
    required: true,
  },
  voucher: {
    title: text('凭证', 'Voucher'),
    note: text('文件或台账名称，可留空', 'Document it stands on; optional'),
    example: '演农〔2026〕3号',
  },
}

export const certificateColumns: SheetColumns<'unit' | 'name' | 'level' | 'issuer' | 'document' | 'from' | 'to'> = {
  unit,
  name: { title: text('证书名称', 'Certificate'), note: text('按证书写全称', 'Its full name'), example: '充分就业社区', required: true },
  level: { title: text('级别', 'Level'), note: text('从列表中选', 'Choose from the list'), example: '县(区)级', required: true },
  issuer: { title: text('发证单位', 'Issuer'), note: text('全称', 'Full name'), example: '演示县人社局', required: true },
  document: { title: text('文号', 'Document number'), note: text('可留空', 'Optional'), example: '演人社〔2025〕8号' },
  from: { title: text('起日', 'First day'), note: text('YYYY-MM-DD', 'YYYY-MM-DD'), example: '2025-06-01', required: true },
  to: { title: text('止日', 'Last day'), note: text('长期有效留空', 'Empty where it has no end'), example: '' },
}

export const caseColumns: SheetColumns<'unit' | 'type' | 'on' | 'against' | 'decidedBy' | 'basis' | 'document'> = {
  unit,
  type: {
    title: text('类型', 'Type'),
    note: text('商户投诉、居民诉求、行政处罚等', 'Complaint of a merchant, and others'),
    example: '商户投诉',
    required: true,
  },
  on: { title: text('认定日期', 'Decided on'), note: text('YYYY-MM-DD', 'YYYY-MM-DD'), example: '2026-05-12', required: true },
  against: { title: text('被投诉单位', 'Against'), note: text('单位名称', 'Name of the body'), example: '朝霞社区居委会', required: true },
  decidedBy: {
    title: text('认定单位', 'Decided by'),
    note: text('县级以上部门，不能是被投诉的单位', 'An office of the county or above, never the body complained about'),
    example: '演示县市场监管局',
    required: true,
  },
  basis: {
    title: text('认定的事实', 'What was found'),
    note: text('不写投诉人，不写个人信息', 'Never who complained, no personal data'),
    example: '向商户收取没有依据的费用。',
    required: true,
  },
  document: { title: text('文号', 'Document number'), note: text('可留空', 'Optional'), example: '演市监〔2026〕5号' },
}

export const sheetNames = {
  facts: text('事实数据', 'Facts'),
  certificates: text('证书', 'Certificates'),
  cases: text('认定的投诉和案件', 'Upheld cases'),
  demands: text('填报事项登记簿', 'Form demands'),
  template: text('导入模板', 'template'),
  unitName: text('单位', 'Unit'),
  source: text('来源部门', 'Source office'),
  measure: text('计量单位', 'Measure'),
  statedOn: text('登记日期', 'Entered on'),
  withdrawnFrom: text('收回日期', 'Withdrawn from'),
  upheld: text('是否成立', 'Upheld'),
} as const

/** Columns of the register of form demands, which only goes out. */
export const demandHeader: readonly Text[] = [
  text('表名', 'Form'),
  text('状态', 'State'),
  text('要表的单位', 'Who asks'),
  text('依据', 'Legal basis'),
  text('多久一次', 'How often'),
  text('开始日期', 'First day'),
  text('停止日期', 'Sunset'),
  text('每填一次（分钟）', 'Minutes each time'),
  text('单位数', 'Units'),
  text('次数', 'Times'),
  text('合计（分钟）', 'Minutes in all'),
  text('要哪些数据', 'Which data'),
  text('填报范围', 'Who fills it in'),
  text('村或社区', 'Kind'),
  text('登记单位', 'Registered by'),
  text('登记日期', 'Registered on'),
  text('撤回原因', 'Why withdrawn'),
]
