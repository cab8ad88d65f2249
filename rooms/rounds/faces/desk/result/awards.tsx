// Awards of a round, each with its basis.

import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type OfRound, type Round, rounds } from '../rounds.ts'
import { words } from './words.ts'

function AwardVerb({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const first = () => ({ id: newKey(), subject: '', name: text.awardSample, basis: '', document: '' })
  const [form, setForm] = useState(first)
  const award = useVerb(rounds, 'award')
  const fields = [
    { key: 'name', label: text.awardName, most: 60, required: true },
    { key: 'basis', label: text.awardBasis, most: 200, required: true },
    { key: 'document', label: text.awardDocument, most: 60, required: false },
  ] as const
  return (
    <Act
      label={text.award}
      explain={text.awardExplain}
      verb={award}
      run={async () => {
        const answer = await award.run({ params: at(round), body: form })
        if (answer !== undefined) setForm(first())
        return answer
      }}
    >
      <Field label={text.unit} required error={award.errorAt('body.subject')}>
        {(input) => (
          <Select
            {...input}
            value={form.subject}
            showSearch={{ optionFilterProp: 'label' }}
            options={round.parts.map(({ subject, name }) => ({ value: subject, label: name }))}
            onChange={(subject) => setForm({ ...form, subject })}
          />
        )}
      </Field>
      {fields.map(({ key, label, most, required }) => (
        <Field key={key} label={label} required={required} error={award.errorAt(`body.${key}`)}>
          {(input) => (
            <Input {...input} maxLength={most} value={form[key]} onChange={(event) => setForm({ ...form, [key]: event.target.value })} />
          )}
        </Field>
      ))}
    </Act>
  )
}

export function Awards({ round, can }: OfRound) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'awards', { params: at(round) })
  const awards = asked.data?.awards
  return (
    <section className="rounds-box">
      <h2>{text.awards}</h2>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {awards?.length === 0 ? <p className="lx-quiet">{text.awardsNone}</p> : null}
      <ul className="rounds-remarks">
        {awards?.map((each) => (
          <li key={each.id}>
            <strong>{each.name}</strong> {text.awardLine(each.award, each.basis, each.document)}
          </li>
        ))}
      </ul>
      <div className="rounds-acts rounds-acts-start">{can('award') ? <AwardVerb round={round} /> : null}</div>
    </section>
  )
}
