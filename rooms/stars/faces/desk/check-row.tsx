// One row of the self-check: what is asked, what the system knows, one tap to answer it.

import { Field } from '#ground/ui/desk/field.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Input, Radio } from 'antd'
import { answers } from '../../core/self-check.ts'
import type { Answer } from '../../core/self-check.ts'
import type { CheckSheet } from './stars.ts'
import { words } from './words.ts'

type Row = CheckSheet['rows'][number]

interface CheckRowProps {
  readonly row: Row
  readonly answer: Answer | null
  readonly reason: string
  readonly onAnswer: (answer: Answer, reason: string) => void
}

export function CheckRow({ row, answer, reason, onAnswer }: CheckRowProps) {
  const text = useWords(words)
  const kind = { 'bottom-line': text.bottomLine, criterion: text.criterion, addition: text.addition }[row.kind]
  const met = row.met === null ? text.met.null : row.met ? text.met.true : text.met.false
  return (
    <article className="lx-check-row" id={`row-${row.row}`} aria-label={`${kind} ${row.row}`}>
      <header>
        <StatusTag state={answer === null ? 'waiting' : answer === 'met' ? 'done' : 'attention'}>
          {kind} {row.row}
        </StatusTag>
        {row.required ? null : <span className="lx-quiet"> {text.optional}</span>}
      </header>
      <p>{row.text}</p>
      {row.standard === '' ? null : (
        <p className="lx-quiet">
          {text.standard}：{row.standard}
        </p>
      )}
      {row.requirement === '' ? null : (
        <p className="lx-quiet">
          {text.requirement}：{row.requirement}
        </p>
      )}
      {row.returned === null ? null : <p className="lx-error">{text.returned(row.returned)}</p>}
      {row.because === '' ? null : (
        <p>
          <StatusTag state={row.met === null ? 'waiting' : row.met ? 'done' : 'late'}>{met}</StatusTag> {row.because}
        </p>
      )}
      {row.known.length === 0 ? null : (
        <p className="lx-quiet">
          {text.known}：{row.known.join('；')}
        </p>
      )}
      {row.evidence.length === 0 ? null : (
        <p className="lx-quiet">
          {text.evidence}：{row.evidence.join('、')}
        </p>
      )}
      <Radio.Group
        aria-label={`${kind} ${row.row}`}
        value={answer}
        options={answers.map((value) => ({ value, label: text.answers[value] }))}
        onChange={(event) => onAnswer(event.target.value as Answer, reason)}
      />
      {answer === 'not-applicable' || answer === 'not-yet' ? (
        <Field label={answer === 'not-applicable' ? text.whyNotApplicable : text.whyNotYet} required={answer === 'not-applicable'}>
          {(input) => (
            <Input.TextArea
              {...input}
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={(event) => onAnswer(answer, event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </article>
  )
}
