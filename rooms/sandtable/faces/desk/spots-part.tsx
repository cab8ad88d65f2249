// Spots before and after: the chosen one with its divide, the others to choose from.

import { Button } from 'antd'
import { useState } from 'react'
import { CompareSlider } from '#ground/ui/compare/compare-slider.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { SpotChoice } from '#ground/ui/desk/spot-choice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { viewOf } from './sandtable.ts'
import type { Parts, Picture, SpotRow } from './sandtable.ts'
import { words } from './words.ts'

const mostShown = 12
const keyOf = ({ subject, spot }: SpotRow): string => `${subject} ${spot}`

interface SpotsPartProps {
  readonly unit: string
  readonly spots: NonNullable<Parts['spots']>
  readonly onShow: ((spot: SpotRow) => void) | null
}

export function SpotsPart({ unit, spots, onShow }: SpotsPartProps) {
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
            {spots.all === null ? text.latestSpots(rows.length) : text.spotCount(spots.all, rows.length)} ·{' '}
            <PageLink to={`/desk/evidence/spots?unit=${unit}`}>{text.allSpots}</PageLink>
          </p>
          {onShow === null ? null : <Button onClick={() => onShow(shown)}>{text.toScreen(shown.spot)}</Button>}
          <SpotChoice
            rows={rows.map((row) => ({
              key: keyOf(row),
              // Many units call a spot alike.
              spot: row.subject === unit ? row.spot : text.choose(row.subjectName, row.spot),
              label: text.choose(row.subjectName, row.spot),
              chosen: row === shown,
              pictures: row.pictures.map((picture) => ({ id: picture.id, src: viewOf(picture, 'small'), alt: '' })),
            }))}
            onChoose={setChosen}
          />
        </>
      )}
    </section>
  )
}
