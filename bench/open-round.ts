// A round of the demo county under way, made through the HTTP API by an official, with a seat's link for every visit.

import { randomUUID } from 'node:crypto'
import type { Official } from './officials.ts'

export interface OpenRound {
  /** A new judge's one-time link: what its QR code holds. */
  link(): Promise<string>
  /** A new judge's seat, opened: the cookie of its device. */
  device(): Promise<string>
}

const unitsTaking = 11

/** Plans, fixes and opens a round, and presents its first unit. */
export async function openRound(origin: string, { unit, token, villages }: Official): Promise<OpenRound> {
  const send = async (path: string, body?: unknown, cookie = `lx-session=${token}`): Promise<Response> => {
    const answer = await fetch(`${origin}/api/v1/rounds${path}`, {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID(), cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const id = randomUUID()
  const here = `/${unit}/${id}`
  const subjects = villages.slice(0, unitsTaking)
  const plan = { quarter: '2026-Q3', theme: '', heldOn: '2026-09-10', place: '', mode: 'field', ballots: 'named', spotCheck: false }
  await send(`/${unit}`, { ...plan, id, name: '压测轮次', agenda: [], template: 'T1' })
  await send(`${here}/units`, { subjects })
  const addJudge = async (): Promise<string> => {
    const seat = randomUUID()
    await send(`${here}/seats`, { seats: [{ id: seat, kind: 'judge', panel: 'leaders', holder: '演示·评委', person: null, home: null }] })
    return seat
  }
  const invite = async (): Promise<string> => {
    const answer = await send(`${here}/seats/${await addJudge()}/invite`)
    return ((await answer.json()) as { token: string }).token
  }
  await addJudge()
  await send(`${here}/fix-rules`)
  await send(`${here}/open`)
  await send(`${here}/present`, { subject: subjects[0], component: 'field' })
  return {
    link: async () => `${origin}/pocket/open#${await invite()}`,
    device: async () => {
      const opened = await send('/seat/open', { token: await invite(), takeOver: false }, '')
      return /lx-seat=([^;]+)/.exec(opened.headers.getSetCookie().join(';'))?.[1] ?? ''
    },
  }
}
