// Reviews of criteria of the chosen unit and below, wherever they were given, with one of them open beside the list.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { isPaper } from '../../core/paper-review.ts'
import type { Review } from './facts-client.ts'
import { facts, keyOf, useQuestion } from './facts-client.ts'
import { ImportSheet } from './import-sheet.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

const columnsOf = (text: Words): readonly Column<Review>[] => [
  { key: 'criterion', title: text.criterion, value: (row) => row.criterion, width: 150 },
  { key: 'unit', title: text.unit, value: (row) => row.unit.name, width: 150 },
  {
    key: 'result',
    title: text.result,
    value: (row) => text.results[row.result],
    render: (row) => <StatusTag state={row.result === 'met' ? 'done' : 'late'}>{text.results[row.result]}</StatusTag>,
    width: 120,
  },
  { key: 'by', title: text.reviewer, value: (row) => row.by, width: 170 },
  { key: 'on', title: text.reviewedOn, value: (row) => row.on, width: 120 },
  { key: 'where', title: text.reviewedIn, value: (row) => (isPaper(row.source) ? text.onPaper : text.inCycle), width: 120 },
  { key: 'reason', title: text.reason, value: (row) => row.reason, render: (row) => row.reason || text.none, width: 240 },
]

export function ReviewsView() {
  const text = useWords(words)
  const may = useMay()
  const [address, setAddress] = useAddress()
  const question = useQuestion()
  const asked = useAnswer(facts, 'reviews', { query: question })
  const open = address['open'] ?? null
  const row = asked.data?.rows.find((one) => keyOf(one) === open)
  const close = (): void => setAddress({ open: null })
  const show = (one: Review): void => setAddress({ open: keyOf(one) })
  return (
    <PageFrame
      title={text.title}
      lead={text.reviewLead}
      actions={may('facts.recordReviews') ? <ImportSheet into="importReviews" onDone={() => void asked.refetch()} /> : null}
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'exportReviews', { query: { ...question, format } }),
      }))}
      panel={row === undefined ? null : <ReviewPanel key={keyOf(row)} review={row} onClose={close} onDone={show} />}
    >
      <ViewChoice value="reviews" />
      <DataTable
        name="facts.reviews"
        caption={text.reviews}
        rows={asked.data?.rows}
        rowKey={keyOf}
        columns={columnsOf(text)}
        openKey={open}
        onOpen={show}
        onClose={close}
        empty={{ title: text.reviewsEmpty, next: text.reviewsEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      {asked.data?.more === true ? <p className="lx-quiet">{text.more}</p> : null}
    </PageFrame>
  )
}
