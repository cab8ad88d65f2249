// A post's stars on the phone: for a unit those to check, those returned and those that wait elsewhere; for a level what
// waits for its review.

import { useState } from 'react'
import { daysBetween } from '#ground/kernel/days.ts'
import { newKey } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useLater } from '#ground/ui/later.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames } from '../../core/candidacy.ts'
import { notedRows, placeOf, standingOf } from '../../core/pocket-hand.ts'
import type { Place } from '../../core/pocket-hand.ts'
import { atOf, checkAddress, patience, reviewAddress, stars } from './hand-client.ts'
import type { Hand, HandRow } from './hand-client.ts'
import { HandFrame } from './hand-frame.tsx'
import type { Doing } from './hand-frame.tsx'
import { notesOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import { Refusal } from './refusal.tsx'
import { words } from './words.ts'

/** Stars that are held: not on the first picture, and of no matter where there are none. */
const loadHeld = () => import('./held-parts.ts')
const loadNothing = () => Promise.resolve(null)
type HeldParts = Awaited<ReturnType<typeof loadHeld>>

interface LineProps {
  readonly row: HandRow
  readonly state: HandState
  readonly today: string
}

function Own({ row, state, today }: LineProps) {
  const text = useWords(words)
  const say = useText()
  const { day } = useFormat()
  const sheet = state.sheets[row.id]?.value
  const place = placeOf(row.state)
  const open = place === 'to-check' || place === 'returned'
  const standing = sheet === undefined ? null : standingOf(row.id, sheet.check.rows, state.rows, state.pieces)
  return (
    <a className="star-line" href={checkAddress(row)}>
      <span className="name">{row.starName}</span>
      {place === 'returned' && (
        <span className="attention">
          ▲ {text.named(row.named)}
          {row.due !== null && ` · ${text.until(day(row.due), daysBetween(today, row.due))}`}
        </span>
      )}
      {!open && <span className="quiet">{say(stateNames[row.state])}</span>}
      {open && standing === null && <span className="quiet">{text.notKeptYet}</span>}
      {open && standing !== null && sheet !== undefined && (
        <span className={standing.open.length === 0 ? 'done' : 'quiet'}>
          {text.progress(sheet.check.rows.length - standing.open.length, sheet.check.rows.length)}
        </span>
      )}
      {open && standing !== null && standing.differing.length > 0 && (
        <span className="attention">{text.differ(standing.differing.length)}</span>
      )}
      <span className="quiet">{row.cycleName}</span>
    </a>
  )
}

/** A phone that kept its list before these were part of it has none. */
const heldOf = (hand: Hand): Hand['held'] => (hand as Partial<Hand>).held ?? []

function ToReview({ row, state }: LineProps) {
  const text = useWords(words)
  const say = useText()
  const review = state.reviews[row.id]?.value.review
  const notes = notesOf(state, row.id)
  const noted = notedRows(notes, Object.keys(notes.rows)).length
  return (
    <a className="star-line" href={reviewAddress(row)}>
      <span className="name">
        {row.unitName} · {row.starName}
      </span>
      <span className="quiet">{say(stateNames[row.state])}</span>
      {noted > 0 && <span className="attention">▲ {text.notedHere(noted)}</span>}
      {review === undefined && <span className="quiet">{text.notKeptYet}</span>}
    </a>
  )
}

const order: readonly Place[] = ['returned', 'to-check', 'elsewhere', 'over']

function Unit({ state, hand, store, held }: Doing & { readonly held: HeldParts | null }) {
  const text = useWords(words)
  const titles: Readonly<Record<Place, string>> = {
    returned: text.returned,
    'to-check': text.toCheck,
    elsewhere: text.elsewhere,
    over: text.over,
  }
  const [problem, setProblem] = useState<unknown>(null)
  const begin = async ({ cycle, star }: Hand['open'][number]): Promise<void> => {
    const id = newKey()
    try {
      await stars.begin({ params: { unit: hand.unit }, body: { id, cycle, star }, key: id, signal: patience() })
      await store.refresh()
      location.assign(checkAddress({ unit: hand.unit, id }))
    } catch (error) {
      setProblem(error)
      void store.refresh()
    }
  }
  return (
    <>
      {hand.rows.length === 0 && hand.open.length === 0 && heldOf(hand).length === 0 && <p className="card">{text.nothing}</p>}
      {order.map((place) => {
        const rows = hand.rows.filter((row) => placeOf(row.state) === place)
        return rows.length === 0 ? null : (
          <section key={place}>
            <h2>{titles[place]}</h2>
            <ul className="rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <Own row={row} state={state} today={hand.today} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {held !== null && <held.HeldList hand={hand} />}
      {hand.open.length > 0 && (
        <details className="card">
          <summary>{text.toBegin(hand.open.length)}</summary>
          {state.line !== 'open' && <p className="quiet">{text.beginNeedsLine}</p>}
          <Refusal problem={problem} />
          <div className="choices">
            {hand.open.map((one) => (
              <button key={`${one.cycle} ${one.star}`} type="button" disabled={state.line !== 'open'} onClick={() => void begin(one)}>
                {text.begin(one.starName)}
              </button>
            ))}
          </div>
        </details>
      )}
    </>
  )
}

function Level({ state, hand }: Doing) {
  const text = useWords(words)
  return (
    <>
      <h2>{text.toReview}</h2>
      {hand.rows.length === 0 ? (
        <p className="card">{text.nothingToReview}</p>
      ) : (
        hand.rows.every(({ id }) => state.reviews[id] !== undefined) && <p className="quiet">{text.reviewCarried}</p>
      )}
      {hand.rows.length > 0 && (
        <ul className="rows">
          {hand.rows.map((row) => (
            <li key={row.id}>
              <ToReview row={row} state={state} today={hand.today} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Page(doing: Doing) {
  const text = useWords(words)
  const { moment } = useFormat()
  const { hand, state } = doing
  const at = atOf(location.search, 'held')
  const held = useLater(at !== null || heldOf(hand).length > 0 ? loadHeld : loadNothing, state.line)
  if (at !== null)
    return (
      <>
        <a className="plain back" href="/pocket/stars">
          ← {text.back}
        </a>
        {!hand.declares && <p className="card">{text.noStar}</p>}
        {hand.declares && held === null && <p>{state.line === 'lost' ? text.noLineHint : text.loading}</p>}
        {hand.declares && held !== null && <held.HeldStar {...doing} at={at} />}
      </>
    )
  return (
    <>
      <h1>{text.title}</h1>
      <p className="quiet">
        {hand.unitName}
        {state.hand !== null && state.line !== 'open' && ` · ${text.asOf(moment(state.hand.at))}`}
      </p>
      <Refusal problem={state.problem} />
      {hand.declares ? <Unit {...doing} held={held} /> : <Level {...doing} />}
    </>
  )
}

export default function ListPage() {
  return <HandFrame>{(doing) => <Page {...doing} />}</HandFrame>
}
