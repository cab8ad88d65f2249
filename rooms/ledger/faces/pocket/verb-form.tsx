// One step being written: kept as it is typed, sent when it is decided, with or without a line.

import { useId } from 'react'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { isWhole } from '../../core/pocket-steps.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'
import { verbNames } from '../../core/state.ts'
import type { HandRow } from './calls.ts'
import { DropDraft } from './half-part.tsx'
import { StepPictures } from './step-pictures.tsx'
import type { State } from './state.ts'
import type { Store } from './store.ts'
import { words } from './words.ts'

interface VerbFormProps {
  readonly of: Store
  readonly state: State
  readonly row: HandRow
  readonly step: LocalStep
}

export function VerbForm({ of, state, row, step }: VerbFormProps) {
  const text = useWords(words)
  const say = useText()
  const { day } = useFormat()
  const id = useId()
  const { verb } = step
  const label = say(verbNames[verb])
  const explain = verb === 'refuse' ? text.refuseExplain(row.arbiter.name) : text.explains[verb]
  const counted = verb === 'return' || verb === 'closeOut'
  return (
    <section className="card verb-form" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{label}</h2>
      <p className="quiet">{explain}</p>
      {verb !== 'accept' && (
        <>
          <label htmlFor={`${id}-text`}>{text.fields[verb]}</label>
          <textarea
            id={`${id}-text`}
            rows={4}
            maxLength={2000}
            required={verb !== 'closeOut'}
            aria-describedby={`${id}-hint`}
            value={step.text}
            onChange={(event) => of.write(step, { text: event.target.value })}
          />
          <p id={`${id}-hint`} className="quiet">
            {text.textHint}
          </p>
        </>
      )}
      {verb === 'askExtension' && (
        <>
          <label htmlFor={`${id}-until`}>{text.until}</label>
          <input
            id={`${id}-until`}
            type="date"
            required
            min={row.due ?? undefined}
            value={step.until}
            onChange={(event) => of.write(step, { until: event.target.value })}
          />
          {row.due !== null && <p className="quiet">{text.untilHint(day(row.due))}</p>}
        </>
      )}
      {counted && (
        <>
          <label htmlFor={`${id}-count`}>{verb === 'return' ? text.returnDays : text.lookBackMonths}</label>
          <input
            id={`${id}-count`}
            type="number"
            inputMode="numeric"
            min={verb === 'return' ? 1 : 0}
            max={verb === 'return' ? 750 : 24}
            required
            value={step.count ?? ''}
            onChange={({ target: { value } }) =>
              of.write(step, {
                count: value === '' ? null : Math.max(0, Math.min(verb === 'return' ? 750 : 24, Math.trunc(Number(value)))),
              })
            }
          />
        </>
      )}
      {(verb === 'rectify' || verb === 'closeOut') && <StepPictures of={of} state={state} row={row} step={step} />}
      <button type="button" className="main-act" disabled={!isWhole(step, row)} onClick={() => of.decide(step)}>
        {verb === 'accept' ? text.acceptNow : label}
      </button>
      <DropDraft of={of} state={state} step={step} />
    </section>
  )
}
