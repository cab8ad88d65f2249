// The list of units: the one that is presented stands on top, each with the state of its sheet on this device.

import { useWords } from '#ground/ui/words.ts'
import type { LocalSheet } from '../../core/pocket.ts'
import { sheetKey } from '../../core/pocket.ts'
import { isComplete } from '../../core/rules.ts'
import type { Chosen } from './seat-page.tsx'
import type { SeatState, SeatStore } from './seat-store.ts'
import { words } from './words.ts'

type Mine = NonNullable<SeatState['mine']>
type StateKey = 'none' | 'partly' | 'waiting' | 'arrived' | 'refused' | 'recused' | 'notDrawn'

const looks: Readonly<Record<StateKey, string>> = {
  none: 'waiting',
  partly: 'attention',
  waiting: 'attention',
  arrived: 'done',
  refused: 'late',
  recused: 'waiting',
  notDrawn: 'waiting',
}

/** Where a sheet stands on this device. */
export function stateOf(mine: Mine, subject: string, component: string, sheet: LocalSheet | undefined): StateKey {
  const part = mine.round.parts.find((one) => one.subject === subject)
  if (part?.drawn === false) return 'notDrawn'
  if (mine.seat.recused.includes(subject)) return 'recused'
  if (sheet === undefined || sheet.revision === 0) return 'none'
  if (sheet.refused !== null) return 'refused'
  if (!isComplete(mine.round.rules, component, sheet.points)) return 'partly'
  return sheet.revision > sheet.delivered ? 'waiting' : 'arrived'
}

export function UnitList({ state, onChoose }: { readonly state: SeatState; readonly store: SeatStore; onChoose(chosen: Chosen): void }) {
  const text = useWords(words)
  const mine = state.mine as Mine
  const { seat, round } = mine
  const { scene, rules } = round
  const names = new Map(round.parts.map(({ subject, name }) => [subject, name]))
  const judge = seat.kind === 'judge'
  const scored = judge && ['live', 'frozen', 'tallied', 'signed', 'revealed', 'published', 'closed'].includes(round.state)
  const hint =
    round.state === 'planned' || round.state === 'fixed'
      ? text.notYet
      : round.state === 'frozen'
        ? text.frozen
        : round.state === 'live'
          ? ''
          : text.over
  const now =
    scene.kind === 'unit' && scene.subject !== null && scene.component !== null
      ? { subject: scene.subject, component: scene.component }
      : null
  return (
    <>
      <h1>{text.round(round.name, round.theme)}</h1>
      <p className="quiet">{text.seat(seat.label)}</p>
      {judge && hint !== '' && <p className="card">{hint}</p>}
      {judge && round.state === 'live' && now !== null && (
        <section className="card now" aria-live="polite">
          <h2>{text.now}</h2>
          <p>{names.get(now.subject) ?? now.subject}</p>
          <button type="button" className="main-act" onClick={() => onChoose(now)}>
            {text.scoreNow(names.get(now.subject) ?? now.subject)}
          </button>
        </section>
      )}
      {scored &&
        rules.components.map(({ id, title }) => (
          <section key={id}>
            <h2>{rules.components.length === 1 ? text.units : title}</h2>
            <ul className="rows">
              {round.parts.map(({ subject, name }) => {
                const key = stateOf(mine, subject, id, state.sheets[sheetKey(subject, id)])
                return (
                  <li key={subject}>
                    <button type="button" className="row-button" onClick={() => onChoose({ subject, component: id })}>
                      <span className="name">{name}</span>
                      <span className={`chip ${looks[key]}`}>{text.state[key]}</span>
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      {mine.filingNumber !== null && <p className="quiet">{text.filing(mine.filingNumber)}</p>}
    </>
  )
}
