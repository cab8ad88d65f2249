// Where a draft stands: saved and when, or what keeps it from being saved, each fault a way to its row.

import { Button } from 'antd'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { formSheets } from '../../core/form-sheets.ts'
import type { SheetKey } from '../../core/form-sheets.ts'
import type { DraftBook } from './draft-book.ts'
import { words } from './words.ts'

interface DraftStateProps {
  readonly draft: DraftBook
  readonly onGo: (sheet: SheetKey, row: number | null) => void
}

const shownFaults = 8

function Mark({ draft }: Pick<DraftStateProps, 'draft'>) {
  const text = useWords(words)
  const format = useFormat()
  const { state, savedAt, checked } = draft
  if (state === 'saving' || state === 'waiting') return <StatusTag state="waiting">{text.saving}</StatusTag>
  if (state === 'faulty') return <StatusTag state="attention">{text.notSaved(checked.faults.length)}</StatusTag>
  if (state === 'refused' || state === 'moved') return <StatusTag state="late">{text.refused}</StatusTag>
  return <StatusTag state="done">{savedAt === null ? text.asSaved : text.savedAt(format.minute(savedAt))}</StatusTag>
}

export function DraftState({ draft, onGo }: DraftStateProps) {
  const text = useWords(words)
  const say = useText()
  const { state, checked, problem, retry, keepMine, takeOther } = draft
  return (
    <section className="standards-state" aria-label={text.draftState}>
      <p role="status">
        <Mark draft={draft} />
      </p>
      {state === 'refused' ? <ProblemNotice problem={problem} retry={retry} /> : null}
      {state === 'moved' ? (
        <div className="standards-notice" role="alert">
          <p>{text.movedExplain}</p>
          <div className="lx-scope">
            <Button onClick={takeOther}>{text.takeOther}</Button>
            <Button onClick={keepMine}>{text.keepMine}</Button>
          </div>
        </div>
      ) : null}
      {checked.faults.length === 0 ? null : (
        <ul className="standards-faults">
          {checked.faults.slice(0, shownFaults).map(({ sheet, row, column, problem: fault }) => (
            <li key={`${sheet ?? ''} ${row ?? ''} ${column ?? ''} ${fault.code}`}>
              {sheet === null ? null : (
                <button type="button" className="lx-row-link" onClick={() => onGo(sheet, row)}>
                  {row === null ? say(formSheets[sheet].title) : text.rowOf(say(formSheets[sheet].title), row + 1)}
                </button>
              )}{' '}
              {say(fault.detail)}
            </li>
          ))}
          {checked.faults.length > shownFaults ? (
            <li className="lx-quiet">{text.moreFaults(checked.faults.length - shownFaults)}</li>
          ) : null}
        </ul>
      )}
    </section>
  )
}
