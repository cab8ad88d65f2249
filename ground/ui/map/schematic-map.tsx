// A schematic map: outlines of the parts where the packs have them; else a tidy grid of cells inside the outline of the
// whole. What has no place on it stands in a row below. Each part is a button with its words; colour only repeats them.

import { useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import { useWords } from '../words.ts'
import type { Square } from './backdrop.ts'
import { drawn, height, width } from './drawing.ts'
import type { Drawn, MapOutline, MapPart } from './drawing.ts'
import type { Point } from './tiles.ts'
import { words } from './words.ts'
import './map.css'

export type { MapOutline, MapPart } from './drawing.ts'

export interface SchematicMapProps {
  readonly label: string
  readonly own: MapOutline | null
  readonly outlines: readonly MapOutline[]
  readonly parts: readonly MapPart[]
  readonly chosen?: string | null
  readonly onChoose: (code: string) => void
  /** Of the names, in the drawing's own units (it is 800 wide); larger where a hall reads it. */
  readonly size?: number
  /** The map that stands behind, where one is set. */
  readonly backdrop?: Backdrop | null
}

/** Squares of a map service: where each is, and the line that must stand beside them. */
export interface Backdrop {
  readonly notice: string
  address(square: Square): string
}

const usualSize = 14

interface ChosenProps {
  readonly part: MapPart
  readonly chosen: boolean
  readonly onChoose: (code: string) => void
}

const pressed = ({ part, chosen, onChoose }: ChosenProps) => ({
  role: 'button',
  'data-code': part.code,
  tabIndex: 0,
  'aria-label': part.label,
  'aria-pressed': chosen,
  className: `lx-map-part lx-map-${part.tint}${chosen ? ' lx-map-chosen' : ''}`,
  onClick: () => onChoose(part.code),
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose(part.code)
  },
})

interface LinesProps {
  readonly part: MapPart
  readonly at: Point
  readonly room: number
  readonly size: number
}

/** A name and its figure, as large as the room allows; nothing where they would not be read. */
function Lines({ part, at: [x, y], room, size }: LinesProps) {
  const fitted = Math.min(size, (room * 0.92) / Math.max(part.name.length, part.figure.length / 2))
  if (fitted < 8) return null
  return (
    <text x={x} y={y} fontSize={fitted} textAnchor="middle" aria-hidden="true">
      <tspan x={x} dy="-0.15em">
        {part.name}
      </tspan>
      <tspan x={x} dy="1.25em" className="lx-map-figure">
        {part.figure}
      </tspan>
    </text>
  )
}

/** A square that does not come leaves its place empty; the drawing is whole without it. */
function Behind({ squares, backdrop }: { readonly squares: Drawn['behind']; readonly backdrop: Backdrop }) {
  return (
    <g className="lx-map-behind" aria-hidden="true">
      {squares.map(({ from: [left, top], to: [right, bottom], ...square }) => (
        <image
          key={`${square.z}/${square.x}/${square.y}`}
          href={backdrop.address(square)}
          x={left}
          y={top}
          width={right - left}
          height={bottom - top}
          preserveAspectRatio="none"
        />
      ))}
    </g>
  )
}

export function SchematicMap({
  label,
  own,
  outlines,
  parts,
  chosen = null,
  onChoose,
  size = usualSize,
  backdrop = null,
}: SchematicMapProps) {
  const text = useWords(words)
  const { frame, shapes, tiles, rest, behind } = useMemo(() => drawn({ own, outlines, parts, size }), [own, outlines, parts, size])
  return (
    <figure className={backdrop === null ? 'lx-map' : 'lx-map lx-map-over'}>
      {shapes.length + tiles.length === 0 ? null : (
        <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          {backdrop === null ? null : <Behind squares={behind} backdrop={backdrop} />}
          {frame === null ? null : <path d={frame} className="lx-map-frame" />}
          {shapes.map(({ path, part }) => (
            <path key={part.code} d={path} {...pressed({ part, chosen: part.code === chosen, onChoose })}>
              <title>{part.label}</title>
            </path>
          ))}
          {tiles.map(({ x, y, width: w, height: h, part }) => (
            <rect
              key={part.code}
              x={x + 2}
              y={y + 2}
              width={Math.max(w - 4, 1)}
              height={Math.max(h - 4, 1)}
              rx={4}
              {...pressed({ part, chosen: part.code === chosen, onChoose })}
            >
              <title>{part.label}</title>
            </rect>
          ))}
          {shapes.map(({ at, part }) => (at === null ? null : <Lines key={part.code} part={part} at={at} room={width} size={size} />))}
          {tiles.map((tile) => (
            <Lines
              key={tile.part.code}
              part={tile.part}
              at={[tile.x + tile.width / 2, tile.y + tile.height / 2]}
              room={Math.min(tile.width, tile.height * 3)}
              size={size}
            />
          ))}
        </svg>
      )}
      {rest.length === 0 ? null : (
        <ul className="lx-map-rest" aria-label={shapes.length === 0 ? label : text.without}>
          {rest.map((part) => (
            <li key={part.code}>
              <button
                type="button"
                data-code={part.code}
                className={`lx-map-${part.tint}${part.code === chosen ? ' lx-map-chosen' : ''}`}
                aria-pressed={part.code === chosen}
                onClick={() => onChoose(part.code)}
              >
                <span className="lx-map-heard">{part.label}</span>
                <strong aria-hidden="true">{part.name}</strong>
                <span aria-hidden="true">{part.figure}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {shapes.length + tiles.length === 0 ? null : (
        <figcaption>{backdrop === null ? text.schematic : text.over(backdrop.notice)}</figcaption>
      )}
    </figure>
  )
}
