// Editing the records of an edition: what hangs on a row goes with it. A star that is renamed keeps its bottom lines, tasks and
// steps; one that is taken out takes them along, and the mapping from the edition before says that it was dropped.

import type { SheetKey } from './form-sheets.ts'
import type { Book, Cells } from './form-writing.ts'

/** Under which column a row names the row it belongs to. */
export const parentColumn: Partial<Readonly<Record<SheetKey, 'star' | 'task'>>> = {
  bottomLines: 'star',
  tasks: 'star',
  flow: 'star',
  criteria: 'task',
}

/** Where the name of a row is named again. */
const named: readonly { readonly sheet: SheetKey; readonly column: string; readonly in: readonly (readonly [SheetKey, string])[] }[] = [
  {
    sheet: 'stars',
    column: 'code',
    in: [
      ['bottomLines', 'star'],
      ['tasks', 'star'],
      ['flow', 'star'],
    ],
  },
  { sheet: 'tasks', column: 'id', in: [['criteria', 'task']] },
  { sheet: 'offices', column: 'name', in: [['stars', 'lead']] },
]
const mapped: Partial<Readonly<Record<SheetKey, string>>> = { stars: 'code', criteria: 'id' }

/** Whether other rows go by this cell: it is then changed as a whole, not letter by letter. */
export const isName = (sheet: SheetKey, column: string): boolean =>
  mapped[sheet] === column || named.some((one) => one.sheet === sheet && one.column === column)

const withRows = (book: Book, sheet: SheetKey, rows: readonly Cells[]): Book => ({ ...book, [sheet]: rows })

function inMapping(book: Book, sheet: SheetKey, name: string, change: (cells: Cells) => Cells): Book {
  if (mapped[sheet] === undefined || name === '') return book
  return withRows(
    book,
    'mapping',
    book.mapping.map((cells) => (cells['what'] === sheet && cells['to'] === name ? change(cells) : cells)),
  )
}

function renamed(book: Book, sheet: SheetKey, column: string, before: string, after: string): Book {
  const others = named.find((one) => one.sheet === sheet && one.column === column)?.in ?? []
  let next = book
  for (const [key, own] of others)
    next = withRows(
      next,
      key,
      next[key].map((cells) => (cells[own] === before ? { ...cells, [own]: after } : cells)),
    )
  const starred = sheet === 'stars' && column === 'code'
  if (starred) {
    const again = (list: string): string => list.replaceAll(/[^\n]+/g, (code) => (code.trim() === before ? after : code))
    next = withRows(
      next,
      'stars',
      next.stars.map((cells) => ({ ...cells, before: again(cells['before'] ?? '') })),
    )
  }
  return mapped[sheet] === column ? inMapping(next, sheet, before, (cells) => ({ ...cells, to: after })) : next
}

/** A cell with another text; a name is changed wherever it is named, unless two rows would then bear it. */
export function changeCell(book: Book, sheet: SheetKey, row: number, column: string, value: string): Book {
  const before = book[sheet][row]?.[column] ?? ''
  const changed = withRows(
    book,
    sheet,
    book[sheet].map((cells, index) => (index === row ? { ...cells, [column]: value } : cells)),
  )
  if (!isName(sheet, column) || before === '' || value === '' || before === value) return changed
  const bearers = (name: string): number => changed[sheet].filter((cells) => cells[column] === name).length
  return bearers(before) === 0 && bearers(value) === 1 ? renamed(changed, sheet, column, before, value) : changed
}

/** A new row after another one, or at the end. */
export function addRow(book: Book, sheet: SheetKey, after: number | null, cells: Cells): Book {
  const at = after === null ? book[sheet].length : after + 1
  return withRows(book, sheet, book[sheet].toSpliced(at, 0, cells))
}

const dropped = (cells: Cells): Cells => ({ ...cells, to: '', change: 'dropped' })

/** The book without a row and without what belongs to it. */
export function removeRow(book: Book, sheet: SheetKey, row: number): Book {
  const gone = book[sheet][row]
  if (gone === undefined) return book
  let next = withRows(book, sheet, book[sheet].toSpliced(row, 1))
  const children = named.find((one) => one.sheet === sheet && sheet !== 'offices')
  const name = gone[children?.column ?? mapped[sheet] ?? ''] ?? ''
  for (const [key, own] of name === '' ? [] : (children?.in ?? [])) {
    for (let index = next[key].length - 1; index >= 0; index -= 1) if (next[key][index]?.[own] === name) next = removeRow(next, key, index)
  }
  return inMapping(next, sheet, name, dropped)
}

/** How many rows would go with a row. */
export function goesWith(book: Book, sheet: SheetKey, row: number): number {
  const size = (one: Book): number => Object.values<readonly Cells[]>(one).reduce((sum, rows) => sum + rows.length, 0)
  return size(book) - size(removeRow(book, sheet, row)) - 1
}

/** A row one place up (−1) or down (1) among those of the same parent, and where it then stands. */
export function moveRow(book: Book, sheet: SheetKey, row: number, by: -1 | 1): { readonly book: Book; readonly row: number } {
  const rows = book[sheet]
  const column = parentColumn[sheet]
  const isSibling = (at: number): boolean => column === undefined || rows[at]?.[column] === rows[row]?.[column]
  let to = row + by
  while (rows[to] !== undefined && !isSibling(to)) to += by
  const [own, other] = [rows[row], rows[to]]
  if (own === undefined || other === undefined) return { book, row }
  return { book: withRows(book, sheet, rows.with(row, other).with(to, own)), row: to }
}
