// Year first, then the whole of it, a quarter or a month.

import { Select } from 'antd'
import type { Period } from '../period.ts'
import { useThisYear } from '../scope.ts'
import { useWords } from '../words.ts'
import { words } from './words.ts'

export interface PeriodPickerProps {
  readonly value: Period
  readonly onChange: (next: Period) => void
  /** Only whole years. */
  readonly yearsOnly?: boolean
}

const two = (value: number): string => String(value).padStart(2, '0')

export function PeriodPicker({ value, onChange, yearsOnly = false }: PeriodPickerProps) {
  const text = useWords(words)
  const year = value.slice(0, 4)
  const now = Number(useThisYear())
  const years = [...new Set([now + 1, now, now - 1, now - 2, now - 3, now - 4, Number(year)])].toSorted((a, b) => b - a).map(String)
  const quarters = ['1', '2', '3', '4'].map((quarter) => ({ value: `-Q${quarter}`, label: text.quarterOnly(quarter) }))
  const months = Array.from({ length: 12 }, (_, index) => ({ value: `-${two(index + 1)}`, label: text.monthOnly(String(index + 1)) }))
  return (
    <span className="lx-period" role="group" aria-label={text.period}>
      <Select
        aria-label={text.period}
        value={year}
        options={years.map((each) => ({ value: each, label: text.year(each) }))}
        onChange={(next) => onChange(next + value.slice(4))}
        popupMatchSelectWidth={false}
      />
      {yearsOnly ? null : (
        <Select
          aria-label={text.period}
          value={value.slice(4)}
          options={[{ value: '', label: text.wholeYear }, ...quarters, ...months]}
          onChange={(next) => onChange(year + next)}
          popupMatchSelectWidth={false}
        />
      )}
    </span>
  )
}
