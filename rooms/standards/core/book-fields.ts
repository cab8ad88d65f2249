// How each cell of an edition is typed: a line, several lines, a rule, one of the fixed words, or one of what other sheets hold.

import type { SheetKey } from './form-sheets.ts'
import type { Book } from './form-writing.ts'

export type FieldKind =
  | { readonly as: 'line' | 'lines' | 'rule' | 'kept' }
  /** One of `formWords[of]`; `several` of them on lines of their own. */
  | { readonly as: 'word'; readonly of: string; readonly several?: true }
  /** A name that stands in a column of another sheet. */
  | { readonly as: 'name'; readonly sheet: SheetKey; readonly column: string }

const line: FieldKind = { as: 'line' }
const lines: FieldKind = { as: 'lines' }
const rule: FieldKind = { as: 'rule' }
const word = (of: string): FieldKind => ({ as: 'word', of })
const star: FieldKind = { as: 'name', sheet: 'stars', column: 'code' }

const kinds: Partial<Readonly<Record<SheetKey, Readonly<Record<string, FieldKind>>>>> = {
  stars: { scope: word('scope'), lead: { as: 'name', sheet: 'offices', column: 'name' }, rule, before: lines, enabled: word('yesNo') },
  bottomLines: { star, text: lines, textEn: lines, rule },
  tasks: { star },
  criteria: {
    task: { as: 'name', sheet: 'tasks', column: 'id' },
    text: lines,
    standard: lines,
    requirement: lines,
    textEn: lines,
    standardEn: lines,
    requirementEn: lines,
    kind: word('kind'),
    rule,
    required: word('yesNo'),
    evidence: lines,
    evidenceEn: lines,
  },
  facts: { type: word('type'), period: word('period'), aliases: lines, choices: lines, choicesEn: lines },
  stages: { work: lines, workEn: lines },
  ladders: { level: word('level'), of: word('of') },
  flow: { star },
  mapping: { what: word('what'), change: word('change') },
}

const info: Readonly<Record<string, FieldKind>> = {
  format: { as: 'kept' },
  id: { as: 'kept' },
  scopes: { as: 'word', of: 'scope', several: true },
}

/** How a cell is typed; in the sheet of the edition itself, by the item of its row. */
export function fieldKind(sheet: SheetKey, column: string, item = ''): FieldKind {
  if (sheet === 'info') return column === 'value' ? (info[item] ?? line) : { as: 'kept' }
  return kinds[sheet]?.[column] ?? line
}

/** The names that a cell may hold, with what they are called beside. */
export function namesFor(
  book: Book,
  kind: Extract<FieldKind, { as: 'name' }>,
): readonly { readonly value: string; readonly label: string }[] {
  return book[kind.sheet].flatMap((cells) => {
    const value = cells[kind.column] ?? ''
    const name = cells['name'] ?? ''
    return value === '' ? [] : [{ value, label: name === '' || name === value ? value : `${value} ${name}` }]
  })
}

/** The code of the star to which a row belongs. */
export function starOfRow(book: Book, sheet: SheetKey, row: number): string {
  const cells = book[sheet][row] ?? {}
  if (sheet === 'stars') return cells['code'] ?? ''
  if (sheet !== 'criteria') return cells['star'] ?? ''
  return book.tasks.find(({ id }) => id === cells['task'])?.['star'] ?? ''
}
