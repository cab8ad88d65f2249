// The map behind a drawing, as the room that has outlines offers it: its squares come from that room's endpoint `mapTile`.

import { addressByName } from '../client.ts'
import type { Backdrop } from './schematic-map.tsx'

/** Null where no map service is set. */
export function backdropOf(room: string, notice: string | null | undefined): Backdrop | null {
  if (notice === null || notice === undefined) return null
  return { notice, address: ({ z, x, y }) => addressByName(room, 'mapTile', { params: { z, x, y } }) }
}
