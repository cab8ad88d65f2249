// Places every part of a map. What is drawn changes with every figure, the land below it does not: outlines are projected once
// for as long as they are kept, and names are placed anew only when one of them needs another room.

import { geoIdentity, geoPath } from 'd3-geo'
import { boundsOf, squaresOver } from './backdrop.ts'
import type { Square } from './backdrop.ts'
import { placeLabels, sizeOf } from './labels.ts'
import { tilesInside } from './tiles.ts'
import type { Point, Tile } from './tiles.ts'

export interface MapOutline {
  readonly code: string
  readonly name: string
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
}

export interface MapPart {
  readonly code: string
  readonly name: string
  /** 0 is nothing, 5 the most: five tints. */
  readonly tint: 0 | 1 | 2 | 3 | 4 | 5
  /** What stands below the name, short. */
  readonly figure: string
  /** All of it in words, for those who hear the map. */
  readonly label: string
}

export const [width, height] = [800, 520]

interface Shape {
  readonly path: string
  /** Where its name stands; null where it finds no place. */
  readonly at: Point | null
  readonly size: number
  readonly part: MapPart
}

export interface Drawn {
  readonly frame: string | null
  readonly shapes: readonly Shape[]
  readonly tiles: readonly (Tile & { readonly part: MapPart })[]
  readonly rest: readonly MapPart[]
  readonly behind: readonly (Square & { readonly from: Point; readonly to: Point })[]
}

/** One outline on the drawing. */
interface Plot {
  readonly code: string
  readonly path: string
  readonly middle: Point
  readonly rings: readonly (readonly Point[])[]
  readonly size: number
}

interface Land {
  readonly plots: readonly Plot[]
  readonly behind: Drawn['behind']
  /** Where names stood, by what they needed. */
  readonly labels: Map<string, readonly (Point | null)[]>
}

const geometryOf = ({ polygons }: MapOutline, squeeze: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x * squeeze, y]))),
})

function landOf(all: readonly MapOutline[]): Land {
  const first = all[0]?.polygons[0]?.[0]?.[0] ?? [0, 0]
  const squeeze = Math.cos((first[1] * Math.PI) / 180)
  const geometries = all.map((one) => geometryOf(one, squeeze))
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [8, 8],
        [width - 8, height - 8],
      ],
      { type: 'GeometryCollection' as const, geometries },
    )
  const path = geoPath(projection)
  const place = (x: number, y: number): Point => projection([x * squeeze, y]) ?? [0, 0]
  const plots = all.map(({ code, polygons }, at): Plot => {
    const geometry = geometries[at] ?? { type: 'MultiPolygon' as const, coordinates: [] }
    const rings = polygons.flat().map((ring) => ring.map(([x, y]) => place(x, y)))
    return { code, path: path(geometry) ?? '', middle: path.centroid(geometry), rings, size: sizeOf(rings) }
  })
  const behind = squaresOver(boundsOf(all.flatMap((one) => one.polygons.flat()))).map((square) => ({
    ...square,
    from: place(square.west, square.north),
    to: place(square.east, square.south),
  }))
  return { plots, behind, labels: new Map() }
}

/** By the list of outlines, or by the one outline of a whole: as long as a page keeps them. */
const lands = new WeakMap<object, Land>()

function landKept(all: readonly MapOutline[], of: object): Land {
  const kept = lands.get(of) ?? landOf(all)
  lands.set(of, kept)
  return kept
}

const mostKept = 12

function labelsOf(
  { labels }: Land,
  placed: readonly { readonly part: MapPart; readonly plot: Plot }[],
  size: number,
): readonly (Point | null)[] {
  const wide = placed.map(({ part }) => size * Math.max(part.name.length, part.figure.length * 0.7))
  const key = placed.map(({ part }, at) => `${part.code} ${wide[at] ?? 0}`).join()
  const there = labels.get(key)
  if (there !== undefined) return there
  const found = placeLabels(placed.map(({ plot: { rings, middle } }, at) => ({ rings, middle, width: wide[at] ?? 0, height: size * 2.6 })))
  if (labels.size >= mostKept) labels.clear()
  labels.set(key, found)
  return found
}

interface Drawing {
  readonly own: MapOutline | null
  readonly outlines: readonly MapOutline[]
  readonly parts: readonly MapPart[]
  /** Of the names, in the drawing's own units. */
  readonly size: number
}

/** Places every part: on its outline, else in a cell inside the outline of the whole, else nowhere. */
export function drawn({ own, outlines, parts, size }: Drawing): Drawn {
  const of = new Map(parts.map((part) => [part.code, part]))
  if (outlines.some(({ code }) => of.has(code))) {
    const land = landKept(outlines, outlines)
    const placed = land.plots.flatMap((plot) => {
      const part = of.get(plot.code)
      return part === undefined ? [] : [{ part, plot }]
    })
    const spots = labelsOf(land, placed, size)
    const shapes = placed.map(({ part, plot }, at): Shape => ({ path: plot.path, at: spots[at] ?? null, part, size: plot.size }))
    // The smaller lies above, where two overlap.
    shapes.sort((a, b) => b.size - a.size)
    const there = new Set(placed.map(({ part }) => part.code))
    return { frame: null, shapes, tiles: [], rest: parts.filter(({ code }) => !there.has(code)), behind: land.behind }
  }
  if (own === null) return { frame: null, shapes: [], tiles: [], rest: parts, behind: [] }
  const { plots, behind } = landKept([own], own)
  const cells = tilesInside(plots[0]?.rings ?? [], parts.length)
  const tiles = cells.flatMap((cell, at) => {
    const part = parts[at]
    return part === undefined ? [] : [{ ...cell, part }]
  })
  return { frame: plots[0]?.path ?? null, shapes: [], tiles, rest: cells.length === 0 ? parts : [], behind }
}
