// Remarks and findings of the round: which are in the ledger, and the choice of those that go there.

import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../../core/state.ts'
import { at, type OfRound, type Remark, type Round, rounds } from '../rounds.ts'
import { ToLedger } from './to-ledger.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function Entry({ round, remark }: { readonly round: Round; readonly remark: Remark }) {
  const text = useWords(words)
  const may = useMay()
  if (remark.entry === null) return <StatusTag state="waiting">{text.entryNone}</StatusTag>
  if (!may('ledger.read')) return <StatusTag state="done">{text.entry}</StatusTag>
  return <PageLink to={`/desk/ledger?open=${round.unit}.${remark.entry}`}>{text.entryOpen}</PageLink>
}

const columnsOf = (text: Words, round: Round, moment: (at: string) => string): readonly Column<Remark>[] => [
  { key: 'unit', title: text.unit, value: (row) => row.name, width: 140 },
  { key: 'text', title: text.text, value: (row) => row.text, width: 340 },
  {
    key: 'entry',
    title: text.entry,
    value: (row) => (row.entry === null ? text.entryNone : text.entryOpen),
    render: (row) => <Entry round={round} remark={row} />,
    width: 130,
  },
  { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], width: 120 },
  { key: 'by', title: text.by, value: (row) => (row.by === '' ? text.byNone : row.by), width: 130 },
  { key: 'at', title: text.at, value: (row) => row.at, render: (row) => moment(row.at), width: 170 },
]

function Standing({ remarks }: { readonly remarks: readonly Remark[] }) {
  const text = useWords(words)
  const left = remarks.filter(({ entry }) => entry === null).length
  if (remarks.length === 0) return null
  return left === 0 ? <StatusTag state="done">{text.allIn}</StatusTag> : <StatusTag state="attention">{text.left(left)}</StatusTag>
}

export function RemarksSection({ round, can }: OfRound) {
  const text = useWords(words)
  const { moment } = useFormat()
  const may = useMay()
  const asked = useAnswer(rounds, 'remarks', { params: at(round) })
  const remarks = asked.data?.remarks
  const bulk = (chosen: readonly Remark[], clear: () => void) => {
    const free = chosen.filter(({ entry }) => entry === null)
    return free.length === 0 ? <span className="lx-quiet">{text.onlyIn}</span> : <ToLedger round={round} remarks={free} onDone={clear} />
  }
  return (
    <section className="rounds-box">
      <h2>{text.remarks}</h2>
      <p className="lx-quiet">{allows(round.state, 'toLedger') ? text.remarksLead : text.notYet}</p>
      {remarks === undefined ? null : <Standing remarks={remarks} />}
      <DataTable
        name="round-remarks"
        caption={text.caption}
        rows={remarks}
        rowKey={(row) => row.id}
        columns={columnsOf(text, round, moment)}
        search={false}
        {...(can('toLedger') ? { bulk } : {})}
        empty={{ title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {may('ledger.read') && remarks?.some(({ entry }) => entry !== null) === true ? (
        <p>
          <PageLink to={`/desk/ledger/print?list=all&source=round:${round.id}`}>{text.print}</PageLink>
        </p>
      ) : null}
    </section>
  )
}
