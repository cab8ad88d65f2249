// For tests: draws of a played round, sealed and entered by two persons.

import { randomUUID } from 'node:crypto'

/** What of a played round (trial.ts) is needed here. */
interface Hall<Seat> {
  seat(kind: string): Seat
  move(verb: string, body?: unknown, params?: Record<string, string>): Promise<unknown>
  ask(seat: Seat, verb: string, body?: object): Promise<{ readonly status: number; readonly body: unknown }>
}

/** The second person: the round's teller. */
async function witness<Seat>(round: Hall<Seat>, draw: string, value: string): Promise<void> {
  const { status, body } = await round.ask(round.seat('teller'), 'witnessDraw', { draw, values: [value] })
  if (status !== 200) throw new Error(`witnessDraw: ${status} ${JSON.stringify(body)}`)
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
export async function drawLots<Seat>(round: Hall<Seat>, wanted: WantedDraw): Promise<string> {
  const { title, kind = 'speaking', pool = null, take = 2, repeats = null, reason = '', value } = wanted
  const id = randomUUID()
  await round.move('sealDraw', { id, kind, title, pool, take, sources: ['9月10日福彩3D开奖号码'], repeats, reason })
  if (value === undefined) return id
  await round.move('enterDraw', { values: [value] }, { draw: id })
  await witness(round, id, value)
  return id
}

/** Seals questions to be turned over one by one and, where there is a value, has it entered; returns the draw's id. */
export async function sealQuestions<Seat>(
  round: Hall<Seat>,
  value?: string,
  pool: readonly string[] = ['甲题', '乙题', '丙题'],
): Promise<string> {
  const id = randomUUID()
  const sealed = { kind: 'questions', title: '现场抽题', pool, take: pool.length, sources: ['当场掷骰子三次的点数'], oneByOne: true }
  await round.move('sealDraw', { id, ...sealed, repeats: null, reason: '' })
  if (value === undefined) return id
  await round.move('enterDraw', { values: [value] }, { draw: id })
  await witness(round, id, value)
  return id
}
