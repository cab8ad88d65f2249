// A unit's commitments of the year: made, and each quarter said how they stand, this quarter beside the last.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { quarterBefore } from '../../../core/quarter.ts'
import { Act } from '../act.tsx'
import { type Commitment, rounds } from '../rounds.ts'
import { Standing, statementOf } from './standing.tsx'
import { StandingVerb } from './standing-verb.tsx'
import { words } from './words.ts'

interface Of {
  readonly unit: string
  readonly quarter: string
}

type Kind = Commitment['kind']

function Promise({ unit, quarter }: Of) {
  const text = useWords(words)
  const first = () => ({ id: newKey(), kind: 'pledge' as Kind, text: '' })
  const [form, setForm] = useState(first)
  const promise = useVerb(rounds, 'promise')
  return (
    <Act
      label={text.add}
      explain={text.addExplain}
      primary
      verb={promise}
      run={async () => {
        const body = { ...form, text: form.text.trim(), year: Number(quarter.slice(0, 4)) }
        const answer = await promise.run({ params: { subject: unit }, body })
        if (answer !== undefined) setForm(first())
        return answer
      }}
    >
      <Field label={text.kind}>
        {(input) => (
          <Radio.Group
            {...input}
            value={form.kind}
            options={(['pledge', 'project'] as const).map((value) => ({ value, label: text.kinds[value] }))}
            onChange={(event) => setForm({ ...form, kind: event.target.value as Kind })}
          />
        )}
      </Field>
      <Field label={text.what} required error={promise.errorAt('body.text')}>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={3}
            maxLength={300}
            value={form.text}
            onChange={(event) => setForm({ ...form, text: event.target.value })}
          />
        )}
      </Field>
    </Act>
  )
}

function State({ unit, quarter, commitment }: Of & { readonly commitment: Commitment }) {
  const text = useWords(words)
  const state = useVerb(rounds, 'stateCommitment')
  const now = statementOf(commitment, quarter)
  if (now?.confirmed != null || commitment.withdrawn) return null
  return (
    <StandingVerb
      label={now === undefined ? text.state : text.restate}
      explain={text.stateExplain(text.quarterName(quarter))}
      primary={false}
      first={now?.stated ?? 'under-way'}
      verb={state}
      run={(stated, note) => state.run({ params: { subject: unit }, body: { commitment: commitment.id, quarter, stated, note } })}
    />
  )
}

export function OwnCommitments({ unit, quarter }: Of) {
  const text = useWords(words)
  const year = quarter.slice(0, 4)
  const asked = useAnswer(rounds, 'commitments', { query: { below: unit, year } })
  const commitments = asked.data?.commitments.filter(({ subject }) => subject === unit)
  const last = quarterBefore(quarter)
  return (
    <section className="rounds-box">
      <div className="rounds-acts">
        <h2>{text.commitments(year)}</h2>
        <Promise unit={unit} quarter={quarter} />
      </div>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {commitments?.length === 0 ? <EmptyState title={text.none} next={text.noneNext} /> : null}
      {commitments === undefined || commitments.length === 0 ? null : (
        <table className="rounds-form-table">
          <caption>{text.commitments(year)}</caption>
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">
                {text.last} {text.quarterName(last)}
              </th>
              <th scope="col">
                {text.now} {text.quarterName(quarter)}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {commitments.map((commitment) => (
              <tr key={commitment.id}>
                <th scope="row">
                  {commitment.number}. {commitment.text} <span className="lx-quiet">{text.kinds[commitment.kind]}</span>
                </th>
                <td>
                  <Standing statement={statementOf(commitment, last)} />
                </td>
                <td>
                  <Standing statement={statementOf(commitment, quarter)} />
                </td>
                <td>
                  <State unit={unit} quarter={quarter} commitment={commitment} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
