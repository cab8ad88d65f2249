// One review: what it came to, and for one on paper its correction.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { isPaper } from '../../core/paper-review.ts'
import { DoubtVerb } from './doubt-verb.tsx'
import type { Review } from './facts-client.ts'
import { facts, paramsOf } from './facts-client.ts'
import { RecordEvidence } from './record-evidence.tsx'
import { TextField } from './text-field.tsx'
import { words } from './words.ts'

interface ReviewPanelProps {
  readonly review: Review
  readonly onClose: () => void
  readonly onDone: (review: Review) => void
}

function Correct({ review, onDone }: Omit<ReviewPanelProps, 'onClose'>) {
  const text = useWords(words)
  const [id, setId] = useState(newKey)
  const [result, setResult] = useState(review.result)
  const [by, setBy] = useState(review.by)
  const [on, setOn] = useState(review.on)
  const correct = useVerb(facts, 'correctReview', {
    onDone: (next) => {
      setId(newKey())
      onDone(next)
    },
  })
  return (
    <ConfirmVerb
      label={text.correct}
      title={text.correct}
      explain={text.correctExplain}
      asks={{ reason: 'required' }}
      problem={correct.problem}
      run={({ reason }) => correct.run({ params: paramsOf(review), body: { id, result, by, on, reason } })}
    >
      <Field label={text.result} required>
        {() => (
          <Radio.Group
            aria-label={text.result}
            value={result}
            options={(['met', 'not-met'] as const).map((one) => ({ value: one, label: text.results[one] }))}
            onChange={(event) => setResult(event.target.value as Review['result'])}
          />
        )}
      </Field>
      <TextField label={text.reviewer} required value={by} onChange={setBy} error={correct.errorAt('body.by')} />
      <Field label={text.reviewedOn} required error={correct.errorAt('body.on')}>
        {(input) => <DayInput input={input} value={on} onChange={setOn} />}
      </Field>
    </ConfirmVerb>
  )
}

export function ReviewPanel({ review, onClose, onDone }: ReviewPanelProps) {
  const text = useWords(words)
  const may = useMay()
  const format = useFormat()
  const { criterion, unit, result, by, on, source, reason, byUnit, statedOn } = review
  const paper = isPaper(source)
  return (
    <SidePanel
      title={criterion}
      onClose={onClose}
      actions={
        <>
          {paper && may('facts.recordReviews') ? <Correct review={review} onDone={onDone} /> : null}
          <DoubtVerb kind="review" record={review} />
        </>
      }
    >
      <Facts
        items={[
          { label: text.unit, value: `${unit.name} ${unit.code}` },
          { label: text.result, value: <StatusTag state={result === 'met' ? 'done' : 'late'}>{text.results[result]}</StatusTag> },
          { label: text.reviewer, value: by },
          { label: text.reviewedOn, value: format.day(on) },
          { label: text.reviewedIn, value: paper ? text.onPaper : text.inCycle },
          { label: text.statedOn, value: text.entered(byUnit ?? text.none, format.day(statedOn)) },
          { label: text.reason, value: <span style={{ whiteSpace: 'pre-wrap' }}>{reason || text.none}</span> },
        ]}
      />
      <RecordEvidence kind="review" record={review} />
      {paper ? null : <p className="lx-quiet">{text.inCycleNote}</p>}
    </SidePanel>
  )
}
