// One spot before the hall: its pictures side by side, or two of them with a divide.

import { CompareSlider } from '#ground/ui/compare/compare-slider.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { SpotPicture } from '#ground/ui/hall/spot-picture.tsx'
import { useWords } from '#ground/ui/words.ts'
import './pictures.css'
import { viewOf } from './sandtable.ts'
import type { Picture, SpotRow } from './sandtable.ts'
import { words } from './words.ts'

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
      <div className="lx-spot-head">
        <h2>
          {spot.spot}
          {spot.subject === unit ? null : <small> {spot.subjectName}</small>}
        </h2>
        <p>{text.spotOf(number, all)}</p>
      </div>
      {compared && from !== undefined && to !== undefined ? (
        <CompareSlider key={`${from.id} ${to.id}`} from={side(from)} to={side(to)} name={text.slide(spot.spot)} />
      ) : (
        <div className="lx-spot-row">
          {spot.pictures.map((picture) => (
            <SpotPicture
              key={picture.id}
              id={picture.id}
              src={viewOf(picture)}
              shows={picture.shows}
              phase={text.phases[picture.phase]}
              day={day(picture.on)}
              missing={text.noPicture}
            />
          ))}
        </div>
      )}
    </section>
  )
}
