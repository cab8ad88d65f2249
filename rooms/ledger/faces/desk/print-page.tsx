// One list or all four, as they are pinned to a wall: A4 across, every row, printed at. Filters, search and order are those of the
// list on the screen. `?source=` gives the entries of one record, whatever their unit and time.

import { useAddress } from '#ground/ui/address.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { arrange } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import type { ColumnKey, List } from '../../core/lists.ts'
import { columnNames, listColumns, listNames, lists } from '../../core/lists.ts'
import { cellOf } from './cells.ts'
import { columnsOf, dueText, filtersOf } from './columns.tsx'
import type { Row } from './ledger.ts'
import { listOf, narrowed, useEntries, useQuestion, useRegisters } from './ledger.ts'
import { ListChoice } from './list-choice.tsx'
import { words } from './words.ts'

const shares: Partial<Readonly<Record<ColumnKey, number>>> = { problem: 4, measure: 4, report: 3, subject: 1.4, state: 1.3, due: 1.6 }

function OneList({ list, rows }: { readonly list: List; readonly rows: readonly Row[] }) {
  const text = useWords(words)
  const say = useText()
  const columns = listColumns[list]
  return (
    <PrintedTable
      caption={say(listNames[list])}
      columns={[{ title: text.serial, share: 0.6 }, ...columns.map((key) => ({ title: say(columnNames[key]), share: shares[key] ?? 1.2 }))]}
      rows={rows.map((row, index) => [
        index + 1,
        ...columns.map((key) => (key === 'due' ? (row.due ?? dueText(row, text)) : (cellOf(row, key, say) ?? ''))),
      ])}
      none={text.none}
    />
  )
}

export default function PrintPage() {
  const text = useWords(words)
  const [address] = useAddress()
  const question = useQuestion()
  const say = useText()
  const source = address['source']
  const q = (address['q'] ?? '').trim()
  const kinds = { ...address, source: address['sourceKind'] ?? '' }
  const asked = useEntries(source === undefined ? { ...question, ...narrowed(kinds) } : { source }, q)
  const registers = useRegisters()
  const register = registers.find((one) => one.id === address['kind'])
  const shown = (list: List, rows: readonly Row[]): readonly Row[] =>
    arrange(rows, columnsOf(list, text, say, register), filtersOf(text, say, registers), {
      q,
      sort: address['sort'] ?? '',
      filters: address,
    })
  const wanted = address['list'] === 'all' ? lists : [listOf(address['list'])]
  const rows = asked.data?.rows
  return (
    <PageFrame
      title={text.title}
      {...(source === undefined ? {} : { lead: text.ofOneSource, unit: false, period: false as const })}
      actions={
        <>
          <ListChoice all value={wanted.length > 1 ? 'all' : (wanted[0] ?? 'tasks')} />
          <Button type="primary" disabled={rows === undefined} onClick={() => window.print()}>
            {text.print}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {rows === undefined ? null : wanted.map((list) => <OneList key={list} list={list} rows={shown(list, rows)} />)}
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
