// The words of the sheets that go in and out; kept apart from the code that fills them.

import type { Language, Text } from '#ground/kernel/problem.ts'
import { templateColumns } from '#ground/sheets/sheet-columns.ts'
import type { SheetColumns } from '#ground/sheets/sheet-columns.ts'
import type { TemplateColumn } from '#ground/sheets/xlsx-write.ts'
import type { SheetRow } from '../core/import-rows.ts'
import { rolesToGive } from '../core/roles.ts'

type Column = Exclude<keyof SheetRow, 'line'>

const text = (zh: string, en: string): Text => ({ zh, en })

/** Which columns the import reads, in the order of the template. */
export const sheetColumns: SheetColumns<Column> = {
  name: {
    title: text('姓名', 'Name'),
    note: text('真实姓名，1 至 40 个字', 'The real name, 1 to 40 characters'),
    example: '演示·甲',
    required: true,
  },
  unit: {
    title: text('单位代码', 'Unit code'),
    note: text('所在单位的统计用区划代码', 'Official code of the unit'),
    example: '990101001001',
    required: true,
  },
  role: {
    title: text('角色', 'Role'),
    note: text('从列表中选；只建账号不给岗位时留空', 'Choose from the list; empty for an account without a post'),
    example: '村(社区)书记',
  },
  login: {
    title: text('登录名', 'Login name'),
    note: text('字母开头，3 至 40 位；可留空，由本人首次登录时自定', 'Begins with a letter, 3 to 40; may be left to the person'),
    example: 'yanshi-jia',
  },
  phone: {
    title: text('手机号', 'Phone'),
    note: text('11 位手机号，可留空；加密保存，列表中不全显示', '11 digits, optional; stored encrypted, masked in lists'),
    example: '19900000001',
  },
  from: {
    title: text('任职日期', 'First day'),
    note: text('YYYY-MM-DD，留空为今天', 'YYYY-MM-DD, today when empty'),
    example: '2026-01-01',
  },
}

/** The template's columns for somebody with this role. */
export function columnsFor(language: Language, role: string | null): TemplateColumn[] {
  return templateColumns(sheetColumns, language, { role: rolesToGive(role).map((one) => one.title.zh) })
}

export const exportWords = {
  template: { zh: '人员导入模板', en: 'Template for people' },
  list: { zh: '人员名单', en: 'People' },
  columns: [
    sheetColumns.name.title,
    sheetColumns.unit.title,
    { zh: '单位', en: 'Unit' },
    { zh: '岗位', en: 'Posts' },
    sheetColumns.login.title,
    { zh: '手机号(不全显示)', en: 'Phone (masked)' },
    { zh: '账号', en: 'Account' },
  ],
  states: {
    active: { zh: '正常', en: 'active' },
    waiting: { zh: '待启用', en: 'waiting' },
    locked: { zh: '已停用', en: 'locked' },
    erased: { zh: '已注销', en: 'erased' },
  },
} as const
