// Reading lists by places that are known to be in them. A place that is not is a bug, and throws.

/** The item at a place of a list. */
export function itemAt<T>(list: readonly T[], place: number): T {
  const item = list[place]
  if (item === undefined) throw new RangeError(`no place ${place}`)
  return item
}

/** The number at a place of a column. */
export function numberAt(column: Int32Array, place: number): number {
  const number = column[place]
  if (number === undefined) throw new RangeError(`no place ${place}`)
  return number
}
