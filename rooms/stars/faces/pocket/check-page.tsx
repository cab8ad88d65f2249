// A self-check on the phone: all its rows, one of them under the thumb, and submitting it.

import { useEffect } from 'react'
import { daysBetween } from '#ground/kernel/days.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useLater } from '#ground/ui/later.ts'
import { useWords } from '#ground/ui/words.ts'
import { contentOf, standingOf } from '../../core/pocket-hand.ts'
import { isWhole, rowKey } from '../../core/pocket-rows.ts'
import { AnswerSaid } from './answer-said.tsx'
import { words as checkWords } from './check-words.ts'
import { rowAddress, useChosenRow } from './chosen-row.ts'
import { atOf } from './hand-client.ts'
import type { At, CheckRow as Row, HandRow } from './hand-client.ts'
import { HandFrame } from './hand-frame.tsx'
import type { Doing } from './hand-frame.tsx'
import type { HandState } from './hand-state.ts'
import { Refusal } from './refusal.tsx'
import { useRowName } from './row-name.ts'
import { words } from './words.ts'

/** What is not on the first picture: the row under the thumb, and every verb. */
const loadParts = () => import('./check-parts.ts')

function Line({ state, at, row }: { readonly state: HandState; readonly at: At; readonly row: Row }) {
  const text = useWords(words)
  const check = useWords(checkWords)
  const name = useRowName()
  const here = state.rows[rowKey(at.id, row.row)]
  const content = contentOf(state.rows, at.id, row)
  const cited = new Set((state.sheets[at.id]?.value.items ?? []).filter((item) => item.row === row.row).map(({ id }) => id))
  for (const piece of Object.values(state.pieces)) {
    if (piece.candidacy !== at.id || piece.row !== row.row) continue
    if (piece.state === 'leaving' || piece.state === 'gone') cited.delete(piece.item.id)
    else cited.add(piece.item.id)
  }
  const mark = content.answer === null || !isWhole(content) ? null : content.answer
  return (
    <a className="star-line" href={rowAddress(row.row)}>
      <span className="line-head">
        <span>{name(row)}</span>
        <AnswerSaid answer={mark} none={text.notAnswered} />
      </span>
      <span className="asked-short">{row.text}</span>
      {row.returned !== null && <span className="attention">▲ {check.returnedWhy(row.returned)}</span>}
      {here !== undefined && here.other !== null && <span className="attention">{check.mark.differs}</span>}
      {here !== undefined && here.refused !== null && <span className="late">{check.mark.refused}</span>}
      {here !== undefined && here.pending && here.other === null && here.refused === null && (
        <span className="attention">{check.mark.waiting}</span>
      )}
      {cited.size > 0 && <span className="quiet">{check.exhibitCount(cited.size)}</span>}
    </a>
  )
}

function Sheet({ store, state, hand, at, row }: Doing & { readonly at: At; readonly row: HandRow }) {
  const text = useWords(words)
  const check = useWords(checkWords)
  const { day, moment } = useFormat()
  const name = useRowName()
  const chosen = useChosenRow()
  const parts = useLater(loadParts, state.line)
  const fetched = state.sheets[at.id]
  if (fetched === undefined) return <p>{state.line === 'lost' ? text.noLineFirst : text.loading}</p>
  const { rows } = fetched.value.check
  const open = row.state === 'checking' || row.state === 'returned'
  const standing = standingOf(at.id, rows, state.rows, state.pieces)
  const one = rows.find((each) => each.row === chosen)
  if (one !== undefined && parts === null) return <p>{state.line === 'lost' ? text.noLineHint : text.loading}</p>
  if (one !== undefined && parts !== null)
    return <parts.CheckRow key={one.row} store={store} state={state} at={at} rows={rows} row={one} open={open} />
  return (
    <>
      <a className="plain back" href="/pocket/stars">
        ← {text.back}
      </a>
      <h1>{row.starName}</h1>
      <p className="quiet">
        {row.unitName} · {text.progress(rows.length - standing.open.length, rows.length)}
        {state.line !== 'open' && ` · ${text.asOf(moment(fetched.at))}`}
      </p>
      {(row.state === 'returned' || row.state === 'refused') && (
        <div className="card">
          <p className={row.state === 'returned' ? 'attention' : 'late'}>
            {row.state === 'returned'
              ? `▲ ${check.returnedUntil(row.due === null ? '' : text.until(day(row.due), daysBetween(hand.today, row.due)))}`
              : `■ ${check.refusedFor}`}
          </p>
          {rows
            .filter((each) => each.returned !== null)
            .map((each) => (
              <a key={each.row} className="named" href={rowAddress(each.row)}>
                {name(each)} {each.returned}
              </a>
            ))}
        </div>
      )}
      {!open && parts !== null && (
        <parts.ClosedPart store={store} at={at} state={row.state} left={standing.waiting + standing.differing.length} />
      )}
      {open && <p>{check.lead}</p>}
      <Refusal problem={state.problem} />
      <h2>{check.rows}</h2>
      <ul className="rows">
        {rows.map((each) => (
          <li key={each.row}>
            <Line state={state} at={at} row={each} />
          </li>
        ))}
      </ul>
      {open && parts !== null && <parts.SubmitPart store={store} state={state} at={at} rows={rows} standing={standing} />}
      {parts !== null && <parts.UnitVerbs key={row.state} store={store} state={state} at={at} row={row} />}
    </>
  )
}

function Page(doing: Doing) {
  const text = useWords(words)
  const at = atOf(location.search)
  const { store, hand } = doing
  useEffect(() => {
    const named = atOf(location.search)
    if (named !== null) store.follow(named)
  }, [store])
  const row = hand.rows.find(({ id }) => id === at?.id)
  if (at === null || row === undefined || !hand.declares)
    return (
      <>
        <a className="plain back" href="/pocket/stars">
          ← {text.back}
        </a>
        <p className="card">{text.noStar}</p>
      </>
    )
  return <Sheet {...doing} at={at} row={row} />
}

export default function CheckPage() {
  return <HandFrame>{(doing) => <Page {...doing} />}</HandFrame>
}
