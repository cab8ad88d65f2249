// What the unit picker opens: walking the tree from the current unit, or typing a name, a code or pinyin initials.
// Fetched when somebody opens it: most visits to a page never do.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { parentOf } from '#ground/kernel/code.ts'
import { useMe } from '../me.ts'
import { searchUnits, unitName, unitsBelow } from '../units.ts'
import { useWords } from '../words.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { words } from './words.ts'

export default function UnitFinder({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }) {
  const text = useWords(words)
  const { acting } = useMe()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(value)
  const q = useDeferredValue(typed.trim())
  const up = parentOf(at)
  const here = useQuery({
    queryKey: ['units', 'name', at],
    queryFn: ({ signal }) => unitName(at, signal),
    enabled: at !== '',
    staleTime: 600_000,
  })
  const rows = useQuery({
    queryKey: ['units', 'picker', q === '' ? at : '', q],
    queryFn: ({ signal }) => (q === '' ? unitsBelow(at, signal) : searchUnits(q, signal)),
    enabled: q !== '' || at !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return (
    <div className="lx-finder" role="dialog" aria-label={text.chooseUnit}>
      <Input
        autoFocus
        allowClear
        value={typed}
        placeholder={text.findUnit}
        aria-label={text.findUnit}
        onChange={(event) => setTyped(event.target.value)}
      />
      {q === '' ? (
        <div className="lx-finder-where">
          <span>{text.below(here.data ?? at)}</span>
          {up === null ? null : (
            <Button size="small" onClick={() => setAt(up)}>
              {text.upOne}
            </Button>
          )}
          {acting === null || acting.unit === value ? null : (
            <Button size="small" onClick={() => onChange(acting.unit)}>
              {text.ownUnit}
            </Button>
          )}
        </div>
      ) : null}
      <ProblemNotice problem={rows.error} retry={() => void rows.refetch()} />
      <ul aria-busy={rows.isFetching}>
        {q === '' && at !== value ? (
          <li>
            <button type="button" onClick={() => onChange(at)}>
              <strong>{here.data ?? at}</strong>
              <span>{at}</span>
            </button>
          </li>
        ) : null}
        {(rows.data ?? []).slice(0, 200).map((unit) => (
          <li key={unit.code}>
            <button type="button" onClick={() => onChange(unit.code)}>
              {unit.name}
              <span>
                {unit.place} {unit.code}
              </span>
            </button>
            {q === '' && unit.code.length < 12 ? (
              <Button size="small" type="text" aria-label={text.below(unit.name)} onClick={() => setAt(unit.code)}>
                ›
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.data?.length === 0 ? <p className="lx-quiet">{q === '' ? text.noneBelow : text.noUnitFound}</p> : null}
    </div>
  )
}
