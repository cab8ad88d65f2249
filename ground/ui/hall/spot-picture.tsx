// One picture of a spot before a hall. Give it a key: a picture is a new element for every id, so that its place is empty while
// it is on its way and none ever stands there under the name of another. What cannot be fetched is fetched again.

import { useEffect, useState } from 'react'
import './spot.css'

const againMs = 1500

interface SpotPictureProps {
  readonly id: string
  readonly src: string
  /** What it shows, below it and for those who hear it. */
  readonly shows: string
  readonly phase: string
  readonly day: string
  /** Said while it cannot be fetched. */
  readonly missing: string
}

export function SpotPicture({ id, src, shows, phase, day, missing }: SpotPictureProps) {
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
    <figure className="lx-spot-picture" data-picture={id} data-state={state}>
      <figcaption>
        <strong>{phase}</strong> <span>{day}</span>
      </figcaption>
      <div className="lx-spot-frame">
        <img key={tries} src={src} alt={shows} onLoad={() => setState('there')} onError={() => setState('failed')} />
        {state === 'failed' && <p className="soft">{missing}</p>}
      </div>
      <p className="lx-spot-shows">{shows}</p>
    </figure>
  )
}
