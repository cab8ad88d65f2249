// The self-check of one star, row by row; “ready” lights up when each row is answered.

import { useGo, usePageParams } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { CheckRow } from './check-row.tsx'
import { useKeptRows } from './kept-rows.ts'
import { stars } from './stars.ts'
import type { CheckSheet, Item } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

/** Evidence of the unit, what each row cites, and the two verbs. */
function useCiting(unit: string, id: string) {
  const cited = useAnswer(stars, 'cited', { params: { unit, id } })
  const citable = useAnswer(stars, 'citable', { params: { unit } })
  const cite = useVerb(stars, 'cite')
  const withdraw = useVerb(stars, 'withdrawCited')
  const body = (row: string, item: Item) => ({ params: { unit, id }, body: { row, item: { unit: item.unit, id: item.id } } })
  return {
    of: (row: string): readonly Item[] => cited.data?.rows.find((one) => one.row === row)?.items ?? [],
    all: citable.data?.items ?? [],
    pending: cite.pending || withdraw.pending,
    problem: cite.problem ?? withdraw.problem,
    cite: (row: string, item: Item): void => void cite.run(body(row, item)),
    withdraw: (row: string, item: Item): void => void withdraw.run(body(row, item)),
  }
}

function Sheet({ sheet }: { readonly sheet: CheckSheet }) {
  const text = useWords(words)
  const go = useGo()
  const { minute } = useFormat()
  const kept = useKeptRows(sheet)
  const citing = useCiting(sheet.unit, sheet.id)
  const submit = useVerb(stars, 'submit', { onDone: () => go(`/desk/stars/queue?mine=no&open=${sheet.unit}.${sheet.id}`) })
  const rows = sheet.rows.map((row) => {
    const here = kept.later(row.row, row.revision)
    return { row, answer: here?.answer ?? row.answer, reason: here?.reason ?? row.reason }
  })
  const left = rows.filter(({ answer, reason }) => answer === null || (answer === 'not-applicable' && reason.trim() === ''))
  const waiting = Object.keys(kept.pending).length
  const run = async () => ((await kept.flush()) ? submit.run({ params: { unit: sheet.unit, id: sheet.id }, body: {} }) : undefined)
  return (
    <>
      <p role="status" className="stars-state">
        <StatusTag state={left.length === 0 ? 'done' : 'waiting'}>{left.length === 0 ? text.ready : text.notReady(left.length)}</StatusTag>
        <span>{text.checkProgress(rows.length - left.length, rows.length)}</span>
        {sheet.due === null ? null : <strong>{text.until(sheet.due)}</strong>}
        <span className="lx-quiet">
          {kept.busy ? text.keeping : waiting > 0 ? text.keptHere : kept.savedAt === null ? '' : text.kept(minute(kept.savedAt))}
        </span>
      </p>
      <ProblemNotice problem={waiting > 0 ? kept.problem : null} />
      <ProblemNotice problem={citing.problem} />
      {rows.map(({ row, answer, reason }) => (
        <CheckRow
          key={row.row}
          row={row}
          answer={answer}
          reason={reason}
          cited={citing.of(row.row)}
          citable={citing.all}
          citing={citing.pending}
          mine={kept.conflictAt(row.row) ?? null}
          onMine={(mine) => kept.answer(row.row, mine, row.revision)}
          onTheirs={() => kept.giveUp(row.row)}
          onCite={(item) => citing.cite(row.row, item)}
          onWithdraw={(item) => citing.withdraw(row.row, item)}
          onAnswer={(next, why) =>
            kept.answer(
              row.row,
              { answer: next, reason: why, known: row.known.length === 0 ? null : row.known.join('；').slice(0, 300) },
              row.revision,
            )
          }
        />
      ))}
      <footer className="lx-form-end">
        <ConfirmVerb
          primary
          label={text.submit}
          title={text.submit}
          explain={text.submitExplain}
          disabled={left.length > 0}
          problem={submit.problem ?? kept.problem}
          run={run}
        />
      </footer>
    </>
  )
}

export default function CheckPage() {
  const text = useWords(words)
  const go = useGo()
  const { unit = '', id = '' } = usePageParams()
  const asked = useAnswer(stars, 'check', { params: { unit, id } })
  return (
    <PageFrame
      title={asked.data === undefined ? text.check : `${asked.data.starName} · ${text.check}`}
      lead={text.checkLead}
      unit={false}
      period={false}
      actions={<Button onClick={() => go('/desk/stars/queue')}>{text.queue}</Button>}
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {asked.data === undefined ? null : <Sheet sheet={asked.data} />}
    </PageFrame>
  )
}
