// Planning a cycle, beside the list; kept as typed until it is sent.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { SavedMark } from '#ground/ui/desk/form-page.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useMe } from '#ground/ui/me.ts'
import { useThisYear } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { CalendarFields, EnglishName, noSettings, orNull, ParameterFields } from './cycle-fields.tsx'
import type { Settings } from './cycle-fields.tsx'
import { EditionChoice } from './edition-choice.tsx'
import { stars } from './stars.ts'
import type { Cycle } from './stars.ts'
import { words } from './words.ts'

interface PlanPanelProps {
  readonly onClose: () => void
  readonly onDone: (cycle: Cycle) => void
}

type Planned = Settings & { readonly name: string; readonly nameEn: string; readonly edition: string; readonly year: number | null }
const empty: Planned = { ...noSettings, name: '', nameEn: '', edition: '', year: null }

export function PlanPanel({ onClose, onDone }: PlanPanelProps) {
  const text = useWords(words)
  const { acting } = useMe()
  const thisYear = Number(useThisYear())
  const [id, setId] = useState(newKey)
  const draft = useDraft('stars.plan', empty)
  const plan = useVerb(stars, 'plan', {
    onDone: (cycle) => {
      draft.clear()
      setId(newKey())
      onDone(cycle)
    },
  })
  const { name, nameEn, edition, calendar, parameters, offices } = draft.value
  const year = draft.value.year ?? thisYear
  const send = (): void =>
    void plan.run({
      params: { unit: acting?.unit ?? '' },
      body: { id, year, name, nameEn: orNull(nameEn), edition, calendar, parameters, offices },
    })
  return (
    <SidePanel title={text.planCycle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Field label={text.name} required error={plan.errorAt('body.name')}>
          {(input) => <Input {...input} maxLength={120} value={name} onChange={(event) => draft.set({ name: event.target.value })} />}
        </Field>
        <EnglishName value={nameEn} onChange={(next) => draft.set({ nameEn: next })} />
        <Field label={text.year} required error={plan.errorAt('body.year')}>
          {(input) => (
            <InputNumber {...input} min={2000} max={2999} precision={0} value={year} onChange={(next) => draft.set({ year: next })} />
          )}
        </Field>
        <Field label={text.edition} hint={text.editionHint} required error={plan.errorAt('body.edition')}>
          {(input) => <EditionChoice input={input} value={edition} onChange={(next) => draft.set({ edition: next })} />}
        </Field>
        <h3>{text.calendar}</h3>
        <CalendarFields value={draft.value} onChange={draft.set} />
        <h3>{text.parameters}</h3>
        <ParameterFields value={draft.value} onChange={draft.set} />
        <ProblemNotice problem={plan.problem} />
        <footer className="lx-form-end">
          <SavedMark draft={draft} />
          <Button type="primary" htmlType="submit" loading={plan.pending} disabled={name.trim() === '' || edition === ''}>
            {text.planCycle}
          </Button>
        </footer>
      </form>
    </SidePanel>
  )
}
