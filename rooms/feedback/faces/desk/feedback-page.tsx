// The list of what was sent in, those waiting longest first, with one record open beside it.

import { useAddress } from '#ground/ui/address.ts'
import { download } from '#ground/ui/client.ts'
import { type Column, type Filter } from '#ground/ui/desk/table-columns.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useLive } from '#ground/ui/live.ts'
import { usePages } from '#ground/ui/pages.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { CasePanel } from './case-panel.tsx'
import { feedback, keyOf, type Row } from './feedback.ts'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const take = 100

/** The address is typed by people, too: what is no choice is left out. */
function chosen<Choice extends string>(choices: Readonly<Record<Choice, string>>, value: string | undefined): Choice | undefined {
  return value !== undefined && value in choices ? (value as Choice) : undefined
}

/** Rows are sorted here only when all of them are here. */
function columnsOf(text: Words, shortDay: (day: string) => string, sortable: boolean): readonly Column<Row>[] {
  const columns: readonly Column<Row>[] = [
    { key: 'excerpt', title: text.excerpt, value: (row) => row.excerpt, width: 320 },
    { key: 'state', title: text.state, value: (row) => row.state, render: (row) => <StateTag row={row} />, width: 180 },
    {
      key: 'due',
      title: text.due,
      value: (row) => row.deadline?.due ?? null,
      render: (row) => (row.deadline?.due == null ? text.noDue : `${shortDay(row.deadline.due)} · ${text.left(row.deadline.left)}`),
      width: 250,
    },
    { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], width: 100 },
    { key: 'subject', title: text.subject, value: (row) => row.subject?.name ?? text.noSubject, width: 140 },
    { key: 'filed', title: text.filed, value: (row) => row.filedOn, width: 120 },
  ]
  return columns.map((column) => ({ ...column, sortable }))
}

function filtersOf(text: Words): readonly Filter<Row>[] {
  return [
    {
      key: 'state',
      title: text.state,
      choices: Object.entries(text.stateChoices).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'kind',
      title: text.kind,
      choices: Object.entries(text.kinds).map(([value, label]) => ({ value, label })),
    },
  ]
}

export default function FeedbackPage() {
  const text = useWords(words)
  const { shortDay } = useFormat()
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  const [period] = usePeriod()
  useLive(['feedback'])
  // What is still owed an answer is listed whatever the period: it must not drop out of sight at New Year.
  const group = chosen(text.stateChoices, address['state'])
  const kind = chosen(text.kinds, address['kind'])
  const { q } = address
  const filter = {
    ...daysOf(period),
    ...(code === '' ? {} : { below: code }),
    ...(group === undefined ? {} : { group }),
    ...(kind === undefined ? {} : { kind }),
    ...(q === undefined ? {} : { q: q.slice(0, 40) }),
  }
  const list = usePages(feedback, 'list', { query: { ...filter, take } })
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const panel = unit === undefined || id === undefined ? null : <CasePanel key={open} unit={unit} id={id} onClose={close} />
  const exports = (['xlsx', 'csv'] as const).map((format) => ({
    label: text[format],
    run: () => download(feedback, 'export', { query: { ...filter, format } }),
  }))
  return (
    <PageFrame title={text.title} lead={text.lead} exports={exports} panel={panel}>
      <DataTable
        name="feedback"
        caption={text.caption}
        rows={list.pages?.flatMap((page) => page.rows)}
        rowKey={keyOf}
        columns={columnsOf(text, shortDay, list.more === undefined)}
        filters={filtersOf(text)}
        search="address"
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={list.problem}
        retry={list.retry}
        more={list.more}
        {...(list.total === undefined ? {} : { total: list.total })}
      />
    </PageFrame>
  )
}
