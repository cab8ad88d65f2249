// The rooms as the browser knows them: titles, menu and the address of every endpoint, without schemas.
// The value is made from the name-plates by tools/vite/house.ts.

import type { MenuEntry } from '#ground/http/room.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** How one endpoint is reached. */
export interface EndpointAddress {
  readonly method: 'GET' | 'POST'
  /** Below /api/v1, with `:name` for parameters. */
  readonly path: string
  readonly idempotent: boolean
  /** Needs no account, so a 401 of it is its own answer and not the end of a session. */
  readonly open: boolean
}

export interface HouseRoom {
  readonly name: string
  readonly title: Text
  readonly menu: readonly MenuEntry[]
  readonly endpoints: Readonly<Record<string, EndpointAddress>>
}

export interface House {
  readonly rooms: readonly HouseRoom[]
}
