// Two editions side by side: what carries over, what changed and in which respect, what was dropped and what is new.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useWords } from '#ground/ui/words.ts'
import type { CarryRow } from '../../core/carry-over.ts'
import { standards } from './standards.ts'
import './standards.css'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const marks: Readonly<Record<CarryRow['change'], Status>> = { same: 'done', changed: 'attention', dropped: 'late', added: 'waiting' }
const order = ['changed', 'dropped', 'added', 'same'] as const

const differences = (row: CarryRow, text: Words): string =>
  [...row.differs.map((field) => text.fields[field] ?? field), ...(row.doubtful ? [text.doubtful] : [])].join('、')

function columnsOf(text: Words): readonly Column<CarryRow>[] {
  return [
    { key: 'text', title: text.text, value: (row) => row.text, width: 320 },
    {
      key: 'change',
      title: text.change,
      value: (row) => order.indexOf(row.change),
      render: (row) => <StatusTag state={marks[row.change]}>{text.changes[row.change]}</StatusTag>,
      width: 110,
    },
    { key: 'what', title: text.what, value: (row) => text.whats[row.what], width: 100 },
    { key: 'from', title: text.oldId, value: (row) => row.from, render: (row) => row.from ?? text.none, width: 120 },
    { key: 'to', title: text.newIdColumn, value: (row) => row.to, render: (row) => row.to ?? text.none, width: 120 },
    { key: 'differs', title: text.differs, value: (row) => differences(row, text), width: 260 },
  ]
}

export default function ComparePage() {
  const text = useWords(words)
  const [{ before = '', after = '' }] = useAddress()
  const asked = useAnswer(standards, 'compare', before === '' || after === '' ? null : { query: { before, after } })
  const rows = asked.data?.rows.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
  const count = (change: CarryRow['change']): number => rows?.filter((row) => row.change === change).length ?? 0
  return (
    <PageFrame
      title={text.compareTitle}
      {...(after === '' ? {} : { lead: text.compareLead(before, after) })}
      unit={false}
      period={false}
      actions={<PageLink to="/desk/standards">{text.back}</PageLink>}
    >
      {after === '' ? <EmptyState title={text.nothingCompared} next={text.compareHint} /> : null}
      {asked.data === undefined ? null : (
        <p role="status">
          <strong>{text.summary(count('same'), count('changed'), count('dropped'), count('added'))}</strong>{' '}
          <span className="lx-quiet">{asked.data.mapped ? text.mapped : text.notMapped}</span>
        </p>
      )}
      {after === '' ? null : (
        <DataTable
          name="standards-compare"
          caption={text.compareTitle}
          rows={rows}
          rowKey={(row) => `${row.what} ${row.from ?? ''} ${row.to ?? ''}`}
          columns={columnsOf(text)}
          filters={[
            {
              key: 'change',
              title: text.change,
              choices: order.map((value) => ({ value, label: text.changes[value] })),
              test: (row, value) => row.change === value,
            },
            {
              key: 'what',
              title: text.what,
              choices: Object.entries(text.whats).map(([value, label]) => ({ value, label })),
              test: (row, value) => row.what === value,
            },
          ]}
          empty={{ title: text.nothingCompared }}
          problem={asked.error}
          retry={() => void asked.refetch()}
        />
      )}
    </PageFrame>
  )
}
