// One unit is presented and scored as people do it: the timer runs, judges begin at different moments, send what they have,
// finish, and some think better of a point; now and then the linked leader says something.

import { chanceOf } from '../core/chance.ts'
import { pointsOf } from '../core/sheets.ts'
import type { Criterion } from '../core/sheets.ts'
import { remarks } from '../core/texts.ts'
import type { DemoSeat } from '../core/rounds.ts'
import type { RoundHand, RoundSeen } from './round-hand.ts'

/** How long a unit stands, in milliseconds of a play at full length. */
const unitTakes = 7_500
const component = 'field'

interface Scene {
  readonly hand: RoundHand
  readonly seen: RoundSeen
  readonly place: number
  readonly part: RoundSeen['parts'][number]
  readonly pause: (ms: number) => Promise<void>
}

/** One step less of the first criterion, or one more where there is nothing. */
function corrected(points: Readonly<Record<string, string>>, criterion: Criterion): Record<string, string> {
  const now = Number(points[criterion.id])
  const step = Number(criterion.step)
  return { ...points, [criterion.id]: String(now >= step ? now - step : now + step) }
}

async function scoreOne({ hand, seen, part, pause }: Scene, seat: DemoSeat, judge: number): Promise<void> {
  const opened = await hand.sit(seat)
  const criteria = seen.rules.sheets[component] ?? []
  const chance = chanceOf(`${hand.round.id} ${part.subject} ${judge}`)
  const whole = pointsOf(criteria, { judge, unit: part.subject, quarter: `${hand.round.season.quarter} ${hand.round.id}` })
  const begun = Object.fromEntries(Object.entries(whole).slice(0, 1 + Math.floor(chance.share() * (criteria.length - 1))))
  const send = (revision: number, points: Record<string, string>): Promise<unknown> =>
    opened.post('score', { sheets: [{ subject: part.subject, component, revision, points, note: '' }] })
  await pause(unitTakes * (0.1 + chance.share() * 0.3))
  await send(1, begun)
  await pause(unitTakes * (0.1 + chance.share() * 0.25))
  await send(2, whole)
  const [first] = criteria
  if (first === undefined || chance.share() > 0.2) return
  await pause(unitTakes * 0.1)
  await send(3, corrected(whole, first))
}

async function speak({ hand, place, part, pause }: Scene): Promise<void> {
  const said = place % 2 === 0 ? remarks[place / 2] : undefined
  if (said === undefined) return
  await pause(unitTakes * 0.6)
  const linked = await hand.sit(hand.seatOf('commentator'))
  await linked.post('remark', { id: hand.round.idOf('remark', place + 1), subject: part.subject, text: said.text, evidence: null })
}

/** Presents the unit and ends when everybody has scored it. */
export async function playUnit(scene: Scene): Promise<void> {
  const { hand, part, pause } = scene
  await hand.move('present', { subject: part.subject, component })
  await hand.move('timer', { verb: 'start' })
  const judges = hand.round.seats.filter(({ kind }) => kind === 'judge')
  const scoring = judges.flatMap((seat, judge) => (seat.home === part.subject ? [] : [scoreOne(scene, seat, judge)]))
  await Promise.all([...scoring, speak(scene), pause(unitTakes)])
  await hand.move('timer', { verb: 'pause' })
}
