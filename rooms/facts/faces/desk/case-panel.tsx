// One upheld case: recording it, correcting it, overturning it. There is no field for who complained.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { caseTypeNames, readCaseType } from '../../core/record-words.ts'
import { DoubtVerb } from './doubt-verb.tsx'
import type { UpheldCase } from './facts-client.ts'
import { facts, paramsOf, useVillage } from './facts-client.ts'
import { typeText } from './record-texts.ts'
import { RecordEvidence } from './record-evidence.tsx'
import { TextField } from './text-field.tsx'
import { words } from './words.ts'

interface Typed {
  readonly type: string
  readonly on: string
  readonly against: string
  readonly decidedBy: string
  readonly basis: string
  readonly document: string
}

const empty: Typed = { type: '', on: '', against: '', decidedBy: '', basis: '', document: '' }
const bodyOf = (typed: Typed) => ({ ...typed, type: readCaseType(typed.type) })

interface FieldsProps {
  readonly value: Typed
  readonly onChange: (changes: Partial<Typed>) => void
  readonly errorAt: (path: string) => string | undefined
}

function CaseFields({ value, onChange, errorAt }: FieldsProps) {
  const text = useWords(words)
  const say = useText()
  return (
    <>
      <Field label={text.type} hint={text.typeHint} required error={errorAt('body.type')}>
        {(input) => (
          <AutoComplete
            {...input}
            value={value.type}
            options={Object.values(caseTypeNames).map((name) => ({ value: say(name) }))}
            onChange={(type: string) => onChange({ type })}
          />
        )}
      </Field>
      <Field label={text.on} required error={errorAt('body.on')}>
        {(input) => <DayInput input={input} value={value.on} onChange={(on) => onChange({ on })} />}
      </Field>
      <TextField
        label={text.against}
        required
        value={value.against}
        onChange={(against) => onChange({ against })}
        error={errorAt('body.against')}
      />
      <TextField
        label={text.decidedBy}
        hint={text.decidedByHint}
        required
        value={value.decidedBy}
        onChange={(decidedBy) => onChange({ decidedBy })}
        error={errorAt('body.decidedBy')}
      />
      <TextField
        label={text.basis}
        hint={text.basisHint}
        required
        rows={3}
        most={2000}
        value={value.basis}
        onChange={(basis) => onChange({ basis })}
        error={errorAt('body.basis')}
      />
      <TextField label={text.document} value={value.document} onChange={(document) => onChange({ document })} />
    </>
  )
}

interface DoneProps {
  readonly onClose: () => void
  readonly onDone: (upheldCase: UpheldCase) => void
}

export function CaseForm({ onClose, onDone }: DoneProps) {
  const text = useWords(words)
  const code = useVillage()
  const [id, setId] = useState(newKey)
  const [unit, setUnit] = useState(code)
  const draft = useDraft('facts.recordCase', empty, { personal: true })
  const record = useVerb(facts, 'recordCase', {
    onDone: (made) => {
      draft.clear()
      setId(newKey())
      onDone(made)
    },
  })
  const { type, on, against, decidedBy, basis } = draft.value
  return (
    <SidePanel title={text.recordCase} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void record.run({ body: { id, unit, ...bodyOf(draft.value) } })
        }}
      >
        <Field label={text.unit} required error={record.errorAt('body.unit')}>
          {() => <UnitPicker value={unit} onChange={setUnit} />}
        </Field>
        <CaseFields value={draft.value} onChange={draft.set} errorAt={record.errorAt} />
        <div className="lx-scope">
          <ProblemNotice problem={record.problem} />
          <Button
            type="primary"
            htmlType="submit"
            loading={record.pending}
            disabled={[type, on, against, decidedBy, basis, unit].some((one) => one.trim() === '')}
          >
            {text.recordCase}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function Verbs({ upheldCase, onDone }: { readonly upheldCase: UpheldCase; readonly onDone: (upheldCase: UpheldCase) => void }) {
  const text = useWords(words)
  const say = useText()
  const [ids, setIds] = useState(() => [newKey(), newKey()] as const)
  const { type, on, against, decidedBy, basis, document } = upheldCase
  const [typed, setTyped] = useState<Typed>({ type: typeText(type, say), on, against, decidedBy, basis, document })
  const again = {
    onDone: (next: UpheldCase) => {
      setIds([newKey(), newKey()])
      onDone(next)
    },
  }
  const correct = useVerb(facts, 'correctCase', again)
  const overturn = useVerb(facts, 'overturnCase', again)
  const params = paramsOf(upheldCase)
  return (
    <>
      <ConfirmVerb
        label={text.correct}
        title={text.correct}
        explain={text.correctExplain}
        asks={{ reason: 'required' }}
        problem={correct.problem}
        run={({ reason }) => correct.run({ params, body: { id: ids[0], ...bodyOf(typed), reason } })}
      >
        <CaseFields value={typed} onChange={(changes) => setTyped({ ...typed, ...changes })} errorAt={correct.errorAt} />
      </ConfirmVerb>
      {upheldCase.upheld ? (
        <ConfirmVerb
          label={text.overturn}
          title={text.overturn}
          explain={text.overturnExplain}
          asks={{ reason: 'required' }}
          problem={overturn.problem}
          run={({ reason }) => overturn.run({ params, body: { id: ids[1], reason } })}
        />
      ) : null}
    </>
  )
}

export function CasePanel({ upheldCase, onClose, onDone }: DoneProps & { readonly upheldCase: UpheldCase }) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const format = useFormat()
  const { unit, upheld, against, decidedBy, document, basis, reason, byUnit } = upheldCase
  return (
    <SidePanel
      title={typeText(upheldCase.type, say)}
      onClose={onClose}
      actions={
        <>
          {may('facts.recordCases') ? <Verbs upheldCase={upheldCase} onDone={onDone} /> : null}
          <DoubtVerb kind="case" record={upheldCase} />
        </>
      }
    >
      <Facts
        items={[
          { label: text.unit, value: `${unit.name} ${unit.code}` },
          { label: text.on, value: format.day(upheldCase.on) },
          { label: text.standing, value: <StatusTag state={upheld ? 'late' : 'done'}>{upheld ? text.upheld : text.overturned}</StatusTag> },
          { label: text.against, value: against },
          { label: text.decidedBy, value: decidedBy },
          { label: text.document, value: document || text.none },
          { label: text.basis, value: <span style={{ whiteSpace: 'pre-wrap' }}>{basis}</span> },
          { label: text.statedOn, value: text.entered(byUnit ?? text.none, format.day(upheldCase.statedOn)) },
          ...(reason === '' ? [] : [{ label: text.reason, value: reason }]),
        ]}
      />
      <RecordEvidence kind="case" record={upheldCase} />
    </SidePanel>
  )
}
