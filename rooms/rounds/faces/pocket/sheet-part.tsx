// One sheet: its criteria with steppers, the sticky total, a note, and a way to declare an interest.

import { lazy, Suspense, useId } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { sheetKey } from '../../core/pocket.ts'
import { stepped, totalOf } from '../../core/stepping.ts'
import { Declare } from './declare.tsx'
import { followingOf, nowOf } from './following.ts'
import type { Chosen, SeatState } from './seat-state.ts'
import type { SeatStore } from './seat-store.ts'
import { Stepper } from './stepper.tsx'
import { words } from './words.ts'

const ConflictPart = lazy(() => import('./conflict-part.tsx'))
const PhotoPart = lazy(() => import('./photo-part.tsx'))

interface Props {
  readonly state: SeatState
  readonly store: SeatStore
  readonly chosen: Chosen
  onChoose(chosen: Chosen | null): void
}

/** Sum, what is left, and the one act that comes next. */
function Total({ state, chosen, onChoose }: Props) {
  const text = useWords(words)
  const { mine } = state
  if (mine === null) return null
  const { rules, parts } = mine.round
  const criteria = rules.sheets[chosen.component] ?? []
  const points = state.sheets[sheetKey(chosen.subject, chosen.component)]?.points ?? {}
  const left = criteria.filter(({ id }) => points[id] === undefined).length
  const most = totalOf(Object.fromEntries(criteria.map(({ id, max }) => [id, max])))
  const next = followingOf(mine, state.sheets, chosen)
  const name = parts.find(({ subject }) => subject === next?.subject)?.name ?? ''
  return (
    <div className="total">
      <p className="sum">
        <span>
          {text.total} <output>{totalOf(points)}</output> <span className="quiet">{text.outOf(most)}</span>
        </span>
        <span className={left === 0 ? 'chip done' : 'chip attention'}>{left === 0 ? text.complete : text.left(left)}</span>
      </p>
      {next !== null && (
        <button type="button" className={left === 0 ? 'main-act' : 'next-act'} onClick={() => onChoose(next)}>
          {next.subject === nowOf(mine)?.subject ? text.scoreNow(name) : text.nextUnit(name)}
        </button>
      )}
      {next === null && left === 0 && (
        <button type="button" className="main-act" onClick={() => onChoose(null)}>
          {text.back}
        </button>
      )}
    </div>
  )
}

export function SheetPart(props: Props) {
  const { state, store, chosen, onChoose } = props
  const text = useWords(words)
  const note = useId()
  const { mine } = state
  if (mine === null) return null
  const { round, seat } = mine
  const key = sheetKey(chosen.subject, chosen.component)
  const part = round.parts.find(({ subject }) => subject === chosen.subject)
  const component = round.rules.components.find(({ id }) => id === chosen.component)
  const sheet = state.sheets[key]
  const criteria = round.rules.sheets[chosen.component] ?? []
  const closed = round.state !== 'live' || state.gone
  const untouched =
    Object.keys(sheet?.points ?? {}).length === 0 && !Object.values(state.photos).some(({ subject }) => subject === chosen.subject)
  return (
    <>
      <button type="button" className="plain back" onClick={() => onChoose(null)}>
        ← {text.back}
      </button>
      <h1>
        {part?.name ?? chosen.subject} <span className="quiet">{component?.title ?? chosen.component}</span>
      </h1>
      {seat.recused.includes(chosen.subject) ? (
        <p className="card">{text.recusedHint}</p>
      ) : (
        <>
          {sheet !== undefined && sheet.refused !== null && (
            <p className="error" role="alert">
              {text.notTaken} {text.number(sheet.refused)}
            </p>
          )}
          {sheet?.other !== undefined && sheet.other !== null && !closed && (
            <Suspense fallback={null}>
              <ConflictPart criteria={criteria} here={sheet} other={sheet.other} onChoose={(which) => store.choose(chosen, which)} />
            </Suspense>
          )}
          {criteria.map(({ id, title, hint, max, step }) => (
            <Stepper
              key={`${key} ${id}`}
              title={title}
              hint={hint}
              max={max}
              step={step}
              value={sheet?.points[id]}
              disabled={closed}
              onStep={(direction) =>
                // Asked of the store, not of the screen: a held button is faster than the screen.
                store.change(chosen, { criterion: id, points: stepped({ max, step }, store.get().sheets[key]?.points[id], direction) })
              }
              onType={(points) => store.change(chosen, { criterion: id, points })}
            />
          ))}
          <label htmlFor={note}>{text.note}</label>
          <textarea
            id={note}
            maxLength={500}
            disabled={closed}
            value={sheet?.note ?? ''}
            onChange={(event) => store.change(chosen, { note: event.target.value })}
          />
          <p className="quiet">{text.secret}</p>
          <Suspense fallback={null}>
            <PhotoPart state={state} store={store} chosen={chosen} />
          </Suspense>
          {!closed && untouched && (
            <Declare
              seat={seat.id}
              subject={chosen.subject}
              onDone={() => {
                void store.refresh()
                onChoose(null)
              }}
            />
          )}
          <Total {...props} />
        </>
      )}
    </>
  )
}
