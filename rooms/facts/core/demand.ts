// A form demand: who asks whom for what, on which basis, how often, until when, and what that costs everybody together.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addMonths, daysBetween } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { UnitKind } from './fact-sheet.ts'

/** How often it is to be filled in. There is no “daily”: nothing here asks anybody every day. */
export const frequencies = ['once', 'year', 'half-year', 'quarter', 'month', 'week'] as const
export type Frequency = (typeof frequencies)[number]

/** Their names. */
export const frequencyNames: Readonly<Record<Frequency, Text>> = {
  once: { zh: '一次', en: 'once' },
  year: { zh: '每年一次', en: 'yearly' },
  'half-year': { zh: '每半年一次', en: 'half-yearly' },
  quarter: { zh: '每季度一次', en: 'quarterly' },
  month: { zh: '每月一次', en: 'monthly' },
  week: { zh: '每周一次', en: 'weekly' },
}

/** The longest a demand stands before it has to be asked for anew, in months. */
export const longestMonths = 36

/** What a form is called by whoever asks for it in the register: `kind:id`, such as `self-check:<cycle>`. */
export const formPattern = /^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$/

/** The key of a form that nothing else names: its own record's. */
export const ownForm = (id: string): string => `form:${id}`

/** The key as somebody may have to read or type it; empty for one that nothing else names. */
export const formTyped = (form: string): string => (form.startsWith('form:') ? '' : form)

/** Whom it asks and when. */
export interface Reach {
  /** The subtree whose villages and communities fill it in. */
  readonly below: Code
  /** Null: both kinds. */
  readonly kind: UnitKind | null
  readonly from: Day
  /** The last day, inclusive. */
  readonly sunset: Day
  /** Units of the subtree that it does not ask, because they have stated its data already. */
  readonly spared?: readonly Code[]
}

const monthsOf: Readonly<Record<Exclude<Frequency, 'once' | 'week'>, number>> = { year: 12, 'half-year': 6, quarter: 3, month: 1 }

const index = (day: Day, months: number): number => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months)

/** How often it falls due until its sunset: the calendar periods it touches; weeks are counted from its first day. */
export function timesUntil(frequency: Frequency, from: Day, sunset: Day): number {
  if (sunset < from) return 0
  if (frequency === 'once') return 1
  if (frequency === 'week') return Math.floor(daysBetween(from, sunset) / 7) + 1
  return index(sunset, monthsOf[frequency]) - index(from, monthsOf[frequency]) + 1
}

export interface Cost {
  readonly units: number
  readonly times: number
  /** Minutes of all units together until the sunset. */
  readonly minutes: number
}

/** minutes × units × times. */
export function costOf(given: { minutes: number; units: number; frequency: Frequency; from: Day; sunset: Day }): Cost {
  const times = timesUntil(given.frequency, given.from, given.sunset)
  return { units: given.units, times, minutes: given.minutes * given.units * times }
}

/** Whether the sunset is a possible one. */
export function isSunset(from: Day, sunset: Day): boolean {
  return sunset >= from && sunset <= addMonths(from, longestMonths)
}

/** Where a demand may stand. */
export const demandStates = ['coming', 'standing', 'expired', 'withdrawn'] as const
/** Their names. */
export const demandStateNames: Readonly<Record<DemandState, Text>> = {
  coming: { zh: '未开始', en: 'not begun' },
  standing: { zh: '有效', en: 'standing' },
  expired: { zh: '已到期', en: 'expired' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}
export type DemandState = (typeof demandStates)[number]

/** Where it stands on a day; it expires by itself. A withdrawn one stands no more from that day on. */
export function demandState(demand: Pick<Reach, 'from' | 'sunset'> & { readonly withdrawnOn: Day | null }, day: Day): DemandState {
  if (demand.withdrawnOn !== null && demand.withdrawnOn <= day) return 'withdrawn'
  if (day > demand.sunset) return 'expired'
  return day < demand.from ? 'coming' : 'standing'
}

/** Whether a demand is not kept from asking a unit by having spared it. */
export const asksOf = ({ spared = [] }: Pick<Reach, 'spared'>, unit: Code): boolean => !spared.includes(unit)

/** Whether two demands ask the same units in the same time. */
export function overlap(a: Reach, b: Reach): boolean {
  const places = a.below.startsWith(b.below) || b.below.startsWith(a.below)
  return (
    places &&
    asksOf(a, b.below) &&
    asksOf(b, a.below) &&
    (a.kind === null || b.kind === null || a.kind === b.kind) &&
    a.from <= b.sunset &&
    b.from <= a.sunset
  )
}
