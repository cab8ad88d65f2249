// Certificates of the chosen unit and below, with one of them open beside the list.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { levelNames } from '../../core/record-words.ts'
import { CertificateForm, CertificatePanel } from './certificate-panel.tsx'
import type { Certificate } from './facts-client.ts'
import { facts, keyOf, useQuestion } from './facts-client.ts'
import { untilText } from './record-texts.ts'
import { ImportSheet } from './import-sheet.tsx'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function columnsOf(text: Words, say: ReturnType<typeof useText>): readonly Column<Certificate>[] {
  return [
    { key: 'name', title: text.certificateName, value: (row) => row.name, width: 200 },
    { key: 'unit', title: text.unit, value: (row) => row.unit.name, width: 140 },
    { key: 'level', title: text.level, value: (row) => say(levelNames[row.level]), width: 120 },
    { key: 'from', title: text.from, value: (row) => row.from, width: 110 },
    {
      key: 'to',
      title: text.to,
      value: (row) => untilText(row, text),
      render: (row) => (row.withdrawnFrom === null ? untilText(row, text) : <StatusTag state="late">{untilText(row, text)}</StatusTag>),
      width: 170,
    },
    { key: 'issuer', title: text.issuer, value: (row) => row.issuer, width: 150 },
    { key: 'document', title: text.document, value: (row) => row.document, render: (row) => row.document || text.none, width: 160 },
  ]
}

export function CertificatesView() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const [address, setAddress] = useAddress()
  const question = useQuestion()
  const asked = useAnswer(facts, 'certificates', { query: question })
  const open = address['open'] ?? null
  const row = asked.data?.rows.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  const show = (one: Certificate): void => setAddress({ open: keyOf(one) })
  const panel =
    open === 'certify' ? (
      <CertificateForm onClose={close} onDone={show} />
    ) : row === undefined ? null : (
      <CertificatePanel key={keyOf(row)} certificate={row} onClose={close} onDone={show} />
    )
  const actions = may('facts.state') ? (
    <>
      <ImportSheet into="importCertificates" onDone={() => void asked.refetch()} />
      <Button type="primary" onClick={() => setAddress({ open: 'certify' })}>
        {text.certify}
      </Button>
    </>
  ) : null
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      actions={actions}
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'exportCertificates', { query: { ...question, format } }),
      }))}
      panel={panel}
    >
      <ViewChoice value="certificates" />
      <DataTable
        name="facts.certificates"
        caption={text.certificateCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text, say)}
        openKey={open}
        onOpen={show}
        onClose={close}
        empty={{ title: text.certificatesEmpty, next: text.certificatesEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
