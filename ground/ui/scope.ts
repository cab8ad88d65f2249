// The first control on every page: which unit, which period. In the address, so that a link shows the same; remembered
// while the window is open, so that moving between pages keeps it; at first the acting post's unit and this year.

import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useAddress } from './address.ts'
import { useMe } from './me.ts'
import { isPeriod, type Period, yearAt } from './period.ts'
import { unitName } from './units.ts'

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

/** The year it is in China, as of when the control appeared. */
export function useThisYear(): Period {
  return useState(() => yearAt(Date.now()))[0]
}

/** The period chosen at the top of the page. */
export function usePeriod(): [Period, (next: Period) => void] {
  const [address, setAddress] = useAddress()
  const thisYear = useThisYear()
  const asked = address['period'] ?? kept.get('period') ?? ''
  const setPeriod = useCallback(
    (next: Period) => {
      kept.set('period', next)
      setAddress({ period: next })
    },
    [setAddress],
  )
  return [isPeriod(asked) ? asked : thisYear, setPeriod]
}
