// The level's answer: a return with the rows that were noted and a day, a pass, or a refusal with the same rows, asked twice.
// All need a line; notes stay until then.

import { useId, useState } from 'react'
import { addDays } from '#ground/kernel/days.ts'
import { readDay } from '#ground/ui/day.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { daysOffered, notedRows, returnFault } from '../../core/pocket-hand.ts'
import type { At, ReviewSheet } from './hand-client.ts'
import { notesOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { Refusal } from './refusal.tsx'
import { words } from './review-more-words.ts'
import { takeVerb } from './verbs.ts'

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly review: ReviewSheet
  readonly today: string
  onDone(said: string): void
}

export function VerdictPart({ store, state, at, review, today, onDone }: Props) {
  const text = useWords(words)
  const { day } = useFormat()
  const [dueId, remarkId] = [useId(), useId()]
  const [problem, setProblem] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const notes = notesOf(state, at.id)
  const named = notedRows(
    notes,
    review.rows.map(({ row }) => row),
  )
  const due = readDay(notes.due)
  const fault = returnFault(named, due, today)
  const online = state.line === 'open' && !state.signedOut
  const rows = () => named.map((note) => ({ ...note }))
  const verdicts = {
    pass: { take: () => takeVerb(store, 'pass', at, { reason: notes.remark.trim() }), said: text.passed },
    return: { take: () => takeVerb(store, 'return', at, { rows: rows(), due: due ?? '' }), said: text.sentBack(day(due ?? today)) },
    refuse: { take: () => takeVerb(store, 'refuse', at, { rows: rows() }), said: text.refusedDone },
  }
  const run = async (verb: keyof typeof verdicts): Promise<void> => {
    setPending(true)
    const refusal = await verdicts[verb].take()
    setPending(false)
    setRefusing(false)
    setProblem(refusal)
    if (refusal !== null) return
    store.settled(at)
    onDone(verdicts[verb].said)
  }
  if (!review.verbs.includes('pass') && !review.verbs.includes('return')) return <p className="card">{text.noVerbs}</p>
  return (
    <section>
      <h2>{text.decide}</h2>
      {named.length === 0 ? (
        <p className="quiet">{text.nothingNoted}</p>
      ) : (
        <div className="card">
          <p>
            <strong>{text.notedRows}</strong>
          </p>
          {named.map((note) => (
            <p key={note.row} className="kept-text">
              {note.row} {note.reason}
            </p>
          ))}
          <p>
            <strong>{text.due}</strong>
          </p>
          <div className="days">
            {daysOffered.map((count) => {
              const offered = addDays(today, count)
              return (
                <button key={count} type="button" aria-pressed={due === offered} onClick={() => store.note(at, { due: offered })}>
                  {text.dueIn(count, day(offered))}
                </button>
              )
            })}
          </div>
          <label htmlFor={dueId}>{text.dueTyped}</label>
          <input
            id={dueId}
            inputMode="numeric"
            maxLength={20}
            value={notes.due}
            aria-invalid={notes.due !== '' && fault === 'day'}
            onChange={(event) => store.note(at, { due: event.target.value })}
          />
          {fault === 'day' ? (
            <p className={notes.due === '' ? 'quiet' : 'error'}>{text.dueWrong}</p>
          ) : (
            <p>{text.dueIs(day(due ?? today))}</p>
          )}
        </div>
      )}
      {named.length === 0 && (
        <>
          <label htmlFor={remarkId}>{text.remark}</label>
          <textarea
            id={remarkId}
            maxLength={2000}
            value={notes.remark}
            onChange={(event) => store.note(at, { remark: event.target.value })}
          />
        </>
      )}
      {named.length > 0 && review.verbs.includes('pass') && <p className="quiet">{text.passNotes(named.length)}</p>}
      {!online && <p className="attention">{text.needsLine}</p>}
      <Refusal problem={problem} />
      <div className="total choices">
        {named.length > 0 ? (
          <button type="button" className="main-act" disabled={!online || pending || fault !== null} onClick={() => void run('return')}>
            {text.sendBack(named.length)}
          </button>
        ) : (
          <button
            type="button"
            className="main-act"
            disabled={!online || pending || !review.verbs.includes('pass')}
            onClick={() => void run('pass')}
          >
            {text.pass}
          </button>
        )}
      </div>
      {review.verbs.includes('refuse') && (
        <div className="card">
          <p>{named.length === 0 ? text.refuseNeedsRows : text.refuseLead}</p>
          {refusing && named.length > 0 ? (
            <>
              <p className="late">{text.refuseSure(named.length)}</p>
              <button type="button" disabled={!online || pending} onClick={() => void run('refuse')}>
                {text.refuse(named.length)}
              </button>
              <button type="button" className="plain" disabled={pending} onClick={() => setRefusing(false)}>
                {text.notYet}
              </button>
            </>
          ) : (
            <button type="button" disabled={!online || pending || named.length === 0} onClick={() => setRefusing(true)}>
              {text.refuse(named.length)}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
