// Days and quarters as an office writes them in Chinese text: 2026年9月8日, 2026年第三季度.

import type { Day } from './clock.ts'

/** 2026年9月8日. */
export function writtenDay(day: Day): string {
  const [year = '', month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

const numerals = ['一', '二', '三', '四']

/** 2026年第三季度. */
export const writtenQuarter = ({ year, quarter }: { readonly year: number; readonly quarter: number }): string =>
  `${year}年第${numerals[quarter - 1] ?? ''}季度`
