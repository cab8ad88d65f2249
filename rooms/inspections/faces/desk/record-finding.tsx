// A finding by desk, for looks that were noted on paper: the same as on the phone, one item at one unit on a day of the plan.

import { chinaDay } from '#ground/kernel/clock.ts'
import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { outcomeNames } from '../../core/inspection.ts'
import type { Outcome } from '../../core/inspection.ts'
import { inspections } from './inspections.ts'
import type { InspectionRecord, Row } from './inspections.ts'
import { words } from './words.ts'

interface RecordFindingProps {
  readonly record: InspectionRecord
  readonly subject: Row['subjects'][number]
}

/** Today, or the day of the plan that is nearest to it. */
function dayWithin({ from, to }: InspectionRecord): string {
  const today = chinaDay(Date.now())
  return today < from ? from : today > to ? to : today
}

export function RecordFinding({ record, subject }: RecordFindingProps) {
  const text = useWords(words)
  const say = useText()
  // Items that nobody has looked at here yet come first to hand.
  const first = record.items.find(({ id }) => !record.findings.some((one) => one.subject === subject.code && one.item === id))
  const [unused, setUnused] = useState(newKey)
  const fresh = {
    // Kept with what was typed: sent again after its answer was lost, by whatever page, it is the same finding.
    id: unused,
    item: (first ?? record.items[0])?.id ?? '',
    outcome: 'fine',
    note: '',
    days: null as number | null,
    on: dayWithin(record),
  }
  const draft = useDraft(`inspections.record.${record.id}.${subject.code}`, fresh, { personal: true })
  const typed = draft.savedAt === null ? fresh : draft.value
  const verb = useVerb(inspections, 'record', {
    refreshes: ['ledger'],
    onDone: () => {
      draft.clear()
      setUnused(newKey())
    },
  })
  const isFault = typed.outcome === 'fault'
  const usual = record.items.find((item) => item.id === typed.item)?.days ?? 5
  const run = () => {
    const { id, item, note, on } = typed
    // Also where nothing had to be typed.
    draft.set(typed)
    const outcome: Outcome = isFault ? 'fault' : 'fine'
    const body = { id, subject: subject.code, item, outcome, note, on, ...(isFault ? { days: typed.days ?? usual } : {}) }
    return verb.run({ params: { unit: record.unit, id: record.id }, body })
  }
  return (
    <ConfirmVerb label={text.record} title={text.recordAt(subject.name)} explain={text.recordExplain} problem={verb.problem} run={run}>
      <Field label={text.item} required error={verb.errorAt('body.item')}>
        {(input) => (
          <Select
            {...input}
            value={typed.item}
            options={record.items.map((one) => ({ value: one.id, label: one.text }))}
            // Another item is another finding.
            onChange={(item) => draft.set({ ...typed, id: newKey(), item, days: null })}
          />
        )}
      </Field>
      <Field label={text.outcome} required>
        {() => (
          <Radio.Group
            aria-label={text.outcome}
            value={typed.outcome}
            options={(['fine', 'fault'] as const).map((value) => ({ value, label: say(outcomeNames[value]) }))}
            onChange={(event) => draft.set({ ...typed, outcome: event.target.value === 'fault' ? 'fault' : 'fine' })}
          />
        )}
      </Field>
      <Field label={text.note} hint={text.noteHint} required={isFault} error={verb.errorAt('body.note')}>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={3}
            maxLength={2000}
            value={typed.note}
            onChange={(event) => draft.set({ ...typed, note: event.target.value })}
          />
        )}
      </Field>
      {isFault ? (
        <Field label={text.mendDays} error={verb.errorAt('body.days')}>
          {(input) => (
            <InputNumber {...input} min={1} max={750} value={typed.days ?? usual} onChange={(days) => draft.set({ ...typed, days })} />
          )}
        </Field>
      ) : null}
      <Field label={text.on} required error={verb.errorAt('body.on')}>
        {(input) => <DayInput input={input} value={typed.on} onChange={(on) => draft.set({ ...typed, on })} />}
      </Field>
    </ConfirmVerb>
  )
}
