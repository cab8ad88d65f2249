// For tests of what everybody may read: a played round brought to its publication, and a draw brought to its lines.

import { randomUUID } from 'node:crypto'
import type { Answered } from '#ground/trial/caller.ts'
import type { PlayedRound } from './trial.ts'

const must = <T>(answer: Answered<T>): T => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Counts a frozen round, has it signed, revealed whole and published. */
export async function tell(round: PlayedRound, form: 'bands' | 'ranks', reason = ''): Promise<void> {
  const teller = round.seat('teller')
  const supervisor = round.seat('supervisor')
  const { id: tally, inputDigest } = must(
    await teller.caller.call<{ id: string; inputDigest: string }>('rounds.tally', { body: { seat: teller.id, id: randomUUID() } }),
  )
  for (const seat of [teller, supervisor]) must(await seat.caller.call('rounds.sign', { body: { seat: seat.id, tally, inputDigest } }))
  await round.move('reveal', { form, all: true })
  await round.move('publish', { id: randomUUID(), form, reason })
}

export interface WantedDraw {
  readonly title: string
  readonly kind?: string
  readonly pool?: readonly string[] | null
  readonly take?: number
  readonly repeats?: string
  readonly reason?: string
  /** Absent: sealed only. */
  readonly value?: string
}

/** Seals a draw and, where there is a value, has it entered by the convener and the teller; returns its id. */
export async function drawLots(round: PlayedRound, wanted: WantedDraw): Promise<string> {
  const { title, kind = 'speaking', pool = null, take = 2, repeats = null, reason = '', value } = wanted
  const id = randomUUID()
  await round.move('sealDraw', { id, kind, title, pool, take, sources: ['9月10日福彩3D开奖号码'], repeats, reason })
  if (value === undefined) return id
  await round.move('enterDraw', { values: [value] }, { draw: id })
  const teller = round.seat('teller')
  must(await teller.caller.call('rounds.witnessDraw', { body: { seat: teller.id, draw: id, values: [value] } }))
  return id
}
