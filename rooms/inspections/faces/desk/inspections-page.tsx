// Inspections of the chosen unit and those below it, with one of them or a new plan open beside the list.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { stateNames } from '../../core/inspection.ts'
import { InspectionPanel } from './inspection-panel.tsx'
import { atOf, inspections, keyOf } from './inspections.ts'
import type { Row } from './inspections.ts'
import { PlanPanel } from './plan-panel.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const marks: Readonly<Record<Row['state'], Status>> = {
  draft: 'waiting',
  open: 'attention',
  closed: 'done',
  withdrawn: 'waiting',
  revised: 'waiting',
}

const columnsOf = (text: Words, say: ReturnType<typeof useText>): readonly Column<Row>[] => [
  { key: 'title', title: text.name, width: 240, value: (row) => row.title },
  {
    key: 'state',
    title: text.state,
    width: 110,
    value: (row) => say(stateNames[row.state]),
    render: (row) => <StatusTag state={marks[row.state]}>{say(stateNames[row.state])}</StatusTag>,
  },
  { key: 'days', title: text.days, width: 210, value: (row) => `${row.from} – ${row.to}` },
  { key: 'owner', title: text.owner, width: 120, value: (row) => row.owner },
  {
    key: 'subjects',
    title: text.subjects,
    width: 110,
    value: (row) => row.subjects.length,
    render: (row) => text.subjectsCount(row.subjects.length),
  },
  { key: 'basis', title: text.basis, width: 220, value: (row) => row.basis },
]

export default function InspectionsPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const go = useGo()
  const [address, setAddress] = useAddress()
  const { code } = useUnit()
  useLive(['inspections', 'ledger'])
  const asked = useAnswer(inspections, 'list', { query: code === '' ? {} : { below: code } })
  const open = address['open'] ?? null
  const revised = atOf(open?.startsWith('revise.') ? open.slice('revise.'.length) : undefined)
  const at = revised === null ? atOf(open ?? undefined) : null
  const close = (): void => setAddress({ open: null })
  const panel =
    open === 'plan' ? (
      <PlanPanel onClose={close} onDone={(row) => setAddress({ open: keyOf(row) })} />
    ) : revised !== null ? (
      <PlanPanel
        key={open}
        revised={asked.data?.rows.find((row) => keyOf(row) === keyOf(revised))}
        onClose={() => setAddress({ open: keyOf(revised) })}
        onDone={(row) => setAddress({ open: keyOf(row) })}
      />
    ) : at === null ? null : (
      <InspectionPanel key={open} at={at} onClose={close} />
    )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      period={false}
      actions={
        <>
          {may('inspections.plan') ? (
            <Button type="primary" onClick={() => setAddress({ open: 'plan' })}>
              {text.plan}
            </Button>
          ) : null}
          <Button onClick={() => go('/desk/inspections/month')}>{text.month}</Button>
        </>
      }
      panel={panel}
    >
      <DataTable
        name="inspections"
        caption={text.caption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text, say)}
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
