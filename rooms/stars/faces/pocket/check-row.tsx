// One row under the thumb: what is asked, what is known, one tap to answer it, and its evidence.

import { useId } from 'react'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { contentOf } from '../../core/pocket-hand.ts'
import { isWhole, rowKey } from '../../core/pocket-rows.ts'
import { answerNames, answers } from '../../core/self-check.ts'
import { words as moreWords } from './check-more-words.ts'
import { words as checkWords } from './check-words.ts'
import { DifferingPart } from './differing-part.tsx'
import { EvidencePart } from './evidence-part.tsx'
import type { At, CheckRow as Row } from './hand-client.ts'
import type { HandState } from './hand-state.ts'
import type { HandStore } from './hand-store.ts'
import { RowAsked, RowSteps } from './row-asked.tsx'
import { useRowName } from './row-name.ts'
import { words } from './words.ts'

interface Props {
  readonly store: HandStore
  readonly state: HandState
  readonly at: At
  readonly rows: readonly Row[]
  readonly row: Row
  readonly open: boolean
}

export function CheckRow({ store, state, at, rows, row, open }: Props) {
  const text = useWords(words)
  const sheet = useWords(checkWords)
  const say = useText()
  const check = useWords(moreWords)
  const name = useRowName()
  const id = useId()
  const here = state.rows[rowKey(at.id, row.row)]
  const content = contentOf(state.rows, at.id, row)
  const { answer, reason } = content
  const asks = answer === 'not-applicable' || answer === 'not-yet' || reason !== ''
  return (
    <>
      <a className="plain back" href="#">
        ← {text.toList}
      </a>
      <h1>
        {name(row)} {!row.required && <span className="quiet">{text.optional}</span>}
      </h1>
      {row.returned !== null && <p className="card attention kept-text">▲ {sheet.returnedWhy(row.returned)}</p>}
      <RowAsked row={row} />
      {here !== undefined && here.other !== null && open && (
        <DifferingPart here={here} other={here.other} onChoose={(which) => store.choose(at, row.row, which)} />
      )}
      {here !== undefined && here.refused !== null && (
        <p className="error" role="alert">
          {check.refused(here.refused)}
        </p>
      )}
      <fieldset className="answers" disabled={!open}>
        <legend>{check.choose}</legend>
        {answers.map((one) => (
          <label key={one} className={answer === one ? 'chosen' : undefined}>
            <input type="radio" name={`${id}-answer`} checked={answer === one} onChange={() => store.answer(at, row, { answer: one })} />
            {say(answerNames[one])}
          </label>
        ))}
      </fieldset>
      {asks && (
        <>
          <label htmlFor={id}>{answer === 'not-applicable' ? check.whyNotApplicable : check.whyNotYet}</label>
          <textarea
            id={id}
            maxLength={1000}
            disabled={!open}
            required={answer === 'not-applicable'}
            value={reason}
            onChange={(event) => store.answer(at, row, { reason: event.target.value })}
          />
        </>
      )}
      {open && <p className="secret">{check.secret}</p>}
      <EvidencePart store={store} state={state} at={at} row={row} open={open} />
      <RowSteps rows={rows.map((one) => one.row)} row={row.row} done={isWhole(content)} />
    </>
  )
}
