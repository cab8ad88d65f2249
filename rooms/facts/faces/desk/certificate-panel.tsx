// One certificate: recording it, correcting it, recording that it was taken back.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { levels } from '../../core/fact-sheet.ts'
import type { Level } from '../../core/fact-sheet.ts'
import { levelNames } from '../../core/record-words.ts'
import { DoubtVerb } from './doubt-verb.tsx'
import type { Certificate } from './facts-client.ts'
import { facts, paramsOf, useVillage } from './facts-client.ts'
import { untilText } from './record-texts.ts'
import { RecordEvidence } from './record-evidence.tsx'
import { TextField } from './text-field.tsx'
import { words } from './words.ts'

interface Typed {
  readonly name: string
  readonly level: string
  readonly issuer: string
  readonly document: string
  readonly from: string
  readonly to: string
}

const empty: Typed = { name: '', level: 'county', issuer: '', document: '', from: '', to: '' }
const bodyOf = ({ to, level, ...typed }: Typed) => ({ ...typed, level: level as Level, to: to === '' ? null : to })

interface FieldsProps {
  readonly value: Typed
  readonly onChange: (changes: Partial<Typed>) => void
  readonly errorAt: (path: string) => string | undefined
}

function CertificateFields({ value, onChange, errorAt }: FieldsProps) {
  const text = useWords(words)
  const say = useText()
  return (
    <>
      <TextField
        label={text.certificateName}
        required
        value={value.name}
        onChange={(name) => onChange({ name })}
        error={errorAt('body.name')}
      />
      <Field label={text.level} required>
        {(input) => (
          <Select
            {...input}
            value={value.level}
            options={levels.map((level) => ({ value: level as string, label: say(levelNames[level]) }))}
            onChange={(level: string) => onChange({ level })}
          />
        )}
      </Field>
      <TextField
        label={text.issuer}
        required
        value={value.issuer}
        onChange={(issuer) => onChange({ issuer })}
        error={errorAt('body.issuer')}
      />
      <TextField label={text.document} value={value.document} onChange={(document) => onChange({ document })} />
      <Field label={text.from} required error={errorAt('body.from')}>
        {(input) => <DayInput input={input} value={value.from} onChange={(from) => onChange({ from })} />}
      </Field>
      <Field label={text.to} hint={text.openEnd} error={errorAt('body.to')}>
        {(input) => <DayInput input={input} value={value.to} onChange={(to) => onChange({ to })} />}
      </Field>
    </>
  )
}

interface DoneProps {
  readonly onClose: () => void
  readonly onDone: (certificate: Certificate) => void
}

export function CertificateForm({ onClose, onDone }: DoneProps) {
  const text = useWords(words)
  const code = useVillage()
  const [id, setId] = useState(newKey)
  const [unit, setUnit] = useState(code)
  const draft = useDraft('facts.certify', empty)
  const certify = useVerb(facts, 'certify', {
    onDone: (made) => {
      draft.clear()
      setId(newKey())
      onDone(made)
    },
  })
  const { name, issuer, from } = draft.value
  return (
    <SidePanel title={text.certify} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void certify.run({ body: { id, unit, ...bodyOf(draft.value) } })
        }}
      >
        <Field label={text.unit} required error={certify.errorAt('body.unit')}>
          {() => <UnitPicker value={unit} onChange={setUnit} />}
        </Field>
        <CertificateFields value={draft.value} onChange={draft.set} errorAt={certify.errorAt} />
        <div className="lx-scope">
          <ProblemNotice problem={certify.problem} />
          <Button
            type="primary"
            htmlType="submit"
            loading={certify.pending}
            disabled={[name.trim(), issuer.trim(), from, unit].includes('')}
          >
            {text.certify}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function Verbs({ certificate, onDone }: { readonly certificate: Certificate; readonly onDone: (certificate: Certificate) => void }) {
  const text = useWords(words)
  const [ids, setIds] = useState(() => [newKey(), newKey()] as const)
  const { name, level, issuer, document, from, to } = certificate
  const [typed, setTyped] = useState<Typed>({ name, level, issuer, document, from, to: to ?? '' })
  const again = {
    onDone: (next: Certificate) => {
      setIds([newKey(), newKey()])
      onDone(next)
    },
  }
  const correct = useVerb(facts, 'correctCertificate', again)
  const withdraw = useVerb(facts, 'withdrawCertificate', again)
  const params = paramsOf(certificate)
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
        <CertificateFields value={typed} onChange={(changes) => setTyped({ ...typed, ...changes })} errorAt={correct.errorAt} />
      </ConfirmVerb>
      {certificate.withdrawnFrom === null ? (
        <ConfirmVerb
          danger
          label={text.withdrawCertificate}
          title={text.withdrawCertificate}
          explain={text.withdrawExplain}
          asks={{ reason: 'required', effective: true }}
          problem={withdraw.problem}
          run={({ reason, effective }) => withdraw.run({ params, body: { id: ids[1], from: effective, reason } })}
        />
      ) : null}
    </>
  )
}

export function CertificatePanel({ certificate, onClose, onDone }: DoneProps & { readonly certificate: Certificate }) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const format = useFormat()
  return (
    <SidePanel
      title={certificate.name}
      onClose={onClose}
      actions={
        <>
          {may('facts.state') ? <Verbs certificate={certificate} onDone={onDone} /> : null}
          <DoubtVerb kind="certificate" record={certificate} />
        </>
      }
    >
      <Facts
        items={[
          { label: text.unit, value: `${certificate.unit.name} ${certificate.unit.code}` },
          { label: text.level, value: say(levelNames[certificate.level]) },
          { label: text.issuer, value: certificate.issuer },
          { label: text.document, value: certificate.document || text.none },
          { label: text.from, value: format.day(certificate.from) },
          { label: text.to, value: untilText(certificate, text) },
          { label: text.statedOn, value: text.entered(certificate.byUnit ?? text.none, format.day(certificate.statedOn)) },
          ...(certificate.reason === '' ? [] : [{ label: text.reason, value: certificate.reason }]),
        ]}
      />
      <RecordEvidence kind="certificate" record={certificate} />
    </SidePanel>
  )
}
