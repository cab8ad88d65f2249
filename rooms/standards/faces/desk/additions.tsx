// What townships add to a star: read by all of the township, added and ended by its office.

import { Input } from 'antd'
import { useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { type Addition, type EditionRecord, type Star, standards } from './standards.ts'
import { words } from './words.ts'

function Add({ record, star, unit }: { readonly record: EditionRecord; readonly star: Star; readonly unit: string }) {
  const text = useWords(words)
  const [id, setId] = useState(newKey)
  const [code, setCode] = useState('')
  const [what, setWhat] = useState('')
  const [from, setFrom] = useState(() => addDays(chinaDay(Date.now()), 1))
  const verb = useVerb(standards, 'add', {
    onDone: () => {
      setId(newKey())
      setCode('')
      setWhat('')
    },
  })
  const criterion = { id: code.trim(), text: what.trim(), kind: 'reviewed' }
  const run = () => verb.run({ body: { id, unit, edition: record.id, star: star.code, from, criterion } })
  return (
    <ConfirmVerb label={text.add} title={text.addTitle} explain={text.addExplain} problem={verb.problem} run={run}>
      <Field label={text.additionId} hint={text.additionIdHint} required error={verb.errorAt('criterion.id')}>
        {(input) => <Input {...input} maxLength={60} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <Field label={text.text} required error={verb.errorAt('criterion.text')}>
        {(input) => <Input.TextArea {...input} rows={3} maxLength={1000} value={what} onChange={(event) => setWhat(event.target.value)} />}
      </Field>
      <Field label={text.from} required error={verb.errorAt('body.from')}>
        {(input) => <DayInput input={input} value={from} onChange={setFrom} />}
      </Field>
    </ConfirmVerb>
  )
}

function End({ addition }: { readonly addition: Addition }) {
  const text = useWords(words)
  const verb = useVerb(standards, 'endAddition')
  const [to, setTo] = useState(() => chinaDay(Date.now()))
  const run = () => verb.run({ params: { unit: addition.unit.code, id: addition.id }, body: { to } })
  return (
    <ConfirmVerb label={text.endAddition} title={text.endAddition} explain={text.endExplain} problem={verb.problem} run={run}>
      <Field label={text.to} required error={verb.errorAt('body.to')}>
        {(input) => <DayInput input={input} value={to} onChange={setTo} />}
      </Field>
    </ConfirmVerb>
  )
}

export function Additions({ record, star }: { readonly record: EditionRecord; readonly star: Star }) {
  const text = useWords(words)
  const asked = useAnswer(standards, 'additions', { query: { id: record.id } })
  const rows = asked.data?.rows.filter((row) => row.star === star.code) ?? []
  const township = asked.data?.township ?? null
  if (record.state === 'draft') return null
  return (
    <section className="standards-box" aria-label={text.additions}>
      <div className="standards-head">
        <h2>{text.additions}</h2>
        {township === null || record.state !== 'issued' ? null : <Add record={record} star={star} unit={township.code} />}
      </div>
      {rows.length === 0 ? <p className="lx-quiet">{text.noAdditions}</p> : null}
      <ul className="standards-additions">
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.criterion.id}</strong> <span>{row.criterion.text}</span>
            <span className="lx-quiet">
              {text.addedBy(row.unit.name)} · {row.from}
              {row.to === null ? '' : ` ${text.until(row.to)}`}
            </span>
            {row.mine ? <End addition={row} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
