// Spots before and after: the chosen one with its divide, the others to choose from.

import { useState } from 'react'
import { CompareSlider } from '#ground/ui/compare/compare-slider.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { viewOf } from './sandtable.ts'
import type { Card, Picture, SpotRow } from './sandtable.ts'
import { words } from './words.ts'

const mostShown = 12
const keyOf = ({ subject, spot }: SpotRow): string => `${subject} ${spot}`

export function SpotsPart({ unit, spots }: { readonly unit: string; readonly spots: NonNullable<Card['spots']> }) {
  const text = useWords(words)
  const { shortDay } = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = spots.rows.slice(0, mostShown)
  const shown = rows.find((row) => keyOf(row) === chosen) ?? rows[0]
  const [from, to] = [shown?.pictures[0], shown?.pictures.at(-1)]
  const compared = (picture: Picture) => ({
    src: viewOf(picture, 'large'),
    alt: picture.shows,
    label: text.label(text.phases[picture.phase], shortDay(picture.on)),
  })
  return (
    <section aria-label={text.spots}>
      <h3>{text.spots}</h3>
      {shown === undefined || from === undefined || to === undefined ? (
        <p className="lx-quiet">{text.noSpots}</p>
      ) : (
        <>
          <p>
            <strong>{shown.spot}</strong> <span className="lx-quiet">{shown.subjectName}</span>
          </p>
          <CompareSlider key={`${from.id} ${to.id}`} from={compared(from)} to={compared(to)} name={text.slide(shown.spot)} />
          <p className="lx-quiet">
            {text.spotCount(spots.all, rows.length)} · <PageLink to={`/desk/evidence/spots?unit=${unit}`}>{text.allSpots}</PageLink>
          </p>
          <ul className="sand-spots">
            {rows.map((row) => (
              <li key={keyOf(row)}>
                <button
                  type="button"
                  aria-pressed={row === shown}
                  aria-label={text.choose(row.subjectName, row.spot)}
                  onClick={() => setChosen(keyOf(row))}
                >
                  {row.pictures.map((picture) => (
                    <img key={picture.id} src={viewOf(picture, 'small')} alt="" loading="lazy" />
                  ))}
                  <span>{row.spot}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
