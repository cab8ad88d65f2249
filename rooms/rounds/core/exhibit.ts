// What the hall sees of the unit that presents, in a round at the sand table: one spot at a time, before, during and after.

/** A picture as it is told to the hall; its bytes come by its id, and only while it is on. */
export interface ExhibitPicture {
  readonly id: string
  readonly phase: 'before' | 'during' | 'after'
  /** The day that it shows. */
  readonly on: string
  readonly shows: string
}

export interface Exhibit {
  /** Which of the unit's spots, counted from 1. */
  readonly number: number
  readonly all: number
  readonly subject: string
  readonly spot: string
  readonly pictures: readonly ExhibitPicture[]
}

/** A spot among those of a unit. */
export interface SpotAt {
  readonly subject: string
  readonly spot: string
}

/** Keys of a clicker: which way they turn. */
export const turningKeys: Readonly<Record<string, 1 | -1>> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }

/**
 * The line between the windows of one browser on which a stage hands the keys of a clicker to the operator's page: the stage
 * itself may change nothing.
 */
export const clickerLine = (round: string): string => `lx-clicker-${round}`

const same = (one: SpotAt, other: SpotAt): boolean => one.subject === other.subject && one.spot === other.spot

/** Where a spot stands in the list; -1 when it is not there. */
export const placeOf = (spots: readonly SpotAt[], at: SpotAt | null): number => (at === null ? -1 : spots.findIndex((one) => same(one, at)))

/** The spot before or after the one that is on; the first when none is, nothing past the ends. */
export function besideOf<T extends SpotAt>(spots: readonly T[], on: SpotAt | null, step: 1 | -1): T | undefined {
  const at = placeOf(spots, on)
  if (at < 0) return step === 1 ? spots[0] : undefined
  return spots[at + step]
}
