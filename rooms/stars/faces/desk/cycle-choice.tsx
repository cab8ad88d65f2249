// Which cycle a page is about, where a year has more than one.

import { useWords } from '#ground/ui/words.ts'
import { Select } from 'antd'
import type { CycleRow } from './stars.ts'
import { words } from './words.ts'
import './stars.css'

interface CycleChoiceProps {
  readonly rows: readonly CycleRow[] | undefined
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

export function CycleChoice({ rows, value, onChange }: CycleChoiceProps) {
  const text = useWords(words)
  if (rows === undefined || rows.length === 0) return null
  return (
    <Select
      className="stars-choice"
      aria-label={text.choose}
      value={value ?? null}
      options={rows.map((row) => ({ value: row.id, label: row.name }))}
      onChange={(next: string | null) => (next === null ? undefined : onChange(next))}
      popupMatchSelectWidth={false}
    />
  )
}
