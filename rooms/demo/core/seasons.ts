// The quarters of the demo, counted from the day of loading: this one, the last and the one before it.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays, quarterOf } from '#ground/kernel/days.ts'

export interface Season {
  /** As rounds write it, 2026-Q3. */
  readonly quarter: string
  /** As an office writes it. */
  readonly words: string
  readonly year: number
  /** The day on which the street's round of the quarter is held. */
  readonly heldOn: Day
  readonly theme: string
}

export interface Seasons {
  readonly today: Day
  readonly now: Season
  readonly last: Season
  readonly before: Season
}

const numerals = ['一', '二', '三', '四'] as const
/** One star a quarter; the names are those of the communities' public list. */
const themes = ['共建共享星', '平安法治星', '宜业兴业星', '幸福和谐星'] as const

/** The quarter a day lies in, with its round held on the given day. */
function seasonOf(day: Day, heldOn?: Day): Season {
  const { year, quarter, to } = quarterOf(day)
  return {
    quarter: `${year}-Q${quarter}`,
    words: `${year}年第${numerals[quarter - 1] ?? ''}季度`,
    year,
    heldOn: heldOn ?? `${to.slice(0, 8)}10`,
    theme: themes[quarter - 1] ?? '',
  }
}

const weekAhead = 7

/** The seasons as seen on a day; the round of this quarter is a week ahead, or on the quarter's last day. */
export function seasonsOf(today: Day): Seasons {
  const now = quarterOf(today)
  const ahead = addDays(today, weekAhead)
  const last = quarterOf(addDays(now.from, -1))
  return {
    today,
    now: seasonOf(today, ahead > now.to ? now.to : ahead),
    last: seasonOf(last.to),
    before: seasonOf(addDays(last.from, -1)),
  }
}
