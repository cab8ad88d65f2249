// One entry beside the list: what is to be mended, by whom, until when, what happened, and what the acting post may do now.

import { useAnswer } from '#ground/ui/answers.ts'
import { AsOf } from '#ground/ui/desk/as-of.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { sourceNames } from '../../core/lists.ts'
import { stateNames } from '../../core/state.ts'
import { dueText } from './columns.tsx'
import { EntryActs } from './entry-acts.tsx'
import { ledger, type LedgerRecord, type Register, useRegisters } from './ledger.ts'
import { Exhibits } from './exhibits.tsx'
import { StateTag } from './state-tag.tsx'
import { StepsList } from './steps-list.tsx'
import { words } from './words.ts'

function Particulars({ record, onOpen }: { readonly record: LedgerRecord; readonly onOpen: (id: string) => void }) {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const wrapped = (value: string) => (value === '' ? text.notSet : <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span>)
  const registers = useRegisters()
  const register = registers.find((one) => one.id === record.kind)
  const linked = (label: string, other: LedgerRecord['earlier']) =>
    other === null
      ? []
      : [
          {
            label,
            value: (
              <span className="ledger-linked">
                {text.linked(other.problem, other.closedOn ?? other.assignedOn, say(stateNames[other.state]))}
                <Button size="small" onClick={() => onOpen(other.id)}>
                  {text.openIt}
                </Button>
              </span>
            ),
          },
        ]
  const chosen = (field: Register['fields'][number], value: string): string => {
    const choice = field.choices.find((one) => one.zh === value)
    return choice === undefined ? value : say(choice)
  }
  const particulars = (register?.fields ?? []).flatMap((field) => {
    const value = record.particulars[field.id]
    return value === undefined ? [] : [{ label: say(field.title), value: chosen(field, value) }]
  })
  const state = (
    <>
      <StateTag row={record} /> {record.returns === 0 ? null : <span className="lx-quiet">{text.returned(record.returns)}</span>}
    </>
  )
  return (
    <Facts
      items={[
        { label: text.stateFilter, value: state },
        { label: text.due, value: dueText(record, text) },
        ...(record.extensionUntil === null
          ? []
          : [{ label: text.extensionFilter, value: text.extensionWaits(format.day(record.extensionUntil)) }]),
        ...(record.told === null ? [] : [{ label: text.told, value: text.toldUnit(record.told.name) }]),
        { label: text.problem, value: wrapped(record.problem) },
        ...(register === undefined ? [] : [{ label: text.kind, value: say(register.title) }]),
        ...particulars,
        { label: text.subject, value: `${record.subject.name} ${record.subject.code}` },
        { label: text.owner, value: `${record.owner.name} ${record.owner.code}` },
        { label: text.source, value: say(sourceNames[record.sourceKind]) },
        { label: text.measure, value: wrapped(record.measure) },
        { label: text.responsible, value: wrapped(record.responsible) },
        { label: text.supervisor, value: wrapped(record.supervisor) },
        ...(record.report === '' ? [] : [{ label: text.report, value: wrapped(record.report) }]),
        ...(record.lookBackOn === null ? [] : [{ label: text.lookBackOn, value: format.day(record.lookBackOn) }]),
        ...linked(text.relapseOf, record.earlier),
        ...linked(text.relapsedAs, record.later),
      ]}
    />
  )
}

interface EntryPanelProps {
  readonly unit: string
  readonly id: string
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

export function EntryPanel({ unit, id, onClose, onOpen }: EntryPanelProps) {
  const text = useWords(words)
  const asked = useAnswer(ledger, 'get', { params: { unit, id } })
  const record = asked.data
  return (
    <SidePanel title={text.title} onClose={onClose} actions={record === undefined ? null : <EntryActs record={record} />}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {record === undefined ? null : (
        <>
          <AsOf at={asked.dataUpdatedAt} />
          <Particulars record={record} onOpen={onOpen} />
          <Exhibits exhibits={record.exhibits} />
          <StepsList steps={record.steps} />
        </>
      )}
    </SidePanel>
  )
}
