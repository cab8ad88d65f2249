// The rounds of the units below the chosen one, newest first, each with its state and the step that comes next.

import { Button } from 'antd'
import { useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames, states } from '../../core/state.ts'
import { addressOfRound, rounds, type Row } from './rounds.ts'
import { StateTag } from './state-tag.tsx'
import { leadingVerb, stepOf } from './steps.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const stepOfRow = ({ state, units }: Row) => stepOf({ state, units, judges: null, left: null })

const columnsOf = (text: Words): readonly Column<Row>[] => [
  { key: 'name', title: text.name, value: (row) => row.name, width: 210 },
  { key: 'state', title: text.state, value: (row) => row.state, render: (row) => <StateTag state={row.state} />, width: 110 },
  {
    key: 'next',
    title: text.next,
    value: (row) => (leadingVerb(row.state, stepOfRow(row)) === null ? '' : text.nexts[stepOfRow(row)]),
    sortable: false,
    width: 240,
  },
  { key: 'heldOn', title: text.heldOn, value: (row) => row.heldOn, width: 150 },
  { key: 'quarter', title: text.quarter, value: (row) => row.quarter, render: (row) => text.quarterName(row.quarter), width: 130 },
  { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 110 },
  { key: 'units', title: text.units, value: (row) => row.units, numeric: true, width: 90 },
]

const over: readonly string[] = ['published', 'closed', 'cancelled']

/** Open rounds stay listed whatever the period: they must not drop out of sight at New Year. */
const within = (row: Row, period: { readonly from: string; readonly to: string }): boolean => {
  const quarter = daysOf(row.quarter)
  return (quarter.from <= period.to && quarter.to >= period.from) || !over.includes(row.state)
}

export default function RoundsPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const go = useGo()
  const { code } = useUnit()
  const [period] = usePeriod()
  useLive(['rounds'])
  const list = useAnswer(rounds, 'list', { query: code === '' ? {} : { below: code } })
  const days = daysOf(period)
  const rows = list.data?.rows.filter((row) => within(row, days))
  const filters: readonly Filter<Row>[] = [
    {
      key: 'state',
      title: text.state,
      choices: states.map((value) => ({ value, label: say(stateNames[value]) })),
      test: (row, value) => row.state === value,
    },
  ]
  const convenes = may('rounds.convene')
  const planOne = (
    <Button type="primary" onClick={() => go('/desk/rounds/plan')}>
      {text.planOne}
    </Button>
  )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      actions={
        <>
          {may('rounds.confirm') ? <Button onClick={() => go('/desk/rounds/commitments')}>{text.commitments}</Button> : null}
          {convenes ? planOne : null}
        </>
      }
    >
      <DataTable
        name="rounds"
        caption={text.caption}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columnsOf(text)}
        filters={filters}
        onOpen={(row) => go(addressOfRound(row))}
        empty={convenes ? { title: text.empty, next: <p>{text.emptyNext}</p> } : { title: text.emptyRead }}
        problem={list.error}
        retry={() => void list.refetch()}
      />
    </PageFrame>
  )
}
