// Stating one fact, beside the list; “nothing this period” is one tap.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { periodText, recentPeriods, writePeriod } from '../../core/period.ts'
import { takesNothing } from '../../core/value.ts'
import type { Definition, Fact } from './facts-client.ts'
import { facts, useToday, useVillage } from './facts-client.ts'
import { TextField } from './text-field.tsx'
import { ValueField, valueOf } from './value-field.tsx'
import { words } from './words.ts'

interface StatePanelProps {
  readonly definitions: readonly Definition[]
  /** Chosen already, from the sheet of a unit. */
  readonly chosen?: string
  readonly onClose: () => void
  readonly onDone: (fact: Fact) => void
}

interface PeriodFieldProps {
  readonly definition: Definition
  readonly value: string
  readonly onChange: (period: string) => void
  readonly error?: string | undefined
}

/** The latest period that is over, which is what is usually stated. */
export function usualPeriod({ period }: Definition, today: string): string {
  return period === 'day' ? today : writePeriod(period, recentPeriods(period, today, 2)[1]?.from ?? today)
}

function PeriodField({ definition, value, onChange, error }: PeriodFieldProps) {
  const text = useWords(words)
  const say = useText()
  const today = useToday()
  const { period } = definition
  if (period === 'day') {
    return (
      <Field label={text.otherPeriod} required error={error}>
        {(input) => <DayInput input={input} value={value} onChange={onChange} />}
      </Field>
    )
  }
  const options = recentPeriods(period, today, 12).map(({ from }) => ({
    value: writePeriod(period, from),
    label: say(periodText(period, from)),
  }))
  return (
    <Field label={text.period} required error={error}>
      {(input) => <Select {...input} value={value} options={options} onChange={onChange} />}
    </Field>
  )
}

export function StatePanel({ definitions, chosen, onClose, onDone }: StatePanelProps) {
  const text = useWords(words)
  const may = useMay()
  const today = useToday()
  const code = useVillage()
  const [id, setId] = useState(newKey)
  const [unit, setUnit] = useState(code)
  const draft = useDraft('facts.state', { definition: '', period: '', value: '', voucher: '' })
  const given =
    chosen === undefined || draft.value.definition === chosen ? draft.value : { ...draft.value, definition: chosen, period: '', value: '' }
  const open = definitions.filter(({ statedBy }) => may('facts.state') || (statedBy === 'unit' && may('facts.stateOwn')))
  const definition = open.find((one) => one.id === given.definition)
  const done = (fact: Fact): void => {
    draft.clear()
    setId(newKey())
    onDone(fact)
  }
  const state = useVerb(facts, 'state', { onDone: done })
  const nothing = useVerb(facts, 'nothing', { onDone: done })
  const period = given.period !== '' || definition === undefined ? given.period : usualPeriod(definition, today)
  const body = { id, unit, definition: given.definition, period, voucher: given.voucher }
  return (
    <SidePanel title={text.state} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (definition !== undefined) void state.run({ body: { ...body, value: valueOf(definition, given.value) } })
        }}
      >
        <Field label={text.unit} required error={state.errorAt('body.unit')}>
          {() => <UnitPicker value={unit} onChange={setUnit} />}
        </Field>
        <Field label={text.datum} required error={state.errorAt('body.definition')}>
          {(input) => (
            <Select
              {...input}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={text.chooseDatum}
              value={given.definition === '' ? null : given.definition}
              options={open.map(({ id: value, name }) => ({ value, label: name }))}
              onChange={(next: string) => draft.set({ ...given, definition: next, period: '', value: '' })}
            />
          )}
        </Field>
        {definition === undefined ? null : (
          <>
            <PeriodField
              definition={definition}
              value={period}
              onChange={(next) => draft.set({ ...given, period: next })}
              error={state.errorAt('body.period')}
            />
            <ValueField
              definition={definition}
              value={given.value}
              onChange={(next) => draft.set({ ...given, value: next })}
              error={state.errorAt('body.value')}
            />
          </>
        )}
        <TextField
          label={text.voucher}
          hint={text.voucherHint}
          most={400}
          value={given.voucher}
          onChange={(next) => draft.set({ ...given, voucher: next })}
        />
        <ProblemNotice problem={state.problem ?? nothing.problem} />
        <div className="lx-scope">
          <Button
            type="primary"
            htmlType="submit"
            loading={state.pending}
            disabled={definition === undefined || given.value === '' || unit === ''}
          >
            {text.state}
          </Button>
          {definition !== undefined && takesNothing(definition) ? (
            <Button loading={nothing.pending} disabled={unit === ''} onClick={() => void nothing.run({ body })}>
              {text.nothing}
            </Button>
          ) : null}
        </div>
      </form>
    </SidePanel>
  )
}
