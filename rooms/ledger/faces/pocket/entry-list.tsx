// The list: what is late first, then what waits for the unit, step by step; and for who checks, what waits for the check.

import { lazy } from 'react'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { byDue, placeOf, standsHere, stepsOn } from '../../core/pocket-steps.ts'
import type { Place } from '../../core/pocket-steps.ts'
import { stateNames } from '../../core/state.ts'
import type { Hand, HandRow } from './calls.ts'
import { DueLine } from './due-line.tsx'
import { holdsSomething, offList } from './off-list.ts'
import type { State } from './state.ts'
import { rowIn } from './store.ts'
import type { Store } from './store.ts'
import { words } from './words.ts'

const LonePart = lazy(async () => ({ default: (await import('./entry-screen.tsx')).LonePart }))

const places: readonly Place[] = ['late', 'assigned', 'rectifying', 'checking', 'others']

/** Entries with a picture that was not taken. */
const unfitOf = ({ pictures }: State): string[] => [
  ...new Set(Object.values(pictures).flatMap(({ entry, state }) => (state === 'refused' ? [entry] : []))),
]

interface LineProps {
  readonly state: State
  readonly row: HandRow
  /** Whose it is, where that is not the reader's own unit. */
  readonly named: boolean
  readonly onOpen: (id: string) => void
}

function Line({ state, row, named, onOpen }: LineProps) {
  const text = useWords(words)
  const say = useText()
  const here = standsHere(row, state.steps, row.id)
  const waits =
    stepsOn(state.steps, row.id, 'waiting').length > 0 ||
    Object.values(state.pictures).some(
      ({ entry, step, state: at }) => entry === row.id && at === 'waiting' && state.steps[step]?.state === 'arrived',
    )
  const isRefused = unfitOf(state).includes(row.id)
  const drafted = stepsOn(state.steps, row.id, 'draft').some((step) => holdsSomething(state, step))
  return (
    <li>
      <button type="button" className="row-button entry" onClick={() => onOpen(row.id)}>
        <span className="name">{row.problem}</span>
        <span className="quiet">
          {named && `${row.subject.name} · `}
          {say(stateNames[here.state])}
          {waits && ` · ${text.onThisPhone}`}
          {!waits && drafted && ` · ${text.notSentYet}`}
        </span>
        {isRefused && <span className="late">■ {text.pictureRefused}</span>}
        <DueLine row={row} />
      </button>
    </li>
  )
}

/** Off the list, but not without what was not taken, or not sent; a step that was not taken stands above, with its choice. */
function OffList({ of, state, onOpen }: Omit<EntryListProps, 'hand'>) {
  const text = useWords(words)
  const unfit = unfitOf(state)
  const left = offList(state).filter(({ id }) => unfit.includes(id) || stepsOn(state.steps, id, 'refused').length === 0)
  if (left.length === 0) return null
  const rows = left.flatMap(({ id }) => rowIn(state, id) ?? [])
  const known = new Set(rows.map(({ id }) => id))
  return (
    <section>
      <h2>{text.offList(left.length)}</h2>
      {rows.length > 0 && (
        <ul className="rows">
          {rows.map((row) => (
            <Line key={row.id} state={state} row={row} named onOpen={onOpen} />
          ))}
        </ul>
      )}
      {left.map(({ id }) => (known.has(id) ? null : <LonePart key={id} of={of} state={state} entry={id} />))}
    </section>
  )
}

interface EntryListProps {
  readonly of: Store
  readonly state: State
  readonly hand: Hand
  readonly onOpen: (id: string) => void
}

export function EntryList({ of, state, hand, onOpen }: EntryListProps) {
  const text = useWords(words)
  if (!hand.answers && !hand.checks) return <p className="card">{text.otherRole}</p>
  const isCheck = ({ takes, state: at }: HandRow): boolean => hand.checks && at === 'checking' && takes.includes('closeOut')
  const own = hand.rows.filter((row) => !isCheck(row))
  const check = hand.rows.filter(isCheck)
  const at = hand.unit?.code
  return (
    <>
      {hand.rows.length === 0 && (
        <p className="card">
          <strong>{text.empty}</strong> {text.emptyNext}
        </p>
      )}
      <OffList of={of} state={state} onOpen={onOpen} />
      {check.length > 0 && (
        <section>
          <h2>{text.toCheck(check.length)}</h2>
          <p className="quiet">{text.toCheckLead}</p>
          <ul className="rows">
            {check.map((row) => (
              <Line key={row.id} state={state} row={row} named onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
      {places.map((place) => {
        const rows = own.filter((row) => placeOf(row) === place).toSorted(byDue)
        return rows.length === 0 ? null : (
          <section key={place}>
            <h2 className={place === 'late' ? 'late' : ''}>
              {place === 'late' && '■ '}
              {text.places[place](rows.length)}
            </h2>
            <ul className="rows">
              {rows.map((row) => (
                <Line key={row.id} state={state} row={row} named={row.subject.code !== at} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        )
      })}
      {hand.more && <p className="quiet">{text.more}</p>}
    </>
  )
}
