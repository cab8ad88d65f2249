// Ladders above of one county: its townships and the county itself, and for each rung what it rests on.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useLive } from '#ground/ui/live.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { exportColumns as fileNames } from '../../../core/export-words.ts'
import { CycleChoice } from '../cycle-choice.tsx'
import { stars, useCycle } from '../stars.ts'
import type { LadderRow } from '../stars.ts'
import { words } from './words.ts'

const countyLength = 6

function Reached({ held }: { readonly held: boolean }) {
  const text = useWords(words)
  return <StatusTag state={held ? 'done' : 'waiting'}>{held ? text.reached : text.notReached}</StatusTag>
}

function LadderPanel({ row, onClose }: { readonly row: LadderRow; readonly onClose: () => void }) {
  return (
    <SidePanel title={row.unitName} onClose={onClose}>
      {row.ladders.map((ladder) => (
        <section key={ladder.code}>
          <h3>{ladder.name}</h3>
          <Reached held={ladder.held} />
          <ul className="stars-list">
            {ladder.because.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      ))}
    </SidePanel>
  )
}

function columnsOf(rows: readonly LadderRow[], unit: string): readonly Column<LadderRow>[] {
  const names = new Map(rows.flatMap((row) => row.ladders.map((ladder) => [ladder.code, ladder.name] as const)))
  return [
    { key: 'unit', title: unit, value: (row) => row.unitName, width: 160 },
    ...[...names].map(([code, title]): Column<LadderRow> => {
      const at = (row: LadderRow) => row.ladders.find((ladder) => ladder.code === code)
      return {
        key: code,
        title,
        value: (row) => at(row)?.because.join('；') ?? '',
        render: (row) => {
          const ladder = at(row)
          return ladder === undefined ? null : <Reached held={ladder.held} />
        },
        width: 220,
      }
    }),
  ]
}

export default function LaddersPage() {
  const text = useWords(words)
  const { code } = useUnit()
  const { rows: cycles, chosen, choose } = useCycle()
  const [address, setAddress] = useAddress()
  const files = useListFiles()
  useLive(['stars'])
  const county = code.length < countyLength ? '' : code.slice(0, countyLength)
  const asked = useAnswer(
    stars,
    'ladders',
    county === '' || chosen === undefined ? null : { params: { unit: chosen.unit, id: chosen.id }, query: { county } },
  )
  const rows = asked.data?.rows.filter((row) => row.ladders.length > 0 && (code.length <= countyLength || row.unit === code))
  const open = rows?.find((row) => row.unit === address['open'])
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.ladders}
      lead={text.laddersLead}
      {...(county === '' || chosen === undefined
        ? {}
        : {
            exports: files(fileNames.ladders, (format) =>
              download(stars, 'exportLadders', { params: { unit: chosen.unit, id: chosen.id }, query: { county, format } }),
            ),
          })}
      panel={open === undefined ? null : <LadderPanel key={open.unit} row={open} onClose={close} />}
    >
      <CycleChoice rows={cycles} value={chosen?.id} onChange={choose} />
      {county === '' ? (
        <EmptyState title={text.chooseCounty} />
      ) : (
        <DataTable
          name="stars.ladders"
          caption={text.laddersCaption}
          rows={chosen === undefined && cycles !== undefined ? [] : rows}
          rowKey={(row) => row.unit}
          columns={columnsOf(rows ?? [], text.unit)}
          search={false}
          openKey={address['open'] ?? null}
          onOpen={(row) => setAddress({ open: row.unit })}
          onClose={close}
          empty={{ title: text.laddersEmpty }}
          problem={asked.error}
          retry={() => void asked.refetch()}
        />
      )}
    </PageFrame>
  )
}
