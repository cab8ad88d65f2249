// What may be done to one unit: rename, say its kind, create one below, end.

import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { units, type Unit } from './units.ts'
import { words } from './words.ts'

interface Of {
  readonly unit: Unit
}

/** Day, reason and document as the contract wants them: empty ones are left out. */
export const decisionOf = (given: { readonly effective: string; readonly reason: string }, document: string) => ({
  effective: given.effective,
  ...(given.reason === '' ? {} : { reason: given.reason }),
  ...(document.trim() === '' ? {} : { document: document.trim() }),
})

export function DocumentField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const text = useWords(words)
  return (
    <Field label={text.document} hint={text.documentHint}>
      {(input) => <Input {...input} maxLength={100} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

function Rename({ unit }: Of) {
  const text = useWords(words)
  const [name, setName] = useState(unit.name)
  const [document, setDocument] = useState('')
  const rename = useVerb(units, 'rename')
  return (
    <ConfirmVerb
      label={text.rename}
      title={text.rename}
      explain={text.renameExplain(unit.name)}
      asks={{ effective: true, reason: 'optional' }}
      problem={rename.problem}
      run={(given) => rename.run({ params: { code: unit.code }, body: { name, ...decisionOf(given, document) } })}
    >
      <Field label={text.newName} required error={rename.errorAt('body.name')}>
        {(input) => <Input {...input} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <DocumentField value={document} onChange={setDocument} />
    </ConfirmVerb>
  )
}

function OverrideKind({ unit }: Of) {
  const text = useWords(words)
  const [kind, setKind] = useState<'village' | 'community' | 'code'>(unit.kind ?? 'code')
  const override = useVerb(units, 'overrideKind')
  return (
    <ConfirmVerb
      label={text.overrideKind}
      title={text.overrideKind}
      explain={text.overrideExplain}
      asks={{ effective: true, reason: 'optional' }}
      problem={override.problem}
      run={(given) =>
        override.run({ params: { code: unit.code }, body: { kind: kind === 'code' ? null : kind, ...decisionOf(given, '') } })
      }
    >
      <Field label={text.kind}>
        {(input) => (
          <Radio.Group
            {...input}
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
            options={[
              { value: 'village', label: text.kinds.village },
              { value: 'community', label: text.kinds.community },
              { value: 'code', label: text.byCode },
            ]}
          />
        )}
      </Field>
    </ConfirmVerb>
  )
}

function CreateBelow({ unit }: Of) {
  const text = useWords(words)
  const [code, setCode] = useState(unit.code)
  const [name, setName] = useState('')
  const [document, setDocument] = useState('')
  const create = useVerb(units, 'create')
  return (
    <ConfirmVerb
      label={text.create}
      title={text.create}
      explain={text.createExplain(unit.name)}
      asks={{ effective: true, reason: 'optional' }}
      problem={create.problem}
      run={(given) => create.run({ body: { code: code.trim(), name, ...decisionOf(given, document) } })}
    >
      <Field label={text.newCode} required error={create.errorAt('body.code')}>
        {(input) => <Input {...input} inputMode="numeric" maxLength={12} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <Field label={text.name} required error={create.errorAt('body.name')}>
        {(input) => <Input {...input} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <DocumentField value={document} onChange={setDocument} />
    </ConfirmVerb>
  )
}

function End({ unit }: Of) {
  const text = useWords(words)
  const [document, setDocument] = useState('')
  const end = useVerb(units, 'end')
  return (
    <ConfirmVerb
      label={text.end}
      title={text.end}
      explain={text.endExplain(unit.name)}
      asks={{ effective: true, reason: 'required' }}
      danger
      problem={end.problem}
      run={(given) => end.run({ params: { code: unit.code }, body: { ...decisionOf(given, document), reason: given.reason } })}
    >
      <DocumentField value={document} onChange={setDocument} />
    </ConfirmVerb>
  )
}

export function UnitActs({ unit }: Of) {
  const may = useMay()
  return (
    <>
      {may('units.change') ? <Rename unit={unit} /> : null}
      {may('units.overrideKind') && unit.level === 5 ? <OverrideKind unit={unit} /> : null}
      {may('units.change') && unit.level < 5 ? <CreateBelow unit={unit} /> : null}
      {may('units.change') && unit.below.length === 0 ? <End unit={unit} /> : null}
    </>
  )
}
