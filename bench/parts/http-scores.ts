// Load over HTTP: judges hand in sheets, each over a connection of its own.

import { good, openLine } from '../http-line.ts'
import type { HttpLine } from '../http-line.ts'
import type { Hall } from '../judges.ts'
import { closedLoop, openLoop } from '../load.ts'
import type { Load } from '../load.ts'
import { scoreRequest } from '../scores.ts'

let lines: HttpLine[] = []
let hall: Hall | null = null

/** Opens one connection per judge. */
export async function open(given: { readonly port: number; readonly hall: Hall }): Promise<void> {
  hall = given.hall
  lines = await Promise.all(hall.judges.map(() => openLine(given.port)))
}

const score = async (asker: number): Promise<void> => {
  const [line, judge] = [lines[asker], hall?.judges[asker]]
  if (line === undefined || judge === undefined || hall === null) throw new Error('more askers than judges')
  const { body } = good(await line.ask(scoreRequest(hall, judge)))
  if (!body.includes('"outcome":"kept"')) throw new Error(`not kept: ${body.toString('utf8', 0, 300)}`)
}

export const closed = (given: { readonly seconds: number; readonly warm: number }): Promise<Load> =>
  closedLoop({ ...given, askers: lines.length }, score)

export const byClock = (given: { readonly rate: number; readonly seconds: number; readonly warm: number }): Promise<Load> =>
  openLoop({ ...given, askers: lines.length }, score)
