// Every table is declared with app_table, says in its comment what a row is, and keeps the rules that let the same
// migrations run on one server and on many (keys, districts, references).

import type { Finding } from '../../source/finding.ts'
import type { Check } from '../house.ts'
import { type Table, tablesOf } from '../tables.ts'

const classes = ['growing', 'standard', 'local']
/** The register itself cannot be registered. */
const register = 'app_tables'

type Say = (line: number, message: string) => void

function declaration(table: Table, say: Say): void {
  if (table.name === register) {
    if (table.comment === '') say(table.line, 'has no comment')
    return
  }
  if (table.declared === null) return say(table.line, `is not declared: add select app_table('${table.name}', class, room, comment)`)
  if (!classes.includes(table.declared.class)) say(table.declared.line, `has the class ${table.declared.class}: growing, standard or local`)
  if (table.declared.comment.trim() === '') say(table.declared.line, 'has no comment in app_table')
  const owner = /^rooms\/([^/]+)\//.exec(table.path)?.[1] ?? 'ground'
  if (table.declared.room !== owner) say(table.declared.line, `belongs to ${owner}, app_table says ${table.declared.room}`)
}

function growing(table: Table, say: Say): void {
  for (const column of ['district', 'unit']) {
    const text = table.columns.get(column) ?? ''
    if (!/^\w+\s+text\s+collate\s+"C"\s+not\s+null/i.test(text)) say(table.line, `grows and needs ${column} text collate "C" not null`)
    if (/\b(default|generated)\b/i.test(text)) say(table.line, `${column} is written by the application, never defaulted or generated`)
  }
  const check = /check\s*\(\s*district\s*=\s*left\s*\(\s*unit\s*,\s*6\s*\)\s*\)/i
  if (!table.checks.some((text) => check.test(text))) say(table.line, 'grows and needs check (district = left(unit, 6))')
  if (!table.keys.some((key) => key.kind === 'primary')) say(table.line, 'grows and needs a primary key that starts with district')
  for (const key of table.keys) {
    if (key.columns[0] !== 'district') say(key.line, `its ${key.kind} key (${key.columns.join(', ')}) must start with district`)
  }
}

function references(table: Table, tables: ReadonlyMap<string, Table>, say: Say): void {
  for (const reference of table.references) {
    const to = tables.get(reference.table)
    const what = `its reference to ${reference.table}`
    if (to === undefined) say(reference.line, `${what} leads to no table of the house`)
    if (!/\bon\s+delete\s+(cascade|restrict|no\s+action|set\s+null|set\s+default)/i.test(reference.text))
      say(reference.line, `${what} does not say what happens on delete`)
    if (/\bon\s+delete\s+set\s+(null|default)/i.test(reference.text))
      say(reference.line, `${what}: no on delete set null (it is refused on a distributed table)`)
    const grows = table.declared?.class === 'growing'
    const toGrows = to?.declared?.class === 'growing'
    if (grows && toGrows && (reference.columns[0] !== 'district' || reference.targets[0] !== 'district')) {
      say(reference.line, `${what} must start with district on both sides`)
    }
    if (!grows && toGrows) say(reference.line, `${what}: a ${table.declared?.class ?? 'table'} table may not refer to a growing one`)
    if (grows && to?.declared?.class === 'local') say(reference.line, `${what}: a growing table may not refer to a local one`)
    if (grows && reference.inline) say(reference.line, `${what}: write it as alter table … add constraint after app_table(…)`)
  }
}

export const tables: Check = (house) => {
  const findings: Finding[] = []
  const all = tablesOf(house.files)
  for (const table of all.values()) {
    const say: Say = (line, message) => void findings.push({ rule: 'table', path: table.path, line, message: `${table.name} ${message}` })
    declaration(table, say)
    if (table.declared?.class === 'growing') growing(table, say)
    references(table, all, say)
  }
  return findings
}
