// The menu: what the name-plates offer, as far as the acting post may go.

import { house } from 'virtual:liangxing/house'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'

export interface Entry {
  readonly path: string
  readonly title: string
}

const entries = house.rooms
  .flatMap((room) => room.menu)
  .filter((entry) => entry.face === 'desk')
  .toSorted((a, b) => a.order - b.order)

export function useEntries(): readonly Entry[] {
  const may = useMay()
  const text = useText()
  return entries.filter((entry) => may(entry.permission)).map((entry) => ({ path: entry.path, title: text(entry.title) }))
}
