// Registering a form demand: while it is typed, what it costs everybody together and which data are held already.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { isDay } from '#ground/kernel/days.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { frequencies, frequencyNames } from '../../core/demand.ts'
import type { Frequency } from '../../core/demand.ts'
import { CostLines } from './cost-lines.tsx'
import type { Demand } from './facts-client.ts'
import { facts, useToday } from './facts-client.ts'
import { Held } from './held-already.tsx'
import { linesOf, TextField } from './text-field.tsx'
import { words } from './words.ts'

/** What another page fills in, such as a cycle for its self-check; each of its forms is a draft of its own. */
export interface Prefilled {
  readonly form?: string
  readonly title?: string
  readonly data?: string
  readonly below?: string
  readonly kind?: string
  readonly sunset?: string
}

interface RegisterPanelProps {
  readonly prefilled: Prefilled
  readonly onClose: () => void
  readonly onDone: (demand: Demand) => void
}

const empty = {
  form: '',
  title: '',
  issuer: '',
  basis: '',
  frequency: 'once',
  from: '',
  sunset: '',
  minutes: '',
  data: '',
  below: '',
  kind: 'both',
  /** Codes of units that are not asked, apart by commas. */
  spared: '',
}
type Typed = typeof empty

function asksOf(typed: Typed, unit: string, today: string) {
  const { frequency, from, sunset, minutes, data, below, kind } = typed
  return {
    unit,
    frequency: frequency as Frequency,
    from: from === '' ? today : from,
    sunset,
    minutes: Number(minutes),
    definitions: [],
    texts: linesOf(data).slice(0, 200),
    below: below === '' ? unit : below,
    kind: kind === 'both' ? null : (kind as 'village' | 'community'),
    spared: typed.spared.split(',').filter((code) => code !== ''),
  }
}

type Asks = ReturnType<typeof asksOf>

/** What the server says of it while it is typed. */
function Preview({
  asks,
  refused,
  onSpare,
}: {
  readonly asks: Asks
  readonly refused: boolean
  readonly onSpare: (units: readonly string[]) => void
}) {
  const text = useWords(words)
  const ready = isDay(asks.from) && isDay(asks.sunset) && asks.sunset >= asks.from && asks.minutes > 0 && asks.below.startsWith(asks.unit)
  const asked = useQuery({
    queryKey: ['facts', 'previewDemand', asks],
    queryFn: ({ signal }) => facts.previewDemand({ body: asks, signal }),
    enabled: ready,
    placeholderData: keepPreviousData,
  })
  const preview = ready ? asked.data : undefined
  return (
    <section aria-label={text.costTitle} aria-live="polite">
      <h3>{text.costTitle}</h3>
      {preview === undefined ? <p className="lx-quiet">{text.costNext}</p> : <CostLines minutes={asks.minutes} cost={preview.cost} />}
      {preview === undefined ? null : <Held preview={preview} spared={asks.spared} refused={refused} onSpare={onSpare} />}
    </section>
  )
}

interface FieldsProps {
  readonly typed: Typed
  readonly unit: string
  readonly onChange: (changes: Partial<Typed>) => void
  readonly errorAt: (path: string) => string | undefined
}

function WhoAndWhen({ typed, unit, onChange, errorAt }: FieldsProps) {
  const text = useWords(words)
  const say = useText()
  const today = useToday()
  return (
    <>
      <Field label={text.whom} required error={errorAt('body.below')}>
        {() => <UnitPicker value={typed.below === '' ? unit : typed.below} onChange={(below) => onChange({ below })} />}
      </Field>
      <Field label={text.kind} required>
        {() => (
          <Radio.Group
            aria-label={text.kind}
            value={typed.kind}
            options={[
              { value: 'both', label: text.both },
              { value: 'village', label: text.onlyKind.village },
              { value: 'community', label: text.onlyKind.community },
            ]}
            onChange={(event) => onChange({ kind: String(event.target.value) })}
          />
        )}
      </Field>
      <Field label={text.frequency} required>
        {(input) => (
          <Select
            {...input}
            value={typed.frequency}
            options={frequencies.map((one) => ({ value: one as string, label: say(frequencyNames[one]) }))}
            onChange={(frequency: string) => onChange({ frequency })}
          />
        )}
      </Field>
      <Field label={text.firstDay} required error={errorAt('body.from')}>
        {(input) => <DayInput input={input} value={typed.from === '' ? today : typed.from} onChange={(from) => onChange({ from })} />}
      </Field>
      <Field label={text.sunset} hint={text.sunsetHint} required error={errorAt('body.sunset')}>
        {(input) => <DayInput input={input} value={typed.sunset} onChange={(sunset) => onChange({ sunset })} />}
      </Field>
      <Field label={text.minutes} hint={text.minutesHint} required error={errorAt('body.minutes')}>
        {(input) => (
          <InputNumber
            {...input}
            min={1}
            max={6000}
            precision={0}
            value={typed.minutes === '' ? null : Number(typed.minutes)}
            onChange={(minutes) => onChange({ minutes: minutes === null ? '' : String(minutes) })}
          />
        )}
      </Field>
    </>
  )
}

export function RegisterPanel({ prefilled, onClose, onDone }: RegisterPanelProps) {
  const text = useWords(words)
  const { acting } = useMe()
  const unit = acting?.unit ?? ''
  const today = useToday()
  const [id, setId] = useState(newKey)
  const [start] = useState<Typed>(() => ({ ...empty, ...prefilled }))
  const draft = useDraft(['facts.registerDemand', ...(prefilled.form === undefined ? [] : [prefilled.form])].join(':'), start)
  const register = useVerb(facts, 'registerDemand', {
    onDone: (demand) => {
      draft.clear()
      setId(newKey())
      onDone(demand)
    },
  })
  const typed = draft.value
  const asks = asksOf(typed, unit, today)
  const line = (key: 'title' | 'issuer' | 'basis', label: string, hint?: string) => (
    <TextField
      label={label}
      required
      most={key === 'basis' ? 400 : 100}
      value={typed[key]}
      onChange={(next) => draft.set({ [key]: next })}
      error={register.errorAt(`body.${key}`)}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  const ready =
    [typed.title, typed.issuer, typed.basis, typed.sunset].every((one) => one.trim() !== '') && asks.texts.length > 0 && asks.minutes > 0
  /** Who is spared holds what is asked, of those asked, for days asked: another question spares nobody yet. */
  const change = (changes: Partial<Typed>): void => {
    const asksAnew = (['data', 'below', 'kind', 'from', 'sunset'] as const).some((key) => key in changes)
    draft.set(asksAnew ? { ...changes, spared: '' } : changes)
  }
  const spare = (units: readonly string[]): void => {
    register.reset()
    draft.set({ spared: units.join(',') })
  }
  return (
    <SidePanel title={text.register} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const { title, issuer, basis, form } = typed
          void register.run({ body: { id, ...asks, title, issuer, basis, ...(form.trim() === '' ? {} : { form: form.trim() }) } })
        }}
      >
        {line('title', text.formTitle)}
        {line('issuer', text.demandIssuer)}
        {line('basis', text.legalBasis, text.legalBasisHint)}
        <TextField
          label={text.data}
          hint={text.dataHint}
          required
          rows={4}
          most={20_000}
          value={typed.data}
          onChange={(data) => change({ data })}
          error={register.errorAt('body.texts')}
        />
        <TextField
          label={text.formKey}
          hint={text.formKeyHint}
          most={121}
          value={typed.form}
          onChange={(form) => draft.set({ form })}
          error={register.errorAt('body.form')}
        />
        <WhoAndWhen typed={typed} unit={unit} onChange={change} errorAt={register.errorAt} />
        <Preview asks={asks} refused={register.problem !== null} onSpare={spare} />
        <div className="lx-scope">
          <ProblemNotice problem={register.problem} />
          <Button type="primary" htmlType="submit" loading={register.pending} disabled={!ready}>
            {text.register}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}
