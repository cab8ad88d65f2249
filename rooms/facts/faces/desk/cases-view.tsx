// Upheld complaints and cases of the chosen unit and below, with one of them open beside the list.

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
import { CaseForm, CasePanel } from './case-panel.tsx'
import type { UpheldCase } from './facts-client.ts'
import { facts, keyOf, useQuestion } from './facts-client.ts'
import { typeText } from './record-texts.ts'
import { ImportSheet } from './import-sheet.tsx'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function columnsOf(text: Words, say: ReturnType<typeof useText>): readonly Column<UpheldCase>[] {
  return [
    { key: 'type', title: text.type, value: (row) => typeText(row.type, say), width: 160 },
    { key: 'unit', title: text.unit, value: (row) => row.unit.name, width: 140 },
    { key: 'on', title: text.on, value: (row) => row.on, width: 110 },
    {
      key: 'upheld',
      title: text.standing,
      value: (row) => (row.upheld ? text.upheld : text.overturned),
      render: (row) => <StatusTag state={row.upheld ? 'late' : 'done'}>{row.upheld ? text.upheld : text.overturned}</StatusTag>,
      width: 120,
    },
    { key: 'against', title: text.against, value: (row) => row.against, width: 160 },
    { key: 'decidedBy', title: text.decidedBy, value: (row) => row.decidedBy, width: 160 },
    { key: 'document', title: text.document, value: (row) => row.document, render: (row) => row.document || text.none, width: 160 },
  ]
}

export function CasesView() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const [address, setAddress] = useAddress()
  const question = useQuestion()
  const asked = useAnswer(facts, 'cases', { query: question })
  const open = address['open'] ?? null
  const row = asked.data?.rows.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  const show = (one: UpheldCase): void => setAddress({ open: keyOf(one) })
  const panel =
    open === 'record' ? (
      <CaseForm onClose={close} onDone={show} />
    ) : row === undefined ? null : (
      <CasePanel key={keyOf(row)} upheldCase={row} onClose={close} onDone={show} />
    )
  const actions = may('facts.recordCases') ? (
    <>
      <ImportSheet into="importCases" onDone={() => void asked.refetch()} />
      <Button type="primary" onClick={() => setAddress({ open: 'record' })}>
        {text.recordCase}
      </Button>
    </>
  ) : null
  return (
    <PageFrame
      title={text.title}
      lead={text.caseLead}
      actions={actions}
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'exportCases', { query: { ...question, format } }),
      }))}
      panel={panel}
    >
      <ViewChoice value="cases" />
      <DataTable
        name="facts.cases"
        caption={text.caseCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text, say)}
        openKey={open}
        onOpen={show}
        onClose={close}
        empty={{ title: text.casesEmpty, next: text.casesEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
