// Where the stars are: the parts of a board on a schematic map, by what is certified or by what they aim for.

import { client } from '#ground/ui/client.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { backdropOf } from '#ground/ui/map/backdrop-of.ts'
import { SchematicMap } from '#ground/ui/map/schematic-map.tsx'
import type { MapOutline, MapPart } from '#ground/ui/map/schematic-map.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import type { Board } from '../stars.ts'
import { words } from './words.ts'

/** Outlines are another room's; they are asked from the house like any other. */
const units = client('units')
const mostStars = 5
type Row = Board['rows'][number]
type Shade = 'certified' | 'targets'

const starsOf = (totals: Row['targets']): number => Object.values(totals.stars).reduce((sum, count) => sum + count, 0)

/** Stars for each unit that has any, rounded: what a tint stands for. */
function tintOf(totals: Row['targets']): MapPart['tint'] {
  const stars = starsOf(totals)
  return totals.units === 0 || stars === 0 ? 0 : (Math.max(1, Math.min(mostStars, Math.round(stars / totals.units))) as MapPart['tint'])
}

interface StarMapProps {
  readonly board: Board
  readonly below: string
  readonly onChoose: (unit: string) => void
}

export default function StarMap({ board, below, onChoose }: StarMapProps) {
  const text = useWords(words)
  const [shade, setShade] = useState<Shade>('certified')
  const asked = useAnswer(units, 'outlines', { query: { unit: below } })
  const found = asked.data as { own: MapOutline | null; parts: MapOutline[]; backdrop: string | null } | undefined
  const parts = board.rows.map((row): MapPart => {
    const [aims, held] = [starsOf(row.targets), starsOf(row.certified)]
    return {
      code: row.unit,
      name: row.unitName,
      tint: tintOf(row[shade]),
      figure: text.figure(held, aims),
      label: text.cell(row.unitName, aims, held),
    }
  })
  if (found === undefined) return <p className="lx-quiet">{text.coming}</p>
  return (
    <>
      <p className="lx-quiet">{text.lead}</p>
      <Radio.Group
        value={shade}
        onChange={(event) => setShade(event.target.value as Shade)}
        options={[
          { value: 'certified', label: text.byCertified },
          { value: 'targets', label: text.byTargets },
        ]}
      />
      <SchematicMap
        label={text.title}
        own={found.own}
        outlines={found.parts}
        parts={parts}
        onChoose={onChoose}
        backdrop={backdropOf('units', found.backdrop)}
      />
      <ul className="stars-legend">
        {([0, 1, 2, 3, 4, 5] as const).map((tint) => (
          <li key={tint}>
            <span className={`lx-map-${tint}`} aria-hidden="true" /> {text.tint(tint)}
          </li>
        ))}
      </ul>
    </>
  )
}
