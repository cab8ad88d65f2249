// A new plan: its name and its time; tasks come from a sheet afterwards.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { plans } from './plans.ts'
import type { PlanRecord } from './plans.ts'
import { words } from './words.ts'

interface CreatePanelProps {
  readonly onClose: () => void
  readonly onDone: (record: PlanRecord) => void
}

export function CreatePanel({ onClose, onDone }: CreatePanelProps) {
  const text = useWords(words)
  const { acting } = useMe()
  const [id] = useState(newKey)
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const create = useVerb(plans, 'create', { onDone })
  return (
    <SidePanel title={text.create} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void create.run({ body: { id, unit: acting?.unit ?? '', title, from, to } })
        }}
      >
        <Field label={text.name} required error={create.errorAt('body.title')}>
          {(input) => <Input {...input} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label={text.from} required error={create.errorAt('body.from')}>
          {(input) => <DayInput input={input} value={from} onChange={setFrom} />}
        </Field>
        <Field label={text.to} required error={create.errorAt('body.to')}>
          {(input) => <DayInput input={input} value={to} onChange={setTo} />}
        </Field>
        <ProblemNotice problem={create.problem} />
        <Button type="primary" htmlType="submit" loading={create.pending} disabled={title.trim() === '' || from === '' || to === ''}>
          {text.create}
        </Button>
      </form>
    </SidePanel>
  )
}
