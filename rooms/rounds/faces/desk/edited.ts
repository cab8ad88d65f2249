// A form over something that stands on the server: what is typed is kept on this device at once; what others saved is
// shown as long as nothing was typed here. When the server holds what was typed, the copy on the device is dropped.

import { useEffect, useState } from 'react'
import { useDraft } from '#ground/ui/draft.ts'

export interface Edited<T> {
  readonly value: T
  set(changes: Partial<T>): void
  /** Something typed here is not on the server yet. */
  readonly changed: boolean
  readonly savedAt: number | null
  /** Back to what the server holds. */
  drop(): void
}

export function useEdited<T extends object>(name: string, saved: T): Edited<T> {
  const { value, savedAt, set, clear } = useDraft<T>(name, saved)
  const held = JSON.stringify(saved)
  const same = JSON.stringify(value) === held
  // The device's store may be full: then nothing is kept, but what was typed over this still stands here.
  const [over, setOver] = useState<string | null>(null)
  const typed = savedAt !== null || (over === held && !same)
  const done = savedAt !== null && same
  useEffect(() => {
    if (done) clear()
  }, [done, clear])
  const changed = typed && !same
  return {
    value: typed ? value : saved,
    set(changes) {
      setOver(held)
      set(typed ? changes : { ...saved, ...changes })
    },
    changed,
    savedAt: changed ? savedAt : null,
    drop() {
      setOver(null)
      clear()
    },
  }
}
