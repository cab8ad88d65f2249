// Changing what a task asks, dropping it, and taking a drop back: each with its reason, which stays with the task.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useText } from '#ground/ui/language.ts'
import { useDraft } from '#ground/ui/draft.ts'
import { useWords } from '#ground/ui/words.ts'
import { Input, InputNumber } from 'antd'
import { columnNames } from '../../core/column-names.ts'
import { paramsOf, plans } from './plans.ts'
import type { Task } from './plans.ts'
import { words } from './words.ts'

interface Acting {
  readonly task: Task
}

export function Revise({ task }: Acting) {
  const text = useWords(words)
  const say = useText()
  const { action, title, due, days, measure } = task
  const draft = useDraft(
    `plans.revise.${task.id}`,
    { action, title, subject: task.subject.code, due, days, measure, reason: '' },
    { personal: true },
  )
  const verb = useVerb(plans, 'revise', { onDone: draft.clear })
  const { value } = draft
  return (
    <ConfirmVerb
      label={text.verbs.revise}
      title={text.revise}
      explain={text.reviseExplain}
      problem={verb.problem}
      run={() => verb.run({ params: paramsOf(task), body: value })}
    >
      <Field label={say(columnNames.action)} required error={verb.errorAt('body.action')}>
        {(input) => (
          <Input {...input} maxLength={200} value={value.action} onChange={(event) => draft.set({ action: event.target.value })} />
        )}
      </Field>
      <Field label={say(columnNames.title)} required error={verb.errorAt('body.title')}>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={2}
            maxLength={500}
            value={value.title}
            onChange={(event) => draft.set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={say(columnNames.subject)} required error={verb.errorAt('body.subject')}>
        {() => <UnitPicker value={value.subject} onChange={(code) => draft.set({ subject: code })} />}
      </Field>
      <Field label={say(columnNames.due)} required error={verb.errorAt('body.due')}>
        {(input) => <DayInput input={input} value={value.due} onChange={(day) => draft.set({ due: day })} />}
      </Field>
      <Field label={say(columnNames.days)} hint={text.daysHint} error={verb.errorAt('body.days')}>
        {(input) => <InputNumber {...input} min={1} max={999} value={value.days} onChange={(next) => draft.set({ days: next })} />}
      </Field>
      <Field label={say(columnNames.measure)} error={verb.errorAt('body.measure')}>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={2}
            maxLength={2000}
            value={value.measure}
            onChange={(event) => draft.set({ measure: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.reviseReason} required error={verb.errorAt('body.reason')}>
        {(input) => (
          <Input.TextArea
            {...input}
            rows={2}
            maxLength={2000}
            value={value.reason}
            onChange={(event) => draft.set({ reason: event.target.value })}
          />
        )}
      </Field>
    </ConfirmVerb>
  )
}

export function Drop({ task }: Acting) {
  const text = useWords(words)
  const verb = useVerb(plans, 'drop')
  return (
    <ConfirmVerb
      danger
      label={text.verbs.drop}
      title={text.drop}
      explain={text.dropExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: paramsOf(task), body: { reason } })}
    />
  )
}

export function Restore({ task }: Acting) {
  const text = useWords(words)
  const verb = useVerb(plans, 'restore')
  return (
    <ConfirmVerb
      label={text.verbs.restore}
      title={text.restore}
      explain={text.restoreExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: paramsOf(task), body: { reason } })}
    />
  )
}
