// One sheet: its criteria with steppers, the sticky total, a note, and a way to declare an interest.

import { useId, useState } from 'react'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { sheetKey } from '../../core/pocket.ts'
import { totalOf } from '../../core/stepping.ts'
import { rounds } from './seat-client.ts'
import type { Chosen } from './seat-page.tsx'
import type { SeatState, SeatStore } from './seat-store.ts'
import { Stepper } from './stepper.tsx'
import { words } from './words.ts'

interface Props {
  readonly state: SeatState
  readonly store: SeatStore
  readonly chosen: Chosen
  onChoose(chosen: Chosen | null): void
}

function Declare({ state, store, chosen, onChoose }: Props) {
  const text = useWords(words)
  const id = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const seat = state.mine?.seat.id ?? ''
  const submit = async (): Promise<void> => {
    try {
      await rounds.recuseMyself({ body: { seat, subject: chosen.subject, reason } })
      await store.refresh()
      onChoose(null)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <details className="card">
      <summary>{text.declare}</summary>
      <p>{text.declareHint}</p>
      <label htmlFor={id}>{text.declareReason}</label>
      <textarea id={id} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      {problem !== null && (
        <p className="error" role="alert">
          {problem instanceof ProblemError ? problem.detail : text.noLine}
        </p>
      )}
      <button type="button" disabled={reason.trim() === ''} onClick={() => void submit()}>
        {text.submitRecusal}
      </button>
    </details>
  )
}

export function SheetPart(props: Props) {
  const { state, store, chosen, onChoose } = props
  const text = useWords(words)
  const note = useId()
  const { mine } = state
  if (mine === null) return null
  const { round, seat } = mine
  const part = round.parts.find(({ subject }) => subject === chosen.subject)
  const component = round.rules.components.find(({ id }) => id === chosen.component)
  const criteria = round.rules.sheets[chosen.component] ?? []
  const sheet = state.sheets[sheetKey(chosen.subject, chosen.component)]
  const points = sheet?.points ?? {}
  const recused = seat.recused.includes(chosen.subject)
  const closed = round.state !== 'live' || state.gone
  const left = criteria.filter(({ id }) => points[id] === undefined).length
  const at = round.parts.findIndex(({ subject }) => subject === chosen.subject)
  const next = [...round.parts.slice(at + 1), ...round.parts.slice(0, at)].find(
    ({ subject, drawn }) =>
      drawn !== false &&
      !seat.recused.includes(subject) &&
      criteria.some(({ id }) => state.sheets[sheetKey(subject, chosen.component)]?.points[id] === undefined),
  )
  return (
    <>
      <button type="button" className="plain" onClick={() => onChoose(null)}>
        ← {text.back}
      </button>
      <h1>{text.sheetOf(part?.name ?? chosen.subject, component?.title ?? chosen.component)}</h1>
      {recused ? (
        <p className="card">{text.recusedHint}</p>
      ) : (
        <>
          {sheet !== undefined && sheet.refused !== null && (
            <p className="error" role="alert">
              {text.state.refused} LX-{sheet.refused}
            </p>
          )}
          {state.problem instanceof ProblemError && <p className="card">{state.problem.detail}</p>}
          {criteria.map(({ id, title, hint, max, step }) => (
            <Stepper
              key={`${chosen.subject} ${id}`}
              title={title}
              hint={hint}
              max={max}
              step={step}
              value={points[id]}
              disabled={closed}
              onChange={(value) => store.change(chosen, { criterion: id, points: value })}
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
          {!closed && <Declare {...props} />}
          <div className="total">
            <p>
              {text.total} <output>{totalOf(points)}</output>{' '}
              <span className={left === 0 ? 'chip done' : 'chip attention'}>{left === 0 ? text.complete : text.left(left)}</span>
            </p>
            {next !== undefined && (
              <button type="button" className="main-act" onClick={() => onChoose({ subject: next.subject, component: chosen.component })}>
                {text.nextUnit}：{next.name}
              </button>
            )}
          </div>
        </>
      )}
    </>
  )
}
