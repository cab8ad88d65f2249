// One round in somebody's hands: the convener's verbs, and seats opened by their links as phones do.

import type { Id } from '#ground/kernel/ids.ts'
import { states } from '#rooms/rounds/core/state.ts'
import type { State } from '#rooms/rounds/core/state.ts'
import { sources, valuesFor } from '../core/entropy.ts'
import { templates } from '../core/rounds.ts'
import type { DemoRound, DemoSeat } from '../core/rounds.ts'
import { pointsOf } from '../core/sheets.ts'
import type { Criterion } from '../core/sheets.ts'
import { openSeat } from './session.ts'
import type { Session } from './session.ts'
import { each, must } from './steps.ts'

export interface Opened {
  readonly seat: DemoSeat
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: object): Promise<T>
}

export interface Draw {
  readonly state: 'sealed' | 'half' | 'drawn' | 'void'
  readonly selected: readonly { readonly text: string }[] | null
}

export interface RoundSeen {
  readonly state: State
  readonly rules: {
    readonly components: readonly { readonly id: string }[]
    readonly sheets: Readonly<Record<string, readonly Criterion[]>>
  }
  readonly parts: readonly { readonly subject: string; readonly name: string; readonly speaking: number | null; readonly number: number }[]
}

/** Whether a round that stands here has not come to that state yet. */
export const isBefore = (here: State | null, there: State): boolean => here === null || states.indexOf(here) < states.indexOf(there)

export class RoundHand {
  readonly round: DemoRound
  readonly #baseUrl: string
  readonly #convener: Session
  readonly #opened = new Map<Id, Opened>()

  constructor(baseUrl: string, convener: Session, round: DemoRound) {
    this.#baseUrl = baseUrl
    this.#convener = convener
    this.round = round
  }

  get path(): string {
    return `/rounds/${this.round.unit}/${this.round.id}`
  }

  /** A verb of the convener. */
  move<T>(verb: string, body: object = {}): Promise<T> {
    return must(this.#convener.post<T>(`${this.path}/${verb}`, body))
  }

  look<T>(what = ''): Promise<T> {
    return must(this.#convener.get<T>(`${this.path}${what === '' ? '' : `/${what}`}`))
  }

  seen(): Promise<RoundSeen> {
    return this.look()
  }

  /** Plans it, takes the units in and gives out the seats; what is there already stays. */
  async plan(state: State | null): Promise<void> {
    const { unit, id, name, season, heldOn, place, subjects, seats, mode } = this.round
    const agenda = ['抽签与规则宣布', mode === 'field' ? '实地观摩与现场评分' : '沙盘观摩与现场评分', '点评', '计票与揭晓']
    const plan = {
      name,
      quarter: season.quarter,
      theme: season.theme,
      heldOn,
      place,
      mode,
      ballots: 'named',
      spotCheck: false,
      agenda,
    }
    if (state === null) await must(this.#convener.post(`/rounds/${unit}`, { ...plan, id, template: templates[mode] }))
    if (isBefore(state, 'fixed')) await this.move('units', { subjects })
    if (isBefore(state, 'frozen')) await this.move('seats', { seats })
  }

  /** A link for a seat; the one before becomes void. */
  async invite(seat: Id): Promise<string> {
    return (await this.move<{ token: string }>(`seats/${seat}/invite`)).token
  }

  /** The seat, opened on a device of its own the first time it is asked for. */
  async sit(seat: DemoSeat): Promise<Opened> {
    const there = this.#opened.get(seat.id)
    if (there !== undefined) return there
    const opened = this.seatIn(seat, await must(openSeat(this.#baseUrl, await this.invite(seat.id))))
    this.#opened.set(seat.id, opened)
    return opened
  }

  /** Lets an account sit on the seat that is bound to it, so that the seat's link stays free for somebody who watches. */
  sitAs(seat: DemoSeat, session: Session): void {
    this.#opened.set(seat.id, this.seatIn(seat, session))
  }

  /** The seat, in the session of a device or of the account that is bound to it. */
  seatIn(seat: DemoSeat, session: Session): Opened {
    return {
      seat,
      get: (path) => must(session.get(`/rounds/seat${path === '' ? '' : `/${path}`}?seat=${seat.id}`)),
      post: (path, body = {}) => must(session.post(`/rounds/seat/${path}`, { seat: seat.id, ...body })),
    }
  }

  seatOf(kind: DemoSeat['kind'], number = 1): DemoSeat {
    const found = this.round.seats.filter((seat) => seat.kind === kind)[number - 1]
    if (found === undefined) throw new Error(`no seat ${kind} ${number}`)
    return found
  }

  /** Draws the speaking order from public numbers, entered by the office and by the supervisor; `told` hears of every step. */
  async drawOrder(reader: Session, told: (step: 'sealed' | 'half' | 'drawn', draw: Id) => Promise<void> = async () => {}): Promise<void> {
    const id = this.round.idOf('draw', 1)
    const { draws } = await must(reader.get<{ draws: readonly (Draw & { readonly id: Id })[] }>(`${this.path}/draws`))
    let state = draws.find((one) => one.id === id)?.state
    const values = valuesFor(this.round.id)
    const take = this.round.subjects.length
    if (state === undefined) {
      await this.move('draws', { id, kind: 'speaking', title: '观摩和汇报顺序', pool: null, take, sources, repeats: null, reason: '' })
      state = 'sealed'
      await told('sealed', id)
    }
    if (state === 'sealed') {
      await this.move(`draws/${id}/enter`, { values })
      await told('half', id)
    }
    if (state === 'drawn') return
    await (await this.sit(this.seatOf('supervisor'))).post('draw', { draw: id, values })
    await told('drawn', id)
  }

  /** Every judge's points for these units, sent at once by each; those it is recused from are left out. */
  async score(units: readonly string[], seen: RoundSeen): Promise<void> {
    const component = seen.rules.components[0]?.id ?? ''
    const criteria = seen.rules.sheets[component] ?? []
    const judges = this.round.seats.filter((seat) => seat.kind === 'judge')
    const mostSheets = 50
    await each(judges, async (seat, judge) => {
      const opened = await this.sit(seat)
      const { seat: mine } = await opened.get<{ seat: { recused: readonly string[] } }>('')
      const sheets = units
        .filter((unit) => !mine.recused.includes(unit))
        .slice(0, mostSheets)
        .map((subject) => ({
          subject,
          component,
          revision: 1,
          points: pointsOf(criteria, { judge, unit: subject, quarter: this.round.season.quarter }),
          note: '',
        }))
      await opened.post('score', { sheets })
    })
  }

  /** Counts and signs: the teller, then the supervisor. Takes up a count that was broken off. */
  async count(
    pause: () => Promise<void> = async () => {},
  ): Promise<{ readonly id: Id; readonly methodDigest: string; readonly inputDigest: string }> {
    interface Tally {
      readonly id: Id
      readonly state: string
      readonly tellerAt: string | null
      readonly methodDigest: string
      readonly inputDigest: string
    }
    const teller = await this.sit(this.seatOf('teller'))
    const supervisor = await this.sit(this.seatOf('supervisor'))
    const { tallies } = await teller.get<{ tallies: readonly Tally[] }>('count')
    const there = tallies.find(({ state }) => state !== 'void')
    const tally = there ?? (await teller.post<Tally>('tally', { id: this.round.idOf('tally', 1) }))
    const signed = { tally: tally.id, inputDigest: tally.inputDigest }
    await pause()
    if (tally.tellerAt === null) await teller.post('sign', signed)
    await pause()
    if (tally.state === 'counted') await supervisor.post('sign', signed)
    return tally
  }
}
