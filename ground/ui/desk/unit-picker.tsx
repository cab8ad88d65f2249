// Chooses a unit: by walking the tree from the current one, or by typing a name, a code or pinyin initials.

import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { unitName } from '../units.ts'
import { useWords } from '../words.ts'
import { words } from './words.ts'

const fetchFinder = () => import('./unit-finder.tsx')
const Finder = lazy(fetchFinder)

export interface UnitPickerProps {
  readonly value: string
  readonly onChange: (code: string) => void
  /** The unit's name, when it is known already. */
  readonly name?: string
}

export function UnitPicker({ value, onChange, name }: UnitPickerProps) {
  const text = useWords(words)
  const [open, setOpen] = useState(false)
  const asked = useQuery({
    queryKey: ['units', 'name', value],
    queryFn: ({ signal }) => unitName(value, signal),
    enabled: name === undefined && value !== '',
    staleTime: 600_000,
  })
  const choose = (code: string): void => {
    setOpen(false)
    onChange(code)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <Suspense fallback={<div className="lx-finder" aria-busy="true" />}>
          <Finder value={value} onChange={choose} />
        </Suspense>
      }
    >
      <Button className="lx-unit" aria-haspopup="dialog" aria-expanded={open} onPointerEnter={() => void fetchFinder()}>
        <strong>{value === '' ? text.chooseUnit : (name ?? asked.data ?? value)}</strong>
        <span aria-hidden="true">▾</span>
      </Button>
    </Popover>
  )
}
