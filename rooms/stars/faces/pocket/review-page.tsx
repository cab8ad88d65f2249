// A star as a level reviews it on site: all its rows, one of them at a time, and the level's answer.

import { useEffect, useState } from 'react'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useLater } from '#ground/ui/later.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames } from '../../core/candidacy.ts'
import { AnswerSaid } from './answer-said.tsx'
import { rowAddress, useChosenRow } from './chosen-row.ts'
import { atOf } from './hand-client.ts'
import type { At, ReviewSheet } from './hand-client.ts'
import { HandFrame } from './hand-frame.tsx'
import type { Doing } from './hand-frame.tsx'
import { notesOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import { words as reviewWords } from './review-words.ts'
import { useRowName } from './row-name.ts'
import { words } from './words.ts'

/** What is not on the first picture: the row under the thumb, and the answer. */
const loadParts = () => import('./review-parts.ts')

function Line({
  state,
  at,
  row,
  cited,
}: {
  readonly state: HandState
  readonly at: At
  readonly row: ReviewSheet['rows'][number]
  readonly cited: number
}) {
  const review = useWords(reviewWords)
  const name = useRowName()
  const notes = notesOf(state, at.id)
  const noted = (notes.rows[row.row] ?? '').trim() !== ''
  const seen = notes.seen.includes(row.row)
  return (
    <a className="star-line" href={rowAddress(row.row)}>
      <span className="line-head">
        <span>{name(row)}</span>
        <span className={noted ? 'attention' : seen ? 'done' : 'quiet'}>
          {noted ? review.marks.noted : seen ? review.marks.seen : review.marks.none}
        </span>
      </span>
      <span className="asked-short">{row.text}</span>
      <AnswerSaid answer={row.answer} none={review.unanswered}>
        {cited > 0 && ` · ${review.pictures} ${cited}`}
      </AnswerSaid>
      {row.changed && <span className="attention">▲ {review.changed}</span>}
    </a>
  )
}

/** Small pictures of all rows come onto the phone while there is a line. */
function usePicturesAhead({ store, state }: Doing, sheet: ReviewSheet | undefined): void {
  const wanted = (sheet?.items ?? []).map(({ unit, id }) => `${unit}.${id}`).join(' ')
  const online = state.line === 'open'
  useEffect(() => {
    if (!online || wanted === '') return
    const fetchAll = async (): Promise<void> => {
      const exhibits = await store.exhibits()
      for (const item of wanted.split(' ')) {
        const [unit = '', id = ''] = item.split('.')
        await exhibits.viewOf({ unit, id })
      }
    }
    fetchAll().catch(() => undefined)
  }, [store, wanted, online])
}

function Sheet(doing: Doing & { readonly at: At; onDone(said: string): void }) {
  const { store, state, hand, at, onDone } = doing
  const text = useWords(words)
  const review = useWords(reviewWords)
  const say = useText()
  const { moment } = useFormat()
  const chosen = useChosenRow()
  const parts = useLater(loadParts, state.line)
  const fetched = state.reviews[at.id]
  const sheet = fetched?.value.review
  usePicturesAhead(doing, sheet)
  if (fetched === undefined || sheet === undefined) return <p>{state.line === 'lost' ? text.noLineFirst : text.loading}</p>
  const itemsOf = (row: string) => sheet.items.filter((item) => item.row === row)
  const decides = sheet.verbs.includes('return')
  const one = sheet.rows.find(({ row }) => row === chosen)
  if (one !== undefined && parts === null) return <p>{state.line === 'lost' ? text.noLineHint : text.loading}</p>
  if (one !== undefined && parts !== null)
    return (
      <parts.ReviewRow
        key={one.row}
        store={store}
        state={state}
        at={at}
        rows={sheet.rows}
        row={one}
        items={itemsOf(one.row)}
        decides={decides}
      />
    )
  return (
    <>
      <a className="plain back" href="/pocket/stars">
        ← {text.back}
      </a>
      <h1>
        {sheet.unitName} · {sheet.starName}
      </h1>
      <p className="quiet">
        {say(stateNames[sheet.state])}
        {state.line !== 'open' && ` · ${text.asOf(moment(fetched.at))}`}
      </p>
      {decides && <p>{review.lead}</p>}
      <h2>{review.rows}</h2>
      <ul className="rows">
        {sheet.rows.map((row) => (
          <li key={row.row}>
            <Line state={state} at={at} row={row} cited={itemsOf(row.row).length} />
          </li>
        ))}
      </ul>
      {parts !== null && <parts.VerdictPart store={store} state={state} at={at} review={sheet} today={hand.today} onDone={onDone} />}
    </>
  )
}

function Page(doing: Doing) {
  const text = useWords(words)
  const { store, hand } = doing
  const [said, setSaid] = useState<string | null>(null)
  const at = atOf(location.search)
  useEffect(() => {
    const named = atOf(location.search)
    if (named !== null) store.follow(named)
  }, [store])
  const here = at !== null && !hand.declares && hand.rows.some(({ id }) => id === at.id)
  if (said === null && at !== null && here) return <Sheet {...doing} at={at} onDone={setSaid} />
  return (
    <>
      <a className="plain back" href="/pocket/stars">
        ← {text.back}
      </a>
      {said === null ? (
        <p className="card">{text.noStar}</p>
      ) : (
        <p className="card done" role="status">
          {said}
        </p>
      )}
    </>
  )
}

export default function ReviewPage() {
  return <HandFrame>{(doing) => <Page {...doing} />}</HandFrame>
}
