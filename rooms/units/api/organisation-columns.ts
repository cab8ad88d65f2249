// The columns of the sheets of organisations and of linked officers.

import type { Text } from '#ground/kernel/problem.ts'
import type { SheetColumns } from '#ground/sheets/sheet-columns.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

const unit = {
  title: text('单位编码', 'Unit code'),
  note: text('所服务单位的统计用区划代码', 'Official code of the unit it serves'),
  example: '990101001001',
  required: true,
} as const
const from = {
  title: text('起始日期', 'First day'),
  note: text('YYYY-MM-DD，只用于新登记的，留空为今天', 'YYYY-MM-DD, for new ones only; today when empty'),
  example: '2026-01-01',
} as const

export const organisationColumns = {
  name: {
    title: text('名称', 'Name'),
    note: text('全称，不超过 100 个字', 'The full name, at most 100 characters'),
    example: '朝霞社区党支部',
    required: true,
  },
  type: { title: text('类型', 'Type'), note: text('从列表中选', 'Choose from the list'), example: '党支部', required: true },
  host: { title: text('设在', 'Of'), note: text('从列表中选', 'Choose from the list'), example: '社区', required: true },
  unit,
  parent: {
    title: text('上级组织', 'Belongs to'),
    note: text(
      '上级组织的名称，可以在本表中；没有上级的留空；有同名的填编号',
      'Name of the organisation above, which may stand in this sheet; empty for none; the id where several bear the name',
    ),
    example: '晨光街道党工委',
  },
  from,
  id: {
    title: text('编号', 'Id'),
    note: text('新登记的留空；更名或改变隶属的保留导出时的编号', 'Empty for new ones; keep it from the export to rename or move'),
    example: '',
  },
} as const satisfies SheetColumns<string>

export const linkColumns = {
  unit: { ...unit, note: text('被包联单位的统计用区划代码，县级及以下', 'Official code of the unit, a county or below') },
  person: {
    title: text('包联人', 'Officer'),
    note: text('姓名或登录名；有同名的填登录名或人员编号', 'Name or login name; where several bear it, the login name or the id'),
    example: '演示·甲',
  },
  role: {
    title: text('身份', 'As'),
    note: text('县级领导、包乡领导、包村领导、包村干部、第一书记等', 'In which capacity: leader, officer, first secretary …'),
    example: '包村领导',
    required: true,
  },
  from: { ...from, note: text('YYYY-MM-DD，留空为今天', 'YYYY-MM-DD; today when empty') },
  id: {
    title: text('人员编号', 'Person id'),
    note: text('可留空；填了以编号为准', 'May be empty; wins over the name'),
    example: '',
  },
} as const satisfies SheetColumns<string>

/** What exports show beside what imports read. */
export const shownColumns = {
  unitName: text('单位', 'Unit'),
  to: text('截止日期', 'Last day'),
} as const

export const sheetNames = {
  organisations: text('部门和党组织', 'Organisations'),
  organisationsTemplate: text('组织导入模板', 'Template for organisations'),
  links: text('包联安排', 'Linked officers'),
  linksTemplate: text('包联导入模板', 'Template for linked officers'),
} as const
