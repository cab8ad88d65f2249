// Inspections on the phone: which one, which unit, and its items one under the other. Works without a line once it was open.

import { use } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { Outside, SignIn } from '#ground/ui/pocket/outside.tsx'
import { useWords } from '#ground/ui/words.ts'
import { useState } from 'react'
import { countsOf, latestOn } from '../../core/pocket.ts'
import { pictureCounts } from '#rooms/evidence/core/device-pictures.ts'
import './inspections.css'
import { ItemCard } from './item-card.tsx'
import { store, useStore } from './store.ts'
import type { HandRow, State, Store } from './store.ts'
import { words } from './words.ts'

function Bar({ state }: { readonly state: State }) {
  const text = useWords(words)
  const [noted, taken] = [countsOf(state.findings), pictureCounts(state.pictures)]
  const [here, arrived, refused] = [noted.here + taken.here, noted.arrived + taken.arrived, noted.refused + taken.refused]
  return (
    <div className="honest" role="status">
      <span className="counts">
        <span className={here === 0 ? 'chip' : 'chip attention'}>{text.saved(here)}</span>
        <span aria-hidden="true"> · </span>
        <span className="chip done">{text.arrived(arrived)}</span>
        {refused > 0 && <span className="chip late">{text.refusedCount(refused)}</span>}
      </span>
      <span className={state.line === 'open' ? 'chip done' : 'chip attention'}>
        {state.line === 'open' ? text.lineOpen : text.lineLost}
      </span>
      {state.kept !== 'kept' && <span className="error">{text.storageFull}</span>}
    </div>
  )
}

interface At {
  readonly inspection: string
  readonly subject: string
}

const seenOf = (state: State, row: HandRow, subject: string): number =>
  row.items.filter(
    (item) =>
      row.findings.some((one) => one.subject === subject && one.item === item.id) ||
      ['waiting', 'arrived'].includes(latestOn(state.findings, row.id, subject, item.id)?.state ?? ''),
  ).length

function List({
  state,
  hand,
  onOpen,
}: {
  readonly state: State
  readonly hand: NonNullable<State['hand']>
  readonly onOpen: (at: At) => void
}) {
  const text = useWords(words)
  if (hand.rows.length === 0) return <p className="card">{text.none}</p>
  return hand.rows.map((row) => (
    <section key={row.id}>
      <h2>{row.title}</h2>
      <p className="quiet">{text.days(row.from, row.to)}</p>
      <ul className="rows" aria-label={text.chooseUnit}>
        {row.subjects.map((subject) => (
          <li key={subject.code}>
            <button type="button" className="row-button" onClick={() => onOpen({ inspection: row.id, subject: subject.code })}>
              <span className="name">{subject.name}</span>
              <span className="quiet">{text.progress(seenOf(state, row, subject.code), row.items.length)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}

interface SheetProps {
  readonly of: Store
  readonly state: State
  readonly row: HandRow
  readonly subject: HandRow['subjects'][number]
  readonly today: () => string
  readonly onBack: () => void
}

function Sheet({ of, state, row, subject, today, onBack }: SheetProps) {
  const text = useWords(words)
  return (
    <>
      <h1>{subject.name}</h1>
      <p className="quiet">
        {row.title} · {text.progress(seenOf(state, row, subject.code), row.items.length)}
      </p>
      <ol className="inspection-items">
        {row.items.map((item) => (
          <ItemCard
            key={item.id}
            inspection={row}
            subject={subject.code}
            item={item}
            local={latestOn(state.findings, row.id, subject.code, item.id)}
            known={row.findings.findLast((one) => one.subject === subject.code && one.item === item.id)}
            today={today}
            of={of}
            pictures={state.pictures}
          />
        ))}
      </ol>
      <button type="button" className="main-act" onClick={onBack}>
        {text.back}
      </button>
    </>
  )
}

export default function InspectionsPage() {
  const text = useWords(words)
  const of = use(store())
  const state = useStore(of)
  const [at, setAt] = useState<At | null>(null)
  const { hand } = state
  if (hand === null) {
    const { signedOut, line, problem } = state
    const why = signedOut ? 'signed-out' : problem !== null ? 'other-role' : line === 'lost' ? 'lost' : 'loading'
    return <Outside why={why} title={text.title} says={problem?.status === 403 ? text : { ...text, otherRole: problem?.detail }} />
  }
  // A phone's own clock counts only while there is no line, and never before the day on which the server was last heard.
  const today = (): string => {
    const device = chinaDay(Date.now())
    return state.line === 'open' || device < hand.today ? hand.today : device
  }
  const row = hand.rows.find((one) => one.id === at?.inspection)
  const subject = row?.subjects.find((one) => one.code === at?.subject)
  return (
    <>
      <Bar state={state} />
      <main className="inspections">
        {state.signedOut && <SignIn hint={text.signInAgain} />}
        {row === undefined || subject === undefined ? (
          <>
            <h1>{text.title}</h1>
            {state.line !== 'open' && <p className="quiet">{`${text.noLineHint} ${text.asOf(hand.today)}`}</p>}
            <List state={state} hand={hand} onOpen={setAt} />
          </>
        ) : (
          <Sheet of={of} state={state} row={row} subject={subject} today={today} onBack={() => setAt(null)} />
        )}
      </main>
    </>
  )
}
