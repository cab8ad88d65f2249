// The list of one day as it goes to the units: made from what was seen and from the ledger.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames } from '#rooms/ledger/core/state.ts'
import { Button } from 'antd'
import { dayColumns } from '../../core/report-words.ts'
import { atOf, inspections } from './inspections.ts'
import { words } from './words.ts'

const shares = [0.6, 1.4, 4, 3, 1.4, 1.2, 1.2]

export default function DayPage() {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const go = useGo()
  const [address] = useAddress()
  const at = atOf(address['open'])
  const on = address['on'] ?? ''
  const call = at === null ? null : { params: { unit: at.unit, id: at.id }, query: { on } }
  const asked = useAnswer(inspections, 'day', call)
  const file = (kind: 'xlsx' | 'csv') =>
    at === null
      ? Promise.resolve()
      : download(inspections, 'exportDay', { params: { unit: at.unit, id: at.id }, query: { on, format: kind } })
  const data = asked.data
  return (
    <PageFrame
      title={text.dayList}
      lead={text.dayLead}
      unit={false}
      period={false}
      actions={
        <>
          <Button onClick={() => go(`/desk/inspections${at === null ? '' : `?open=${at.unit}.${at.id}`}`)}>{text.toList}</Button>
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
        <>
          <p>
            {format.day(data.on)} {text.sums(data.sums.units, data.sums.items, data.sums.faults)}
            {data.sums.faults === 0 ? '' : text.standing(data.sums.closed, data.sums.open, data.sums.late)}
          </p>
          <PrintedTable
            caption={`${data.title} ${data.on}`}
            columns={dayColumns.map((title, index) => ({ title: say(title), share: shares[index] ?? 1 }))}
            rows={data.entries.map((one, index) => [
              index + 1,
              one.subject.name,
              one.problem,
              one.measure,
              one.responsible,
              one.due ?? '',
              say(stateNames[one.state as keyof typeof stateNames]),
            ])}
            none={text.none}
          />
        </>
      )}
    </PageFrame>
  )
}
