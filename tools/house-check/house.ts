// The house as the checks see it: all texts, and the name-plate of every room as a value. A plate that cannot be
// imported is itself a finding, never a reason to pass.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RoomPlate } from '#ground/http/room.ts'
import type { Finding } from '../source/finding.ts'
import { readTree, type SourceFile } from '../source/tree.ts'

export interface Room {
  readonly name: string
  /** Null when there is no room.ts or it cannot be imported. */
  readonly plate: RoomPlate | null
  readonly error: string | null
  readonly files: readonly SourceFile[]
}

export interface House {
  readonly root: string
  readonly files: readonly SourceFile[]
  readonly rooms: readonly Room[]
}

/** One rule of the house. */
export type Check = (house: House) => Finding[] | Promise<Finding[]>

/** Imports a module below the root; the reason when it cannot be. */
export async function load(root: string, path: string): Promise<{ module: Record<string, unknown>; error: string | null }> {
  try {
    return { module: (await import(/* @vite-ignore */ pathToFileURL(join(root, path)).href)) as Record<string, unknown>, error: null }
  } catch (error) {
    return { module: {}, error: error instanceof Error ? (error.message.split('\n')[0] ?? 'unknown') : String(error) }
  }
}

async function readRoom(root: string, name: string, files: readonly SourceFile[]): Promise<Room> {
  if (!existsSync(join(root, 'rooms', name, 'room.ts'))) return { name, plate: null, error: null, files }
  const { module, error } = await load(root, `rooms/${name}/room.ts`)
  const plate = (module['room'] ?? null) as RoomPlate | null
  return { name, plate, error: error ?? (plate === null ? 'room.ts exports no `room`' : null), files }
}

/** Reads all texts below the root and imports all name-plates. */
export async function readHouse(root: string): Promise<House> {
  // Rooms that the test kit plays with are no rooms of the house.
  const files = readTree(root).filter((file) => !file.path.startsWith('ground/trial/fixture/'))
  const names = new Set(files.flatMap((file) => /^rooms\/([^/]+)\//.exec(file.path)?.[1] ?? []))
  const rooms: Room[] = []
  for (const name of names)
    rooms.push(
      await readRoom(
        root,
        name,
        files.filter((file) => file.path.startsWith(`rooms/${name}/`)),
      ),
    )
  return { root, files, rooms }
}

/** The text of one file; empty when it is not there. */
export function textOf(house: House, path: string): string {
  return house.files.find((file) => file.path === path)?.text ?? ''
}
