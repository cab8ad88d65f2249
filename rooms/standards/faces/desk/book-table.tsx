// One sheet of a draft as a table; rows that are not right are marked.

import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { useLanguage, useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { writtenColumns } from '../../core/book-checking.ts'
import { fieldKind, starOfRow } from '../../core/book-fields.ts'
import { formSheets, formWords, infoItems } from '../../core/form-sheets.ts'
import type { FormColumn, SheetKey } from '../../core/form-sheets.ts'
import type { Book, Cells } from '../../core/form-writing.ts'
import type { DraftBook } from './draft-book.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

interface TableRow {
  readonly index: number
  readonly cells: Cells
  readonly faults: number
}

type Say = ReturnType<typeof useText>

/** What names a row stands first. */
const first: Partial<Readonly<Record<SheetKey, string>>> = { bottomLines: 'id', tasks: 'id', criteria: 'id', flow: 'name', mapping: 'from' }
/** Shown when chosen: they are long, or seldom asked for. */
const hidden = new Set([
  'textEn',
  'standardEn',
  'requirementEn',
  'taskForceEn',
  'workEn',
  'byEn',
  'evidenceEn',
  'roleEn',
  'evidence',
  'role',
  'aliases',
  'noticeEn',
])

function shownCell(sheet: SheetKey, column: string, cells: Cells, { say, comma }: { readonly say: Say; readonly comma: string }): string {
  const value = cells[column] ?? ''
  if (sheet === 'info' && column === 'key') {
    const item = infoItems[value]
    return item === undefined ? value : say(item)
  }
  const kind = fieldKind(sheet, column, cells['key'] ?? '')
  if (kind.as !== 'word') return value
  return value
    .split('\n')
    .map((word) => {
      const text = formWords[kind.of]?.[word]
      return text === undefined ? word : say(text)
    })
    .join(comma)
}

function columnsOf(sheet: SheetKey, text: Words, say: Say): readonly Column<TableRow>[] {
  const columnOf = ({ key, title, width }: FormColumn): Column<TableRow> => ({
    key,
    title: say(title),
    value: ({ cells }) => shownCell(sheet, key, cells, { say, comma: text.comma }),
    width: Math.min(Math.max(width * 8, 90), 300),
    ...(hidden.has(key) ? { hidden: true } : {}),
  })
  const columns = writtenColumns(sheet)
  const head = columns.find(({ key }) => key === first[sheet]) ?? columns[0]
  const rest = columns.filter((column) => column !== head)
  return [
    ...(head === undefined ? [] : [columnOf(head)]),
    {
      key: 'check',
      title: text.check,
      value: ({ faults }) => faults,
      render: ({ faults }) =>
        faults === 0 ? <StatusTag state="done">{text.right}</StatusTag> : <StatusTag state="late">{text.faults(faults)}</StatusTag>,
      width: 110,
    },
    ...rest.map(columnOf),
  ]
}

function starFilter(book: Book, sheet: SheetKey, text: Words, language: Language): readonly Filter<TableRow>[] {
  if (!['bottomLines', 'tasks', 'criteria', 'flow'].includes(sheet)) return []
  const choices = book.stars.map((cells) => ({
    value: cells['code'] ?? '',
    label: cells[language === 'zh' ? 'name' : 'nameEn'] ?? cells['name'] ?? '',
  }))
  return [{ key: 'star', title: text.star, choices, test: ({ index }, value) => starOfRow(book, sheet, index) === value }]
}

interface BookTableProps {
  readonly draft: DraftBook
  readonly sheet: SheetKey
  readonly open: number | null
  readonly onOpen: (row: number | null) => void
}

export function BookTable({ draft, sheet, open, onOpen }: BookTableProps) {
  const text = useWords(words)
  const say = useText()
  const [language] = useLanguage()
  const { book, checked } = draft
  const faultsOf = (index: number): number => checked.faults.filter((fault) => fault.sheet === sheet && fault.row === index).length
  return (
    <DataTable
      name={`standards.draft.${sheet}`}
      caption={say(formSheets[sheet].title)}
      rows={book[sheet].map((cells, index): TableRow => ({ index, cells, faults: faultsOf(index) }))}
      rowKey={({ index }) => String(index)}
      columns={columnsOf(sheet, text, say)}
      filters={starFilter(book, sheet, text, language)}
      openKey={open === null ? null : String(open)}
      onOpen={({ index }) => onOpen(index)}
      onClose={() => onOpen(null)}
      empty={{ title: text.noRows, next: text.noRowsNext }}
    />
  )
}
