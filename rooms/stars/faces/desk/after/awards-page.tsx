// Awards recorded below the unit: red banners, progress prizes, commendations, each with its basis.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf, download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { awardNames } from '../../../core/award.ts'
import { exportColumns as fileNames } from '../../../core/export-words.ts'
import { keyOf, stars } from '../stars.ts'
import type { AwardRow } from '../stars.ts'
import { AwardPanel } from './award-panel.tsx'
import { words as deskWords } from '../words.ts'
import { words } from './words.ts'

function AwardTag({ row }: { readonly row: AwardRow }) {
  const text = useWords(words)
  return row.withdrawnOn === null ? (
    <StatusTag state="done">{text.standing}</StatusTag>
  ) : (
    <StatusTag state="waiting">{text.withdrawn(row.withdrawnOn)}</StatusTag>
  )
}

function Withdraw({ row }: { readonly row: AwardRow }) {
  const text = useWords(words)
  const verb = useVerb(stars, 'withdrawAward')
  return (
    <ConfirmVerb
      danger
      label={text.withdraw}
      title={text.withdraw}
      explain={text.withdrawExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: { unit: row.unit, id: row.id }, body: { reason } })}
    />
  )
}

function ShownPanel({ row, onClose }: { readonly row: AwardRow; readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { acting } = useMe()
  const mine = may('stars.award') && row.withdrawnOn === null && row.unit === acting?.unit
  return (
    <SidePanel title={`${row.subjectName} · ${row.title}`} onClose={onClose} actions={mine ? <Withdraw row={row} /> : null}>
      <Facts
        items={[
          { label: text.state, value: <AwardTag row={row} /> },
          { label: text.kind, value: say(awardNames[row.kind]) },
          { label: text.basis, value: row.basis },
          ...(row.document === '' ? [] : [{ label: text.document, value: row.document }]),
          { label: text.on, value: row.on },
          { label: text.by, value: row.unitName },
        ]}
      />
    </SidePanel>
  )
}

/** A quarter's decisions at once, of the acting unit. */
function ImportAwards({ onDone }: { readonly onDone: () => void }) {
  const text = useWords(words)
  const { acting } = useMe()
  return (
    <UploadTable
      leavesOut
      label={text.importAwards}
      title={text.importAwards}
      accept=".xlsx,.csv"
      counts={text.importCounts}
      template={addressOf(stars, 'awardTemplate', { query: { format: 'xlsx' } })}
      run={(file, { dryRun, skipBad, onProgress }) =>
        stars.importAwards({ params: { unit: acting?.unit ?? '' }, file, body: { dryRun, skipBad }, onProgress })
      }
      onDone={onDone}
    />
  )
}

export default function AwardsPage() {
  const text = useWords(words)
  const desk = useWords(deskWords)
  const say = useText()
  const may = useMay()
  const files = useListFiles()
  const { code } = useUnit()
  const [period] = usePeriod()
  const [address, setAddress] = useAddress()
  useLive(['stars'])
  const asked = useAnswer(stars, 'awards', code === '' ? null : { query: { below: code, year: period.slice(0, 4) } })
  const columns: readonly Column<AwardRow>[] = [
    { key: 'subject', title: text.subject, value: (row) => row.subjectName, width: 160 },
    { key: 'title', title: text.title, value: (row) => row.title, width: 240 },
    { key: 'kind', title: text.kind, value: (row) => say(awardNames[row.kind]), width: 130 },
    { key: 'on', title: text.on, value: (row) => row.on, width: 120 },
    { key: 'by', title: text.by, value: (row) => row.unitName, width: 140 },
    { key: 'state', title: text.state, value: (row) => row.withdrawnOn ?? '', render: (row) => <AwardTag row={row} />, width: 170 },
  ]
  const open = asked.data?.rows.find((row) => keyOf(row) === address['open'])
  const close = (): void => setAddress({ open: null })
  const shown = open === undefined ? null : <ShownPanel key={keyOf(open)} row={open} onClose={close} />
  return (
    <PageFrame
      title={text.awards}
      lead={text.awardsLead}
      actions={
        may('stars.award') ? (
          <>
            <ImportAwards onDone={() => void asked.refetch()} />
            <Button type="primary" onClick={() => setAddress({ open: 'new' })}>
              {text.record}
            </Button>
          </>
        ) : null
      }
      {...(code === ''
        ? {}
        : {
            exports: files(fileNames.awards, (format) =>
              download(stars, 'exportAwards', { params: { unit: code }, query: { format, year: period.slice(0, 4) } }),
            ),
          })}
      panel={address['open'] === 'new' ? <AwardPanel onClose={close} /> : shown}
    >
      <DataTable
        name="stars.awards"
        caption={text.awardsCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columns}
        openKey={address['open'] ?? null}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.awardsEmpty }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.more === true ? <p className="lx-quiet">{desk.moreInFile}</p> : null}
    </PageFrame>
  )
}
