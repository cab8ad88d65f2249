// The words around the figures of drafts from data, one kind at a time: what is left empty stays as the system words it.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { contract } from '#rooms/bulletins/contract.ts'
import { bulletins } from './bulletins.ts'
import { words } from './words.ts'

type Row = AnswerOf<(typeof contract)['wordings']>['rows'][number]

function WordingForm({ unit, row }: { readonly unit: string; readonly row: Row }) {
  const text = useWords(words)
  const { kept, given } = row
  const blank = { addressee: '', opening: '', closing: '', headings: given.headings.map(() => '') }
  const { addressee, opening, closing, headings } = kept ?? blank
  const [typed, setTyped] = useState({ addressee, opening, closing, headings: [...headings] })
  const [saved, setSaved] = useState(false)
  // What was kept, with numbers masked.
  const show = (now: typeof typed): void => {
    setTyped({ addressee: now.addressee, opening: now.opening, closing: now.closing, headings: [...now.headings] })
    setSaved(true)
  }
  const keep = useVerb(bulletins, 'keepWording', { onDone: show })
  const change = (next: Partial<typeof typed>): void => {
    setSaved(false)
    setTyped({ ...typed, ...next })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void keep.run({ body: { ...typed, unit, kind: row.kind } })
      }}
    >
      {kept === null || kept.unit === unit ? null : <p className="lx-hint">{text.wordingAbove}</p>}
      <Field label={text.addressee} error={keep.errorAt('body.addressee')}>
        {(input) => (
          <Input
            {...input}
            maxLength={300}
            placeholder={given.addressee}
            value={typed.addressee}
            onChange={(event) => change({ addressee: event.target.value })}
          />
        )}
      </Field>
      {(['opening', 'closing'] as const).map((key) => (
        <Field key={key} label={text.wordingParts[key]} error={keep.errorAt(`body.${key}`)}>
          {(input) => (
            <Input.TextArea
              {...input}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              placeholder={given[key] === '' ? text.wordingNone : given[key]}
              value={typed[key]}
              onChange={(event) => change({ [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {given.headings.map((heading, index) => (
        <Field key={heading} label={text.wordingHeading(index + 1)} error={keep.errorAt(`body.headings.${index}`)}>
          {(input) => (
            <Input
              {...input}
              maxLength={200}
              placeholder={heading}
              value={typed.headings[index] ?? ''}
              onChange={(event) => change({ headings: typed.headings.map((one, at) => (at === index ? event.target.value : one)) })}
            />
          )}
        </Field>
      ))}
      <ProblemNotice problem={keep.problem} />
      <Button type="primary" htmlType="submit" loading={keep.pending}>
        {text.wordingKeep}
      </Button>{' '}
      <span role="status">{saved ? text.saved : null}</span>
    </form>
  )
}

export function WordingsPart({ unit }: { readonly unit: string }) {
  const text = useWords(words)
  const asked = useAnswer(bulletins, 'wordings', unit === '' ? null : { query: { unit } })
  const [kind, setKind] = useState('ledger')
  const rows = asked.data?.rows ?? []
  const row = rows.find((one) => one.kind === kind)
  return (
    <section>
      <h3>{text.wordings}</h3>
      <p className="lx-hint">{text.wordingsLead}</p>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <Field label={text.wordingKind}>
        {(input) => (
          <Select
            {...input}
            value={kind}
            options={rows.map((one) => ({
              value: one.kind,
              label: text.wordingKinds[one.kind as keyof typeof text.wordingKinds] ?? one.kind,
            }))}
            onChange={setKind}
          />
        )}
      </Field>
      {row === undefined ? null : <WordingForm key={kind} unit={unit} row={row} />}
    </section>
  )
}
