// One task beside the list: what it is, how far it is below, and what the acting post may do now.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useText } from '#ground/ui/language.ts'
import { unitName } from '#ground/ui/units.ts'
import { useWords } from '#ground/ui/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { columnNames } from '../../core/column-names.ts'
import { stateNames } from '../../core/task.ts'
import { paramsOf, plans } from './plans.ts'
import type { Task } from './plans.ts'
import { Drop, Restore, Revise } from './task-changes.tsx'
import { words } from './words.ts'

interface Acting {
  readonly task: Task
}

function Report({ task }: Acting) {
  const text = useWords(words)
  const verb = useVerb(plans, 'report')
  const [report, setReport] = useState('')
  const label = text.verbs.report
  return (
    <ConfirmVerb
      primary
      label={label}
      title={label}
      explain={text.reportExplain}
      problem={verb.problem}
      run={() => verb.run({ params: paramsOf(task), body: { report } })}
    >
      <Field label={text.report} required error={verb.errorAt('body.report')}>
        {(input) => (
          <Input.TextArea {...input} rows={4} maxLength={2000} value={report} onChange={(event) => setReport(event.target.value)} />
        )}
      </Field>
    </ConfirmVerb>
  )
}

function Confirm({ task }: Acting) {
  const text = useWords(words)
  const verb = useVerb(plans, 'confirm')
  const label = text.verbs.confirm
  return (
    <ConfirmVerb
      primary
      label={label}
      title={label}
      explain={text.confirmExplain}
      problem={verb.problem}
      run={() => verb.run({ params: paramsOf(task) })}
    />
  )
}

function Return({ task }: Acting) {
  const text = useWords(words)
  const verb = useVerb(plans, 'return')
  const label = text.verbs.return
  return (
    <ConfirmVerb
      label={label}
      title={label}
      explain={text.returnExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: paramsOf(task), body: { reason } })}
    />
  )
}

function Chosen({ code, onRemove }: { readonly code: string; readonly onRemove: () => void }) {
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

function Assign({ task }: Acting) {
  const text = useWords(words)
  const verb = useVerb(plans, 'assign')
  const [picked, setPicked] = useState(task.subject.code)
  const [subjects, setSubjects] = useState<readonly string[]>([])
  const [due, setDue] = useState('')
  const label = text.verbs.assign
  const run = () => verb.run({ params: paramsOf(task), body: { subjects: [...subjects], ...(due === '' ? {} : { due }) } })
  return (
    <ConfirmVerb label={label} title={label} explain={text.assignExplain} problem={verb.problem} run={run}>
      <span className="lx-labelled">
        <UnitPicker value={picked} onChange={setPicked} />
        <Button onClick={() => setSubjects((before) => [...new Set([...before, picked])])}>{text.addSubject}</Button>
      </span>
      <ul>
        {subjects.map((code) => (
          <Chosen key={code} code={code} onRemove={() => setSubjects((before) => before.filter((one) => one !== code))} />
        ))}
      </ul>
      <Field label={text.assignDue} error={verb.errorAt('body.due')}>
        {(input) => <DayInput input={input} value={due} onChange={setDue} />}
      </Field>
    </ConfirmVerb>
  )
}

const parts = { report: Report, confirm: Confirm, return: Return, assign: Assign, revise: Revise, drop: Drop, restore: Restore } as const

export function TaskPanel({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const { whole, done, reported, late } = task.progress
  const acts = task.may.map((verb) => {
    const Part = parts[verb]
    return <Part key={verb} task={task} />
  })
  return (
    <SidePanel title={`${task.number} ${task.title}`} onClose={onClose} actions={acts}>
      <Facts
        items={[
          { label: say(columnNames.action), value: task.action },
          { label: text.state, value: whole > 1 ? text.whole(done, whole, reported, late) : say(stateNames[task.state]) },
          ...(task.returnedOn === null || (task.state !== 'open' && task.state !== 'reported')
            ? []
            : [{ label: text.returned, value: text.changedOn(task.returnedOn, task.returnReason) }]),
          { label: say(columnNames.subject), value: `${task.subject.name} ${task.subject.code}` },
          { label: text.owner, value: `${task.owner.name} ${task.owner.code}` },
          { label: say(columnNames.due), value: task.due },
          ...(task.days === null ? [] : [{ label: say(columnNames.days), value: task.days }]),
          ...(task.beginBy === null ? [] : [{ label: say(columnNames.beginBy), value: task.beginBy }]),
          { label: say(columnNames.measure), value: task.measure === '' ? text.notSet : task.measure },
          ...(task.report === '' ? [] : [{ label: text.report, value: task.report }]),
          ...(task.changedOn === null
            ? []
            : [
                { label: task.state === 'dropped' ? text.dropped : text.changed, value: text.changedOn(task.changedOn, task.changeReason) },
              ]),
          { label: text.inPlan, value: task.planTitle },
          ...(task.parent === null ? [] : [{ label: text.partOf, value: task.number }]),
        ]}
      />
    </SidePanel>
  )
}
