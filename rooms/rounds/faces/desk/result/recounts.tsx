// Requests for a recount and their answers.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import type { Given } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { contract } from '../../../contract.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

type Recount = Given<(typeof contract)['recounts']>['recounts'][number]

function Answer({ round, recount }: { readonly round: Round; readonly recount: Recount }) {
  const text = useWords(words)
  const [upheld, setUpheld] = useState(false)
  const [decision, setDecision] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useVerb(rounds, 'decideRecount')
  return (
    <Act
      label={text.answer}
      explain={text.answerExplain(recount.name, recount.reason)}
      primary
      verb={decide}
      run={async () => {
        setTried(true)
        if (decision.trim() === '') return undefined
        return decide.run({ params: { ...at(round), recount: recount.id }, body: { upheld, decision: decision.trim() } })
      }}
    >
      <Field label={text.upheld}>
        {(input) => (
          <Radio.Group
            {...input}
            value={upheld ? 'yes' : 'no'}
            options={(['no', 'yes'] as const).map((value) => ({ value, label: text.upheldChoices[value] }))}
            onChange={(event) => setUpheld(event.target.value === 'yes')}
          />
        )}
      </Field>
      <Field
        label={text.decision}
        required
        error={tried && decision.trim() === '' ? text.decisionMissing : decide.errorAt('body.decision')}
      >
        {(input) => (
          <Input.TextArea {...input} rows={3} maxLength={500} value={decision} onChange={(event) => setDecision(event.target.value)} />
        )}
      </Field>
    </Act>
  )
}

export function Recounts({ round, can }: OfRound) {
  const text = useWords(words)
  const { moment } = useFormat()
  const asked = useAnswer(rounds, 'recounts', { params: at(round) })
  const recounts = asked.data?.recounts
  return (
    <section className="rounds-box">
      <h2>{text.recounts}</h2>
      <p className="lx-quiet">{text.recountsLead}</p>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {recounts?.length === 0 ? <p className="lx-quiet">{text.recountsNone}</p> : null}
      <ul className="rounds-remarks">
        {recounts?.map((recount) => (
          <li key={recount.id}>
            <strong>{recount.name}</strong> {recount.reason} <span className="lx-quiet">{moment(recount.askedAt)}</span>{' '}
            <StatusTag state={recount.state === 'asked' ? 'attention' : 'done'}>{text.recountStates[recount.state]}</StatusTag>
            {recount.decision === '' ? null : <p>{recount.decision}</p>}
            {recount.state === 'asked' && can('decideRecount') ? <Answer round={round} recount={recount} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
