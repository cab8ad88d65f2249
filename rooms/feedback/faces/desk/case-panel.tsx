// One record beside the list: what was said, what happened, and the acts that are possible now.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { MaskedValue } from '#ground/ui/desk/masked-value.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { allows } from '../../core/state.ts'
import { AnswerForm } from './answer-form.tsx'
import { feedback, type FeedbackRecord } from './feedback.ts'
import { StateTag } from './state-tag.tsx'
import { TransferVerb } from './transfer-verb.tsx'
import { words } from './words.ts'

function Particulars({ record }: { readonly record: FeedbackRecord }) {
  const text = useWords(words)
  const format = useFormat()
  const reveal = async (): Promise<string> => {
    const answer = await feedback.reveal({ params: { unit: record.unit, id: record.id }, body: { reason: text.revealReason } })
    return answer.contact
  }
  const due = record.deadline?.due ?? null
  return (
    <Facts
      items={[
        { label: text.state, value: <StateTag row={record} /> },
        ...(record.deadline === null || due === null
          ? []
          : [{ label: text.due, value: `${format.day(due)} · ${text.left(record.deadline.left)}` }]),
        { label: text.kind, value: text.kinds[record.kind] },
        { label: text.subject, value: record.subject === null ? text.noSubject : `${record.subject.name} ${record.subject.code}` },
        { label: text.filed, value: format.day(record.filedOn) },
        {
          label: text.contact,
          value: record.hasContact ? <MaskedValue masked={text.contactMasked} label={text.contact} reveal={reveal} /> : text.contactNone,
        },
        { label: text.text, value: <span style={{ whiteSpace: 'pre-wrap' }}>{record.text}</span> },
      ]}
    />
  )
}

function Steps({ record }: { readonly record: FeedbackRecord }) {
  const text = useWords(words)
  const { moment } = useFormat()
  return (
    <>
      <h3>{text.steps}</h3>
      <ol>
        {record.steps.map((step, index) => (
          // Steps are only ever appended, so their place is their key.
          <li key={index}>
            <span className="lx-quiet">{moment(step.at)}</span> <strong>{text.step[step.verb]}</strong>
            {step.satisfied === null ? null : ` ${step.satisfied ? text.satisfied : text.unsatisfied}`}
            {step.text === '' ? null : <p style={{ whiteSpace: 'pre-wrap' }}>{step.text}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

function Acts({ record }: { readonly record: FeedbackRecord }) {
  const text = useWords(words)
  const params = { unit: record.unit, id: record.id }
  const accept = useVerb(feedback, 'accept')
  const close = useVerb(feedback, 'close')
  return (
    <>
      <ProblemNotice problem={accept.problem} />
      {allows(record, 'accept') ? (
        <Button loading={accept.pending} onClick={() => void accept.run({ params })}>
          {text.accept}
        </Button>
      ) : null}
      {allows(record, 'transfer') ? <TransferVerb record={record} /> : null}
      {record.mayClose ? (
        <ConfirmVerb
          label={text.close}
          title={text.close}
          explain={text.closeExplain}
          asks={{ reason: 'optional' }}
          problem={close.problem}
          run={({ reason }) => close.run({ params, body: reason === '' ? {} : { reason } })}
        />
      ) : null}
      {record.state === 'answered' && !record.mayClose ? <p className="lx-quiet">{text.closeLater}</p> : null}
    </>
  )
}

export function CasePanel({ unit, id, onClose }: { readonly unit: string; readonly id: string; readonly onClose: () => void }) {
  const text = useWords(words)
  const asked = useAnswer(feedback, 'get', { params: { unit, id } })
  const record = asked.data
  return (
    <SidePanel title={text.title} onClose={onClose} actions={record === undefined ? null : <Acts record={record} />}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {record === undefined ? null : (
        <>
          <Particulars record={record} />
          <Steps record={record} />
          {allows(record, 'answer') ? <AnswerForm record={record} /> : null}
        </>
      )}
    </SidePanel>
  )
}
