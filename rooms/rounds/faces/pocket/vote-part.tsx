// The ballot of the meeting's vote: one choice a unit, kept while it is being filled in, gone from the device once cast.

import { use, useState } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import { useWords } from '#ground/ui/words.ts'
import { orderedParts } from './following.ts'
import { Refusal } from './refusal.tsx'
import { rounds } from './seat-client.ts'
import type { SeatState } from './seat-state.ts'
import type { SeatStore } from './seat-store.ts'
import { words } from './speak-words.ts'

const choices = ['good', 'fairly-good', 'fair', 'poor'] as const
type Choice = (typeof choices)[number]
type Ballot = Readonly<Record<string, Choice>>

const opening = openKept('lx-ballot')
const begun = new Map<string, Promise<Ballot>>()

/** What was chosen on this device before the page was closed. */
function ballotOf(key: string): Promise<Ballot> {
  const known = begun.get(key) ?? opening.then(async (kept) => (await kept.get<Ballot>(key)) ?? {})
  begun.set(key, known)
  return known
}

interface Props {
  readonly state: SeatState
  readonly store: SeatStore
  readonly vote: string
}

export default function VotePart({ state, store, vote }: Props) {
  const text = useWords(words)
  const seat = state.mine?.seat.id ?? ''
  const key = `${seat}/${vote}`
  const kept = use(opening)
  const [ballot, setBallot] = useState(use(ballotOf(key)))
  const [problem, setProblem] = useState<unknown>(null)
  const { mine } = state
  if (mine === null) return null
  const parts = orderedParts(mine).filter(({ drawn }) => drawn !== false)
  const left = parts.filter(({ subject }) => ballot[subject] === undefined).length
  const choose = (subject: string, choice: Choice): void => {
    const next = { ...ballot, [subject]: choice }
    setBallot(next)
    void kept.set(key, next)
  }
  const cast = async (): Promise<void> => {
    setProblem(null)
    try {
      await rounds.vote({ body: { seat, vote, choices: ballot } })
      await kept.remove(key)
    } catch (error) {
      setProblem(error)
    }
    await store.refresh()
  }
  return (
    <>
      <h2>{text.vote}</h2>
      <p className="quiet">{text.voteHint}</p>
      {parts.map(({ subject, name }) => (
        <fieldset key={subject} className="card choice">
          <legend>{name}</legend>
          {choices.map((choice) => (
            <label key={choice}>
              <input type="radio" name={subject} checked={ballot[subject] === choice} onChange={() => choose(subject, choice)} />
              {text.choices[choice]}
            </label>
          ))}
        </fieldset>
      ))}
      <Refusal problem={problem} />
      <div className="total">
        {left > 0 && <p className="chip attention">{text.votesLeft(left)}</p>}
        <button type="button" className="main-act" disabled={left > 0} onClick={() => void cast()}>
          {text.castVote}
        </button>
      </div>
    </>
  )
}
