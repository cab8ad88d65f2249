// The register of form demands, with one of them open beside the list.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Status } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { demandStateNames, formTyped, frequencyNames } from '../../core/demand.ts'
import { CostLines } from './cost-lines.tsx'
import type { Demand } from './facts-client.ts'
import { facts, keyOf, paramsOf } from './facts-client.ts'
import { ImportSheet } from './import-sheet.tsx'
import { RegisterPanel } from './register-panel.tsx'
import type { Prefilled } from './register-panel.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

/** Search parameters by which another page fills in what it knows of a form. */
const prefilledKeys = ['form', 'title', 'data', 'below', 'kind', 'sunset'] as const

const marks: Readonly<Record<Demand['state'], Status>> = { standing: 'done', coming: 'waiting', expired: 'waiting', withdrawn: 'waiting' }

const kindText = (kind: Demand['kind'], text: Words): string => (kind === null ? text.both : text.onlyKind[kind])

function columnsOf(text: Words, say: ReturnType<typeof useText>): readonly Column<Demand>[] {
  return [
    { key: 'title', title: text.formTitle, value: (row) => row.title, width: 220 },
    {
      key: 'state',
      title: text.standing,
      value: (row) => say(demandStateNames[row.state]),
      render: (row) => <StatusTag state={marks[row.state]}>{say(demandStateNames[row.state])}</StatusTag>,
      width: 110,
    },
    { key: 'issuer', title: text.demandIssuer, value: (row) => row.issuer, width: 150 },
    { key: 'sunset', title: text.sunset, value: (row) => row.sunset, width: 130 },
    { key: 'frequency', title: text.frequency, value: (row) => say(frequencyNames[row.frequency]), width: 110 },
    { key: 'minutes', title: text.minutes, value: (row) => row.minutes, numeric: true, width: 130 },
    {
      key: 'cost',
      title: text.costTitle,
      value: (row) => row.cost.minutes,
      render: (row) => <CostLines minutes={row.minutes} cost={row.cost} short />,
      width: 170,
    },
    { key: 'basis', title: text.legalBasis, value: (row) => row.basis, width: 220 },
  ]
}

function DemandPanel({ demand, onClose }: { readonly demand: Demand; readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const withdraw = useVerb(facts, 'withdrawDemand')
  const { definitions, texts, unit, below, withdrawnOn } = demand
  return (
    <SidePanel
      title={demand.title}
      onClose={onClose}
      actions={
        demand.mayWithdraw ? (
          <ConfirmVerb
            danger
            label={text.withdrawDemand}
            title={text.withdrawDemand}
            explain={text.withdrawDemandExplain}
            asks={{ reason: 'required' }}
            problem={withdraw.problem}
            run={({ reason }) => withdraw.run({ params: paramsOf(demand), body: { reason } })}
          />
        ) : null
      }
    >
      <Facts
        items={[
          { label: text.standing, value: <StatusTag state={marks[demand.state]}>{say(demandStateNames[demand.state])}</StatusTag> },
          { label: text.demandIssuer, value: demand.issuer },
          { label: text.legalBasis, value: demand.basis },
          { label: text.frequency, value: say(frequencyNames[demand.frequency]) },
          { label: text.firstDay, value: format.day(demand.from) },
          { label: text.sunset, value: format.day(demand.sunset) },
          { label: text.data, value: [...definitions.map(({ name }) => name), ...texts].join('、') || text.none },
          { label: text.whom, value: `${below.name} · ${kindText(demand.kind, text)}` },
          ...(demand.spared.length === 0 ? [] : [{ label: text.sparedUnits, value: demand.spared.map(({ name }) => name).join('、') }]),
          { label: text.costTitle, value: <CostLines minutes={demand.minutes} cost={demand.cost} /> },
          ...(formTyped(demand.form) === '' ? [] : [{ label: text.formKey, value: demand.form }]),
          { label: text.registeredBy, value: unit.name },
          { label: text.registeredOn, value: format.day(demand.registeredOn) },
          ...(withdrawnOn === null ? [] : [{ label: text.withdrawnReason, value: `${format.day(withdrawnOn)} ${demand.withdrawnReason}` }]),
        ]}
      />
    </SidePanel>
  )
}

export default function DemandsPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { code } = useUnit()
  const [address, setAddress] = useAddress()
  useLive(['facts'])
  const asked = useAnswer(facts, 'demands', { query: code === '' ? {} : { below: code } })
  const open = address['open'] ?? null
  const row = asked.data?.rows.find((one) => keyOf(one) === open)
  const leave = { open: null, ...Object.fromEntries(prefilledKeys.map((key) => [key, null])) }
  const close = (): void => setAddress(leave)
  const prefilled: Prefilled = Object.fromEntries(prefilledKeys.flatMap((key) => (address[key] === undefined ? [] : [[key, address[key]]])))
  const panel =
    open === 'register' ? (
      <RegisterPanel
        key={prefilled.form ?? ''}
        prefilled={prefilled}
        onClose={close}
        onDone={(demand) => setAddress({ ...leave, open: keyOf(demand) })}
      />
    ) : row === undefined ? null : (
      <DemandPanel key={keyOf(row)} demand={row} onClose={close} />
    )
  return (
    <PageFrame
      title={text.demandsTitle}
      lead={text.demandsLead}
      period="today"
      actions={
        may('facts.demand') ? (
          <>
            <ImportSheet into="importDemands" onDone={() => void asked.refetch()} />
            <Button type="primary" onClick={() => setAddress({ open: 'register' })}>
              {text.register}
            </Button>
          </>
        ) : null
      }
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'exportDemands', { query: { ...(code === '' ? {} : { below: code }), format } }),
      }))}
      panel={panel}
    >
      <DataTable
        name="facts.demands"
        caption={text.demandsCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text, say)}
        openKey={open}
        onOpen={(one) => setAddress({ open: keyOf(one) })}
        onClose={close}
        empty={{ title: text.demandsEmpty, next: text.demandsEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
