// The four lists of the same entries, open ones first, with one entry open beside them.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { AssignPanel } from './assign-panel.tsx'
import { columnsOf, filtersOf } from './columns.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { keyOf, ledger, listOf, narrowed, printedWith, useEntries, useQuestion, useRegisters } from './ledger.ts'
import { ListChoice } from './list-choice.tsx'
import { words } from './words.ts'

export default function LedgerPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const go = useGo()
  const [address, setAddress] = useAddress()
  const question = useQuestion()
  useLive(['ledger', 'rounds'])
  const registers = useRegisters()
  const register = registers.find((one) => one.id === address['kind'])
  const query = { ...question, ...narrowed(address) }
  const asked = useEntries(query, (address['q'] ?? '').trim())
  const counts = useAnswer(ledger, 'counts', { query: question })
  const list = listOf(address['list'])
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const panel =
    open === 'assign' ? (
      <AssignPanel today={asked.data?.asOf ?? ''} onClose={close} onDone={(row) => setAddress({ open: keyOf(row) })} />
    ) : unit === undefined || id === undefined ? null : (
      <EntryPanel key={open} unit={unit} id={id} onClose={close} onOpen={(other) => setAddress({ open: `${unit}.${other}` })} />
    )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      actions={
        <>
          {may('ledger.assign') ? (
            <Button type="primary" onClick={() => setAddress({ open: 'assign' })}>
              {text.assign}
            </Button>
          ) : null}
          <Button onClick={() => go(`/desk/ledger/board${address['kind'] === undefined ? '' : `?kind=${address['kind']}`}`)}>
            {text.board}
          </Button>
          <Button onClick={() => go('/desk/ledger/schedule')}>{text.toSchedule}</Button>
          <Button onClick={() => go(printedWith(address, list))}>{text.printView}</Button>
        </>
      }
      exports={[
        { label: text.xlsxAll, run: () => download(ledger, 'export', { query: { ...query, format: 'xlsx' } }) },
        { label: text.xlsxOne, run: () => download(ledger, 'export', { query: { ...query, list, format: 'xlsx' } }) },
        { label: text.csvOne, run: () => download(ledger, 'export', { query: { ...query, list, format: 'csv' } }) },
      ]}
      panel={panel}
    >
      <div className="lx-scope">
        <ListChoice value={list} />
        {counts.data === undefined ? null : (
          <span className="lx-quiet">{text.counts(counts.data.due, counts.data.closed, counts.data.overdue)}</span>
        )}
      </div>
      <DataTable
        key={list}
        name={`ledger.${list}`}
        caption={text.caption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(list, text, say, register)}
        filters={filtersOf(text, say, registers)}
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.bounded === true ? <p className="lx-quiet">{text.bounded}</p> : null}
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
