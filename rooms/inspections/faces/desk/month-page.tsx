// The summary of a month, made from what was seen and from the ledger.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useText } from '#ground/ui/language.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { addMonths } from '#ground/kernel/days.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { stateNames } from '../../core/inspection.ts'
import { monthColumns } from '../../core/report-words.ts'
import { inspections } from './inspections.ts'
import { words } from './words.ts'

const shares = [3, 1.4, 2.2, 1.1, 1, 1, 1, 1, 1, 1]
const monthsBack = 18

export default function MonthPage() {
  const text = useWords(words)
  const say = useText()
  const go = useGo()
  const [address, setAddress] = useAddress()
  const { code } = useUnit()
  const [today] = useState(() => chinaDay(Date.now()))
  const month = /^\d{4}-\d{2}$/.test(address['month'] ?? '') ? (address['month'] ?? '') : today.slice(0, 7)
  const query = { month, ...(code === '' ? {} : { below: code }) }
  const asked = useAnswer(inspections, 'month', { query })
  const file = (kind: 'xlsx' | 'csv') => download(inspections, 'exportMonth', { query: { ...query, format: kind } })
  const months = Array.from({ length: monthsBack }, (_, back) => addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7))
  const data = asked.data
  const figures = (sums: NonNullable<typeof data>['whole']) => [sums.units, sums.items, sums.faults, sums.closed, sums.open, sums.late]
  return (
    <PageFrame
      title={text.month}
      lead={text.monthLead}
      time={
        <Select
          aria-label={text.month}
          value={month}
          options={[...new Set([month, ...months])].map((value) => ({ value, label: value }))}
          onChange={(next: string) => setAddress({ month: next })}
        />
      }
      actions={
        <>
          <Button onClick={() => go('/desk/inspections')}>{text.toList}</Button>
          <Button type="primary" disabled={data === undefined} onClick={() => window.print()}>
            {text.print}
          </Button>
        </>
      }
      exports={[
        { label: 'XLSX', run: () => file('xlsx') },
        { label: 'CSV', run: () => file('csv') },
      ]}
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {data === undefined ? null : (
        <PrintedTable
          caption={`${text.month} ${month}`}
          columns={monthColumns.map((title, index) => ({ title: say(title), share: shares[index] ?? 1 }))}
          rows={
            data.rows.length === 0
              ? []
              : [
                  ...data.rows.map((row) => [
                    row.title,
                    row.owner,
                    `${row.from} – ${row.to}`,
                    say(stateNames[row.state]),
                    ...figures(row.sums),
                  ]),
                  [text.whole, '', '', '', ...figures(data.whole)],
                ]
          }
          none={text.none}
        />
      )}
    </PageFrame>
  )
}
