// A seat on the phone: the honest bar, the unit that is being presented, the list, and one sheet at a time.

import { use, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { deliveryOf } from '../../core/pocket.ts'
import { seatStore, useSeat } from './seat-store.ts'
import type { SeatState } from './seat-store.ts'
import { SheetPart } from './sheet-part.tsx'
import { UnitList } from './unit-list.tsx'
import { words } from './words.ts'

function HonestBar({ state }: { readonly state: SeatState }) {
  const text = useWords(words)
  const { waiting, arrived, refused } = deliveryOf(state.sheets)
  return (
    <div className="honest" role="status" aria-live="polite">
      <span className={waiting === 0 ? 'chip done' : 'chip attention'}>{text.saved(waiting)}</span>
      <span className="chip done">{text.arrived(arrived)}</span>
      {refused > 0 && <span className="chip late">{text.refused(refused)}</span>}
      <span className={state.line === 'open' ? 'chip done' : 'chip attention'}>
        {state.line === 'open' ? text.lineOpen : text.lineLost}
      </span>
      {state.kept === 'full' && <span className="error">{text.storageFull}</span>}
      {state.kept === 'memory' && <span className="chip attention">{text.storageMemory}</span>}
    </div>
  )
}

export interface Chosen {
  readonly subject: string
  readonly component: string
}

export default function SeatPage() {
  const text = useWords(words)
  const store = use(seatStore())
  const state = useSeat(store)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { mine } = state
  if (mine === null)
    return (
      <main className="middle">
        <p>{state.gone ? text.gone : state.line === 'lost' ? text.noLine : text.loading}</p>
        {state.gone && <p>{text.goneHint}</p>}
      </main>
    )
  return (
    <>
      <HonestBar state={state} />
      <main>
        {state.gone && (
          <p className="error" role="alert">
            {text.gone} {text.goneHint}
          </p>
        )}
        {chosen === null ? (
          <UnitList state={state} store={store} onChoose={setChosen} />
        ) : (
          <SheetPart state={state} store={store} chosen={chosen} onChoose={setChosen} />
        )}
      </main>
    </>
  )
}
