// Opens a seat of the demo for a picture, over HTTP, as its convener and a device would.

import { randomUUID } from 'node:crypto'
import type { SeatWanted } from './scenes.ts'

const password = 'liangxing-demo'

async function post(url: string, body: object, cookie?: string): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response
}

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** The value of the device's cookie. */
export async function openSeat(address: string, { convener, round, kind }: SeatWanted): Promise<string> {
  const api = `${address}/api/v1`
  const cookie = cookieOf(await post(`${api}/sign-in`, { name: convener, password }))
  const listed = await fetch(`${api}/rounds/${round}/seats`, { headers: { cookie } })
  const { seats } = (await listed.json()) as { seats: { id: string; kind: string; number: number }[] }
  const seat = seats.find((one) => one.kind === kind)
  if (seat === undefined) throw new Error(`round ${round} has no seat ${kind}`)
  const invited = await post(`${api}/rounds/${round}/seats/${seat.id}/invite`, {}, cookie)
  const { token } = (await invited.json()) as { token: string }
  return cookieOf(await post(`${api}/rounds/seat/open`, { token, takeOver: true })).replace(/^[^=]*=/, '')
}
