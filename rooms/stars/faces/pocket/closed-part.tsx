// A star that takes no answers now: in which state it is, and what of this phone has not arrived.

import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { stateNames } from '../../core/candidacy.ts'
import type { State } from '../../core/candidacy.ts'
import { words } from './check-more-words.ts'
import type { At } from './hand-client.ts'
import type { HandStore } from './hand-store.ts'

interface Props {
  readonly store: HandStore
  readonly at: At
  readonly state: State
  /** Answers and evidence that wait here. */
  readonly left: number
}

export function ClosedPart({ store, at, state, left }: Props) {
  const text = useWords(words)
  const say = useText()
  return (
    <div className="card">
      <p>{text.closed(say(stateNames[state]))}</p>
      {left > 0 && (
        <>
          <p className="attention">{text.keptBack(left)}</p>
          <button
            type="button"
            onClick={() => {
              store.discard(at)
              void store.look(at)
            }}
          >
            {text.discard}
          </button>
        </>
      )}
    </div>
  )
}
