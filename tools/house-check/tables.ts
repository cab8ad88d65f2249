// What the migrations say of every table: columns, keys, references, class and comments, read from the SQL text.
// The database itself is asked by tests; this reads faster and speaks of the line.

import type { SourceFile } from '../source/tree.ts'
import { pick } from '../source/tree.ts'
import { bracketOf, membersOf, type Statement, statementsOf, unquote } from './statements.ts'

export interface Key {
  readonly kind: 'primary' | 'unique'
  readonly columns: readonly string[]
  readonly line: number
}

export interface Reference {
  readonly columns: readonly string[]
  readonly table: string
  readonly targets: readonly string[]
  readonly text: string
  readonly line: number
  /** Written inside `create table` rather than by `alter table` afterwards. */
  readonly inline: boolean
}

export interface Table {
  readonly name: string
  readonly path: string
  readonly line: number
  readonly columns: Map<string, string>
  readonly checks: string[]
  readonly keys: Key[]
  readonly references: Reference[]
  readonly columnComments: Map<string, string>
  /** From app_table(…); null while nothing declares it. */
  declared: { readonly class: string; readonly room: string; readonly comment: string; readonly line: number } | null
  comment: string
}

export const migrationPath = /(^|\/)migrations\/[^/]+\.sql$/
const createTable = /^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(/i

/** A table's name without schema and quotes. */
export function bare(name: string): string {
  return name.replaceAll('"', '').split('.').at(-1) ?? name
}

const names = (list: string): string[] => membersOf(list).map((column) => bare(column.split(/\s+/)[0] ?? ''))

function addMember(table: Table, member: string, line: number, inline: boolean): void {
  const text = member.replace(/^constraint\s+[\w"]+\s+/i, '')
  const key = /^(primary\s+key|unique)\b/i.exec(text)
  if (key !== null) table.keys.push({ kind: /^p/i.test(text) ? 'primary' : 'unique', columns: names(bracketOf(text).inside), line })
  else if (/^foreign\s+key/i.test(text)) addReference(table, names(bracketOf(text).inside), bracketOf(text).after, line, inline)
  else if (/^check\b/i.test(text)) table.checks.push(text)
  else if (!/^(exclude|like)\b/i.test(text)) addColumn(table, text, line, inline)
}

function addColumn(table: Table, text: string, line: number, inline: boolean): void {
  const name = bare(text.split(/\s+/)[0] ?? '')
  table.columns.set(name, text)
  if (/\bprimary\s+key\b/i.test(text)) table.keys.push({ kind: 'primary', columns: [name], line })
  if (/\bunique\b/i.test(text)) table.keys.push({ kind: 'unique', columns: [name], line })
  if (/\breferences\b/i.test(text)) addReference(table, [name], text, line, inline)
  const check = /\bcheck\s*\(/i.exec(text)
  if (check !== null) table.checks.push(text.slice(check.index))
}

function addReference(table: Table, columns: string[], text: string, line: number, inline: boolean): void {
  const match = /\breferences\s+([\w."]+)\s*(\(([^)]*)\))?/i.exec(text)
  table.references.push({ columns, table: bare(match?.[1] ?? ''), targets: names(match?.[3] ?? ''), text, line, inline })
}

function alter(table: Table, actions: string, line: number): void {
  for (const action of membersOf(actions)) {
    const added = /^add\s+(?:column\s+(?:if\s+not\s+exists\s+)?)?([\s\S]+)$/i.exec(action)
    if (added?.[1] !== undefined) addMember(table, added[1], line, false)
    const dropped = /^drop\s+column\s+(?:if\s+exists\s+)?([\w"]+)/i.exec(action)
    if (dropped?.[1] !== undefined) table.columns.delete(bare(dropped[1]))
  }
}

function read(tables: Map<string, Table>, { text, line }: Statement, path: string): void {
  const created = createTable.exec(text)?.[1]
  if (created !== undefined) {
    const table: Table = {
      name: bare(created),
      path,
      line,
      columns: new Map(),
      checks: [],
      keys: [],
      references: [],
      columnComments: new Map(),
      declared: null,
      comment: '',
    }
    for (const member of membersOf(bracketOf(text).inside)) addMember(table, member, line, true)
    tables.set(table.name, table)
    return
  }
  const declared = /^select\s+app_table\s*\(/i.test(text) ? membersOf(bracketOf(text).inside).map(unquote) : null
  if (declared !== null) {
    const table = tables.get(bare(declared[0] ?? ''))
    if (table !== undefined) table.declared = { class: declared[1] ?? '', room: declared[2] ?? '', comment: declared[3] ?? '', line }
  }
  const altered = /^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w."]+)\s+([\s\S]+)$/i.exec(text)
  if (altered !== null) {
    const table = tables.get(bare(altered[1] ?? ''))
    if (table !== undefined) alter(table, altered[2] ?? '', line)
  }
  const index =
    /^create\s+unique\s+index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?[\w"]*\s*on\s+([\w."]+)\s*(?:using\s+\w+\s*)?\(/i.exec(text)
  if (index !== null) tables.get(bare(index[1] ?? ''))?.keys.push({ kind: 'unique', columns: names(bracketOf(text).inside), line })
  const comment = /^comment\s+on\s+(table|column)\s+([\w."]+)\s+is\s+('[\s\S]*')$/i.exec(text)
  if (comment !== null) addComment(tables, comment[1] ?? '', comment[2] ?? '', unquote(comment[3] ?? ''))
  const dropped = /^drop\s+table\s+(?:if\s+exists\s+)?([\w."]+)/i.exec(text)
  if (dropped !== null) tables.delete(bare(dropped[1] ?? ''))
}

function addComment(tables: Map<string, Table>, kind: string, target: string, comment: string): void {
  const parts = target.replaceAll('"', '').split('.')
  const table = tables.get((kind.toLowerCase() === 'table' ? parts.at(-1) : parts.at(-2)) ?? '')
  if (table === undefined) return
  if (kind.toLowerCase() === 'table') table.comment = comment
  else table.columnComments.set(parts.at(-1) ?? '', comment)
}

/** All tables as they stand after the last migration; ground first, then the rooms, each in the order of its files. */
export function tablesOf(files: readonly SourceFile[]): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (const file of pick(files, migrationPath)) for (const statement of statementsOf(file.text)) read(tables, statement, file.path)
  return tables
}
