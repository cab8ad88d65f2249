// One spot before the hall: its pictures side by side, or two of them with a divide. A picture is a new element for every id,
// so that none stands there under the name of another.

import { useEffect, useState } from 'react'
import { CompareSlider } from '#ground/ui/compare/compare-slider.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import './pictures.css'
import { viewOf } from './sandtable.ts'
import type { Picture, SpotRow } from './sandtable.ts'
import { words } from './words.ts'

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
    <figure className="sand-picture" data-picture={picture.id} data-state={state}>
      <figcaption>
        <strong>{text.phases[picture.phase]}</strong> <span>{day(picture.on)}</span>
      </figcaption>
      <div className="sand-frame">
        <img key={tries} src={viewOf(picture)} alt={picture.shows} onLoad={() => setState('there')} onError={() => setState('failed')} />
        {state === 'failed' && <p className="soft">{text.noPicture}</p>}
      </div>
      <p className="sand-shows">{picture.shows}</p>
    </figure>
  )
}

interface PicturesProps {
  readonly spot: SpotRow
  readonly number: number
  readonly all: number
  /** Whose table it is; of another one's spot the stage says whose it is. */
  readonly unit: string
  /** Two of them, one over the other. */
  readonly compared: boolean
}

export function PicturesPart({ spot, number, all, unit, compared }: PicturesProps) {
  const text = useWords(words)
  const { day } = useFormat()
  const [from, to] = [spot.pictures[0], spot.pictures.at(-1)]
  const side = (picture: Picture) => ({
    src: viewOf(picture),
    alt: picture.shows,
    label: `${text.phases[picture.phase]} ${day(picture.on)}`,
  })
  return (
    <section className="sand-spot" aria-label={spot.spot}>
      <div className="sand-spot-head">
        <h2>
          {spot.spot}
          {spot.subject === unit ? null : <small> {spot.subjectName}</small>}
        </h2>
        <p>{text.spotOf(number, all)}</p>
      </div>
      {compared && from !== undefined && to !== undefined ? (
        <CompareSlider key={`${from.id} ${to.id}`} from={side(from)} to={side(to)} name={text.slide(spot.spot)} />
      ) : (
        <div className="sand-row">
          {spot.pictures.map((picture) => (
            <Shown key={picture.id} picture={picture} />
          ))}
        </div>
      )}
    </section>
  )
}
