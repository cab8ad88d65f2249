// The day the screens read as of: what was typed, else the end of the chosen period or today, whichever comes first.

import { useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useAddress } from '#ground/ui/address.ts'
import { readDay } from '#ground/ui/day.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod } from '#ground/ui/scope.ts'

/** The day, and how to choose another (empty: by the period again). */
export function useAsOf(): [string, (day: string) => void] {
  const [address, setAddress] = useAddress()
  const [period] = usePeriod()
  const [today] = useState(() => chinaDay(Date.now()))
  const end = daysOf(period).to
  const typed = address['asOf'] ?? ''
  const day = readDay(typed) ?? (end < today ? end : today)
  return [day, (next) => setAddress({ asOf: next === '' ? null : next })]
}
