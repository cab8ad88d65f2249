// Which units: the fields differ by what is done.

import { Button, Input } from 'antd'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { type Draft, emptyPart, type Part } from './transfer-draft.ts'
import { words } from './words.ts'

export interface TransferFieldsProps {
  readonly draft: Draft
  readonly change: (changes: Partial<Draft>) => void
  readonly errorAt: (path: string) => string | undefined
}

function CodeField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}) {
  return (
    <Field label={props.label} required error={props.error}>
      {(input) => (
        <Input
          {...input}
          inputMode="numeric"
          maxLength={12}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          style={{ maxWidth: '14rem' }}
        />
      )}
    </Field>
  )
}

function NameField({ draft, change }: Omit<TransferFieldsProps, 'errorAt'>) {
  const text = useWords(words)
  return (
    <Field label={text.targetName} hint={text.targetNameHint}>
      {(input) => (
        <Input {...input} maxLength={100} value={draft.targetName} onChange={(event) => change({ targetName: event.target.value })} />
      )}
    </Field>
  )
}

function PartFields({
  number,
  part,
  change,
}: {
  readonly number: number
  readonly part: Part
  readonly change: (changes: Partial<Part>) => void
}) {
  const text = useWords(words)
  return (
    <fieldset>
      <legend>{text.part(number)}</legend>
      <CodeField label={text.code} value={part.code} onChange={(code) => change({ code })} />
      <Field label={text.targetName} hint={text.targetNameHint}>
        {(input) => <Input {...input} maxLength={100} value={part.name} onChange={(event) => change({ name: event.target.value })} />}
      </Field>
      <Field label={text.partUnits} hint={text.partUnitsHint}>
        {(input) => <Input.TextArea {...input} rows={2} value={part.units} onChange={(event) => change({ units: event.target.value })} />}
      </Field>
    </fieldset>
  )
}

export function TransferFields({ draft, change, errorAt }: TransferFieldsProps) {
  const text = useWords(words)
  if (draft.verb === 'merge') {
    return (
      <>
        <Field label={text.sources} hint={text.sourcesHint} required error={errorAt('body.sources')}>
          {(input) => (
            <Input.TextArea {...input} rows={3} value={draft.sources} onChange={(event) => change({ sources: event.target.value })} />
          )}
        </Field>
        <CodeField label={text.target} value={draft.target} onChange={(target) => change({ target })} error={errorAt('body.target.code')} />
        <NameField draft={draft} change={change} />
      </>
    )
  }
  if (draft.verb === 'recode') {
    return (
      <>
        <CodeField label={text.recodeOf} value={draft.code} onChange={(code) => change({ code })} error={errorAt('params.code')} />
        <CodeField label={text.recodeTo} value={draft.target} onChange={(target) => change({ target })} error={errorAt('body.to')} />
        <NameField draft={draft} change={change} />
      </>
    )
  }
  const changePart = (index: number, changes: Partial<Part>): void =>
    change({ parts: draft.parts.map((part, at) => (at === index ? { ...part, ...changes } : part)) })
  return (
    <>
      <CodeField label={text.splitOf} value={draft.code} onChange={(code) => change({ code })} error={errorAt('params.code')} />
      {draft.parts.map((part, index) => (
        <PartFields key={text.part(index + 1)} number={index + 1} part={part} change={(changes) => changePart(index, changes)} />
      ))}
      <Button onClick={() => change({ parts: [...draft.parts, emptyPart] })}>{text.addPart}</Button>
    </>
  )
}
