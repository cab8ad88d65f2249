// The first row of every page: which unit, and which time. On paper, where nothing can be chosen, the same as words.

import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useFormat } from '../format.ts'
import { usePeriod, useUnit } from '../scope.ts'
import { unitSummary } from '../units.ts'
import { useWords } from '../words.ts'
import { PageLink } from './page-link.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { words } from './words.ts'

/** `true`: the reader chooses the period; `'today'`: the page shows what holds today; `false`: time has no meaning here. */
export type TimeOfPage = boolean | 'today'

/** The units above the chosen one, each a link that makes it the chosen one. */
function Above({ code }: { readonly code: string }) {
  const text = useWords(words)
  const { pathname } = useLocation()
  const asked = useQuery({
    queryKey: ['units', 'summary', code],
    queryFn: ({ signal }) => unitSummary(code, signal),
    enabled: code !== '',
    staleTime: 60_000,
  })
  const path = asked.data?.path ?? []
  if (path.length === 0) return null
  return (
    <nav className="lx-above" aria-label={text.above}>
      {path.map((unit) => (
        <span key={unit.code}>
          <PageLink to={`${pathname}?unit=${unit.code}`}>{unit.name}</PageLink> <span aria-hidden="true">›</span>
        </span>
      ))}
    </nav>
  )
}

function Unit({ above }: { readonly above: boolean }) {
  const { code, name, setUnit } = useUnit()
  return (
    <>
      {above ? <Above code={code} /> : null}
      <UnitPicker value={code} name={name} onChange={setUnit} />
    </>
  )
}

function ChosenTime() {
  const [period, setPeriod] = usePeriod()
  return <PeriodPicker value={period} onChange={setPeriod} />
}

function Today() {
  const text = useWords(words)
  const format = useFormat()
  const [today] = useState(() => chinaDay(Date.now()))
  return <span className="lx-quiet">{text.asOfToday(format.day(today))}</span>
}

/** What paper says: unit, code, period, and when it was printed. */
function Printed({ unit, time }: Pick<ScopeRowProps, 'unit' | 'time'>) {
  const text = useWords(words)
  const format = useFormat()
  const { code, name } = useUnit()
  const [period] = usePeriod()
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const look = (): void => setAt(Date.now())
    window.addEventListener('beforeprint', look)
    return () => window.removeEventListener('beforeprint', look)
  }, [])
  const parts = [...(unit && code !== '' ? [name, code] : []), ...(time === true ? [period] : []), text.printed(format.moment(at))]
  return <p className="lx-printed">{parts.join(' · ')}</p>
}

export interface ScopeRowProps {
  readonly unit: boolean
  readonly above: boolean
  readonly time: TimeOfPage
  /** Stands where the time would. */
  readonly instead?: ReactNode
}

export function ScopeRow({ unit, above, time, instead }: ScopeRowProps) {
  return (
    <>
      {unit || time !== false || instead !== undefined ? (
        <div className="lx-scope">
          {unit ? <Unit above={above} /> : null}
          {time === true ? <ChosenTime /> : time === 'today' ? <Today /> : null}
          {instead}
        </div>
      ) : null}
      <Printed unit={unit} time={time} />
    </>
  )
}
