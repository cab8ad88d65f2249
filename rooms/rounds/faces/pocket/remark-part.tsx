// Remarks on the spot and findings from before the visit: one form a unit, kept as typed, sent when there is a line.

import { useId, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { draftOf, remarksOf } from '../../core/pocket-remarks.ts'
import { allows } from '../../core/state.ts'
import { nowOf, orderedParts } from './following.ts'
import type { SeatState } from './seat-state.ts'
import type { SeatStore } from './seat-store.ts'
import { words as speakWords } from './speak-words.ts'
import { words } from './words.ts'

interface Props {
  readonly state: SeatState
  readonly store: SeatStore
}

export default function RemarkPart({ state, store }: Props) {
  const text = useWords(words)
  const speak = useWords(speakWords)
  const id = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const { mine, remarks } = state
  if (mine === null) return null
  const finder = mine.seat.kind === 'finder'
  const parts = orderedParts(mine)
  const subject = chosen ?? nowOf(mine)?.subject ?? parts[0]?.subject ?? ''
  const name = parts.find((part) => part.subject === subject)?.name ?? subject
  const draft = draftOf(remarks, subject)
  const open = allows(mine.round.state, finder ? 'find' : 'remark') && !state.gone
  return (
    <>
      <label htmlFor={`${id}-unit`}>{speak.chooseUnit}</label>
      <select id={`${id}-unit`} value={subject} onChange={(event) => setChosen(event.target.value)}>
        {parts.map((part) => (
          <option key={part.subject} value={part.subject}>
            {part.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>{finder ? speak.findingOf(name) : speak.remarkOf(name)}</label>
      <textarea
        id={`${id}-text`}
        rows={6}
        maxLength={500}
        disabled={!open}
        value={draft?.text ?? ''}
        onChange={(event) => store.type(subject, event.target.value)}
      />
      <p className="quiet">
        {speak.letters(draft?.text.length ?? 0)} {text.secret}
      </p>
      {draft?.state === 'refused' && (
        <p className="error" role="alert">
          {text.notTaken} {text.number(draft.problem ?? 0)}
        </p>
      )}
      {!open && <p className="card">{speak.remarkClosed}</p>}
      {remarksOf(remarks, subject).map((remark) => (
        <div key={remark.id} className="card">
          <p className="kept-text">{remark.text}</p>
          <p className={remark.state === 'arrived' ? 'chip done' : 'chip attention'}>
            {remark.state === 'arrived' ? text.state.arrived : text.state.waiting}
          </p>
        </div>
      ))}
      <div className="total">
        <button
          type="button"
          className="main-act"
          disabled={!open || (draft?.text.trim() ?? '') === ''}
          onClick={() => store.handIn(subject)}
        >
          {finder ? speak.submitFinding : speak.submitRemark}
        </button>
      </div>
    </>
  )
}
