// Totals while one ticks: the township's, the county's and the whole cycle's targets with what is ticked here, levels and stars beside each other,
// and quotas that would be passed.

import { useAnswer } from '#ground/ui/answers.ts'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { unitName } from '#ground/ui/units.ts'
import { useWords } from '#ground/ui/words.ts'
import { useQuery } from '@tanstack/react-query'
import { sumOfLevels, sumOfStars, totalsOf } from '../../core/totals.ts'
import type { Totals } from '../../core/totals.ts'
import { stars } from './stars.ts'
import type { Cycle } from './stars.ts'
import { words } from './words.ts'

interface TargetSumsProps {
  readonly cycle: Cycle
  readonly quarter: string
  readonly unit: string
  readonly chosen: readonly string[]
}

export function TargetSums({ cycle, quarter, unit, chosen }: TargetSumsProps) {
  const text = useWords(words)
  const params = { unit: cycle.unit, id: cycle.id }
  const aims = useAnswer(stars, 'aims', { params, query: { quarter } })
  const quotas = useAnswer(stars, 'quotas', { params })
  const town = unit.slice(0, 9)
  const county = unit.slice(0, 6)
  const countyName = useQuery({
    queryKey: ['units', 'name', county],
    queryFn: ({ signal }) => unitName(county, signal),
    staleTime: 600_000,
    enabled: county !== cycle.unit,
  })
  const townName = useQuery({ queryKey: ['units', 'name', town], queryFn: ({ signal }) => unitName(town, signal), staleTime: 600_000 })
  if (aims.data === undefined) return null
  const codes = cycle.stars.map((star) => star.code)
  const rows = [...aims.data.rows.filter((row) => row.unit !== unit), ...(chosen.length === 0 ? [] : [{ unit, stars: chosen }])]
  const below = (prefix: string): Totals =>
    totalsOf(
      rows.filter((row) => row.unit.startsWith(prefix)).map((row) => row.stars),
      codes,
    )
  const line = (prefix: string, name: string) => {
    const totals = below(prefix)
    const [levels, all] = [sumOfLevels(totals), sumOfStars(totals)]
    const full = (quotas.data?.rows ?? []).filter((quota) => quota.unit === prefix && (totals.stars[quota.star] ?? 0) > quota.most)
    return (
      <div key={prefix}>
        <p>
          <strong>{name}</strong> {text.sumsLine(totals.units, text.levelList(totals.levels), all)}{' '}
          {levels === all ? text.sumsEqual : text.sumsDiffer}
        </p>
        {full.map((quota) => (
          <p key={quota.star}>
            <StatusTag state="attention">
              {text.quotaFull(cycle.stars.find((star) => star.code === quota.star)?.name ?? quota.star, quota.most)}
            </StatusTag>
          </p>
        ))}
      </div>
    )
  }
  return (
    <section className="stars-sums" aria-label={text.sumsNow} aria-live="polite">
      <p className="lx-quiet">{text.sumsNow}</p>
      {line(town, text.sumsTown(townName.data ?? text.township))}
      {cycle.unit.length < county.length ? line(county, text.sumsTown(countyName.data ?? county)) : null}
      {line(cycle.unit, text.sumsTown(cycle.unitName))}
    </section>
  )
}
