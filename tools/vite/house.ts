// Vite plugin: reads the name-plates in Node and gives the browser plain data about them, so that neither zod nor a room's
// problems reach a bundle. `virtual:liangxing/house` has titles and menus; the addresses of a room's endpoints are
// `virtual:liangxing/room/<room>`, imported by every module that names the room in `client(…)`, `callByName(…)` or `hasEndpoint(…)`.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { RoomPlate } from '#ground/http/room.ts'
import type { EndpointAddress } from '#ground/ui/addresses.ts'
import type { House } from '#ground/ui/house.ts'

const houseId = 'virtual:liangxing/house'
const roomId = 'virtual:liangxing/room/'
const naming = /\b(?:client|callByName|hasEndpoint)(?:<[^()]*>)?\(\s*['"]([a-z][a-z-]*)['"]/g

/** The rooms that a module calls by their names, each once. */
export function roomsNamed(code: string): string[] {
  return [...new Set(Array.from(code.matchAll(naming), (match) => match[1] ?? ''))]
}

/** How the browser reaches a room's endpoints. */
export function addressesOf(plate: RoomPlate): Record<string, EndpointAddress> {
  return Object.fromEntries(
    Object.entries(plate.contract).map(([key, { method, path, access, idempotent }]) => [
      key,
      { method, path, idempotent: idempotent !== false, open: access.kind === 'public' || access.kind === 'seat' },
    ]),
  )
}

/** Imports rooms/<name>/room.ts of every room, in the order of their names. */
async function readPlates(rooms: string): Promise<RoomPlate[]> {
  const found: RoomPlate[] = []
  for (const entry of (await readdir(rooms, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue
    const files = await readdir(join(rooms, entry.name))
    if (!files.includes('room.ts')) continue
    const module = (await import(pathToFileURL(join(rooms, entry.name, 'room.ts')).href)) as { readonly room: RoomPlate }
    found.push(module.room)
  }
  return found
}

/** Titles and menus of every room. */
export async function readHouse(rooms: string): Promise<House> {
  return { rooms: (await readPlates(rooms)).map(({ name, title, menu }) => ({ name, title, menu })) }
}

/** The plugin; `rooms` is the folder of the rooms. */
export function housePlugin(rooms: string): Plugin {
  return {
    name: 'liangxing:house',
    enforce: 'pre',
    resolveId: (source) => (source === houseId || source.startsWith(roomId) ? `\0${source}` : null),
    async load(source) {
      if (source === `\0${houseId}`) return `export const house = ${JSON.stringify(await readHouse(rooms))}`
      if (!source.startsWith(`\0${roomId}`)) return null
      const name = source.slice(roomId.length + 1)
      const plate = (await readPlates(rooms)).find((one) => one.name === name)
      if (plate === undefined) throw new Error(`there is no room ${name} to call`)
      const addresses = join(rooms, '..', 'ground', 'ui', 'addresses.ts')
      return `import { addRoom } from ${JSON.stringify(addresses)}\naddRoom(${JSON.stringify(name)}, ${JSON.stringify(addressesOf(plate))})`
    },
    transform(code, file) {
      if (!/\.tsx?$/.test(file.split('?')[0] ?? '') || file.startsWith('\0')) return null
      const named = roomsNamed(code)
      // On the same line, so that every other line keeps its place.
      return named.length === 0 ? null : { code: `${named.map((name) => `import '${roomId}${name}';`).join('')}${code}`, map: null }
    },
  }
}
