// The list of bulletins, the newest first, with one beside it: to read, to write, or to decide about.

import type { Text } from '#ground/kernel/problem.ts'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import type { Column, Filter } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { stateNames } from '../../core/state.ts'
import { BulletinPanel } from './bulletin-panel.tsx'
import { bulletins, keyOf, type Row } from './bulletins.ts'
import { LedgerPanel, StarsPanel } from './data-panel.tsx'
import { HeadsPanel } from './heads-panel.tsx'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'
import { WritePanel } from './write-panel.tsx'
import type { Words } from './zh.ts'

function columnsOf(text: Words, say: (text: Text) => string): readonly Column<Row>[] {
  return [
    { key: 'title', title: text.heading, value: (row) => row.title.replace(/\s+/g, ' '), width: 320 },
    {
      key: 'state',
      title: text.state,
      value: (row) => say(stateNames[row.state]),
      render: (row) => <StateTag state={row.state} />,
      width: 110,
    },
    { key: 'number', title: text.number, value: (row) => row.number, render: (row) => row.number ?? text.none, width: 200 },
    { key: 'owner', title: text.owner, value: (row) => row.owner.name, width: 130 },
    {
      key: 'published',
      title: text.publishedOn,
      value: (row) => row.publishedOn,
      render: (row) => row.publishedOn ?? text.none,
      width: 120,
    },
    { key: 'drafted', title: text.draftedOn, value: (row) => row.draftedOn, width: 120 },
  ]
}

function filtersOf(text: Words, say: (text: Text) => string): readonly Filter<Row>[] {
  const choices = Object.entries(stateNames).map(([value, name]) => ({ value, label: say(name) }))
  return [{ key: 'state', title: text.state, choices, test: (row, value) => row.state === value }]
}

export default function BulletinsPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { code } = useUnit()
  const [period] = usePeriod()
  const [address, setAddress] = useAddress()
  const query = code === '' ? {} : { below: code }
  const asked = useAnswer(bulletins, 'list', { query })
  useLive(['bulletins', 'rounds'])
  const { from, to } = daysOf(period)
  // What is not published yet is listed whatever the period, or it would drop out of sight at New Year.
  const rows = asked.data?.rows.filter((row) => row.publishedOn === null || (row.publishedOn >= from && row.publishedOn <= to))
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const show = (key: string): void => setAddress({ open: key })
  const panel =
    open === 'draft' ? (
      <WritePanel record={null} onClose={close} onDone={(record) => show(keyOf(record))} />
    ) : open === 'ledger' ? (
      <LedgerPanel onClose={close} onDone={(record) => show(keyOf(record))} />
    ) : open === 'stars' ? (
      <StarsPanel onClose={close} onDone={(record) => show(keyOf(record))} />
    ) : open === 'heads' ? (
      <HeadsPanel onClose={close} />
    ) : unit === undefined || id === undefined ? null : (
      <BulletinPanel key={open} unit={unit} id={id} onClose={close} onOpen={(other) => show(`${unit}.${other}`)} />
    )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      actions={
        may('bulletins.draft') ? (
          <>
            {may('bulletins.publish') ? <Button onClick={() => show('heads')}>{text.templates}</Button> : null}
            <Button onClick={() => show('ledger')}>{text.fromLedger}</Button>
            <Button onClick={() => show('stars')}>{text.fromStars}</Button>
            <Button type="primary" onClick={() => show('draft')}>
              {text.draft}
            </Button>
          </>
        ) : null
      }
      exports={[
        { label: text.xlsx, run: () => download(bulletins, 'export', { query: { ...query, format: 'xlsx' } }) },
        { label: text.csv, run: () => download(bulletins, 'export', { query: { ...query, format: 'csv' } }) },
      ]}
      panel={panel}
    >
      <DataTable
        name="bulletins"
        caption={text.caption}
        rows={rows}
        rowKey={keyOf}
        columns={columnsOf(text, say)}
        filters={filtersOf(text, say)}
        openKey={open}
        onOpen={(row) => show(keyOf(row))}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
