// All sheets, judge by unit, a table a component; a cell opens the sheet beneath.

import { useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { totalOf } from '../../core/stepping.ts'
import { sheetAt } from './count-cell.ts'
import type { Cell } from './count-cell.ts'
import type { TableProps } from './count-data.ts'
import { SheetPanel } from './count-sheet-panel.tsx'
import { words } from './count-words.ts'
import type { Count } from './seat-client.ts'

function useCellText(count: Count): (cell: Cell) => { readonly words: string; readonly look: string } {
  const text = useWords(words)
  return (cell) => {
    const judge = count.judges.find(({ seat }) => seat === cell.judge)
    if (judge?.recused.includes(cell.subject) === true) return { words: text.cell.recused, look: 'waiting' }
    const sheet = sheetAt(count, cell)
    if (sheet === undefined) return { words: text.cell.none, look: 'waiting' }
    if (sheet.state === 'withdrawn') return { words: text.cell.withdrawn, look: 'late' }
    if (sheet.state === 'unconfirmed') return { words: text.cell.unconfirmed, look: 'attention' }
    const total = totalOf(sheet.points)
    const all = count.round.rules.sheets[cell.component]?.length ?? 0
    return sheet.complete
      ? { words: total, look: 'figure' }
      : { words: text.cell.partly(total, Object.keys(sheet.points).length, all), look: 'attention' }
  }
}

function Gathered({ count, component }: { readonly count: Count; readonly component: string }) {
  const text = useWords(words)
  const sheets = count.sheets.filter((sheet) => sheet.component === component)
  const drawn = count.round.parts.filter((part) => part.drawn !== false)
  const due = count.judges.reduce((sum, { recused }) => sum + drawn.filter(({ subject }) => !recused.includes(subject)).length, 0)
  const complete = sheets.filter(({ state, complete: whole }) => state === 'kept' && whole).length
  const open = sheets.filter(({ state, complete: whole }) => state === 'kept' && !whole).length
  const unconfirmed = sheets.filter(({ state }) => state === 'unconfirmed').length
  return (
    <p>
      <span className={complete === due ? 'done' : undefined}>{text.gathered(complete, due)}</span>
      {open > 0 && <span className="attention"> {text.inWork(open)}</span>}
      {unconfirmed > 0 && <span className="attention"> {text.unconfirmed(unconfirmed)}</span>}
    </p>
  )
}

export function SheetsPart({ count, run }: TableProps) {
  const text = useWords(words)
  const cellText = useCellText(count)
  const [open, setOpen] = useState<Cell | null>(null)
  const { rules, parts } = count.round
  const drawn = parts.filter((part) => part.drawn !== false)
  return (
    <>
      {rules.components.map(({ id, title }) => (
        <section key={id}>
          <h2>{title}</h2>
          <Gathered count={count} component={id} />
          <div className="scroll" tabIndex={0} role="region" aria-label={title}>
            <table className="grid">
              <thead>
                <tr>
                  <th scope="col">{text.unit}</th>
                  {count.judges.map(({ seat, label }) => (
                    <th key={seat} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {drawn.map(({ subject, name }) => (
                  <tr key={subject}>
                    <th scope="row">{name}</th>
                    {count.judges.map(({ seat, label, recused }) => {
                      const cell = { judge: seat, subject, component: id }
                      const shown = cellText(cell)
                      const here = open?.judge === seat && open.subject === subject && open.component === id
                      return (
                        <td key={seat}>
                          {recused.includes(subject) ? (
                            <span className="quiet">{shown.words}</span>
                          ) : (
                            <button
                              type="button"
                              className={shown.look}
                              aria-label={text.cellOf(label, name, shown.words)}
                              aria-expanded={here}
                              onClick={() => setOpen(here ? null : cell)}
                            >
                              {shown.words}
                            </button>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {open?.component === id ? (
            <SheetPanel key={`${open.judge}${open.subject}`} count={count} run={run} cell={open} onClose={() => setOpen(null)} />
          ) : (
            <p className="quiet">{text.choose}</p>
          )}
        </section>
      ))}
    </>
  )
}
