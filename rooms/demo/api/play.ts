// A whole round to look at: planned, drawn, scored unit by unit as people do, counted, revealed and published, through the
// HTTP API alone. The pauses are for those who watch; `speed` shortens them.

import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { State } from '#rooms/rounds/core/state.ts'
import type { DemoPack } from '../core/pack.ts'
import { judgeOf, seatsOf, street, subjectsOf } from '../core/rounds.ts'
import type { DemoRound, RecordKind } from '../core/rounds.ts'
import { seasonsOf } from '../core/seasons.ts'
import { assemble } from './company.ts'
import type { Company } from './company.ts'
import { openEntries } from './load-finished.ts'
import { playUnit } from './play-unit.ts'
import { recompute } from './recompute.ts'
import { RoundHand, isBefore } from './round-hand.ts'
import { must, untilRefused } from './steps.ts'

export interface PlayRequest {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly today: Day
  /** What tells this run from others, for instance the time of day. */
  readonly mark: string
  readonly newId: () => Id
  say(text: Text): void
  /** Waits so many milliseconds of a play at full length. */
  pause(ms: number): Promise<void>
}

export interface Played {
  readonly unit: string
  readonly round: Id
  readonly name: string
  readonly publication: Id
  readonly rulesDigest: string
  readonly methodDigest: string
  readonly inputDigest: string
  /** Whether the exported input, counted once more, gave what was published. */
  readonly recomputed: boolean
  readonly entries: number
  readonly bulletin: Id
}

/** How the name of every played round begins. */
export const playedName = '演示回放'

/** A play that was begun so long ago and is not frozen will not go on. */
const brokenAfter = 600_000

/** When an id of version 7 was made, in milliseconds. */
const madeAt = (id: Id): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

const paces = { toOpenFaces: 10_000, seat: 350, draw: 2_500, order: 3_000, signature: 1_500, reveal: 1_200, paper: 1_000 }

function planned({ pack, today, mark, newId }: PlayRequest): DemoRound {
  const ids = new Map<string, Id>()
  const idOf = (kind: RecordKind, number: number): Id => {
    const key = `${kind} ${number}`
    const id = ids.get(key) ?? newId()
    ids.set(key, id)
    return id
  }
  const subjects = subjectsOf(pack, street)
  const { now: season } = seasonsOf(today)
  return {
    mode: 'field',
    unit: street,
    id: idOf('round', 0),
    name: `${playedName} ${mark}`,
    season,
    heldOn: today,
    place: '街道会议室',
    subjects,
    seats: seatsOf(idOf, subjects, judgeOf(pack)),
    idOf,
  }
}

async function showAddresses({ baseUrl, say }: PlayRequest, hand: RoundHand): Promise<void> {
  const [stage, judge] = [await hand.invite(hand.seatOf('stage').id), await hand.invite(hand.seatOf('judge').id)]
  const desk = `${baseUrl}/desk${hand.path}`
  say({ zh: `工作台（zhenban 登录）  ${desk}`, en: `desk (sign in as zhenban)  ${desk}` })
  say({ zh: `大屏  ${baseUrl}/pocket/open#${stage}`, en: `stage  ${baseUrl}/pocket/open#${stage}` })
  say({ zh: `一名评委的手机  ${baseUrl}/pocket/open#${judge}`, en: `a judge's phone  ${baseUrl}/pocket/open#${judge}` })
}

/** Ends plays that were interrupted: nobody will take them further. */
async function cancelBroken({ company, now }: { company: Company; now: number }): Promise<void> {
  const path = `/rounds?below=${street}`
  const { rows } = await must(company.officer.get<{ rows: readonly { id: Id; name: string; state: State }[] }>(path))
  const left = rows.filter(
    ({ id, name, state }) => name.startsWith(playedName) && isBefore(state, 'frozen') && now - madeAt(id) > brokenAfter,
  )
  for (const { id } of left) await must(company.officer.post(`/rounds/${street}/${id}/cancel`, { reason: '演示回放中断' }))
}

/** Everybody takes a seat; the first judge sits by account, so that the link is free for whoever watches. */
async function takeSeats({ pause }: PlayRequest, company: Company, hand: RoundHand): Promise<void> {
  hand.sitAs(hand.seatOf('judge'), company.judge)
  for (const seat of hand.round.seats.filter(({ kind }) => kind !== 'stage')) {
    const opened = await hand.sit(seat)
    // A seat that nobody has opened on a device yet has nothing to say about one.
    if (seat.kind === 'judge' && seat.person === null) await opened.post('ready', { offline: true })
    await pause(paces.seat)
  }
}

async function draw({ pause }: PlayRequest, company: Company, hand: RoundHand): Promise<void> {
  await hand.drawOrder(company.public, async (step, id) => {
    if (step === 'sealed') await hand.move('scene', { kind: 'draw', draw: id })
    await pause(paces.draw)
  })
  await hand.move('scene', { kind: 'order', draw: null })
  await pause(paces.order)
}

async function revealAll({ pause }: PlayRequest, hand: RoundHand): Promise<void> {
  for (let left = 1; left > 0;) {
    left = (await hand.move<{ left: number }>('reveal', { form: 'ranks', all: false })).left
    await pause(paces.reveal)
  }
}

/** Plays a round from plan to closed. */
export function play(request: PlayRequest): Promise<Result<Played>> {
  const { baseUrl, pack, say, pause } = request
  const round = planned(request)
  const step = (zh: string, en: string): void => say({ zh, en })
  return untilRefused(async () => {
    const company = await must(assemble(baseUrl, pack))
    await cancelBroken({ company, now: madeAt(round.id) })
    const hand = new RoundHand(baseUrl, company.officer, round)
    await hand.plan(null)
    const { rulesDigest } = await hand.move<{ rulesDigest: string }>('fix-rules')
    await showAddresses(request, hand)
    await pause(paces.toOpenFaces)
    step('评委入席', 'the judges take their seats')
    await takeSeats(request, company, hand)
    step('抽签定顺序，两人各录一次数值', 'the order is drawn, two persons enter the values')
    await draw(request, company, hand)
    await hand.move('open')
    const seen = await hand.seen()
    const order = [...seen.parts].sort((a, b) => (a.speaking ?? a.number) - (b.speaking ?? b.number))
    for (const [place, part] of order.entries()) {
      step(`${place + 1}/${order.length}  ${part.name}`, `${place + 1}/${order.length}  ${part.name}`)
      await playUnit({ hand, seen, place, part, pause })
    }
    step('封存、计票、签字', 'frozen, counted, signed')
    await freeze(hand)
    const { id: tally, methodDigest, inputDigest } = await hand.count(() => pause(paces.signature))
    step('自下而上揭晓', 'revealed from the bottom up')
    await revealAll(request, hand)
    const publication = round.idOf('publication', 1)
    await hand.move('publish', { id: publication, form: 'ranks', reason: '演示：会议决定公布名次' })
    await pause(paces.paper)
    step('点评转台账，起草通报，办结', 'remarks become entries, the bulletin is drafted, the round is closed')
    const entries = await openEntries(hand)
    const bulletin = round.idOf('bulletin', 1)
    await hand.move('bulletin', { id: bulletin })
    await pause(paces.paper)
    const recomputed = await recompute(company, hand, tally)
    await hand.move('close')
    const { unit, id, name } = round
    return { unit, round: id, name, publication, rulesDigest, methodDigest, inputDigest, recomputed, entries: entries.length, bulletin }
  })
}

/** Nothing scores any more. A sheet that somebody who watched has begun and left is withdrawn by the teller, with its reason. */
async function freeze(hand: RoundHand): Promise<void> {
  const teller = await hand.sit(hand.seatOf('teller'))
  const { sheets } = await teller.get<{
    sheets: readonly { seat: Id; subject: string; component: string; state: string; complete: boolean }[]
  }>('count')
  for (const { seat, subject, component } of sheets.filter(({ state, complete }) => state === 'kept' && !complete))
    await teller.post('withdraw-sheet', { judge: seat, subject, component, reason: '演示：没有评完' })
  await hand.move('freeze')
}
