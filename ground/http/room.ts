// The name-plate of a room: the only registration. Plates are plain data and types, so that server, web build, tools
// and documentation can all read them; code is found by the floor plan (api/, data/, faces/), never listed.

import type { AnyProblemMaker, Text } from '#ground/kernel/problem.ts'
import type { Contract } from './contract.ts'

export interface MenuEntry {
  /** A folder of faces/: whose menu it is. */
  readonly face: string
  readonly path: string
  readonly title: Text
  /** Order among all entries; tens, so that a room fits between two others. */
  readonly order: number
  /** Shown to posts with this permission; to every account when absent. */
  readonly permission?: string
}

export interface RoomPlate {
  /** The folder's name. */
  readonly name: string
  readonly title: Text
  /** Rooms whose core or offers.ts this room uses; no cycles. */
  readonly needs: readonly string[]
  readonly contract: Contract
  readonly problems: Readonly<Record<string, AnyProblemMaker>>
  /** Permission → roles that have it. A permission is `room.verb`. */
  readonly grants: Readonly<Record<string, readonly string[]>>
  readonly menu: readonly MenuEntry[]
  /** Names of background tasks, `room.task`; each is a file jobs/<task>.ts of the room. */
  readonly jobs?: readonly string[]
  /** Names of commands, each a file cli/<command>.ts of the room. */
  readonly commands?: readonly string[]
}

/** Declares a room. */
export function defineRoom<const P extends RoomPlate>(plate: P): P {
  return plate
}
