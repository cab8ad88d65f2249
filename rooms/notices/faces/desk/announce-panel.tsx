// Sending a notice: to which unit and roles, how urgent, what it says. Kept as typed until it is sent.

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
import { roles } from '#rooms/people/core/roles.ts'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { reaches, weights } from '../../core/reach.ts'
import { notices } from './notices.ts'
import { words } from './words.ts'

interface AnnouncePanelProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

const empty = { to: '', reach: 'below' as string, roles: '', weight: 'normal' as string, title: '', body: '', until: '' }

export function AnnouncePanel({ onClose, onDone }: AnnouncePanelProps) {
  const text = useWords(words)
  const say = useText()
  const { acting } = useMe()
  const [id, setId] = useState(newKey)
  const draft = useDraft('notices.announce', empty, { personal: true })
  const verb = useVerb(notices, 'announce', {
    onDone: () => {
      draft.clear()
      setId(newKey())
      onDone()
    },
  })
  const typed = draft.value
  const to = typed.to === '' ? (acting?.unit ?? '') : typed.to
  const chosen = typed.roles === '' ? [] : typed.roles.split(',')
  const send = (): void => {
    const reach = reaches.find((one) => one === typed.reach) ?? 'at'
    const weight = weights.find((one) => one === typed.weight) ?? 'normal'
    const { title, body, until } = typed
    void verb.run({ body: { id, to, reach, roles: chosen, weight, title, body, until: until === '' ? null : until } })
  }
  return (
    <SidePanel title={text.announce} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Field label={text.target} hint={text.targetHint} required error={verb.errorAt('body.to')}>
          {() => <UnitPicker value={to} onChange={(code) => draft.set({ to: code })} />}
        </Field>
        <Field label={text.reach} required>
          {() => (
            <Radio.Group
              aria-label={text.reach}
              value={typed.reach}
              options={reaches.map((value) => ({ value, label: text.reaches[value] }))}
              onChange={(event) => draft.set({ reach: String(event.target.value) })}
            />
          )}
        </Field>
        <Field label={text.roles} hint={text.rolesHint}>
          {(input) => (
            <Select
              {...input}
              mode="multiple"
              value={chosen}
              options={roles.map((role) => ({ value: role.id, label: say(role.title) }))}
              onChange={(next: string[]) => draft.set({ roles: next.join(',') })}
            />
          )}
        </Field>
        <Field label={text.heading} required error={verb.errorAt('body.title')}>
          {(input) => (
            <Input {...input} maxLength={200} value={typed.title} onChange={(event) => draft.set({ title: event.target.value })} />
          )}
        </Field>
        <Field label={text.body} hint={text.bodyHint}>
          {(input) => (
            <Input.TextArea
              {...input}
              rows={5}
              maxLength={5000}
              value={typed.body}
              onChange={(event) => draft.set({ body: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.weight} required>
          {() => (
            <Radio.Group
              aria-label={text.weight}
              value={typed.weight}
              options={weights.map((value) => ({ value, label: text.weights[value] }))}
              onChange={(event) => draft.set({ weight: String(event.target.value) })}
            />
          )}
        </Field>
        <Field label={text.until} hint={text.untilHint} error={verb.errorAt('body.until')}>
          {(input) => <DayInput input={input} value={typed.until} onChange={(until) => draft.set({ until })} />}
        </Field>
        <ProblemNotice problem={verb.problem} />
        <Button type="primary" htmlType="submit" loading={verb.pending} disabled={typed.title.trim() === ''}>
          {text.send}
        </Button>
      </form>
    </SidePanel>
  )
}
