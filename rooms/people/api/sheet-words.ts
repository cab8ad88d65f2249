// The words of the sheets that go in and out; kept apart from the code that fills them.

import type { Language, Text } from '#ground/kernel/problem.ts'
import type { ColumnNames } from '#ground/sheets/table.ts'
import type { TemplateColumn } from '#ground/sheets/xlsx-write.ts'
import type { SheetRow } from '../core/import-rows.ts'
import { rolesToGive } from '../core/roles.ts'

type Column = Exclude<keyof SheetRow, 'line'>

const names: Readonly<Record<Column, Text>> = {
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位代码', en: 'Unit code' },
  role: { zh: '角色', en: 'Role' },
  login: { zh: '登录名', en: 'Login name' },
  phone: { zh: '手机号', en: 'Phone' },
  from: { zh: '任职日期', en: 'First day' },
}

const notes: Readonly<Record<Column, { readonly note: Text; readonly example: string }>> = {
  name: { note: { zh: '真实姓名，1 至 40 个字', en: 'The real name, 1 to 40 characters' }, example: '演示·甲' },
  unit: { note: { zh: '所在单位的统计用区划代码', en: 'Official code of the unit' }, example: '990101001001' },
  role: {
    note: { zh: '从列表中选；只建账号不给岗位时留空', en: 'Choose from the list; empty for an account without a post' },
    example: '村(社区)书记',
  },
  login: {
    note: { zh: '字母开头，3 至 40 位；可留空，由本人首次登录时自定', en: 'Begins with a letter, 3 to 40; may be left to the person' },
    example: 'yanshi-jia',
  },
  phone: {
    note: { zh: '11 位手机号，可留空；加密保存，列表中不全显示', en: '11 digits, optional; stored encrypted, masked in lists' },
    example: '19900000001',
  },
  from: { note: { zh: 'YYYY-MM-DD，留空为今天', en: 'YYYY-MM-DD, today when empty' }, example: '2026-01-01' },
}

const required: ReadonlySet<Column> = new Set(['name', 'unit'])
const order: readonly Column[] = ['name', 'unit', 'role', 'login', 'phone', 'from']

/** Which columns the import reads, under either language's name. */
export const sheetColumns = Object.fromEntries(
  order.map((key) => [key, { names: [names[key].zh, names[key].en, key], ...(required.has(key) ? {} : { optional: true }) }]),
) as unknown as Readonly<Record<Column, ColumnNames>>

/** The template's columns for somebody with this role. */
export function templateColumns(language: Language, role: string | null): TemplateColumn[] {
  return order.map((key) => ({
    name: names[key][language],
    required: required.has(key),
    note: notes[key].note[language],
    example: notes[key].example,
    ...(key === 'role' ? { choices: rolesToGive(role).map((one) => one.title.zh) } : {}),
  }))
}

export const exportWords = {
  template: { zh: '人员导入模板', en: 'Template for people' },
  list: { zh: '人员名单', en: 'People' },
  columns: [
    names.name,
    names.unit,
    { zh: '单位', en: 'Unit' },
    { zh: '岗位', en: 'Posts' },
    names.login,
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
