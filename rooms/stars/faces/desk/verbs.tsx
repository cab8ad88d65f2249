// What the acting post may do with a candidacy now, as the server says; each button names its act.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { firstNote, RowsField, whole } from './rows-field.tsx'
import { stars } from './stars.ts'
import type { CandidacyShown } from './stars.ts'
import { words } from './words.ts'

const conclusions = ['', 'met', 'not-met'] as const
type Conclusion = (typeof conclusions)[number]

interface VerbProps {
  readonly record: CandidacyShown
}

const paramsOf = ({ unit, id }: CandidacyShown) => ({ unit, id })
const rowsOf = (record: CandidacyShown) => record.asked.map(({ row, text }) => ({ row, text }))

function Pass({ record }: VerbProps) {
  const text = useWords(words)
  const verb = useVerb(stars, 'pass', { refreshes: ['facts'] })
  const [reason, setReason] = useState('')
  const [results, setResults] = useState<Readonly<Record<string, Conclusion>>>({})
  const reviewed = record.state === 'office' || record.state === 'joint' ? record.asked.filter((row) => row.byReview) : []
  const reviews = Object.entries(results).flatMap(([row, result]) => (result === '' ? [] : [{ row, result, reason: '' }]))
  return (
    <ConfirmVerb
      primary
      label={text.pass}
      title={text.pass}
      explain={text.passExplain}
      problem={verb.problem}
      run={() => verb.run({ params: paramsOf(record), body: { reason, reviews } })}
    >
      {reviewed.length === 0 ? null : (
        <fieldset>
          <legend>{text.conclusion}</legend>
          <p className="lx-quiet">{text.conclusionsLead}</p>
          {reviewed.map((row) => (
            <div key={row.row} className="stars-conclusion">
              <p>
                <strong>{row.row}</strong> {row.text}
              </p>
              <Radio.Group
                aria-label={`${text.conclusion} ${row.row}`}
                value={results[row.row] ?? ''}
                options={conclusions.map((value) => ({ value, label: text.conclusions[value] }))}
                onChange={(event) => setResults({ ...results, [row.row]: event.target.value as Conclusion })}
              />
            </div>
          ))}
        </fieldset>
      )}
      <Field label={text.remark}>
        {(input) => (
          <Input.TextArea {...input} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ConfirmVerb>
  )
}

function Return({ record }: VerbProps) {
  const text = useWords(words)
  const verb = useVerb(stars, 'return')
  const [notes, setNotes] = useState(firstNote)
  const [due, setDue] = useState('')
  const run = () => verb.run({ params: paramsOf(record), body: { rows: whole(notes), due } })
  return (
    <ConfirmVerb label={text.return} title={text.return} explain={text.returnExplain} problem={verb.problem} run={run}>
      <RowsField rows={rowsOf(record)} value={notes} onChange={setNotes} error={verb.errorAt('body.rows')} />
      <Field label={text.dueDay} required error={verb.errorAt('body.due')}>
        {(input) => <DayInput input={input} value={due} onChange={setDue} />}
      </Field>
    </ConfirmVerb>
  )
}

function Negative({ record, kind }: VerbProps & { readonly kind: 'refuse' | 'dismiss' }) {
  const text = useWords(words)
  const verb = useVerb(stars, kind)
  const [notes, setNotes] = useState(firstNote)
  const explain = kind === 'refuse' ? text.refuseExplain : text.dismissExplain
  const run = () => verb.run({ params: paramsOf(record), body: { rows: whole(notes) } })
  return (
    <ConfirmVerb danger label={text[kind]} title={text[kind]} explain={explain} problem={verb.problem} run={run}>
      <RowsField rows={rowsOf(record)} value={notes} onChange={setNotes} error={verb.errorAt('body.rows')} />
    </ConfirmVerb>
  )
}

const Refuse = (props: VerbProps) => <Negative {...props} kind="refuse" />
const Dismiss = (props: VerbProps) => <Negative {...props} kind="dismiss" />

function WithReason({ record, kind }: VerbProps & { readonly kind: 'appeal' | 'withdraw' | 'uphold' }) {
  const text = useWords(words)
  const verb = useVerb(stars, kind)
  const explain = { appeal: text.appealExplain, withdraw: text.withdrawExplain, uphold: text.upholdExplain }[kind]
  return (
    <ConfirmVerb
      label={text[kind]}
      title={text[kind]}
      explain={explain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: paramsOf(record), body: { reason } })}
    />
  )
}

const Appeal = (props: VerbProps) => <WithReason {...props} kind="appeal" />
const Withdraw = (props: VerbProps) => <WithReason {...props} kind="withdraw" />
const Uphold = (props: VerbProps) => <WithReason {...props} kind="uphold" />

function Confirm({ record }: VerbProps) {
  const text = useWords(words)
  const verb = useVerb(stars, 'confirm')
  const run = ({ reason }: { readonly reason: string }) => verb.run({ params: paramsOf(record), body: { reason } })
  return (
    <ConfirmVerb
      primary
      label={text.confirm}
      title={text.confirm}
      explain={text.confirmExplain}
      asks={{ reason: 'optional' }}
      problem={verb.problem}
      run={run}
    />
  )
}

function Certify({ record }: VerbProps) {
  const text = useWords(words)
  const verb = useVerb(stars, 'certify')
  const [document, setDocument] = useState('')
  const run = () => verb.run({ params: paramsOf(record), body: { document } })
  return (
    <ConfirmVerb primary label={text.certify} title={text.certify} explain={text.certifyExplain} problem={verb.problem} run={run}>
      {record.hindrances.length === 0 ? null : (
        <>
          <p>{text.hindrances}</p>
          <ul>
            {record.hindrances.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <Field label={text.document}>
        {(input) => <Input {...input} maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
    </ConfirmVerb>
  )
}

const parts = {
  pass: Pass,
  certify: Certify,
  confirm: Confirm,
  uphold: Uphold,
  return: Return,
  refuse: Refuse,
  dismiss: Dismiss,
  appeal: Appeal,
  withdraw: Withdraw,
} as const

export function CandidacyVerbs({ record }: VerbProps) {
  return (
    <>
      {(Object.keys(parts) as (keyof typeof parts)[])
        .filter((verb) => record.verbs.includes(verb))
        .map((verb) => {
          const Part = parts[verb]
          return <Part key={verb} record={record} />
        })}
    </>
  )
}
