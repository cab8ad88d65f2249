// Opens a seat by its link. The token stands behind the #, so no log and no proxy ever sees it.

import { useEffect, useState } from 'react'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { rounds } from './seat-client.ts'
import { words } from './words.ts'

const elsewhere = 4115

/** Where each kind of seat works. */
const placeOf = (kind: string): string => (kind === 'stage' ? '/stage/round' : '/pocket/seat')

export default function OpenPage() {
  const text = useWords(words)
  const [problem, setProblem] = useState<unknown>(null)
  const [pending, setPending] = useState(true)
  const token = location.hash.slice(1)

  const open = async (takeOver: boolean): Promise<void> => {
    setPending(true)
    setProblem(null)
    try {
      const seat = await rounds.openSeat({ body: { token, takeOver } })
      location.replace(placeOf(seat.kind))
    } catch (error) {
      setProblem(error)
      setPending(false)
    }
  }
  useEffect(() => {
    if (token !== '') void open(false)
  }, [])

  if (token === '') return <main className="middle">{text.noToken}</main>
  if (pending) return <main className="middle">{text.opening}</main>
  const known = problem instanceof ProblemError ? problem : null
  return (
    <main className="middle" role="alert">
      <h1>{text.openFailed}</h1>
      <p>{known === null ? text.noLine : known.title}</p>
      <p>{known === null ? text.noLineHint : known.detail}</p>
      {known !== null && <p className="quiet">LX-{known.code}</p>}
      <button type="button" className="main-act" onClick={() => void open(known?.code === elsewhere)}>
        {known?.code === elsewhere ? text.moveHere : text.tryAgain}
      </button>
    </main>
  )
}
