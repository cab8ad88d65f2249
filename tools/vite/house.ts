// Vite plugin: reads the name-plates in Node and gives the browser plain data about them as `virtual:liangxing/house`,
// so that neither zod nor a room's problems reach a bundle.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { RoomPlate } from '#ground/http/room.ts'
import type { House, HouseRoom } from '#ground/ui/house.ts'

const id = 'virtual:liangxing/house'

/** What the browser may know of a room. */
export function describeRoom(plate: RoomPlate): HouseRoom {
  return {
    name: plate.name,
    title: plate.title,
    menu: plate.menu,
    endpoints: Object.fromEntries(
      Object.entries(plate.contract).map(([key, { method, path, access, idempotent }]) => [
        key,
        { method, path, idempotent: idempotent !== false, open: access.kind === 'public' || access.kind === 'seat' },
      ]),
    ),
  }
}

/** Imports rooms/<name>/room.ts of every room, in the order of their names. */
export async function readHouse(rooms: string): Promise<House> {
  const found: HouseRoom[] = []
  for (const entry of (await readdir(rooms, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue
    const files = await readdir(join(rooms, entry.name))
    if (!files.includes('room.ts')) continue
    const module = (await import(pathToFileURL(join(rooms, entry.name, 'room.ts')).href)) as { readonly room: RoomPlate }
    found.push(describeRoom(module.room))
  }
  return { rooms: found }
}

/** The plugin; `rooms` is the folder of the rooms. */
export function housePlugin(rooms: string): Plugin {
  return {
    name: 'liangxing:house',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null
      return `export const house = ${JSON.stringify(await readHouse(rooms))}`
    },
  }
}
