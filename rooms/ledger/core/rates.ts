// How units stand, honestly: on time ÷ (closed out + late and open), so that what is left lying weighs as much as what was
// done late; and relapsed ÷ closed out (前整后瘫). Counted by unit and by office, never by person, and never in an order.

/** How the board is divided: by the unit that mends, the office that assigned, or the star. */
export type Division = 'subject' | 'owner' | 'star'

/** All of them. */
export const divisions: readonly Division[] = ['subject', 'owner', 'star']

export interface Sums {
  /** Closed out in the time, relapsed ones too. */
  readonly closed: number
  /** Of these, never reported after their day. */
  readonly onTime: number
  /** Of these, come back since. */
  readonly relapsed: number
  /** Open and late today, whenever it was due. */
  readonly late: number
  /** All that is open. */
  readonly open: number
}

/** Nothing at all. */
export const noSums: Sums = { closed: 0, onTime: 0, relapsed: 0, late: 0, open: 0 }

/** Both together. */
export function plus(a: Sums, b: Sums): Sums {
  return {
    closed: a.closed + b.closed,
    onTime: a.onTime + b.onTime,
    relapsed: a.relapsed + b.relapsed,
    late: a.late + b.late,
    open: a.open + b.open,
  }
}

/** A share in per cent with one decimal, halves away from zero; null when there is nothing to divide by. */
function share(part: number, whole: number): string | null {
  if (whole === 0) return null
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** 按期办结率: a unit that leaves things lying cannot look better than one that does them late. */
export const onTimeRate = ({ onTime, closed, late }: Sums): string | null => share(onTime, closed + late)

/** 反弹率. */
export const relapseRate = ({ relapsed, closed }: Sums): string | null => share(relapsed, closed)
