// Two township plans as they were published: how many villages aim for how many stars, and for which. Villages are invented;
// levels and sums are not.

const times = (level: number, count: number): number[] => Array.from({ length: count }, () => level)

export interface PublishedPlan {
  readonly name: string
  readonly levels: readonly number[]
  readonly stars: Readonly<Record<string, number>>
  readonly sum: number
}

export const publishedPlans: readonly PublishedPlan[] = [
  {
    name: 'a township of 28 villages',
    levels: [...times(5, 1), ...times(4, 1), ...times(3, 16), ...times(2, 9), ...times(0, 1)],
    stars: { CYXW: 4, STYJ: 24, PAFZ: 19, WMXF: 27, ZBGY: 1 },
    sum: 75,
  },
  {
    name: 'a town of 33 villages',
    levels: [...times(4, 3), ...times(3, 10), ...times(2, 20)],
    stars: { CYXW: 3, STYJ: 19, PAFZ: 27, WMXF: 33, ZBGY: 0 },
    sum: 82,
  },
]

/** Units with these levels and totals: each takes the stars of which most are still to be given. */
export function spread({ levels, stars }: Pick<PublishedPlan, 'levels' | 'stars'>): string[][] {
  const left: Record<string, number> = { ...stars }
  return levels
    .toSorted((a, b) => b - a)
    .map((level) => {
      const taken = Object.keys(left)
        .toSorted((a, b) => (left[b] ?? 0) - (left[a] ?? 0))
        .slice(0, level)
      for (const star of taken) left[star] = (left[star] ?? 0) - 1
      return taken
    })
}
