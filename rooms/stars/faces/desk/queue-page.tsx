// Candidacies below the unit, and what of them waits for the acting post; one open beside the list, next and before by keys.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Checkbox } from 'antd'
import { stateNames, states } from '../../core/candidacy.ts'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { CandidacyPanel } from './candidacy-panel.tsx'
import { CycleChoice } from './cycle-choice.tsx'
import { neighboursOf } from './neighbours.ts'
import { keyOf, stars, useCycle } from './stars.ts'
import type { CandidacyRow } from './stars.ts'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'

export default function QueuePage() {
  const text = useWords(words)
  const say = useText()
  const { moment } = useFormat()
  const may = useMay()
  const go = useGo()
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  const { rows: cycles, chosen, choose } = useCycle()
  const cycle = useAnswer(stars, 'cycle', chosen === undefined ? null : { params: { unit: chosen.unit, id: chosen.id } })
  useLive(['stars'])
  const mine = address['mine'] !== 'no'
  const files = useListFiles()
  const seen = { ...(code === '' ? {} : { below: code }), ...(mine ? { mine: 'true' as const } : {}) }
  const state = states.find((one) => one === address['state'])
  const ofStar = cycle.data?.stars.find((one) => one.code === address['star'])?.code
  // The server narrows the list, so that what is asked for is not beyond the page; the file holds the same.
  const asList = { ...seen, ...(state === undefined ? {} : { state }), ...(ofStar === undefined ? {} : { star: ofStar }) }
  const asked = useAnswer(stars, 'candidacies', { query: { ...asList, ...(chosen === undefined ? {} : { cycle: chosen.id }) } })
  const starName = (star: string): string => cycle.data?.stars.find((one) => one.code === star)?.name ?? star
  const columns: readonly Column<CandidacyRow>[] = [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 150 },
    { key: 'star', title: text.star, value: (row) => starName(row.star), width: 130 },
    { key: 'state', title: text.state, value: (row) => row.state, render: (row) => <StateTag state={row.state} />, width: 150 },
    { key: 'due', title: text.due, value: (row) => row.due ?? (row.state === 'publicised' ? row.publicUntil : null), width: 120 },
    { key: 'batch', title: text.batch, value: (row) => row.batch, render: (row) => text.batchOf(row.batch), width: 90 },
    { key: 'drawn', title: text.drawn, value: (row) => (row.drawn ? text.drawn : ''), width: 100 },
    { key: 'changed', title: text.changed, value: (row) => row.changedAt, render: (row) => moment(Date.parse(row.changedAt)), width: 180 },
  ]
  const filters: readonly Filter<CandidacyRow>[] = [
    {
      key: 'state',
      title: text.state,
      choices: states.map((value) => ({ value, label: say(stateNames[value]) })),
      test: (row, value) => row.state === value,
    },
    {
      key: 'star',
      title: text.star,
      choices: (cycle.data?.stars ?? []).map((star) => ({ value: star.code, label: star.name })),
      test: (row, value) => row.star === value,
    },
  ]
  const listed = (asked.data?.rows ?? []).filter(
    (row) => (address['state'] ?? row.state) === row.state && (address['star'] ?? row.star) === row.star,
  )
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.queue}
      lead={text.queueLead}
      actions={may('stars.reviewJoint') ? <Button onClick={() => go('/desk/stars/joint')}>{text.joint}</Button> : null}
      {...(chosen === undefined
        ? {}
        : {
            exports: files(fileNames.candidacies, (format) =>
              download(stars, 'exportCandidacies', { params: { unit: chosen.unit, id: chosen.id }, query: { format, ...asList } }),
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
        name="stars.queue"
        caption={text.queueCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        filters={filters}
        controls={
          <>
            <CycleChoice rows={cycles} value={chosen?.id} onChange={choose} />
            <Checkbox checked={mine} onChange={(event) => setAddress({ mine: event.target.checked ? null : 'no' })}>
              {text.mine}
            </Checkbox>
          </>
        }
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.queueEmpty, next: <p>{text.queueEmptyNext}</p> }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.next == null ? null : <p className="lx-quiet">{text.more}</p>}
    </PageFrame>
  )
}
