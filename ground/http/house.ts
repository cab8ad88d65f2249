// Finds the rooms by their name-plates and floor plan; nobody keeps a list of them.

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Wording } from '#ground/kernel/excerpt.ts'
import type { SqlFolder } from '#ground/postgres/migrate.ts'
import type { Contract, Endpoint } from './contract.ts'
import type { CallRecords, DirectoryOf, ExcerptOf, Excerpts, Handler, Identify, QueueOf, Records, SeatsOf, Wordings } from './handler.ts'
import type { PublicPage } from './page.ts'
import type { RoomPlate } from './room.ts'

export interface LoadedEndpoint {
  /** `room.verb` */
  readonly name: string
  readonly room: string
  readonly endpoint: Endpoint
  readonly handler: Handler
}

export interface House {
  readonly root: string
  /** In the order of their needs. */
  readonly plates: readonly RoomPlate[]
  readonly sqlFolders: readonly SqlFolder[]
  /** Role → permissions, folded from all plates. */
  grantsOf(role: string): readonly string[]
  /** By room; filled when the house is opened. */
  readonly queues?: ReadonlyMap<string, QueueOf>
  /** By kind of record; filled when the house is opened. */
  readonly excerpts?: ReadonlyMap<string, ExcerptOf>
  /** By kind of record; filled when the house is opened. */
  readonly wordings?: ReadonlyMap<string, Wording>
  /** By kind of record; filled when the house is opened. */
  readonly records?: ReadonlyMap<string, CallRecords>
  /** Of the room that signs people in, if it has one. */
  readonly directory?: DirectoryOf | undefined
}

export interface OpenHouse extends House {
  readonly endpoints: ReadonlyMap<string, LoadedEndpoint>
  readonly pages: readonly PublicPage[]
  readonly identify: Identify | null
  readonly seatsOf: SeatsOf | null
  /** The room that signs people in. */
  readonly door: string | null
  /** The room that gives seats. */
  readonly seating: string | null
}

/** The repository's root, from this file's place. */
export const houseRoot = join(import.meta.dirname, '..', '..')

const load = (path: string): Promise<Record<string, unknown>> => import(pathToFileURL(path).href) as Promise<Record<string, unknown>>

function inOrderOfNeeds(plates: readonly RoomPlate[]): RoomPlate[] {
  const byName = new Map(plates.map((plate) => [plate.name, plate]))
  const done: RoomPlate[] = []
  const visit = (plate: RoomPlate, path: readonly string[]): void => {
    if (done.includes(plate)) return
    if (path.includes(plate.name)) throw new Error(`rooms need each other in a circle: ${[...path, plate.name].join(' → ')}`)
    for (const need of plate.needs) {
      const needed = byName.get(need)
      if (needed === undefined) throw new Error(`room ${plate.name} needs ${need}, which is not there`)
      visit(needed, [...path, plate.name])
    }
    done.push(plate)
  }
  for (const plate of plates) visit(plate, [])
  return done
}

/** Reads all name-plates; loads no code of theirs. */
export async function findHouse(root: string = houseRoot): Promise<House> {
  const names = (await readdir(join(root, 'rooms'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const plates: RoomPlate[] = []
  for (const name of names.sort()) {
    const path = join(root, 'rooms', name, 'room.ts')
    if (existsSync(path)) plates.push((await load(path))['room'] as RoomPlate)
  }
  const ordered = inOrderOfNeeds(plates)
  const grants = new Map<string, Set<string>>()
  for (const plate of ordered) {
    for (const [permission, roles] of Object.entries(plate.grants)) {
      for (const role of roles) grants.set(role, (grants.get(role) ?? new Set()).add(permission))
    }
  }
  const lists = new Map([...grants].map(([role, permissions]) => [role, [...permissions].sort()]))
  return {
    root,
    plates: ordered,
    sqlFolders: [
      { room: 'ground', path: join(houseRoot, 'ground', 'postgres') },
      ...ordered.map((plate) => ({ room: plate.name, path: join(root, 'rooms', plate.name, 'data') })),
    ],
    grantsOf: (role) => lists.get(role) ?? [],
  }
}

async function handlersOf(root: string, plate: RoomPlate): Promise<LoadedEndpoint[]> {
  const contract: Contract = plate.contract
  if (Object.keys(contract).length === 0) return []
  const handlers = (await load(join(root, 'rooms', plate.name, 'api', 'index.ts')))['handlers'] as Record<string, Handler>
  return Object.entries(contract).map(([verb, endpoint]) => {
    const handler = handlers[verb]
    if (handler === undefined) throw new Error(`room ${plate.name} promises ${verb} but has no handler for it`)
    return { name: `${plate.name}.${verb}`, room: plate.name, endpoint, handler }
  })
}

/** Loads what the rooms do, by floor plan: api/index.ts, faces/public/index.ts, queue.ts, excerpts.ts, records.ts, identify.ts, seats.ts. */
export async function openHouse(root: string = houseRoot): Promise<OpenHouse> {
  const house = await findHouse(root)
  const endpoints = new Map<string, LoadedEndpoint>()
  const pages: PublicPage[] = []
  const queues = new Map<string, QueueOf>()
  const excerpts = new Map<string, ExcerptOf>()
  const wordings = new Map<string, Wording>()
  const records = new Map<string, CallRecords>()
  let identify: Identify | null = null
  let directory: DirectoryOf | undefined
  let door: string | null = null
  let seatsOf: SeatsOf | null = null
  let seating: string | null = null
  for (const plate of house.plates) {
    for (const loaded of await handlersOf(root, plate)) endpoints.set(loaded.name, loaded)
    const folder = join(root, 'rooms', plate.name)
    const pagesFile = join(folder, 'faces', 'public', 'index.ts')
    if (existsSync(pagesFile)) pages.push(...((await load(pagesFile))['pages'] as PublicPage[]))
    const queueFile = join(folder, 'queue.ts')
    if (existsSync(queueFile)) queues.set(plate.name, (await load(queueFile))['queueOf'] as QueueOf)
    const excerptsFile = join(folder, 'excerpts.ts')
    if (existsSync(excerptsFile)) {
      const telling = await load(excerptsFile)
      for (const [kind, of] of Object.entries(telling['excerpts'] as Excerpts)) {
        if (excerpts.has(kind)) throw new Error(`two rooms tell of ${kind}`)
        excerpts.set(kind, of)
      }
      for (const [kind, words] of Object.entries((telling['wordings'] ?? {}) as Wordings)) wordings.set(kind, words)
    }
    const recordsFile = join(folder, 'records.ts')
    if (existsSync(recordsFile))
      for (const [kind, call] of Object.entries((await load(recordsFile))['records'] as Records)) {
        if (records.has(kind)) throw new Error(`two rooms call a ${kind}`)
        records.set(kind, call)
      }
    const identifyFile = join(folder, 'identify.ts')
    if (existsSync(identifyFile)) {
      const signing = await load(identifyFile)
      identify = signing['identify'] as Identify
      directory = signing['directory'] as DirectoryOf | undefined
      door = plate.name
    }
    const seatsFile = join(folder, 'seats.ts')
    if (existsSync(seatsFile)) {
      seatsOf = (await load(seatsFile))['seatsOf'] as SeatsOf
      seating = plate.name
    }
  }
  return { ...house, endpoints, pages, identify, door, seatsOf, seating, queues, excerpts, wordings, records, directory }
}
