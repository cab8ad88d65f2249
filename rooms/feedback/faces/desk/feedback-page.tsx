// The list of what was sent in, those waiting longest first, with one record open beside it.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { type Column, type Filter } from '#ground/ui/desk/table-columns.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useLive } from '#ground/ui/live.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { openStates } from '../../core/state.ts'
import { CasePanel } from './case-panel.tsx'
import { feedback, keyOf, type Row } from './feedback.ts'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const groupOf = (row: Row): string =>
  openStates.includes(row.state) ? 'open' : row.state === 'answered' || row.state === 'satisfied' ? 'answered' : 'closed'

function columnsOf(text: Words, shortDay: (day: string) => string): readonly Column<Row>[] {
  return [
    { key: 'excerpt', title: text.excerpt, value: (row) => row.excerpt, width: 320 },
    { key: 'state', title: text.state, value: (row) => row.state, render: (row) => <StateTag row={row} />, width: 180 },
    {
      key: 'due',
      title: text.due,
      value: (row) => row.deadline?.due ?? null,
      render: (row) => (row.deadline?.due == null ? text.noDue : `${shortDay(row.deadline.due)} · ${text.left(row.deadline.left)}`),
      width: 220,
    },
    { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], width: 100 },
    { key: 'subject', title: text.subject, value: (row) => row.subject?.name ?? text.noSubject, width: 140 },
    { key: 'filed', title: text.filed, value: (row) => row.filedOn, width: 120 },
  ]
}

function filtersOf(text: Words): readonly Filter<Row>[] {
  return [
    {
      key: 'state',
      title: text.state,
      choices: Object.entries(text.stateChoices).map(([value, label]) => ({ value, label })),
      test: (row, value) => groupOf(row) === value,
    },
    {
      key: 'kind',
      title: text.kind,
      choices: Object.entries(text.kinds).map(([value, label]) => ({ value, label })),
      test: (row, value) => row.kind === value,
    },
  ]
}

export default function FeedbackPage() {
  const text = useWords(words)
  const { shortDay } = useFormat()
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  const list = useAnswer(feedback, 'list', { query: code === '' ? {} : { below: code } })
  useLive(['feedback'])
  const [period] = usePeriod()
  const { from, to } = daysOf(period)
  // What is still owed an answer is listed whatever the period: it must not drop out of sight at New Year.
  const rows = list.data?.rows.filter((row) => openStates.includes(row.state) || (row.filedOn >= from && row.filedOn <= to))
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const panel = unit === undefined || id === undefined ? null : <CasePanel key={open} unit={unit} id={id} onClose={close} />
  const query = code === '' ? {} : { below: code }
  const exports = [
    { label: text.xlsx, run: () => download(feedback, 'export', { query: { ...query, format: 'xlsx' } }) },
    { label: text.csv, run: () => download(feedback, 'export', { query: { ...query, format: 'csv' } }) },
  ]
  return (
    <PageFrame title={text.title} lead={text.lead} exports={exports} panel={panel}>
      <DataTable
        name="feedback"
        caption={text.caption}
        rows={rows}
        rowKey={keyOf}
        columns={columnsOf(text, shortDay)}
        filters={filtersOf(text)}
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={list.error}
        retry={() => void list.refetch()}
      />
      {list.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
