// For tests of this room: a planned round of the invented street, seats with opened devices, scores. Everything goes through
// the HTTP API; the template itself is furnished with nothing.

import { randomUUID } from 'node:crypto'
import type { Answered, Caller } from '#ground/trial/caller.ts'
import type { Furnish } from '#ground/trial/stage.ts'
import type { Trial } from '#ground/trial/trial.ts'

export const furnish: Furnish = async () => {}

export const street = '990101001'
export const communities = ['990101001001', '990101001002'] as const

interface Rules {
  readonly panels: readonly { readonly id: string }[]
  readonly components: readonly { readonly id: string }[]
  readonly sheets: Readonly<Record<string, readonly { readonly id: string; readonly max: string }[]>>
}

export interface PlayedSeat {
  readonly id: string
  readonly kind: string
  readonly panel: string | null
  readonly label: string
  /** From the device that opened it. */
  readonly device: string
  readonly caller: Caller
}

export interface PlayedRound {
  readonly where: { readonly unit: string; readonly id: string }
  readonly seats: readonly PlayedSeat[]
  seat(kind: string, number?: number): PlayedSeat
  /** A verb of the convener, which must be taken. */
  move(verb: string, body?: unknown, params?: Record<string, string>): Promise<Record<string, unknown>>
  /** Every judge scores every unit from which it is not recused, the same share of each maximum. */
  scoreAll(share?: (judge: number, unit: number) => number): Promise<void>
  rules(): Promise<Rules>
}

const must = <T>(answer: Answered<T>, what: string): T => {
  if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** The device token of an answer that opened a seat. */
export const deviceOf = (answer: Answered): string => /lx-seat=([^;]+)/.exec(answer.headers.getSetCookie().join(';'))?.[1] ?? ''

/** Opens a seat by its link, as a phone does that has never been here. */
export async function openSeat(trial: Trial, token: string, takeOver = false): Promise<Answered> {
  return trial.as('nobody').call('rounds.openSeat', { body: { token, takeOver } })
}

export interface Wanted {
  readonly units?: readonly string[]
  readonly ballots?: 'named' | 'anonymous'
  readonly template?: string
  readonly spotCheck?: boolean
  readonly heldOn?: string
  /** Judges per panel, by the panel's id; one of `leaders` by default. */
  readonly judges?: Readonly<Record<string, number>>
  readonly others?: readonly string[]
  /** Changes the template's rules before they are fixed. */
  readonly rules?: (rules: Rules) => unknown
  readonly fix?: boolean
  readonly open?: boolean
}

/** Plans a round of the street as its officer, gives out and opens all seats, fixes the rules and opens it. */
export async function playRound(trial: Trial, wanted: Wanted = {}): Promise<PlayedRound> {
  const officer = trial.as('officer')
  const where = { unit: street, id: randomUUID() }
  const call = async (verb: string, body: unknown = {}, params: Record<string, string> = {}) =>
    must(await officer.call(`rounds.${verb}`, { params: { ...where, ...params }, body }), verb)
  const plan = {
    name: '第三季度亮赛比',
    quarter: '2026-Q3',
    theme: '宜业兴业星',
    heldOn: wanted.heldOn ?? '2026-09-10',
    place: '街道会议室',
    mode: 'field',
    ballots: wanted.ballots ?? 'named',
    spotCheck: wanted.spotCheck ?? false,
    agenda: [],
  }
  const planned = must(
    await officer.call<{ rules: Rules }>('rounds.plan', {
      params: { unit: street },
      body: { ...plan, id: where.id, template: wanted.template ?? 'T1' },
    }),
    'plan',
  )
  if (wanted.rules !== undefined) await call('setRules', { rules: wanted.rules(planned.rules) })
  await call('include', { subjects: wanted.units ?? communities })
  const judges = Object.entries(wanted.judges ?? { leaders: 1 }).flatMap(([panel, count]) =>
    Array.from({ length: count }, () => ({ kind: 'judge', panel })),
  )
  const others = (wanted.others ?? ['teller', 'supervisor', 'stage']).map((kind) => ({ kind, panel: null }))
  const bare = [...judges, ...others].map((seat) => ({ ...seat, id: randomUUID(), holder: '演示·席位', person: null, home: null }))
  const added = (await call('addSeats', { seats: bare })) as { seats: { id: string; label: string }[] }
  const labels = new Map(added.seats.map(({ id, label }) => [id, label]))
  const seats: PlayedSeat[] = []
  for (const seat of bare) {
    const { token } = (await call('inviteSeat', undefined, { seat: seat.id })) as { token: string }
    const opened = await openSeat(trial, token)
    must(opened, 'openSeat')
    const device = deviceOf(opened)
    seats.push({
      id: seat.id,
      kind: seat.kind,
      panel: seat.panel,
      label: labels.get(seat.id) ?? '',
      device,
      caller: trial.withSeat(device),
    })
  }
  if (wanted.fix !== false) await call('fixRules')
  if (wanted.fix !== false && wanted.open !== false) await call('open')
  const rules = async (): Promise<Rules> => must(await officer.call<{ rules: Rules }>('rounds.get', { params: where }), 'get').rules
  return {
    where,
    seats,
    seat: (kind, number = 1) => {
      const found = seats.filter((seat) => seat.kind === kind)[number - 1]
      if (found === undefined) throw new Error(`no seat ${kind} ${number}`)
      return found
    },
    move: call,
    rules,
    scoreAll: async (share = () => 0.9) => {
      const { sheets } = await rules()
      for (const [judge, seat] of seats.filter(({ kind }) => kind === 'judge').entries()) {
        const mine = must(
          await seat.caller.call<{ seat: { recused: string[] }; round: { parts: { subject: string; drawn: boolean | null }[] } }>(
            'rounds.mySeat',
          ),
          'mySeat',
        )
        const units = mine.round.parts.filter(({ subject, drawn }) => drawn !== false && !mine.seat.recused.includes(subject))
        const sent = units.flatMap(({ subject }, unit) =>
          Object.entries(sheets).map(([component, criteria]) => ({
            subject,
            component,
            revision: 1,
            points: Object.fromEntries(criteria.map(({ id, max }) => [id, String(Math.floor(Number(max) * share(judge, unit) * 2) / 2)])),
            note: '',
          })),
        )
        if (sent.length > 0) must(await seat.caller.call('rounds.score', { body: { seat: seat.id, sheets: sent } }), 'score')
      }
    },
  }
}

/** What the server has of a judge's sheets, as the owner of the database sees it. */
export async function arrivedOf(
  { owner }: Trial,
  { id }: Pick<PlayedSeat, 'id'>,
): Promise<{ subject: string; points: Record<string, string> }[]> {
  const { rows } = await owner.query<{ subject: string; points: Record<string, string> }>(
    'select s.subject, p.points from round_sheets s join round_points p on p.district = s.district and p.id = s.id where s.seat = $1',
    [id],
  )
  return rows
}

/** How often scores of a seat were taken, by its acts. */
export async function scoreActsOf({ owner }: Trial, { id }: Pick<PlayedSeat, 'id'>): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from acts where verb = 'score' and payload->>'seat' = $1`,
    [id],
  )
  return rows[0]?.count ?? 0
}
