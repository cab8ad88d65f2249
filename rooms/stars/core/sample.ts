// How many stars the level above samples, and the pool that it draws them from.

/** The share of what was agreed, rounded up: a share above 0 of at least one star is at least one. */
export function sampleSize(percent: number, agreed: number): number {
  return Math.ceil((percent * agreed) / 100)
}

/** A line of the pool begins with the unit's code, as every pool of this house. */
export function poolLine(candidacy: { readonly unit: string; readonly star: string; readonly unitName: string }): string {
  return `${candidacy.unit} ${candidacy.star} ${candidacy.unitName}`
}

/** Unit and star of a line. */
export function lineParts(line: string): { readonly unit: string; readonly star: string } {
  const [unit = '', star = ''] = line.split(' ')
  return { unit, star }
}
