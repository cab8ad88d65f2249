// A round in front of a hall, made through the API by an official of the demo county: units, a stage seat opened on many
// devices, and a convener who turns the hall from one unit to the next.

import { randomUUID } from 'node:crypto'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Official } from './officials.ts'

export interface Hall {
  readonly round: string
  /** The cookie `lx-seat` of each device. */
  readonly devices: readonly string[]
  /** Presents the next unit. */
  turn(): Promise<void>
  /** The same at another port. */
  at(port: number): Hall
}

const unitsInRound = 36
const together = 20

/** An address of its own for each, as behind a reverse proxy. */
const addressOf = (nth: number): string => `10.9.${Math.floor(nth / 250)}.${(nth % 250) + 1}`

async function post(port: number, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** Plans and opens the round, and opens its stage seat on `count` devices. */
export async function openHall(port: number, official: Official, count: number): Promise<Hall> {
  const [id, seat] = [randomUUID(), randomUUID()]
  const { unit } = official
  const units = official.villages.slice(0, unitsInRound)
  const call = async (verb: string, body: unknown = {}, at = port): Promise<unknown> =>
    (await post(at, `/rounds/${unit}/${id}/${verb}`, body, { cookie: `lx-session=${official.token}` })).json()
  const plan = {
    id,
    name: '压测一轮',
    quarter: '2026-Q3',
    theme: '',
    heldOn: chinaDay(Date.now()),
    place: '',
    mode: 'field',
    ballots: 'named',
    spotCheck: false,
    agenda: [],
    template: 'T1',
  }
  await post(port, `/rounds/${unit}`, plan, { cookie: `lx-session=${official.token}` })
  await call('units', { subjects: units })
  const empty = { holder: '演示·压测', person: null, home: null }
  const judge = { kind: 'judge', panel: 'leaders', id: randomUUID(), ...empty }
  await call('seats', { seats: [judge, { kind: 'stage', panel: null, id: seat, ...empty }] })
  const { token } = (await call(`seats/${seat}/invite`)) as { token: string }
  await call('fix-rules')
  await call('open')
  const devices: string[] = []
  const open = async (nth: number): Promise<string> => {
    const opened = await post(port, '/rounds/seat/open', { token, takeOver: false }, { 'x-forwarded-for': addressOf(nth) })
    return /lx-seat=([^;]+)/.exec(opened.headers.getSetCookie().join(';'))?.[1] ?? ''
  }
  for (let first = 0; first < count; first += together)
    devices.push(...(await Promise.all(Array.from({ length: Math.min(together, count - first) }, (_none, nth) => open(first + nth)))))
  let turned = 0
  const hall = (there: number): Hall => ({
    round: id,
    devices,
    turn: async () => {
      turned += 1
      await call('present', { subject: units[turned % units.length], component: 'field' }, there)
    },
    at: hall,
  })
  return hall(port)
}
