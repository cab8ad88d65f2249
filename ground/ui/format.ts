// Dates, times and numbers as an office writes them, always in China time (UTC+8), whatever the computer's zone is.

import { chinaDay, type Day, type Instant } from '#ground/kernel/clock.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { useLanguage } from './language.ts'

export interface Format {
  /** 2026年9月8日 */
  day(day: Day): string
  /** 2026-09-08, for tables */
  shortDay(at: Instant | string): string
  /** 14:02:11 */
  time(at: Instant | string): string
  /** 14:02 */
  minute(at: Instant | string): string
  /** 2026-09-08 14:02 */
  moment(at: Instant | string): string
  /** 1,234 */
  count(value: number): string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const instantOf = (at: Instant | string): Instant => (typeof at === 'number' ? at : Date.parse(at))
const clockOf = (at: Instant | string): string => new Date(instantOf(at) + 8 * 3_600_000).toISOString().slice(11, 19)
const dayOf = (at: Instant | string): Day => (typeof at === 'string' && at.length === 10 ? at : chinaDay(instantOf(at)))

/** The forms of one language. */
export function formatFor(language: Language): Format {
  return {
    day(day) {
      const [year, month, date] = day.split('-').map(Number)
      return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[(month ?? 1) - 1] ?? ''} ${year}`
    },
    shortDay: dayOf,
    time: clockOf,
    minute: (at) => clockOf(at).slice(0, 5),
    moment: (at) => `${dayOf(at)} ${clockOf(at).slice(0, 5)}`,
    count: (value) => value.toLocaleString('en-US'),
  }
}

const forms = { zh: formatFor('zh'), en: formatFor('en') }

/** The forms of the reader's language. */
export function useFormat(): Format {
  const [language] = useLanguage()
  return forms[language]
}
