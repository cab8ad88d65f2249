// What happened: which office took which step, with its words and its day. Never which person.

import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { verbNames } from '../../core/state.ts'
import type { LedgerRecord } from './calls.ts'
import { words } from './words.ts'

type Step = LedgerRecord['steps'][number]

export function StepLine({ step }: { readonly step: Step }) {
  const text = useWords(words)
  const say = useText()
  const { moment, day } = useFormat()
  return (
    <>
      <strong>{say(verbNames[step.verb])}</strong>
      {step.due !== null && ` · ${step.verb === 'closeOut' ? text.lookBackOn(day(step.due)) : day(step.due)}`}
      <br />
      <span className="quiet">
        {moment(step.at)} {step.verb === 'escalate' ? text.byHouse : (step.unit?.name ?? '')}
      </span>
      {step.text !== '' && <span className="kept-text said">{step.text}</span>}
    </>
  )
}

export function HistoryPart({ record }: { readonly record: LedgerRecord | undefined }) {
  const text = useWords(words)
  if (record === undefined) return <p className="quiet">{text.historyComes}</p>
  return (
    <details className="card">
      <summary>{text.history(record.steps.length)}</summary>
      <ol className="history">
        {record.steps.map((step, index) => (
          // Steps are only ever appended, so their place is their key.
          <li key={index}>
            <StepLine step={step} />
          </li>
        ))}
      </ol>
    </details>
  )
}
