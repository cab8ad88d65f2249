// What a reader chose about a table, remembered on this device: columns and row height.

import { useState } from 'react'

export interface TableChoices {
  /** Shown or hidden against the column's own default. */
  readonly shown: Readonly<Record<string, boolean>>
  readonly dense: boolean
}

const usual: TableChoices = { shown: {}, dense: false }

function read(name: string): TableChoices {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(`lx-table:${name}`) ?? '{}') as Partial<TableChoices>) }
  } catch {
    // Unreadable choices are no choices.
    return usual
  }
}

export function useTableChoices(name: string): [TableChoices, (changes: Partial<TableChoices>) => void] {
  const [choices, setChoices] = useState(() => read(name))
  return [
    choices,
    (changes) => {
      const next = { ...choices, ...changes }
      setChoices(next)
      localStorage.setItem(`lx-table:${name}`, JSON.stringify(next))
    },
  ]
}
