// Formats of files for the systems above: looked at, exported, and set by whoever convenes.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download, newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { MenuButton } from '#ground/ui/desk/menu-button.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { CycleChoice } from '../cycle-choice.tsx'
import { keyOf, stars, useCycle, useQuarter } from '../stars.ts'
import type { CycleRow, FormatRow } from '../stars.ts'
import { words } from './words.ts'
import './formats.css'

interface ShownProps {
  readonly row: FormatRow
  readonly cycle: CycleRow | undefined
  readonly below: string
  readonly belowName: string
}

function Preview({ row, cycle, below, belowName }: ShownProps & { readonly cycle: CycleRow }) {
  const text = useWords(words)
  const quarter = useQuarter()
  const params = { unit: cycle.unit, id: cycle.id }
  const query = { formatUnit: row.unit, format: row.id, below, ...(quarter === undefined ? {} : { quarter }) }
  const first = useAnswer(stars, 'previewFormatted', { params, query })
  return (
    <>
      <ProblemNotice problem={first.error} retry={() => void first.refetch()} />
      {first.data === undefined ? null : first.data.rows.length === 0 ? (
        <p>{text.previewNone}</p>
      ) : (
        <div className="formats-preview" role="region" aria-label={text.preview(belowName)} tabIndex={0}>
          <table>
            <caption>{text.preview(belowName)}</caption>
            <thead>
              <tr>
                {first.data.header.map((title, index) => (
                  // A form may use a heading twice.
                  <th key={`${index}${title}`} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.data.rows.map((cells, line) => (
                <tr key={`${line}${cells[0] ?? ''}`}>
                  {cells.map((cell, index) => (
                    <td key={`${index}${first.data.header[index] ?? ''}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button type="primary" onClick={() => void download(stars, 'exportFormatted', { params, query })}>
        {text.download(row.file.toUpperCase())}
      </Button>
    </>
  )
}

function Drop({ row, onDone }: { readonly row: FormatRow; readonly onDone: () => void }) {
  const text = useWords(words)
  const verb = useVerb(stars, 'dropFormat', { onDone })
  return (
    <ConfirmVerb
      danger
      label={text.drop}
      title={text.drop}
      explain={text.dropExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: { unit: row.unit, id: row.id }, body: { reason } })}
    />
  )
}

function FormatPanel({ row, cycle, below, belowName, onClose }: ShownProps & { readonly onClose: () => void }) {
  const text = useWords(words)
  const may = useMay()
  const go = useGo()
  const { acting } = useMe()
  const mine = may('stars.convene') && acting?.unit === row.unit
  return (
    <SidePanel
      title={row.name}
      onClose={onClose}
      actions={
        <>
          {mine ? <Button onClick={() => go(`/desk/stars/formats/${row.unit}/${row.id}`)}>{text.edit}</Button> : null}
          <Button onClick={() => void download(stars, 'exportFormat', { params: { unit: row.unit, id: row.id } })}>
            {text.exportFormat}
          </Button>
          {mine ? <Drop row={row} onDone={onClose} /> : null}
        </>
      }
    >
      <Facts
        items={[
          { label: text.system, value: row.system },
          { label: text.list, value: text.lists[row.list] },
          { label: text.columns, value: String(row.columns.length) },
        ]}
      />
      {cycle === undefined ? <p>{text.chooseCycle}</p> : <Preview row={row} cycle={cycle} below={below} belowName={belowName} />}
    </SidePanel>
  )
}

/** A format of another county, from the file that it exported. */
function ImportFormat({ onDone }: { readonly onDone: (key: string) => void }) {
  const text = useWords(words)
  const { acting } = useMe()
  const queries = useQueryClient()
  const [id, setId] = useState(newKey)
  const unit = acting?.unit ?? ''
  return (
    <UploadTable
      label={text.importFormat}
      title={text.importFormat}
      accept=".json"
      counts={{ columns: text.columns }}
      run={async (file, { dryRun, onProgress }) => {
        const { name, columns } = await stars.importFormat({ params: { unit, id }, file, body: { dryRun }, onProgress })
        return { name, columns, errors: [] }
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['stars'] })
        onDone(keyOf({ unit, id }))
        setId(newKey())
      }}
    />
  )
}

/** Begins a format, empty or from a sample. */
function NewFormat() {
  const text = useWords(words)
  const go = useGo()
  const { acting } = useMe()
  const samples = useAnswer(stars, 'sampleFormats', { query: {} })
  const items = [
    ...(samples.data?.rows ?? []).map(({ id, name }) => ({ key: id, label: text.fromSample(name) })),
    { key: 'blank', label: text.blank },
  ]
  return (
    <MenuButton
      align="end"
      items={items}
      onChoose={(key) => go(`/desk/stars/formats/${acting?.unit ?? ''}/${newKey()}?from=${encodeURIComponent(key)}`)}
    >
      {text.create}
    </MenuButton>
  )
}

export default function FormatsPage() {
  const text = useWords(words)
  const may = useMay()
  const { code: here, name } = useUnit()
  const { rows: cycles, chosen, choose } = useCycle()
  const [address, setAddress] = useAddress()
  useLive(['stars'])
  const asked = useAnswer(stars, 'formats', here === '' ? null : { query: { for: here } })
  const columns: readonly Column<FormatRow>[] = [
    { key: 'name', title: text.name, value: (row) => row.name, width: 240 },
    { key: 'system', title: text.system, value: (row) => row.system, width: 180 },
    { key: 'list', title: text.list, value: (row) => text.lists[row.list], width: 170 },
    { key: 'columns', title: text.columns, value: (row) => row.columns.length, numeric: true, width: 90 },
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 130 },
  ]
  const open = asked.data?.rows.find((row) => keyOf(row) === address['open'])
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.formats}
      lead={text.lead}
      actions={
        may('stars.convene') ? (
          <>
            <ImportFormat onDone={(key) => setAddress({ open: key })} />
            <NewFormat />
          </>
        ) : null
      }
      panel={
        open === undefined ? null : (
          <FormatPanel key={keyOf(open)} row={open} cycle={chosen} below={here} belowName={name} onClose={close} />
        )
      }
    >
      <CycleChoice rows={cycles} value={chosen?.id} onChange={choose} />
      <DataTable
        name="stars.formats"
        caption={text.caption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        openKey={address['open'] ?? null}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.empty, next: <p>{may('stars.convene') ? text.emptyNext : text.emptyWait}</p> }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
