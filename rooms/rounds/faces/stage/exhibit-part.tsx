// A spot of the presented unit, before, during and after, beside what the unit promised.

import { useEffect } from 'react'
import { addressOf } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { SpotPicture } from '#ground/ui/hall/spot-picture.tsx'
import { useWords } from '#ground/ui/words.ts'
import type { Stage } from './shown.ts'
import { clickerLine, turningKeys } from '../../core/exhibit.ts'
import { rounds } from './stage-client.ts'
import { Standing } from './standing.tsx'
import { useStars } from './stars-of.ts'
import { words } from './words.ts'

type Exhibit = NonNullable<Stage['scene']['exhibit']>

const mostCommitments = 3
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
  const { day } = useFormat()
  useClicker(round)
  const { commitments, mended } = current
  const stars = useStars(current.subject)
  const hasCard = commitments.length > 0 || mended !== null || stars !== null
  return (
    <div className={!hasCard ? 'exhibit exhibit-wide' : exhibit.pictures.length > 2 ? 'exhibit exhibit-above' : 'exhibit'}>
      <div className="exhibit-main">
        <div className="lx-spot-head">
          <h2>{exhibit.spot}</h2>
          <p className="lead">{text.spotOf(exhibit.number, exhibit.all)}</p>
        </div>
        <div className="lx-spot-row">
          {exhibit.pictures.map((picture) => (
            <SpotPicture
              key={picture.id}
              id={picture.id}
              src={addressOf(rounds, 'picture', { params: { picture: picture.id } })}
              shows={picture.shows}
              phase={text.phases[picture.phase]}
              day={day(picture.on)}
              missing={text.noPicture}
            />
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
