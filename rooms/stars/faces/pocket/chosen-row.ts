// Which row of a star is open: it stands behind the # of the address, so that the phone's own way back leads to the list.

import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void): (() => void) => {
  const turn = (): void => {
    onChange()
    // A row that is opened is seen from its top.
    scrollTo(0, 0)
  }
  addEventListener('hashchange', turn)
  return () => removeEventListener('hashchange', turn)
}

/** The row's id; empty for the list of rows. */
export const useChosenRow = (): string => useSyncExternalStore(subscribe, () => decodeURIComponent(location.hash.slice(1)))

/** Where a row is opened. */
export const rowAddress = (row: string): string => `#${encodeURIComponent(row)}`
