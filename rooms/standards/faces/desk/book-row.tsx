// One row of a draft beside its table: every cell with what is wrong with it, and what can be done with the row.

import { Button } from 'antd'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useLanguage, useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import type { BookFault } from '../../core/book-checking.ts'
import { writtenColumns } from '../../core/book-checking.ts'
import { addRow, changeCell, goesWith, moveRow, parentColumn, removeRow } from '../../core/book-editing.ts'
import { fieldKind, starOfRow } from '../../core/book-fields.ts'
import { readExpression } from '../../core/expression-reading.ts'
import { formSheets, infoItems } from '../../core/form-sheets.ts'
import type { SheetKey } from '../../core/form-sheets.ts'
import type { Book, Cells } from '../../core/form-writing.ts'
import { meaningOf } from '../../core/rule-words.ts'
import { BookField } from './book-field.tsx'
import type { DraftBook } from './draft-book.ts'
import { words } from './words.ts'

interface BookRowProps {
  readonly draft: DraftBook
  readonly sheet: SheetKey
  readonly row: number
  readonly onOpen: (row: number | null) => void
}

/** By what a row is called. */
const titleColumns = ['id', 'code', 'name', 'from'] as const
const titleOf = (cells: Cells): string => titleColumns.map((key) => cells[key] ?? '').find((value) => value !== '') ?? ''

/** What a new row begins with: its parent is that of the row it stands beside. */
export function newCells(book: Book, sheet: SheetKey, beside: number | null): Cells {
  const parent = parentColumn[sheet]
  const given = parent === undefined || beside === null ? {} : { [parent]: book[sheet][beside]?.[parent] ?? '' }
  if (sheet === 'criteria') return { ...given, kind: 'reviewed', required: 'yes' }
  return sheet === 'stars' ? { enabled: 'no', ...given } : given
}

function Verbs({ draft, sheet, row, onOpen }: BookRowProps) {
  const text = useWords(words)
  const { book, change } = draft
  const move = (by: -1 | 1): void => {
    const moved = moveRow(book, sheet, row, by)
    change(moved.book)
    onOpen(moved.row)
  }
  const more = goesWith(book, sheet, row)
  return (
    <>
      <Button
        onClick={() => {
          change(addRow(book, sheet, row, newCells(book, sheet, row)))
          onOpen(row + 1)
        }}
      >
        {text.addBelow}
      </Button>
      <Button onClick={() => move(-1)}>{text.moveUp}</Button>
      <Button onClick={() => move(1)}>{text.moveDown}</Button>
      <ConfirmVerb
        danger
        label={text.removeRow}
        title={text.removeRow}
        explain={more === 0 ? text.removeExplain : text.removeWith(more)}
        run={async () => {
          onOpen(null)
          change(removeRow(book, sheet, row))
          return true
        }}
      />
    </>
  )
}

const errorOf = (
  faults: readonly BookFault[],
  column: string | null,
  say: (text: BookFault['problem']['detail']) => string,
): string | undefined => {
  const own = faults.filter((fault) => fault.column === column).map(({ problem }) => say(problem.detail))
  return own.length === 0 ? undefined : own.join(' ')
}

export function BookRow(props: BookRowProps) {
  const { draft, sheet, row, onOpen } = props
  const text = useWords(words)
  const say = useText()
  const [language] = useLanguage()
  const { book, checked, whole, change } = draft
  const cells = book[sheet][row]
  if (cells === undefined) return null
  const faults = checked.faults.filter((fault) => fault.sheet === sheet && fault.row === row)
  const star = whole.stars.find(({ code }) => code === starOfRow(book, sheet, row))
  const meaning = (rule: string): string | undefined =>
    star === undefined || !('expression' in readExpression(rule)) ? undefined : meaningOf(rule, { pack: whole, star, language })
  const item = cells['key'] ?? ''
  const info = infoItems[item]
  const own = titleOf(cells)
  const ofRow = errorOf(faults, null, say)
  return (
    <SidePanel
      title={info === undefined ? `${say(formSheets[sheet].title)} ${own}` : say(info)}
      onClose={() => onOpen(null)}
      actions={sheet === 'info' ? null : <Verbs {...props} />}
    >
      {ofRow === undefined ? null : (
        <p className="lx-error" role="alert">
          {ofRow}
        </p>
      )}
      {writtenColumns(sheet).map((column) => {
        if (sheet === 'info' && column.key === 'key') return null
        const kind = fieldKind(sheet, column.key, item)
        const value = cells[column.key] ?? ''
        const error = errorOf(faults, column.key, say)
        return (
          <BookField
            key={column.key}
            book={book}
            sheet={sheet}
            column={column}
            kind={kind}
            {...(info === undefined ? {} : { label: say(info) })}
            value={value}
            error={error}
            meaning={kind.as === 'rule' && value !== '' && error === undefined ? meaning(value) : undefined}
            onChange={(next) => change(changeCell(book, sheet, row, column.key, next))}
          />
        )
      })}
      {writtenColumns(sheet).some(({ key }) => key === 'rule') ? (
        <details className="standards-help">
          <summary>{text.ruleHelp}</summary>
          <dl>
            {text.ruleForms.map(([written, means]) => (
              <div key={written}>
                <dt>
                  <code>{written}</code>
                </dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </SidePanel>
  )
}
