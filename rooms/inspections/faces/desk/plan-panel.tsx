// Planning an inspection beside the list, or correcting one by another plan; kept as typed until it is sent.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useMe } from '#ground/ui/me.ts'
import { unitName } from '#ground/ui/units.ts'
import { useWords } from '#ground/ui/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { inspections } from './inspections.ts'
import type { InspectionRecord, Row } from './inspections.ts'
import { words } from './words.ts'

interface PlanPanelProps {
  /** The one that is corrected; a new plan otherwise. */
  readonly revised?: Row | undefined
  readonly onClose: () => void
  readonly onDone: (record: InspectionRecord) => void
}

const empty = { title: '', basis: '', checklist: '', minutes: 20, subjects: [] as readonly string[], from: '', to: '', reason: '' }

/** A correction begins with what was planned; the checklist is chosen again, because the pack may have changed since. */
const startOf = (row: Row | undefined): typeof empty =>
  row === undefined
    ? empty
    : {
        title: row.title,
        basis: row.basis,
        checklist: row.checklist,
        minutes: row.minutes,
        from: row.from,
        to: row.to,
        subjects: row.subjects.map((one) => one.code),
        reason: '',
      }

function Subject({ code, onRemove }: { readonly code: string; readonly onRemove: () => void }) {
  const text = useWords(words)
  const name =
    useQuery({ queryKey: ['units', 'name', code], queryFn: ({ signal }) => unitName(code, signal), staleTime: 600_000 }).data ?? code
  return (
    <li>
      {name}{' '}
      <Button size="small" aria-label={text.remove(name)} onClick={onRemove}>
        {text.removeShort}
      </Button>
    </li>
  )
}

export function PlanPanel({ revised, onClose, onDone }: PlanPanelProps) {
  const text = useWords(words)
  const { acting } = useMe()
  const [id, setId] = useState(newKey)
  const [picked, setPicked] = useState(acting?.unit ?? '')
  const lists = useAnswer(inspections, 'checklists', {}, { fresh: 3_600_000 })
  const draft = useDraft(`inspections.plan${revised === undefined ? '' : `.${revised.id}`}`, startOf(revised), { personal: true })
  const { title, basis, checklist, minutes, subjects, from, to, reason } = draft.value
  const done = (record: InspectionRecord): void => {
    draft.clear()
    setId(newKey())
    onDone(record)
  }
  const first = useVerb(inspections, 'plan', { onDone: done })
  const correct = useVerb(inspections, 'revise', { onDone: done, refreshes: ['facts'] })
  const plan = revised === undefined ? first : correct
  const label = revised === undefined ? text.plan : text.revise
  const chosen = lists.data?.rows.find((one) => one.id === checklist)
  const add = (): void => draft.set({ subjects: [...new Set([...subjects, picked])] })
  const send = (): void => {
    const body = { id, title, basis, checklist, minutes, subjects: [...subjects], from, to }
    if (revised === undefined) void first.run({ body: { ...body, unit: acting?.unit ?? '' } })
    else void correct.run({ params: { unit: revised.unit, id: revised.id }, body: { ...body, reason } })
  }
  const isWhole =
    title.trim() !== '' &&
    basis.trim() !== '' &&
    checklist !== '' &&
    subjects.length > 0 &&
    from !== '' &&
    to !== '' &&
    (revised === undefined || reason.trim() !== '')
  return (
    <SidePanel title={label} onClose={onClose}>
      {revised === undefined ? null : <p className="lx-hint">{text.reviseLead}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Field label={text.name} required error={plan.errorAt('body.title')}>
          {(input) => <Input {...input} maxLength={100} value={title} onChange={(event) => draft.set({ title: event.target.value })} />}
        </Field>
        <Field label={text.basis} hint={text.basisHint} required error={plan.errorAt('body.basis')}>
          {(input) => <Input {...input} maxLength={400} value={basis} onChange={(event) => draft.set({ basis: event.target.value })} />}
        </Field>
        <Field label={text.checklist} hint={chosen?.note} required>
          {(input) => (
            <Select
              {...input}
              aria-label={text.checklist}
              value={checklist || null}
              placeholder={text.choose}
              options={(lists.data?.rows ?? []).map((one) => ({ value: one.id, label: one.title }))}
              onChange={(next: string) => draft.set({ checklist: next })}
            />
          )}
        </Field>
        {chosen === undefined ? null : (
          <ol>
            {chosen.items.map((item) => (
              <li key={item.id}>
                {item.text} <span className="lx-quiet">{item.basis}</span>
              </li>
            ))}
          </ol>
        )}
        <Field label={text.from} required>
          {(input) => <DayInput input={input} value={from} onChange={(day) => draft.set({ from: day })} />}
        </Field>
        <Field label={text.to} required>
          {(input) => <DayInput input={input} value={to} onChange={(day) => draft.set({ to: day })} />}
        </Field>
        <Field label={text.subjects} required>
          {() => (
            <>
              <span className="lx-labelled">
                <UnitPicker value={picked} onChange={setPicked} />
                <Button onClick={add}>{text.addSubject}</Button>
              </span>
              {subjects.length === 0 ? <p className="lx-quiet">{text.noSubjects}</p> : null}
              <ul>
                {subjects.map((code) => (
                  <Subject key={code} code={code} onRemove={() => draft.set({ subjects: subjects.filter((one) => one !== code) })} />
                ))}
              </ul>
            </>
          )}
        </Field>
        <Field label={text.minutes} required>
          {(input) => <InputNumber {...input} min={1} max={6000} value={minutes} onChange={(next) => draft.set({ minutes: next ?? 1 })} />}
        </Field>
        {revised === undefined ? null : (
          <Field label={text.reviseReason} required error={correct.errorAt('body.reason')}>
            {(input) => (
              <Input.TextArea
                {...input}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => draft.set({ reason: event.target.value })}
              />
            )}
          </Field>
        )}
        <ProblemNotice problem={plan.problem} />
        <Button type="primary" htmlType="submit" loading={plan.pending} disabled={!isWhole}>
          {label}
        </Button>
      </form>
    </SidePanel>
  )
}
