// The tellers' table, for tellers and supervisors; on a phone, a tablet or a computer.

import { use, useState } from 'react'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames } from '../../core/state.ts'
import { AdjustmentsPart } from './count-adjustments.tsx'
import { tableOf, useCounting } from './count-data.ts'
import type { TableProps } from './count-data.ts'
import { DrawsPart } from './count-draws.tsx'
import { JudgesPart } from './count-judges.tsx'
import { ResultPart } from './count-result.tsx'
import { SheetsPart } from './count-sheets.tsx'
import { words } from './count-words.ts'
import './count.css'
import { HonestBar } from './honest-bar.tsx'
import { Refusal } from './refusal.tsx'
import { seatStore, useSeat } from './seat-store.ts'

const parts = ['sheets', 'adjustments', 'judges', 'draws', 'result'] as const

export default function CountPage() {
  const text = useWords(words)
  const name = useText()
  const store = use(seatStore())
  const state = useSeat(store)
  const kind = state.mine?.seat.kind
  const teller = kind === 'teller' || kind === 'supervisor'
  const table = tableOf(store, teller ? (state.mine?.seat.id ?? null) : null)
  const { count, draws, problem } = useCounting(table)
  const [part, setPart] = useState<(typeof parts)[number]>('sheets')
  if (kind !== undefined && !teller)
    return (
      <main className="middle">
        <h1>{text.notTeller}</h1>
        <p>
          <a href="/pocket/seat">{text.toSeat}</a>
        </p>
      </main>
    )
  if (count === null)
    return (
      <main className="middle">
        <h1>{text.loading}</h1>
        <Refusal problem={state.gone ? null : problem} />
      </main>
    )
  const run: TableProps['run'] = async (work) => {
    try {
      await work()
      return null
    } catch (error) {
      return error
    } finally {
      await table.reload()
    }
  }
  const given = { count, run }
  return (
    <>
      <HonestBar state={state} counting={false} />
      <main className="wide">
        <h1>{count.round.name}</h1>
        <p className="quiet">{text.standing(count.seat.label, name(stateNames[count.round.state]))}</p>
        <nav className="tabs" aria-label={text.tabs}>
          {parts.map((one) => (
            <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
              {text.parts[one]}
            </button>
          ))}
        </nav>
        <Refusal problem={problem} />
        {part === 'sheets' && <SheetsPart {...given} />}
        {part === 'adjustments' && <AdjustmentsPart {...given} />}
        {part === 'judges' && <JudgesPart {...given} />}
        {part === 'draws' && <DrawsPart {...given} draws={draws} />}
        {part === 'result' && <ResultPart {...given} vote={state.mine?.vote ?? null} />}
      </main>
    </>
  )
}
