// The list: what is late first, then what waits for the unit, step by step; and for who checks, what waits for the check.

import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { byDue, placeOf, standsHere, stepsOn } from '../../core/pocket-steps.ts'
import type { Place } from '../../core/pocket-steps.ts'
import { stateNames } from '../../core/state.ts'
import type { Hand, HandRow } from './calls.ts'
import { DueLine } from './due-line.tsx'
import type { State } from './state.ts'
import { rowIn } from './store.ts'
import { words } from './words.ts'

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
  const waits = stepsOn(state.steps, row.id, 'waiting').length > 0
  const isRefused = unfitOf(state).includes(row.id)
  const drafted = stepsOn(state.steps, row.id, 'draft').some((step) => step.text.trim() !== '')
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

interface EntryListProps {
  readonly state: State
  readonly hand: Hand
  readonly onOpen: (id: string) => void
}

export function EntryList({ state, hand, onOpen }: EntryListProps) {
  const text = useWords(words)
  if (!hand.answers && !hand.checks) return <p className="card">{text.otherRole}</p>
  const isCheck = ({ takes, state: at }: HandRow): boolean => hand.checks && at === 'checking' && takes.includes('closeOut')
  const own = hand.rows.filter((row) => !isCheck(row))
  const check = hand.rows.filter(isCheck)
  const at = hand.unit?.code
  const listed = new Set(hand.rows.map(({ id }) => id))
  const left = unfitOf(state).flatMap((id) => (listed.has(id) ? [] : (rowIn(state, id) ?? [])))
  return (
    <>
      {hand.rows.length === 0 && (
        <p className="card">
          <strong>{text.empty}</strong> {text.emptyNext}
        </p>
      )}
      {/* Off the list, but not without what was not taken. */}
      {left.length > 0 && (
        <ul className="rows">
          {left.map((row) => (
            <Line key={row.id} state={state} row={row} named onOpen={onOpen} />
          ))}
        </ul>
      )}
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
