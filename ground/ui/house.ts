// The rooms as the browser knows them: titles and menu, without schemas; their addresses come with who calls them (addresses.ts).
// The value is made from the name-plates by tools/vite/house.ts.

import type { MenuEntry } from '#ground/http/room.ts'
import type { Text } from '#ground/kernel/problem.ts'

export interface HouseRoom {
  readonly name: string
  readonly title: Text
  readonly menu: readonly MenuEntry[]
}

export interface House {
  readonly rooms: readonly HouseRoom[]
}
