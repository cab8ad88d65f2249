// Requests for correction: those that wait first. An office declines with reasons, or corrects the record itself.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useMay } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Doubt } from './facts-client.ts'
import { facts, keyOf, paramsOf } from './facts-client.ts'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const marks: Readonly<Record<Doubt['state'], Status>> = { waiting: 'waiting', declined: 'attention', corrected: 'done' }

/** Where the record stands that a request is about. */
const recordAddress = ({ kind, record, unit }: Doubt): string => `/desk/facts?view=${kind}s&unit=${unit.code}&open=${unit.code}.${record}`

export function DoubtTag({ doubt }: { readonly doubt: Doubt }) {
  const text = useWords(words)
  return <StatusTag state={marks[doubt.state]}>{text.doubtStates[doubt.state]}</StatusTag>
}

function columnsOf(text: Words): readonly Column<Doubt>[] {
  return [
    { key: 'reason', title: text.reason, value: (row) => row.reason, width: 320 },
    {
      key: 'state',
      title: text.answer,
      value: (row) => text.doubtStates[row.state],
      render: (row) => <DoubtTag doubt={row} />,
      width: 130,
    },
    { key: 'unit', title: text.unit, value: (row) => row.unit.name, width: 150 },
    { key: 'kind', title: text.about, value: (row) => text.kinds[row.kind], width: 130 },
    { key: 'askedOn', title: text.askedOn, value: (row) => row.askedOn, width: 120 },
  ]
}

function DoubtPanel({ doubt, onClose }: { readonly doubt: Doubt; readonly onClose: () => void }) {
  const text = useWords(words)
  const format = useFormat()
  const may = useMay()
  const decline = useVerb(facts, 'decline')
  const answers = may('facts.answer') && doubt.state === 'waiting'
  return (
    <SidePanel
      title={text.doubt}
      onClose={onClose}
      actions={
        <>
          <PageLink to={recordAddress(doubt)}>{text.showRecord}</PageLink>
          {answers ? (
            <ConfirmVerb
              label={text.decline}
              title={text.decline}
              explain={text.declineExplain}
              asks={{ reason: 'required' }}
              problem={decline.problem}
              run={({ reason }) => decline.run({ params: paramsOf(doubt), body: { reason } })}
            />
          ) : null}
        </>
      }
    >
      <Facts
        items={[
          { label: text.unit, value: `${doubt.unit.name} ${doubt.unit.code}` },
          { label: text.about, value: text.kinds[doubt.kind] },
          { label: text.reason, value: <span style={{ whiteSpace: 'pre-wrap' }}>{doubt.reason}</span> },
          { label: text.askedOn, value: format.day(doubt.askedOn) },
          { label: text.answer, value: <DoubtTag doubt={doubt} /> },
          ...(doubt.answeredOn === null
            ? []
            : [{ label: doubt.answeredBy ?? text.none, value: `${format.day(doubt.answeredOn)} ${doubt.answer}` }]),
        ]}
      />
    </SidePanel>
  )
}

export function DoubtsView() {
  const text = useWords(words)
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  const asked = useAnswer(facts, 'doubts', { query: code === '' ? {} : { below: code } })
  const open = address['open'] ?? null
  const row = asked.data?.rows.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      period="today"
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'exportDoubts', { query: { ...(code === '' ? {} : { below: code }), format } }),
      }))}
      panel={row === undefined ? null : <DoubtPanel key={keyOf(row)} doubt={row} onClose={close} />}
    >
      <ViewChoice value="doubts" />
      <DataTable
        name="facts.doubts"
        caption={text.doubtsCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text)}
        openKey={open}
        onOpen={(one) => setAddress({ open: keyOf(one) })}
        onClose={close}
        empty={{ title: text.doubtsEmpty, next: text.doubtsEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
