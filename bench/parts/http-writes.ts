// Load over HTTP: officials write, each over a connection of its own.

import { good, openLine } from '../http-line.ts'
import type { HttpLine } from '../http-line.ts'
import { closedLoop, openLoop } from '../load.ts'
import type { Load } from '../load.ts'
import type { Official } from '../officials.ts'
import { writeRequest } from '../writes.ts'

let lines: HttpLine[] = []
let writers: readonly Official[] = []
let today = ''

/** Opens one connection per official. */
export async function open(given: { readonly port: number; readonly officials: readonly Official[]; readonly day: string }): Promise<void> {
  writers = given.officials
  today = given.day
  lines = await Promise.all(writers.map(() => openLine(given.port)))
}

const write = async (asker: number): Promise<void> => {
  const [line, official] = [lines[asker], writers[asker]]
  if (line === undefined || official === undefined) throw new Error('more askers than officials')
  good(await line.ask(writeRequest(official, today)))
}

export const closed = (given: { readonly seconds: number; readonly warm: number }): Promise<Load> =>
  closedLoop({ ...given, askers: lines.length }, write)

export const byClock = (given: { readonly rate: number; readonly seconds: number; readonly warm: number }): Promise<Load> =>
  openLoop({ ...given, askers: lines.length }, write)
