// One row of the self-check: what is asked, what the system knows, one tap to answer it, and the evidence cited for it.

import { Field } from '#ground/ui/desk/field.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { answerNames, answers } from '../../core/self-check.ts'
import type { Answer } from '../../core/self-check.ts'
import { EvidenceItems, PickEvidence } from './evidence-items.tsx'
import type { Typed } from './kept-rows.ts'
import type { CheckSheet, Item } from './stars.ts'
import { words } from './words.ts'

type Row = CheckSheet['rows'][number]

interface CheckRowProps {
  readonly row: Row
  readonly answer: Answer | null
  readonly reason: string
  readonly cited: readonly Item[]
  readonly citable: readonly Item[]
  readonly citing: boolean
  /** What was typed here against what another device wrote; null: nothing is. */
  readonly mine: Typed | null
  readonly onMine: (mine: Typed) => void
  readonly onTheirs: () => void
  readonly onAnswer: (answer: Answer, reason: string) => void
  readonly onCite: (item: Item) => void
  readonly onWithdraw: (item: Item) => void
}

/** What is asked and what is known: for reading. */
function Asked({ row }: { readonly row: Row }) {
  const text = useWords(words)
  const met = row.met === null ? text.met.null : row.met ? text.met.true : text.met.false
  const line = (name: string, value: string) => (value === '' ? null : <p className="lx-quiet">{text.labelled(name, value)}</p>)
  return (
    <>
      <p className="stars-row-text">{row.text}</p>
      {line(text.standard, row.standard)}
      {line(text.requirement, row.requirement)}
      {line(text.wanted, row.evidence.join('、'))}
      {row.returned === null ? null : <p className="lx-error">{text.returned(row.returned)}</p>}
      {row.because === '' ? null : (
        <p>
          {text.official} <StatusTag state={row.met === null ? 'waiting' : row.met ? 'done' : 'late'}>{met}</StatusTag> {row.because}
        </p>
      )}
      {row.known.length === 0 ? null : <p>{text.labelled(text.known, row.known.join('；'))}</p>}
    </>
  )
}

/** Two answers to one row: both are shown, one is chosen. */
function Conflict({ mine, onMine, onTheirs }: { readonly mine: Typed } & Pick<CheckRowProps, 'onMine' | 'onTheirs'>) {
  const text = useWords(words)
  const say = useText()
  const said = mine.reason === '' ? say(answerNames[mine.answer]) : `${say(answerNames[mine.answer])}（${mine.reason}）`
  return (
    <div role="alert" className="lx-error">
      <p>{text.conflict(said)}</p>
      <Button onClick={() => onMine(mine)}>{text.conflictMine}</Button> <Button onClick={onTheirs}>{text.conflictTheirs}</Button>
    </div>
  )
}

export function CheckRow(props: CheckRowProps) {
  const { row, answer, reason, cited, citable, citing, mine, onMine, onTheirs, onAnswer, onCite, onWithdraw } = props
  const text = useWords(words)
  const say = useText()
  const [picking, setPicking] = useState(false)
  const kind = { 'bottom-line': text.bottomLine, criterion: text.criterion, addition: text.addition }[row.kind]
  const name = `${kind} ${row.row}`
  return (
    <article className={row.returned === null ? 'stars-row' : 'stars-row stars-returned'} id={`row-${row.row}`} aria-label={name}>
      <header>
        <StatusTag state={answer === null ? 'waiting' : answer === 'met' ? 'done' : 'attention'}>{name}</StatusTag>
        {row.required ? null : <span className="lx-quiet">{text.optional}</span>}
      </header>
      <Asked row={row} />
      {mine === null ? null : <Conflict mine={mine} onMine={onMine} onTheirs={onTheirs} />}
      <Radio.Group
        aria-label={name}
        value={answer}
        options={answers.map((value) => ({ value, label: say(answerNames[value]) }))}
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
      {picking ? (
        <PickEvidence items={citable} cited={cited} pending={citing} onCite={onCite} onWithdraw={onWithdraw} />
      ) : cited.length === 0 ? null : (
        <EvidenceItems items={cited} />
      )}
      <div>
        <Button
          aria-expanded={picking}
          aria-label={`${picking ? text.citeClose : text.cite} ${row.row}`}
          onClick={() => setPicking(!picking)}
        >
          {picking ? text.citeClose : text.cite}
        </Button>
      </div>
    </article>
  )
}
