// A seat on the phone: the honest bar, and beneath it what this kind of seat does now.

import { lazy, Suspense, use, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { HonestBar } from './honest-bar.tsx'
import { Refusal } from './refusal.tsx'
import type { Chosen, SeatState } from './seat-state.ts'
import { seatStore, useSeat } from './seat-store.ts'
import type { SeatStore } from './seat-store.ts'
import { SheetPart } from './sheet-part.tsx'
import { UnitList } from './unit-list.tsx'
import { words } from './words.ts'

const RemarkPart = lazy(() => import('./remark-part.tsx'))
const VotePart = lazy(() => import('./vote-part.tsx'))

/** What stands between a judge and scoring; empty while scores are taken. */
function useStanding(state: string): string {
  const text = useWords(words)
  if (state === 'planned' || state === 'fixed') return text.notYet
  if (state === 'live') return ''
  return state === 'frozen' ? text.frozen : text.over
}

function Judge({ state, onChoose }: { readonly state: SeatState; onChoose(chosen: Chosen): void }) {
  const standing = useStanding(state.mine?.round.state ?? 'planned')
  return (
    <>
      {standing !== '' && <p className="card">{standing}</p>}
      <UnitList state={state} onChoose={onChoose} />
    </>
  )
}

function Doing({ state, store, onChoose }: { readonly state: SeatState; readonly store: SeatStore; onChoose(chosen: Chosen): void }) {
  const text = useWords(words)
  const { mine } = state
  if (mine === null) return null
  const { seat, vote } = mine
  if ((seat.kind === 'judge' || seat.kind === 'voter') && vote !== null && vote.state === 'open' && !vote.voted)
    return <VotePart state={state} store={store} vote={vote.id} />
  if (seat.kind === 'judge')
    return (
      <>
        {vote?.voted === true && <p className="card chip done">{text.voted}</p>}
        <Judge state={state} onChoose={onChoose} />
      </>
    )
  if (seat.kind === 'voter') return <p className="card">{vote?.voted === true ? text.voted : text.voterHint}</p>
  if (seat.kind === 'commentator' || seat.kind === 'finder') return <RemarkPart state={state} store={store} />
  return (
    <a className="main-act" href={seat.kind === 'stage' ? '/stage/round' : '/pocket/count'}>
      {seat.kind === 'stage' ? text.toStage : text.toCount}
    </a>
  )
}

export default function SeatPage() {
  const text = useWords(words)
  const store = use(seatStore())
  const state = useSeat(store)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const choose = (next: Chosen | null): void => {
    setChosen(next)
    scrollTo(0, 0)
  }
  const { mine, gone } = state
  if (mine === null)
    return (
      <main className="middle">
        <h1>{gone ? text.gone : state.line === 'lost' ? text.noLine : text.loading}</h1>
        {gone && <p>{text.goneHint}</p>}
        {state.line === 'lost' && <p>{text.noLineHint}</p>}
      </main>
    )
  return (
    <>
      <HonestBar state={state} />
      <main>
        {gone && (
          <div className="card error" role="alert">
            <p>{text.gone}</p>
            <p>{text.goneHint}</p>
          </div>
        )}
        {!gone && mine.round.state === 'live' && <Refusal problem={state.problem} />}
        {chosen === null ? (
          <>
            <h1>{text.round(mine.round.name, mine.round.theme)}</h1>
            <p className="quiet">{text.seat(mine.seat.label)}</p>
            <Suspense fallback={<p>{text.opening}</p>}>
              <Doing state={state} store={store} onChoose={choose} />
            </Suspense>
            {mine.filingNumber !== null && <p className="quiet">{text.filing(mine.filingNumber)}</p>}
          </>
        ) : (
          <SheetPart state={state} store={store} chosen={chosen} onChoose={choose} />
        )}
      </main>
    </>
  )
}
