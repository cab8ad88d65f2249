// Calendar, parameters and offices of a cycle. What a county has not determined stays empty.

import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, InputNumber, Select } from 'antd'
import { countedNames, deciderNames, formerNames, nextStageId } from '../../core/cycle.ts'
import { words as cycleWords } from './cycle-words.ts'
import type { Cycle } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

export type Settings = Pick<Cycle, 'calendar' | 'parameters' | 'offices'>

export const noSettings: Settings = {
  calendar: [],
  parameters: {
    publicityDays: null,
    publicityKind: null,
    decidedBy: null,
    samplingPercent: null,
    appealDays: null,
    contact: null,
    formerStars: null,
  },
  offices: {},
}

interface CycleFieldsProps {
  readonly value: Settings
  readonly onChange: (changes: Partial<Settings>) => void
}

/** A cycle's name for readers of English; empty: they see the Chinese one. */
export function EnglishName({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const text = useWords(words)
  return (
    <Field label={text.nameEn} hint={text.nameEnHint}>
      {(input) => <Input {...input} maxLength={120} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

export const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim())

export function CalendarFields({ value, onChange }: CycleFieldsProps) {
  const text = useWords(words)
  const set = (index: number, changes: Partial<Settings['calendar'][number]>): void =>
    onChange({ calendar: value.calendar.map((stage, at) => (at === index ? { ...stage, ...changes } : stage)) })
  return (
    <>
      {value.calendar.map((stage, index) => (
        <fieldset key={stage.id} className="lx-rows-field-row">
          <legend>{text.stage(index + 1)}</legend>
          <Field label={text.stageName} required>
            {(input) => (
              <Input {...input} maxLength={40} value={stage.name} onChange={(event) => set(index, { name: event.target.value })} />
            )}
          </Field>
          <Field label={text.from} required>
            {(input) => <DayInput input={input} value={stage.from} onChange={(from) => set(index, { from })} />}
          </Field>
          <Field label={text.to} required>
            {(input) => <DayInput input={input} value={stage.to} onChange={(to) => set(index, { to })} />}
          </Field>
          <Button onClick={() => onChange({ calendar: value.calendar.filter((_, at) => at !== index) })}>{text.removeRow}</Button>
        </fieldset>
      ))}
      <Button onClick={() => onChange({ calendar: [...value.calendar, { id: nextStageId(value.calendar), name: '', from: '', to: '' }] })}>
        {text.addStage}
      </Button>
    </>
  )
}

export function ParameterFields({ value, onChange }: CycleFieldsProps) {
  const text = useWords(words)
  const more = useWords(cycleWords)
  const say = useText()
  const { parameters } = value
  const set = (changes: Partial<Settings['parameters']>): void => onChange({ parameters: { ...parameters, ...changes } })
  const figure = (key: 'publicityDays' | 'samplingPercent' | 'appealDays', label: string, max: number) => (
    <Field label={label}>
      {(input) => (
        <InputNumber
          {...input}
          min={key === 'samplingPercent' ? 0 : 1}
          max={max}
          precision={0}
          placeholder={text.notSet}
          value={parameters[key]}
          onChange={(next) => set({ [key]: next })}
        />
      )}
    </Field>
  )
  return (
    <>
      {figure('publicityDays', text.publicityDays, 90)}
      <Field label={text.publicityKind}>
        {(input) => (
          <Select
            {...input}
            allowClear
            placeholder={text.notSet}
            value={parameters.publicityKind}
            options={[
              { value: 'working' as const, label: say(countedNames.working) },
              { value: 'calendar' as const, label: say(countedNames.calendar) },
            ]}
            onChange={(next: 'working' | 'calendar' | null | undefined) => set({ publicityKind: next ?? null })}
          />
        )}
      </Field>
      <Field label={text.decidedBy}>
        {(input) => (
          <Select
            {...input}
            allowClear
            placeholder={text.notSet}
            value={parameters.decidedBy}
            options={[
              { value: 'county' as const, label: say(deciderNames.county) },
              { value: 'prefecture' as const, label: say(deciderNames.prefecture) },
            ]}
            onChange={(next: 'county' | 'prefecture' | null | undefined) => set({ decidedBy: next ?? null })}
          />
        )}
      </Field>
      {figure('samplingPercent', text.samplingPercent, 100)}
      {figure('appealDays', text.appealDays, 365)}
      <Field label={more.formerStars} hint={more.formerStarsHint}>
        {(input) => (
          <Select
            {...input}
            allowClear
            placeholder={text.notSet}
            value={parameters.formerStars}
            options={(['decided', 'closed', 'kept'] as const).map((when) => ({ value: when, label: say(formerNames[when]) }))}
            onChange={(next: Settings['parameters']['formerStars'] | undefined) => set({ formerStars: next ?? null })}
          />
        )}
      </Field>
      <Field label={text.contact}>
        {(input) => (
          <Input
            {...input}
            maxLength={200}
            placeholder={text.notSet}
            value={parameters.contact ?? ''}
            onChange={(event) => set({ contact: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
