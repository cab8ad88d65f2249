// A spot of the presented unit, before, during and after, beside what the unit promised. A picture is a new element for every
// id: while it is on its way its place is empty, never filled by the one before.

import { useEffect, useState } from 'react'
import { addressOf } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import type { Stage } from './shown.ts'
import { clickerLine, turningKeys } from '../../core/exhibit.ts'
import { rounds } from './stage-client.ts'
import { Standing } from './standing.tsx'
import { useStars } from './stars-of.ts'
import { words } from './words.ts'

type Exhibit = NonNullable<Stage['scene']['exhibit']>
type Picture = Exhibit['pictures'][number]

const mostCommitments = 3
const againMs = 1500

function Shown({ picture }: { readonly picture: Picture }) {
  const text = useWords(words)
  const { day } = useFormat()
  const [tries, setTries] = useState(0)
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming')
  useEffect(() => {
    if (state !== 'failed') return undefined
    const again = setTimeout(() => {
      setTries((count) => count + 1)
      setState('coming')
    }, againMs)
    return () => clearTimeout(again)
  }, [state])
  return (
    <figure className={`exhibit-picture ${picture.phase}`} data-picture={picture.id} data-state={state}>
      <figcaption>
        <strong>{text.phases[picture.phase]}</strong> <span>{day(picture.on)}</span>
      </figcaption>
      <div className="exhibit-frame">
        <img
          key={tries}
          src={addressOf(rounds, 'picture', { params: { picture: picture.id } })}
          alt={picture.shows}
          onLoad={() => setState('there')}
          onError={() => setState('failed')}
        />
        {state === 'failed' && <p className="soft">{text.noPicture}</p>}
      </div>
      <p className="exhibit-shows clip">{picture.shows}</p>
    </figure>
  )
}

/** Hands a clicker's keys to the operator's page in this browser; where there is none, nothing happens. */
function useClicker(round: string): void {
  useEffect(() => {
    const line = new BroadcastChannel(clickerLine(round))
    const onKey = (event: KeyboardEvent): void => {
      if (turningKeys[event.key] === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel belongs to one origin
      line.postMessage(event.key)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      line.close()
    }
  }, [round])
}

interface ExhibitProps {
  readonly round: string
  readonly exhibit: Exhibit
  readonly current: NonNullable<Stage['current']>
}

export function ExhibitPart({ round, exhibit, current }: ExhibitProps) {
  const text = useWords(words)
  useClicker(round)
  const { commitments, mended } = current
  const stars = useStars(current.subject)
  const hasCard = commitments.length > 0 || mended !== null || stars !== null
  return (
    <div className={!hasCard ? 'exhibit exhibit-wide' : exhibit.pictures.length > 2 ? 'exhibit exhibit-above' : 'exhibit'}>
      <div className="exhibit-main">
        <div className="exhibit-head">
          <h2>{exhibit.spot}</h2>
          <p className="lead">{text.spotOf(exhibit.number, exhibit.all)}</p>
        </div>
        <div className={`exhibit-row of-${exhibit.pictures.length}`}>
          {exhibit.pictures.map((picture) => (
            <Shown key={picture.id} picture={picture} />
          ))}
        </div>
      </div>
      {hasCard && (
        <aside className="exhibit-card">
          {stars !== null && (
            <p className="exhibit-mended">
              {text.certified} <strong>{stars.certified}</strong> {text.aimed} <strong>{stars.aimed}</strong>
            </p>
          )}
          {mended !== null && (
            <p className="exhibit-mended">
              {text.mended} <strong>{text.mendedOf(mended.closed, mended.due)}</strong>
            </p>
          )}
          {commitments.length > 0 && (
            <>
              <h3>
                {text.commitments}
                {commitments.length > mostCommitments && <small> {text.ofAll(mostCommitments, commitments.length)}</small>}
              </h3>
              <ul>
                {commitments.slice(0, mostCommitments).map((one) => (
                  <li key={one.number}>
                    <span className="clip">{one.text}</span>
                    <Standing state={one.now} stated={!one.confirmed} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
      )}
    </div>
  )
}
