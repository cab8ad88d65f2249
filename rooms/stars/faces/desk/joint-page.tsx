// 县级联审: one line a unit, its stars side by side; a star opens beside the table, and whole units pass together.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download, newKey } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useLive } from '#ground/ui/live.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { CandidacyPanel } from './candidacy-panel.tsx'
import { CycleChoice } from './cycle-choice.tsx'
import { words as cycleWords } from './cycle-words.ts'
import { ForeseenList, useForeseen } from './foreseen.tsx'
import { Many } from './many.tsx'
import { neighboursOf } from './neighbours.ts'
import { keyOf, longListMs, stars, useCycle } from './stars.ts'
import type { CandidacyRow } from './stars.ts'
import { words } from './words.ts'

interface Line {
  readonly unit: string
  readonly unitName: string
  readonly rows: readonly CandidacyRow[]
}

function linesOf(rows: readonly CandidacyRow[]): Line[] {
  const units = Map.groupBy(rows, (row) => row.unit)
  return [...units].map(([unit, own]) => ({ unit, unitName: own[0]?.unitName ?? unit, rows: own }))
}

export default function JointPage() {
  const text = useWords(words)
  const more = useWords(cycleWords)
  const files = useListFiles()
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  const { rows: cycles, chosen, asked: cyclesAsked, choose } = useCycle()
  const cycle = useAnswer(stars, 'cycle', chosen === undefined ? null : { params: { unit: chosen.unit, id: chosen.id } })
  useLive(['stars'], undefined, longListMs)
  const asked = useAnswer(
    stars,
    'candidacies',
    chosen === undefined ? null : { query: { cycle: chosen.id, state: 'joint', take: 2000, ...(code === '' ? {} : { below: code }) } },
  )
  const foreseen = useForeseen(chosen, 'joint', code)
  const shown = cycle.data?.stars ?? []
  const starName = (star: string): string => shown.find((one) => one.code === star)?.name ?? star
  const columns: readonly Column<Line>[] = [
    { key: 'unit', title: text.unit, value: (line) => line.unitName, width: 120 },
    ...shown.map((star): Column<Line> => ({
      key: star.code,
      title: star.name,
      width: 110,
      value: (line) => line.rows.filter((row) => row.star === star.code).length,
      render: (line) =>
        line.rows
          .filter((row) => row.star === star.code)
          .map((row) => (
            <span key={row.id} className="stars-joint">
              <Button type={address['open'] === keyOf(row) ? 'primary' : 'default'} onClick={() => setAddress({ open: keyOf(row) })}>
                {text.batchOf(row.batch)}
              </Button>
              {foreseen.has(keyOf(row)) ? <StatusTag state="attention">{more.notReached}</StatusTag> : null}
            </span>
          )),
    })),
    {
      key: 'all',
      title: text.jointAll,
      value: (line) => line.rows.length,
      numeric: true,
      width: 100,
      total: (lines) => lines.reduce((sum, line) => sum + line.rows.length, 0),
    },
  ]
  const passAll = (lines: readonly Line[], clear: () => void) => {
    const rows = lines.flatMap((line) => line.rows)
    return (
      <Many
        label={text.jointPass}
        explain={text.jointPassExplain(lines.length, rows.length)}
        asks={text.jointRemark}
        rows={rows}
        take={(row, reason) => stars.pass({ params: { unit: row.unit, id: row.id }, body: { reason }, key: newKey() })}
        starName={starName}
        clear={clear}
      />
    )
  }
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const listed = asked.data?.rows ?? []
  return (
    <PageFrame
      title={text.joint}
      lead={text.jointLead}
      {...(chosen === undefined
        ? {}
        : {
            exports: files(fileNames.joint, (format) =>
              download(stars, 'exportJoint', {
                params: { unit: chosen.unit, id: chosen.id },
                query: { format, ...(code === '' ? {} : { below: code }) },
              }),
            ),
          })}
      panel={
        unit === undefined || id === undefined ? null : (
          <CandidacyPanel
            key={open}
            unit={unit}
            id={id}
            starName={starName}
            onClose={close}
            neighbours={neighboursOf(listed, open, (key) => setAddress({ open: key }))}
          />
        )
      }
    >
      <DataTable
        name="stars.joint"
        caption={text.jointCaption}
        rows={chosen === undefined && cycles !== undefined ? [] : asked.data === undefined ? undefined : linesOf(asked.data.rows)}
        rowKey={(line) => line.unit}
        columns={columns}
        controls={<CycleChoice rows={cycles} value={chosen?.id} onChange={choose} />}
        onClose={close}
        bulk={passAll}
        empty={{ title: text.jointEmpty, next: <p>{text.jointEmptyNext}</p> }}
        problem={asked.error ?? cyclesAsked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.next == null ? null : <p className="lx-quiet">{text.more}</p>}
      <ForeseenList
        of={foreseen}
        nameOf={(row) => `${listed.find((one) => keyOf(one) === keyOf(row))?.unitName ?? row.unit} · ${starName(row.star)}`}
      />
    </PageFrame>
  )
}
