// Outlines of units for a schematic map: coarse polygons from the packs, never official borders.

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number]
/** Polygons, each an outer ring and its holes; GeoJSON's coordinates of a MultiPolygon. */
export type Polygons = readonly (readonly (readonly Position[])[])[]

export interface Outline {
  readonly code: string
  readonly name: string
  readonly polygons: Polygons
}

interface Feature {
  readonly properties: { readonly code: string; readonly name: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Polygons }
}

/** A feature of a pack as an outline. */
export const outlineOf = ({ properties: { code, name }, geometry }: Feature): Outline => ({
  code,
  name,
  polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
})

/** The outlines one level below a code, in the order of codes: prefectures of a province, counties of a prefecture. */
export function outlinesBelow(all: readonly Outline[], code: string): readonly Outline[] {
  return all
    .filter((one) => one.code.length === code.length + 2 && one.code.startsWith(code))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Every county of a code. */
export const countiesBelow = (all: readonly Outline[], code: string): readonly Outline[] =>
  all.filter((one) => one.code.length === 6 && one.code.startsWith(code)).toSorted((a, b) => (a.code < b.code ? -1 : 1))
