// The list of units: each with the state of its sheet on this device; the one that is presented is one tap away.

import { useWords } from '#ground/ui/words.ts'
import type { LocalSheet } from '../../core/pocket.ts'
import { sheetKey } from '../../core/pocket.ts'
import { isComplete } from '../../core/rules.ts'
import { totalOf } from '../../core/stepping.ts'
import { nowOf, orderedParts } from './following.ts'
import type { Mine } from './seat-client.ts'
import type { Chosen, SeatState } from './seat-state.ts'
import { words } from './words.ts'

type StateKey = 'none' | 'partly' | 'waiting' | 'arrived' | 'refused' | 'differs' | 'recused' | 'notDrawn'

const looks: Readonly<Record<StateKey, string>> = {
  none: 'waiting',
  partly: 'attention',
  waiting: 'attention',
  arrived: 'done',
  refused: 'late',
  differs: 'attention',
  recused: 'waiting',
  notDrawn: 'waiting',
}

/** Where a sheet stands on this device. */
function stateOf(mine: Mine, subject: string, component: string, sheet: LocalSheet | undefined): StateKey {
  const part = mine.round.parts.find((one) => one.subject === subject)
  if (part?.drawn === false) return 'notDrawn'
  if (mine.seat.recused.includes(subject)) return 'recused'
  if ((sheet?.other ?? null) !== null) return 'differs'
  if (sheet === undefined || Object.keys(sheet.points).length === 0) return 'none'
  if (sheet.refused !== null) return 'refused'
  if (!isComplete(mine.round.rules, component, sheet.points)) return 'partly'
  return sheet.revision > sheet.delivered ? 'waiting' : 'arrived'
}

interface Props {
  readonly state: SeatState
  onChoose(chosen: Chosen): void
}

export function UnitList({ state, onChoose }: Props) {
  const text = useWords(words)
  const { mine } = state
  if (mine === null) return null
  const { round } = mine
  const now = nowOf(mine)
  const nowName = round.parts.find(({ subject }) => subject === now?.subject)?.name ?? ''
  return (
    <>
      {round.rules.components.map(({ id, title }) => (
        <section key={id}>
          <h2>{round.rules.components.length === 1 ? text.units : title}</h2>
          <ul className="rows">
            {orderedParts(mine).map(({ subject, name }) => {
              const sheet = state.sheets[sheetKey(subject, id)]
              const key = stateOf(mine, subject, id, sheet)
              const here = now?.subject === subject && now.component === id
              const shut = key === 'recused' || key === 'notDrawn'
              return (
                <li key={subject} className={here ? 'here' : undefined}>
                  <button type="button" className="row-button" disabled={shut} onClick={() => onChoose({ subject, component: id })}>
                    <span className="name">
                      {name}
                      {here && <span className="mark">{text.now}</span>}
                    </span>
                    {key !== 'none' && !shut && <span className="figure">{totalOf(sheet?.points ?? {})}</span>}
                    <span className={`chip ${looks[key]}`}>{text.state[key]}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      {now !== null && !mine.seat.recused.includes(now.subject) && !state.gone && (
        <div className="total">
          <button type="button" className="main-act" onClick={() => onChoose(now)}>
            {text.scoreNow(nowName)}
          </button>
        </div>
      )}
    </>
  )
}
