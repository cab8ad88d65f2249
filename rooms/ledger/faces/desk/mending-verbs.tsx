// What the unit that mends may do: accept, set measure and duties, refuse with its basis, report, ask for more time.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { useState } from 'react'
import { verbNames } from '../../core/state.ts'
import { type ItemAt, ledger, type LedgerRecord } from './ledger.ts'
import { PicturesField } from './pictures-field.tsx'
import { PlanFields } from './plan-fields.tsx'
import { TextField } from './text-field.tsx'
import { words } from './words.ts'

export interface VerbProps {
  readonly record: LedgerRecord
}

export const paramsOf = (record: LedgerRecord) => ({ unit: record.unit, id: record.id })

export function Accept({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.accept)
  const verb = useVerb(ledger, 'accept')
  const run = () => verb.run({ params: paramsOf(record), body: {} })
  return <ConfirmVerb primary label={label} title={label} explain={text.acceptExplain} problem={verb.problem} run={run} />
}

export function PlanVerb({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.plan)
  const { measure, responsible, supervisor } = record
  const draft = useDraft(`ledger.plan.${record.id}`, { measure, responsible, supervisor }, { personal: true })
  const plan = draft.savedAt === null ? { measure, responsible, supervisor } : draft.value
  const verb = useVerb(ledger, 'plan', { onDone: draft.clear })
  const run = () => verb.run({ params: paramsOf(record), body: { ...plan, responsibleAccount: record.responsibleAccount } })
  return (
    <ConfirmVerb label={label} title={label} explain={text.planExplain} problem={verb.problem} run={run}>
      <PlanFields value={plan} onChange={(changes) => draft.set({ ...plan, ...changes })} />
    </ConfirmVerb>
  )
}

export function Refuse({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.refuse)
  const draft = useDraft(`ledger.refuse.${record.id}`, { basis: '' }, { personal: true })
  const { basis } = draft.value
  const verb = useVerb(ledger, 'refuse', { onDone: draft.clear })
  const run = () => verb.run({ params: paramsOf(record), body: { basis } })
  return (
    <ConfirmVerb danger label={label} title={label} explain={text.refuseExplain(record.arbiter.name)} problem={verb.problem} run={run}>
      <TextField
        required
        label={text.basis}
        value={basis}
        onChange={(typed) => draft.set({ basis: typed })}
        error={verb.errorAt('body.basis')}
      />
    </ConfirmVerb>
  )
}

export function Rectify({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.rectify)
  const draft = useDraft(`ledger.rectify.${record.id}`, { report: '' }, { personal: true })
  const { report } = draft.value
  const [evidence, setEvidence] = useState<readonly ItemAt[]>([])
  const verb = useVerb(ledger, 'rectify', { onDone: draft.clear, refreshes: ['evidence'] })
  const run = () => verb.run({ params: paramsOf(record), body: { report, evidence: [...evidence] } })
  return (
    <ConfirmVerb primary label={label} title={label} explain={text.rectifyExplain} problem={verb.problem} run={run}>
      <TextField
        required
        label={text.report}
        value={report}
        onChange={(typed) => draft.set({ report: typed })}
        error={verb.errorAt('body.report')}
      />
      <PicturesField
        subject={record.subject.code}
        entry={paramsOf(record)}
        phase="after"
        today={record.asOf}
        shows={record.problem.slice(0, 60)}
        value={evidence}
        onChange={setEvidence}
      />
    </ConfirmVerb>
  )
}

export function AskExtension({ record }: VerbProps) {
  const text = useWords(words)
  const label = useText()(verbNames.askExtension)
  const verb = useVerb(ledger, 'askExtension')
  const [until, setUntil] = useState('')
  const run = ({ reason }: { readonly reason: string }) => verb.run({ params: paramsOf(record), body: { until, reason } })
  return (
    <ConfirmVerb label={label} title={label} explain={text.askExplain} asks={{ reason: 'required' }} problem={verb.problem} run={run}>
      <Field label={text.askUntil} required error={verb.errorAt('body.until')}>
        {(input) => <DayInput input={input} value={until} onChange={setUntil} />}
      </Field>
    </ConfirmVerb>
  )
}
