// Cycles of the unit: planned here, opened, amended, given quotas, closed.

import { useAddress } from '#ground/ui/address.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { usePeriod } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { cycleStateNames } from '../../core/cycle.ts'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { CyclePanel } from './cycle-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { keyOf, stars, useCycle } from './stars.ts'
import type { CycleRow } from './stars.ts'
import { words } from './words.ts'

const marks = { draft: 'waiting', open: 'attention', closed: 'done' } as const

export default function CyclesPage() {
  const text = useWords(words)
  const say = useText()
  const [address, setAddress] = useAddress()
  const { rows, asked } = useCycle()
  const [period] = usePeriod()
  const files = useListFiles()
  useLive(['stars'])
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const columns: readonly Column<CycleRow>[] = [
    { key: 'name', title: text.name, value: (row) => row.name, width: 240 },
    { key: 'year', title: text.year, value: (row) => row.year, width: 80 },
    {
      key: 'state',
      title: text.state,
      value: (row) => row.state,
      render: (row) => <StatusTag state={marks[row.state]}>{say(cycleStateNames[row.state])}</StatusTag>,
      width: 120,
    },
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 120 },
    { key: 'edition', title: text.edition, value: (row) => row.edition, width: 240 },
  ]
  const panel =
    open === 'plan' ? (
      <PlanPanel onClose={close} onDone={(row) => setAddress({ open: keyOf(row) })} />
    ) : unit === undefined || id === undefined ? null : (
      <CyclePanel key={open} unit={unit} id={id} onClose={close} />
    )
  return (
    <PageFrame
      title={text.cycles}
      lead={text.cyclesLead}
      actions={
        <Button type="primary" onClick={() => setAddress({ open: 'plan' })}>
          {text.planCycle}
        </Button>
      }
      exports={files(fileNames.cycles, (format) => download(stars, 'exportCycles', { query: { format, year: period.slice(0, 4) } }))}
      panel={panel}
    >
      <DataTable
        name="stars.cycles"
        caption={text.cycleCaption}
        rows={rows}
        rowKey={keyOf}
        columns={columns}
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.noCycle, next: <p>{text.noCycleNext}</p> }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
