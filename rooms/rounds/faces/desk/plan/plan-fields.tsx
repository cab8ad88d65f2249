// What a round is and how it is held: the same fields for a new one and for one that is being prepared.

import { Checkbox, Input, Radio, Select } from 'antd'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useThisYear } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Round } from '../rounds.ts'
import { words } from './words.ts'

export type Plan = Pick<Round, 'name' | 'quarter' | 'theme' | 'heldOn' | 'place' | 'mode' | 'ballots' | 'spotCheck'> & {
  /** As typed: one item a line. */
  readonly agenda: string
}

export const planOf = (round: Round): Plan => ({
  name: round.name,
  quarter: round.quarter,
  theme: round.theme,
  heldOn: round.heldOn,
  place: round.place,
  mode: round.mode,
  ballots: round.ballots,
  spotCheck: round.spotCheck,
  agenda: round.agenda.join('\n'),
})

/** The plan as the contract wants it. */
export const bodyOf = (plan: Plan) => ({
  ...plan,
  agenda: plan.agenda
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
})

export interface PlanFieldsProps {
  readonly plan: Plan
  readonly set: (changes: Partial<Plan>) => void
  readonly errorAt: (path: string) => string | undefined
}

const quarters = [1, 2, 3, 4]

export function WhatFields({ plan, set, errorAt }: PlanFieldsProps) {
  const text = useWords(words)
  const year = Number(useThisYear())
  const choices = [...new Set([plan.quarter, ...[year + 1, year, year - 1].flatMap((each) => quarters.map((q) => `${each}-Q${q}`))])]
  return (
    <>
      <Field label={text.name} required error={errorAt('body.name')}>
        {(input) => <Input {...input} maxLength={100} value={plan.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <Field label={text.quarter} required error={errorAt('body.quarter')}>
        {(input) => (
          <Select
            {...input}
            value={plan.quarter}
            options={choices.toSorted().map((value) => ({ value, label: text.quarterName(value) }))}
            onChange={(quarter) => set({ quarter })}
          />
        )}
      </Field>
      <Field label={text.heldOn} required error={errorAt('body.heldOn')}>
        {(input) => <DayInput input={input} value={plan.heldOn} onChange={(heldOn) => set({ heldOn })} />}
      </Field>
      <Field label={text.theme} hint={text.themeHint} error={errorAt('body.theme')}>
        {(input) => <Input {...input} maxLength={200} value={plan.theme} onChange={(event) => set({ theme: event.target.value })} />}
      </Field>
      <Field label={text.place} error={errorAt('body.place')}>
        {(input) => <Input {...input} maxLength={200} value={plan.place} onChange={(event) => set({ place: event.target.value })} />}
      </Field>
    </>
  )
}

export function HowFields({ plan, set, errorAt }: PlanFieldsProps) {
  const text = useWords(words)
  return (
    <>
      <Field label={text.mode}>
        {(input) => (
          <Radio.Group
            {...input}
            value={plan.mode}
            options={(['field', 'stage', 'both', 'sandtable'] as const).map((value) => ({ value, label: text.modes[value] }))}
            onChange={(event) => set({ mode: event.target.value as Plan['mode'] })}
          />
        )}
      </Field>
      <Field label={text.ballots}>
        {(input) => (
          <Radio.Group
            {...input}
            value={plan.ballots}
            options={(['named', 'anonymous'] as const).map((value) => ({ value, label: text.ballotChoices[value] }))}
            onChange={(event) => set({ ballots: event.target.value as Plan['ballots'] })}
          />
        )}
      </Field>
      <p>
        <Checkbox checked={plan.spotCheck} onChange={(event) => set({ spotCheck: event.target.checked })}>
          {text.spotCheck}
        </Checkbox>
      </p>
      <Field label={text.agenda} hint={text.agendaHint} error={errorAt('body.agenda')}>
        {(input) => (
          <Input.TextArea
            {...input}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={plan.agenda}
            onChange={(event) => set({ agenda: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
