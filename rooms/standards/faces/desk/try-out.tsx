// Trying an edition on a unit: what it meets of the open star by the facts there are, and what is missing.

import { Button } from 'antd'
import { useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { readDay } from '#ground/ui/day.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { type EditionRecord, type Star, standards } from './standards.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Truth = boolean | null

const marks = { yes: 'done', no: 'late', open: 'waiting' } as const satisfies Record<string, Status>
const keyOf = (truth: Truth): keyof typeof marks => (truth === null ? 'open' : truth ? 'yes' : 'no')

function Mark({ truth, of }: { readonly truth: Truth; readonly of: Words['met'] }) {
  const key = keyOf(truth)
  return <StatusTag state={marks[key]}>{of[key]}</StatusTag>
}

interface Question {
  readonly unit: string
  readonly asOf: string
}

function Result({ record, star, question }: { readonly record: EditionRecord; readonly star: Star; readonly question: Question }) {
  const text = useWords(words)
  const asked = useAnswer(standards, 'tryOut', { query: { id: record.id, ...question } })
  const answer = asked.data
  const own = answer?.stars.find(({ code }) => code === star.code)
  return (
    <>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {answer === undefined ? null : (
        <div role="status">
          <p>
            <strong>{text.levelOf(answer.unit.name, answer.asOf, answer.level)}</strong>
          </p>
          {own === undefined ? <p>{text.otherKind}</p> : null}
        </div>
      )}
      {own === undefined ? null : (
        <>
          <p>
            <Mark truth={own.held} of={text.held} /> {own.because}
          </p>
          <ul className="standards-tried">
            {[...own.bottomLines, ...own.criteria].map((one) => (
              <li key={one.id}>
                <strong>{one.id}</strong> <Mark truth={one.met} of={text.met} /> <span>{one.because}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function TryOut({ record, star }: { readonly record: EditionRecord; readonly star: Star }) {
  const text = useWords(words)
  const { acting } = useMe()
  const [unit, setUnit] = useState(acting?.unit.length === 12 ? acting.unit : '')
  const [asOf, setAsOf] = useState(() => chinaDay(Date.now()))
  const [question, setQuestion] = useState<Question | null>(null)
  return (
    <section className="standards-box" aria-label={text.tryTitle}>
      <h2>{text.tryTitle}</h2>
      <p className="lx-quiet">{text.tryLead}</p>
      <div className="standards-try">
        <Field label={text.tryUnit}>{() => <UnitPicker value={unit} onChange={setUnit} />}</Field>
        <Field label={text.asOf}>{(input) => <DayInput input={input} value={asOf} onChange={setAsOf} />}</Field>
        <Button disabled={unit.length !== 12 || readDay(asOf) === null} onClick={() => setQuestion({ unit, asOf: readDay(asOf) ?? asOf })}>
          {text.tryRun}
        </Button>
      </div>
      {question === null ? null : <Result record={record} star={star} question={question} />}
    </section>
  )
}
