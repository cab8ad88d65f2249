// What a card shows below its stars: its own parts from a county down, the sums of a prefecture or a province above, which
// come a moment later.

interface Promises {
  readonly units: number
  readonly all: number
  readonly kept: number
  readonly partly: number
  readonly underWay: number
  readonly broken: number
}
interface Entries {
  readonly open: number
  readonly late: number | null
  readonly closed: number
}
interface Rows<T> {
  readonly rows: readonly T[]
}

/** Null where the post may not read it, or it has not come yet. */
export interface CardParts<C, E, S> {
  readonly commitments: (Promises & Rows<C>) | null
  readonly entries: (Entries & Rows<E>) | null
  /** Above a county the latest alone, and how many there are is not known. */
  readonly spots: ({ readonly all: number | null } & Rows<S>) | null
}

interface Summed<S> {
  readonly commitments: Promises | null
  readonly entries: Entries | null
  readonly spots: readonly S[] | null
}

const bare = <T>(part: T | null | undefined): (T & Rows<never>) | null =>
  part === null || part === undefined ? null : { ...part, rows: [] }

/** The parts of a card and of the sums that belong to it. */
export function withSums<C, E, S>(card: CardParts<C, E, S>, sums: Summed<S> | undefined): CardParts<C, E, S> {
  const latest = sums?.spots ?? null
  return {
    commitments: card.commitments ?? bare(sums?.commitments),
    entries: card.entries ?? bare(sums?.entries),
    spots: card.spots ?? (latest === null ? null : { all: null, rows: latest }),
  }
}
