// What the unit that assigned may do, and the level above: check, return, decide, look back, withdraw, arbitrate.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { InputNumber, Radio } from 'antd'
import { useState } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import { verbNames } from '../../core/state.ts'
import { type ItemAt, ledger } from './ledger.ts'
import { PicturesField } from './pictures-field.tsx'
import { paramsOf, type VerbProps } from './mending-verbs.tsx'
import { firstTerm, termBody, TermField } from './term-field.tsx'
import { TextField } from './text-field.tsx'
import { words } from './words.ts'

type Reasoned = { readonly reason: string }

interface ChoiceProps {
  readonly label: string
  readonly names: { readonly yes: string; readonly no: string }
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

function Choice({ label, names, value, onChange }: ChoiceProps) {
  return (
    <Field label={label} required>
      {() => (
        <Radio.Group
          aria-label={label}
          value={value ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: names.yes },
            { value: 'no', label: names.no },
          ]}
          onChange={(event) => onChange(event.target.value === 'yes')}
        />
      )}
    </Field>
  )
}

interface PicturesProps extends VerbProps {
  readonly value: readonly ItemAt[]
  readonly onChange: Dispatch<SetStateAction<readonly ItemAt[]>>
}

/** What was seen on the spot. */
function Pictures({ record, value, onChange }: PicturesProps) {
  return (
    <PicturesField
      subject={record.subject.code}
      entry={paramsOf(record)}
      phase="after"
      today={record.asOf}
      shows={record.problem.slice(0, 60)}
      value={value}
      onChange={onChange}
    />
  )
}

export function CloseOut({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.closeOut)
  const verb = useVerb(ledger, 'closeOut')
  const [found, setFound] = useState('')
  const [months, setMonths] = useState(3)
  const [evidence, setEvidence] = useState<readonly ItemAt[]>([])
  const run = () => verb.run({ params: paramsOf(record), body: { found, lookBackMonths: months, evidence: [...evidence] } })
  return (
    <ConfirmVerb primary label={label} title={label} explain={text.closeExplain} problem={verb.problem} run={run}>
      <TextField label={text.found} value={found} onChange={setFound} />
      <Field label={text.lookBackMonths}>
        {(input) => <InputNumber {...input} min={0} max={24} value={months} onChange={(next) => setMonths(next ?? 0)} />}
      </Field>
      <Pictures record={record} value={evidence} onChange={setEvidence} />
    </ConfirmVerb>
  )
}

export function Return({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.return)
  const verb = useVerb(ledger, 'return')
  const [term, setTerm] = useState(firstTerm)
  const run = ({ reason }: Reasoned) => verb.run({ params: paramsOf(record), body: { reason, ...termBody(term) } })
  return (
    <ConfirmVerb label={label} title={label} explain={text.returnExplain} asks={{ reason: 'required' }} problem={verb.problem} run={run}>
      <TermField value={term} onChange={setTerm} error={verb.errorAt('body.due')} />
    </ConfirmVerb>
  )
}

export function Arbitrate({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.arbitrate)
  const verb = useVerb(ledger, 'arbitrate')
  const [upheld, setUpheld] = useState(false)
  const [term, setTerm] = useState(firstTerm)
  const run = ({ reason }: Reasoned) => verb.run({ params: paramsOf(record), body: { upheld, reason, ...(upheld ? {} : termBody(term)) } })
  return (
    <ConfirmVerb
      primary
      label={label}
      title={label}
      explain={text.arbitrateExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={run}
    >
      <Choice label={text.upheld} names={text.granted.arbitrate} value={upheld} onChange={setUpheld} />
      {upheld ? null : <TermField value={term} onChange={setTerm} error={verb.errorAt('body.due')} />}
    </ConfirmVerb>
  )
}

export function DecideExtension({ record }: VerbProps) {
  const text = useWords(words)
  const format = useFormat()
  const label = useText()(verbNames.decideExtension)
  const verb = useVerb(ledger, 'decideExtension')
  const [granted, setGranted] = useState(true)
  const asked = record.steps.findLast((step) => step.verb === 'askExtension')
  const explain = text.decideExplain(format.day(record.extensionUntil ?? ''), asked?.text ?? '')
  const run = ({ reason }: Reasoned) => verb.run({ params: paramsOf(record), body: { granted, reason } })
  return (
    <ConfirmVerb primary label={label} title={label} explain={explain} asks={{ reason: 'optional' }} problem={verb.problem} run={run}>
      <Choice label={text.result} names={text.granted.decideExtension} value={granted} onChange={setGranted} />
    </ConfirmVerb>
  )
}

export function LookBack({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.lookBack)
  const verb = useVerb(ledger, 'lookBack')
  const [held, setHeld] = useState(true)
  const [found, setFound] = useState('')
  const [term, setTerm] = useState(firstTerm)
  const [next] = useState(newKey)
  const [months, setMonths] = useState(0)
  const [evidence, setEvidence] = useState<readonly ItemAt[]>([])
  const more = held ? { lookBackMonths: months } : { next, ...termBody(term) }
  const run = () => verb.run({ params: paramsOf(record), body: { held, found, evidence: [...evidence], ...more } })
  return (
    <ConfirmVerb label={label} title={label} explain={text.lookBackExplain} problem={verb.problem} run={run}>
      <Choice label={text.result} names={text.granted.lookBack} value={held} onChange={setHeld} />
      <TextField required label={text.found} value={found} onChange={setFound} error={verb.errorAt('body.found')} />
      {held ? (
        <Field label={text.lookBackAgain}>
          {(input) => <InputNumber {...input} min={0} max={24} value={months} onChange={(given) => setMonths(given ?? 0)} />}
        </Field>
      ) : (
        <TermField value={term} onChange={setTerm} error={verb.errorAt('body.due')} />
      )}
      <Pictures record={record} value={evidence} onChange={setEvidence} />
    </ConfirmVerb>
  )
}

export function Withdraw({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.withdraw)
  const verb = useVerb(ledger, 'withdraw')
  const run = ({ reason }: Reasoned) => verb.run({ params: paramsOf(record), body: { reason } })
  return (
    <ConfirmVerb
      danger
      label={label}
      title={label}
      explain={text.withdrawExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={run}
    />
  )
}
