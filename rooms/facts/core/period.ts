// The period a value belongs to: written `2026`, `2026-H1`, `2026-Q3`, `2026-09` or, for what holds from a day on, that day.

import type { Day } from '#ground/kernel/clock.ts'
import { addDays, addMonths, isDay } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Period } from './definition.ts'

export interface Span {
  readonly from: Day
  /** The last day; null where a value holds until the next one. */
  readonly to: Day | null
}

const months: Readonly<Record<Exclude<Period, 'day'>, number>> = { year: 12, 'half-year': 6, quarter: 3, month: 1 }

/** Names of the kinds of period. */
export const periodNames: Readonly<Record<Period, Text>> = {
  year: { zh: '每年', en: 'yearly' },
  'half-year': { zh: '每半年', en: 'half-yearly' },
  quarter: { zh: '每季度', en: 'quarterly' },
  month: { zh: '每月', en: 'monthly' },
  day: { zh: '有变化时', en: 'when it changes' },
}

/** How an office may write each kind; the number that is left tells which one of the year. */
const written: Readonly<Record<Exclude<Period, 'day'>, RegExp>> = {
  year: /^(\d{4})年?()$/,
  'half-year': /^(\d{4})(?:-?H([12])|年?([上下])半年)$/i,
  quarter: /^(\d{4})(?:-?Q([1-4])|年?第?([1-4一二三四])季度)$/i,
  month: /^(\d{4})(?:-(0[1-9]|1[0-2])|年(1[0-2]|0?[1-9])月)$/,
}

const numerals: Readonly<Record<string, number>> = { 上: 1, 下: 2, 一: 1, 二: 2, 三: 3, 四: 4 }
const two = (value: number): string => String(value).padStart(2, '0')

/** The span that a text names; null when it names none of that kind. */
export function readPeriod(period: Period, text: string): Span | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  if (period === 'day') return isDay(plain) ? { from: plain, to: null } : null
  const match = written[period].exec(plain)
  const year = match?.[1] ?? ''
  if (match === null || !isDay(`${year}-01-01`)) return null
  const which = match[2] || match[3] || '1'
  const first = (numerals[which] ?? Number(which)) * months[period] - months[period] + 1
  const from = `${year}-${two(first)}-01`
  return { from, to: addDays(addMonths(from, months[period]), -1) }
}

/** The span of this kind in which a day lies. */
export function periodAt(period: Period, day: Day): Span {
  if (period === 'day') return { from: day, to: null }
  const month = Number(day.slice(5, 7))
  const from = `${day.slice(0, 4)}-${two(month - ((month - 1) % months[period]))}-01`
  return { from, to: addDays(addMonths(from, months[period]), -1) }
}

/** The way a span is written in contracts and sheets; `readPeriod` reads it again. */
export function writePeriod(period: Period, from: Day): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  switch (period) {
    case 'year':
      return year
    case 'half-year':
      return `${year}-H${month > 6 ? 2 : 1}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'month':
      return from.slice(0, 7)
    default:
      return from
  }
}

/** The way a reader sees it. */
export function periodText(period: Period, from: Day): Text {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  switch (period) {
    case 'year':
      return { zh: `${year}年`, en: year }
    case 'half-year':
      return { zh: `${year}年${month > 6 ? '下' : '上'}半年`, en: `${year} H${month > 6 ? 2 : 1}` }
    case 'quarter':
      return { zh: `${year}年第${Math.ceil(month / 3)}季度`, en: `${year} Q${Math.ceil(month / 3)}` }
    case 'month':
      return { zh: `${year}年${month}月`, en: from.slice(0, 7) }
    default:
      return { zh: `${from} 起`, en: `since ${from}` }
  }
}

/** The spans of this kind up to the day, the latest first: the choices of a form. */
export function recentPeriods(period: Exclude<Period, 'day'>, today: Day, count: number): Span[] {
  const spans: Span[] = []
  for (let day = today; spans.length < count;) {
    const span = periodAt(period, day)
    spans.push(span)
    day = addDays(span.from, -1)
  }
  return spans
}
