// The first control on every page: which unit, which period. In the address, so that a link shows the same; remembered
// while the window is open, so that moving between pages keeps it; at first the acting post's unit and this year.

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useAddress } from './address.ts'
import { useMe } from './me.ts'
import { unitName } from './units.ts'

/** `2026`, `2026-Q3` or `2026-09`. */
export type Period = string

const pattern = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/

/** Whether a text is a period. */
export function isPeriod(text: string): boolean {
  return pattern.test(text)
}

/** The year at an instant, in China. */
export function yearAt(instant: number): Period {
  return chinaDay(instant).slice(0, 4)
}

/** First and last day of a period, both inclusive. */
export function daysOf(period: Period): { readonly from: string; readonly to: string } {
  const year = Number(period.slice(0, 4))
  const quarter = /Q(\d)$/.exec(period)?.[1]
  const first = quarter === undefined ? Number(period.slice(5) || 1) : Number(quarter) * 3 - 2
  const last = quarter !== undefined ? first + 2 : period.length === 4 ? 12 : first
  const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10)
  return { from: `${period.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, to: end }
}

const kept = {
  get: (key: string): string | null => sessionStorage.getItem(`lx-${key}`),
  set: (key: string, value: string): void => sessionStorage.setItem(`lx-${key}`, value),
}

/** Forgets unit and period, when another post begins to act. */
export function forgetScope(): void {
  sessionStorage.removeItem('lx-unit')
  sessionStorage.removeItem('lx-period')
}

export interface ChosenUnit {
  /** Empty only for an account without a post. */
  readonly code: string
  readonly name: string
  setUnit(code: string): void
}

/** The unit chosen at the top of the page. */
export function useUnit(): ChosenUnit {
  const [address, setAddress] = useAddress()
  const { acting } = useMe()
  const code = address['unit'] ?? kept.get('unit') ?? acting?.unit ?? ''
  const own = acting !== null && code === acting.unit ? acting.unitName : null
  const asked = useQuery({
    queryKey: ['units', 'name', code],
    queryFn: ({ signal }) => unitName(code, signal),
    enabled: own === null && code !== '',
    staleTime: 600_000,
  })
  const setUnit = useCallback(
    (next: string) => {
      kept.set('unit', next)
      setAddress({ unit: next })
    },
    [setAddress],
  )
  return { code, name: own ?? asked.data ?? code, setUnit }
}

/** The period chosen at the top of the page. */
export function usePeriod(): [Period, (next: Period) => void] {
  const [address, setAddress] = useAddress()
  const asked = address['period'] ?? kept.get('period') ?? ''
  const setPeriod = useCallback(
    (next: Period) => {
      kept.set('period', next)
      setAddress({ period: next })
    },
    [setAddress],
  )
  return [isPeriod(asked) ? asked : yearAt(Date.now()), setPeriod]
}
