// The rounds of the demo, through the HTTP API with the cast's own sessions. What is there already is left as it is, so a
// load that was broken off goes on where it stopped; the round that is ready to run comes last and says that all are there.

import type { Day } from '#ground/kernel/clock.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { State } from '#rooms/rounds/core/state.ts'
import type { DemoPack } from '../core/pack.ts'
import { roundsOf, street } from '../core/rounds.ts'
import type { DemoRound } from '../core/rounds.ts'
import { seasonsOf } from '../core/seasons.ts'
import type { Season } from '../core/seasons.ts'
import { findings } from '../core/texts.ts'
import { assemble } from './company.ts'
import { confirmStandings, promiseAll } from './load-commitments.ts'
import { finish } from './load-finished.ts'
import { RoundHand, isBefore } from './round-hand.ts'
import { sessionWith } from './session.ts'
import { each, must, untilRefused } from './steps.ts'

interface Listed {
  readonly rows: readonly { readonly id: Id; readonly state: State }[]
}

/** Whether the demo's rounds are all there. */
export async function roundsThere(baseUrl: string, pack: DemoPack, today: Day): Promise<boolean> {
  const listed = await sessionWith(baseUrl, null).get<Listed>(`/rounds/public?below=${street}`)
  const { ready } = roundsOf(pack, seasonsOf(today))
  return listed.ok && listed.value.rows.some(({ id }) => id === ready.id)
}

/**
 * A round that is in the middle of being scored: half of the villages are done, at the next one the first
 * judge has begun. Its timer stands, because it would run on for as long as the demo is there.
 */
async function begin(hand: RoundHand, state: State | null): Promise<void> {
  const { subjects } = hand.round
  await hand.plan(state)
  if (isBefore(state, 'fixed')) await hand.move('fix-rules')
  if (isBefore(state, 'live')) {
    await hand.move('order', { kind: 'route', subjects, reason: '按路线由近及远' })
    await hand.move('open')
  }
  const done = Math.floor(subjects.length / 2)
  const [here, component] = [subjects[done] ?? '', 'field']
  const seen = await hand.seen()
  for (const subject of subjects.slice(0, done + 1)) await hand.move('present', { subject, component })
  await hand.score(subjects.slice(0, done), seen)
  const [first = { id: '', max: '', step: '' }] = seen.rules.sheets[component] ?? []
  const judge = await hand.sit(hand.seatOf('judge'))
  await judge.post('score', { sheets: [{ subject: here, component, revision: 1, points: { [first.id]: first.max }, note: '' }] })
}

/** A round that can be opened at once: four panels, seats, rules fixed, and what was found before the visit. */
async function prepare(hand: RoundHand, state: State | null): Promise<void> {
  await hand.plan(state)
  await each(findings, ({ text }, place) => {
    const subject = hand.round.subjects[place * 2] ?? ''
    return hand.move('remarks', { id: hand.round.idOf('finding', place + 1), subject, kind: 'finding', text })
  })
  await hand.move('fix-rules')
}

/** Loads what is missing; the number of rounds that were not complete. */
export async function loadRounds(request: {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly today: Day
  say(text: Text): void
}): Promise<Result<number>> {
  const { baseUrl, pack, today, say } = request
  return untilRefused(async () => {
    if (await roundsThere(baseUrl, pack, today)) return 0
    say({ zh: '举行演示的四轮亮赛比', en: 'holding the rounds of the demo' })
    const company = await must(assemble(baseUrl, pack))
    const { rows } = await must(company.county.get<Listed>('/rounds'))
    const stateOf = ({ id }: DemoRound): State | null => rows.find((row) => row.id === id)?.state ?? null
    const seasons = seasonsOf(today)
    const { earlier, closed, live, ready } = roundsOf(pack, seasons)
    const handOf = (round: DemoRound): RoundHand => new RoundHand(baseUrl, round.unit === street ? company.officer : company.county, round)
    const ofStreet = async (): Promise<void> => {
      await finish(company, handOf(earlier), stateOf(earlier), 'plain')
      await finish(company, handOf(closed), stateOf(closed), 'whole')
    }
    const ofCommitments = async (): Promise<void> => {
      const years = new Map<number, Season[]>()
      for (const season of [seasons.last, seasons.now]) years.set(season.year, [...(years.get(season.year) ?? []), season])
      for (const [year, stated] of years) await promiseAll(company, year, stated)
      await confirmStandings(company, seasons.last)
    }
    await Promise.all([ofStreet(), ofCommitments(), begin(handOf(live), stateOf(live))])
    await prepare(handOf(ready), stateOf(ready))
    return [earlier, closed, live, ready].length
  })
}
