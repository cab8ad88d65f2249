// Load over HTTP: secretaries answer rows of their self-checks, and hand everything in on the last night.

import { randomUUID } from 'node:crypto'
import type { Campaign, Village } from '../campaign.ts'
import { rows } from '../campaign.ts'
import { good, openLine, requestText } from '../http-line.ts'
import type { HttpLine } from '../http-line.ts'
import { closedLoop, openLoop } from '../load.ts'
import type { Load } from '../load.ts'

let lines: HttpLine[] = []
let campaign: Campaign | null = null
let last = 0
const revision = (): number => (last = Math.max(last + 1, Date.now() * 1000))

/** Opens connections; what is asked on them is asked as one secretary after another. */
export async function open(given: { readonly port: number; readonly clients: number; readonly campaign: Campaign }): Promise<void> {
  campaign = given.campaign
  lines = await Promise.all(Array.from({ length: given.clients }, () => openLine(given.port)))
}

const post = ({ unit, candidacy, token }: Village, verb: string, body: unknown): string =>
  requestText({
    method: 'POST',
    path: `/api/v1/stars/candidacies/${unit}/${candidacy}/${verb}`,
    headers: { cookie: `lx-session=${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })

const keep = (village: Village, row: string): string =>
  post(village, 'rows', { rows: [{ row, answer: Math.random() < 0.8 ? 'met' : 'not-yet', reason: '', revision: revision() }] })

async function ask(asker: number, request: string): Promise<void> {
  const line = lines[asker]
  if (line === undefined) throw new Error('open first')
  good(await line.ask(request))
}

/** Rows saved one at a time, each asker a village of its own. */
export const save = (given: { readonly seconds: number; readonly warm: number }): Promise<Load> =>
  closedLoop({ ...given, askers: lines.length }, (asker) => {
    const village = campaign?.villages[asker % campaign.villages.length]
    if (village === undefined) throw new Error('open first')
    return ask(asker, keep(village, rows[Math.floor(Math.random() * rows.length)] ?? ''))
  })

/** Every village answers its 29 rows, one request a row, and submits; as many at once as there are connections. */
export async function night(): Promise<{ readonly seconds: number; readonly requests: number; readonly milliseconds: readonly number[] }> {
  const waiting = [...(campaign?.villages ?? [])]
  const milliseconds: number[] = []
  const started = performance.now()
  const timed = async (asker: number, request: string): Promise<void> => {
    const since = performance.now()
    await ask(asker, request)
    milliseconds.push(performance.now() - since)
  }
  const work = async (_line: HttpLine, asker: number): Promise<void> => {
    for (let village = waiting.pop(); village !== undefined; village = waiting.pop()) {
      for (const row of rows) await timed(asker, keep(village, row))
      await timed(asker, post(village, 'submit', {}))
    }
  }
  await Promise.all(lines.map(work))
  return { seconds: (performance.now() - started) / 1000, requests: milliseconds.length, milliseconds }
}

/** Rows saved by the clock of whoever is free, to be written while boards are read. */
export async function writeFor(given: { readonly seconds: number; readonly rate: number }): Promise<number> {
  const load = await openLoop({ askers: lines.length, rate: given.rate, seconds: given.seconds, warm: 0 }, (asker) => {
    const village = campaign?.villages[asker % campaign.villages.length]
    if (village === undefined) throw new Error('open first')
    return ask(asker, keep(village, rows[Math.floor(Math.random() * rows.length)] ?? ''))
  })
  if (load.failures > 0) throw new Error(`writing: ${load.failure ?? ''}`)
  return load.perSecond
}

let over = true
let writing: Promise<Load> | null = null

/** Rows saved by the clock until somebody says that it is enough. */
export async function beginWriting(given: { readonly rate: number }): Promise<void> {
  await writing
  over = false
  writing = openLoop({ askers: lines.length, rate: given.rate, seconds: 300, warm: 0, over: () => over }, (asker) => {
    const village = campaign?.villages[asker % campaign.villages.length]
    if (village === undefined) throw new Error('open first')
    return ask(asker, keep(village, rows[Math.floor(Math.random() * rows.length)] ?? ''))
  })
}

/** What they waited. */
export async function endWriting(): Promise<Load> {
  over = true
  if (writing === null) throw new Error('begin first')
  return writing
}
