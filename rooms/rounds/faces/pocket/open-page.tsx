// Opens a seat by its link. The token stands behind the #, so no log and no proxy ever sees it.

import { useEffect, useState } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { Refusal } from './refusal.tsx'
import { openLink } from './seat-link.ts'
import { storeName } from './seat-state.ts'
import { words as openWords } from './open-words.ts'
import { words } from './words.ts'

const elsewhere = 4115

/** Where each kind of seat works. */
const placeOf = (kind: string): string =>
  kind === 'stage' ? '/stage/round' : `/pocket/${kind === 'teller' || kind === 'supervisor' ? 'count' : 'seat'}`

let opened: ReturnType<typeof openKept> | undefined
/** Opened once, so that a device which cannot keep its secret stays the same one on this page. */
const kept = (): ReturnType<typeof openKept> => (opened ??= openKept(storeName))

/** Opens the seat and goes there; resolves only to what stood in the way. */
async function enter(token: string, takeOver: boolean): Promise<unknown> {
  try {
    const seat = await openLink(await kept(), token, takeOver)
    location.replace(placeOf(seat.kind))
    return await new Promise(() => {})
  } catch (error) {
    return error
  }
}

// Asked once, however often the page is drawn.
const token = location.hash.slice(1)
const first = token === '' ? null : enter(token, false)

export default function OpenPage() {
  const text = useWords(words)
  const open = useWords(openWords)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    void first?.then(setProblem)
  }, [])
  const again = async (takeOver: boolean): Promise<void> => {
    setProblem(null)
    setProblem(await enter(token, takeOver))
  }
  if (first === null)
    return (
      <main className="middle">
        <h1>{open.openFailed}</h1>
        <p>{open.noToken}</p>
      </main>
    )
  if (problem === null) return <main className="middle">{text.opening}</main>
  const onOther = problem instanceof ProblemError && problem.code === elsewhere
  return (
    <main className="middle">
      <h1>{problem instanceof ProblemError && problem.title !== '' ? problem.title : open.openFailed}</h1>
      <Refusal problem={problem} />
      <p>
        <button type="button" className="main-act" onClick={() => void again(onOther)}>
          {onOther ? open.moveHere : open.tryAgain}
        </button>
      </p>
      <p>
        <a href="/pocket/seat">{open.keptSeat}</a>
      </p>
    </main>
  )
}
