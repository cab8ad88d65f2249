// A step that the server did not take: what was decided here, how the entry stands now, and the choice between the two.

import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { useId } from 'react'
import { verbsHere } from '../../core/pocket-steps.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'
import { stateNames, verbNames } from '../../core/state.ts'
import { StepLine } from './history-part.tsx'
import type { State } from './state.ts'
import { rowIn } from './store.ts'
import type { Store } from './store.ts'
import { words } from './words.ts'

interface ConflictProps {
  readonly of: Store
  readonly state: State
  readonly step: LocalStep
  readonly today: string
  readonly onOpen: (id: string) => void
}

export function ConflictPart({ of, state, step, today, onOpen }: ConflictProps) {
  const text = useWords(words)
  const say = useText()
  const id = useId()
  const row = rowIn(state, step.entry)
  const last = state.records[step.entry]?.steps.at(-1)
  const label = say(verbNames[step.verb])
  const isPossible = row !== undefined && verbsHere(row, state.steps, row.id, today).includes(step.verb)
  return (
    <section className="card conflict" aria-labelledby={id}>
      <h2 id={id} className="late">
        ■ {text.notTaken(label)}
      </h2>
      <p>{step.refused}</p>
      <h3>{text.here}</h3>
      <p className="kept-text">
        {label}
        {step.text === '' ? '' : text.colon}
        {step.text}
      </p>
      {row !== undefined && (
        <>
          <h3>{text.now}</h3>
          <p>{say(stateNames[row.state])}</p>
          {last !== undefined && (
            <p>
              <StepLine step={last} />
            </p>
          )}
        </>
      )}
      <div className="two">
        <button type="button" onClick={() => of.drop(step)}>
          {text.leaveIt}
        </button>
        {isPossible && (
          <button
            type="button"
            className="main-act"
            onClick={() => {
              of.renew(step, row)
              onOpen(row.id)
            }}
          >
            {text.doAnew(label)}
          </button>
        )}
      </div>
    </section>
  )
}
