// Entering a problem and assigning it, beside the list; kept as typed until it is sent.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { SourceKind } from '../../core/lists.ts'
import { sourceNames } from '../../core/lists.ts'
import type { ItemAt, LedgerRecord } from './ledger.ts'
import { ledger, useRegisters } from './ledger.ts'
import { PicturesField } from './pictures-field.tsx'
import { RegisterFields } from './register-fields.tsx'
import { PlanFields } from './plan-fields.tsx'
import { firstTerm, termBody, TermField } from './term-field.tsx'
import { words } from './words.ts'

interface AssignPanelProps {
  /** The day it is by the server. */
  readonly today: string
  readonly onClose: () => void
  readonly onDone: (record: LedgerRecord) => void
}

const empty = {
  kind: 'problem',
  particulars: {} as Readonly<Record<string, string>>,
  problem: '',
  source: 'meeting' as string,
  measure: '',
  responsible: '',
  supervisor: '',
  subject: '',
  term: firstTerm,
}

export function AssignPanel({ today, onClose, onDone }: AssignPanelProps) {
  const text = useWords(words)
  const say = useText()
  const { acting } = useMe()
  const { code } = useUnit()
  const [id, setId] = useState(newKey)
  const draft = useDraft('ledger.assign', empty, { personal: true })
  const assign = useVerb(ledger, 'assign', {
    onDone: (record) => {
      draft.clear()
      setEvidence([])
      setId(newKey())
      onDone(record)
    },
  })
  const registers = useRegisters()
  const [evidence, setEvidence] = useState<readonly ItemAt[]>([])
  const { problem, source, subject: chosen, term, kind, particulars, ...plan } = draft.value
  const register = registers.find((one) => one.id === kind)
  const subject = chosen === '' ? code : chosen
  const send = (): void => {
    const body = {
      id,
      unit: acting?.unit ?? '',
      subject,
      problem,
      sourceKind: source as SourceKind,
      kind,
      particulars,
      evidence: [...evidence],
      star: register?.star ?? null,
      ...plan,
      ...termBody(term),
    }
    void assign.run({ body })
  }
  return (
    <SidePanel title={text.assign} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Field label={text.subject} required error={assign.errorAt('body.subject')}>
          {() => <UnitPicker value={subject} onChange={(next) => draft.set({ subject: next })} />}
        </Field>
        <Field label={text.kind} required error={assign.errorAt('body.kind')}>
          {(input) => (
            <Select
              {...input}
              aria-label={text.kind}
              value={kind}
              options={[
                { value: 'problem', label: text.plainProblem },
                ...registers.map((one) => ({ value: one.id, label: say(one.title) })),
              ]}
              onChange={(next: string) => draft.set({ kind: next, particulars: {} })}
            />
          )}
        </Field>
        {register === undefined ? null : (
          <RegisterFields register={register} value={particulars} onChange={(next) => draft.set({ particulars: next })} />
        )}
        <Field label={text.problem} hint={text.problemHint} required error={assign.errorAt('body.problem')}>
          {(input) => (
            <Input.TextArea
              {...input}
              rows={4}
              maxLength={2000}
              value={problem}
              onChange={(event) => draft.set({ problem: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.source} required>
          {(input) => (
            <Select
              {...input}
              value={source}
              options={Object.entries(sourceNames).map(([value, name]) => ({ value, label: say(name) }))}
              onChange={(next: string) => draft.set({ source: next })}
            />
          )}
        </Field>
        <TermField value={term} onChange={(next) => draft.set({ term: next })} error={assign.errorAt('body.due')} />
        <PicturesField
          key={id}
          subject={subject}
          today={today}
          phase="before"
          shows={problem.slice(0, 60)}
          value={evidence}
          onChange={setEvidence}
        />
        <PlanFields value={plan} onChange={draft.set} />
        <ProblemNotice problem={assign.problem} />
        <Button type="primary" htmlType="submit" loading={assign.pending} disabled={problem.trim() === '' || subject === ''}>
          {text.assign}
        </Button>
      </form>
    </SidePanel>
  )
}
