// How units and offices stand: what was closed out in time, what lies late, what came back. In the order of the codes; no
// order by rate, and nothing by person.

import { useAddress, useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PrintedTable } from '#ground/ui/desk/printed-table.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Radio, Select } from 'antd'
import type { BoardKey } from '../../core/board-words.ts'
import { boardColumns, divisionNames } from '../../core/board-words.ts'
import { divisions } from '../../core/rates.ts'
import type { Board } from './ledger.ts'
import { ledger, useQuestion, useRegisters } from './ledger.ts'
import { words } from './words.ts'

type Figures = Omit<Board['rows'][number], 'key' | 'name'>

export default function BoardPage() {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const go = useGo()
  const [address, setAddress] = useAddress()
  const question = useQuestion()
  useLive(['ledger'])
  const by = divisions.find((one) => one === address['by']) ?? 'subject'
  const kind = address['kind']
  const query = { ...question, by, ...(kind === undefined ? {} : { kind }) }
  const asked = useAnswer(ledger, 'board', { query })
  const kinds = useRegisters()
  const figure = (row: Figures, key: BoardKey) => (key === 'name' ? '' : (row[key] ?? text.noDue))
  const cells = (name: string, row: Figures) => boardColumns.map(({ key }) => (key === 'name' ? name : figure(row, key)))
  const file = (kindOfFile: 'xlsx' | 'csv') => download(ledger, 'boardExport', { query: { ...query, format: kindOfFile } })
  const data = asked.data
  return (
    <PageFrame
      title={text.board}
      lead={text.boardLead}
      actions={
        <>
          <Button onClick={() => go('/desk/ledger')}>{text.toList}</Button>
          <Button onClick={() => window.print()}>{text.print}</Button>
        </>
      }
      exports={[
        { label: 'XLSX', run: () => file('xlsx') },
        { label: 'CSV', run: () => file('csv') },
      ]}
    >
      <div className="lx-scope">
        <Radio.Group
          aria-label={text.divide}
          optionType="button"
          value={by}
          options={divisions.map((value) => ({ value, label: say(divisionNames[value]) }))}
          onChange={(event) => setAddress({ by: String(event.target.value) })}
        />
        <Select
          aria-label={text.kind}
          value={kind ?? 'all'}
          style={{ minWidth: '12rem' }}
          options={[
            { value: 'all', label: text.allKinds },
            { value: 'problem', label: text.plainProblem },
            ...kinds.map((one) => ({ value: one.id, label: say(one.title) })),
          ]}
          onChange={(next: string) => setAddress({ kind: next === 'all' ? null : next })}
        />
      </div>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {data === undefined ? null : (
        <PrintedTable
          caption={text.board}
          columns={boardColumns.map(({ key, title }) => ({
            title: say(key === 'name' ? divisionNames[by] : title),
            share: key === 'name' ? 2 : 1,
          }))}
          rows={
            data.rows.length === 0
              ? []
              : [...data.rows.map((row) => cells(row.name ?? (row.key === '' ? text.noStar : row.key), row)), cells(text.whole, data.whole)]
          }
          none={text.boardEmpty}
        />
      )}
      <p className="lx-quiet">{text.boardMethod}</p>
      {data === undefined ? null : <p className="lx-quiet">{text.asOf(format.day(data.asOf))}</p>}
    </PageFrame>
  )
}
