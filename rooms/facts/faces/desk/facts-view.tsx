// Facts by unit, datum and period, with one of them open beside the list.

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
import { periodText } from '../../core/period.ts'
import { statedText } from '../../core/value.ts'
import { FactPanel } from './fact-panel.tsx'
import type { Definition, Fact } from './facts-client.ts'
import { facts, keyOf, useDefinitions, useQuestion } from './facts-client.ts'
import { StatePanel } from './state-panel.tsx'
import { ImportSheet } from './import-sheet.tsx'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Say = ReturnType<typeof useText>

function columnsOf(text: Words, say: Say, definitions: ReadonlyMap<string, Definition>): readonly Column<Fact>[] {
  const held = (row: Fact) => definitions.get(row.definition)
  const period = (row: Fact): string => say(periodText(held(row)?.period ?? 'day', row.from))
  const value = (row: Fact): string => say(statedText(row.stated, held(row)))
  return [
    { key: 'datum', title: text.datum, value: (row) => held(row)?.name ?? row.definition, width: 200 },
    { key: 'unit', title: text.unit, value: (row) => row.unit.name, render: (row) => row.unit.name, width: 140 },
    { key: 'period', title: text.period, value: (row) => row.from, render: period, width: 130 },
    {
      key: 'value',
      title: text.value,
      value,
      render: (row) => (
        <>
          <span className="lx-figures">{value(row)}</span> {row.doubted ? <StatusTag state="attention">{text.doubted}</StatusTag> : null}
        </>
      ),
      width: 190,
    },
    { key: 'source', title: text.source, value: (row) => row.source, width: 130 },
    { key: 'voucher', title: text.voucher, value: (row) => row.voucher, render: (row) => row.voucher || text.none, width: 180 },
    { key: 'statedOn', title: text.statedOn, value: (row) => row.statedOn, width: 110 },
  ]
}

export function FactsView() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const [address, setAddress] = useAddress()
  const question = useQuestion()
  const definitions = useDefinitions()
  const { definition } = address
  const query = { ...question, ...(definition === undefined ? {} : { definition }) }
  const asked = useAnswer(facts, 'list', { query })
  const open = address['open'] ?? null
  const row = asked.data?.rows.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  const living = [...definitions.values()].filter(({ retiredOn }) => retiredOn === null)
  const canState = living.some(({ statedBy }) => may('facts.state') || (statedBy === 'unit' && may('facts.stateOwn')))
  const panel =
    open === 'state' ? (
      <StatePanel definitions={living} onClose={close} onDone={(fact) => setAddress({ open: keyOf(fact) })} />
    ) : row === undefined ? null : (
      <FactPanel
        key={keyOf(row)}
        fact={row}
        definition={definitions.get(row.definition)}
        onClose={close}
        onDone={(fact) => setAddress({ open: keyOf(fact) })}
      />
    )
  const actions = (
    <>
      {may('facts.state') ? <ImportSheet into="import" onDone={() => void asked.refetch()} /> : null}
      {canState ? (
        <Button type="primary" onClick={() => setAddress({ open: 'state' })}>
          {text.state}
        </Button>
      ) : null}
    </>
  )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      actions={actions}
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'export', { query: { ...query, format } }),
      }))}
      panel={panel}
    >
      <ViewChoice value="facts" />
      <DataTable
        name="facts"
        caption={text.factsCaption}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text, say, definitions)}
        filters={[{ key: 'definition', title: text.datum, choices: living.map(({ id, name }) => ({ value: id, label: name })) }]}
        openKey={open}
        onOpen={(one) => setAddress({ open: keyOf(one) })}
        onClose={close}
        empty={{ title: text.factsEmpty, next: text.factsEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      <p className="lx-quiet">{text.factsNote}</p>
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
