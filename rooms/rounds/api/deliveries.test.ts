// However sheets arrive (in another order, twice, in other batches, days late), what is counted is the newest of each; and
// whatever a convener tries, the state of the round is the fold of its acts.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { fold, steps } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { tally } from '../core/tally.ts'
import type { TallyInput } from '../core/tally-shapes.ts'
import { communities, playRound } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
beforeAll(() => staySignedIn(trial))

const judgesSitting = 3
const criteria = ['pledges', 'change', 'theme', 'governance', 'report', 'mended'] as const

/** A sheet as a device would send it: who, of which unit, which revision, by which share of the maxima. */
interface Delivery {
  readonly judge: number
  readonly unit: number
  readonly revision: number
}
/** The content follows from the revision, as it does on a device: one revision is one content. */
const pointsOf = ({ judge, unit, revision }: Delivery): Record<string, string> =>
  Object.fromEntries(criteria.map((id, index) => [id, String(((revision * 7 + judge * 3 + unit * 5 + index) % 10) / 2)]))

const deliveries = fc
  .array(fc.record({ judge: fc.nat(judgesSitting - 1), unit: fc.nat(1), revision: fc.integer({ min: 1, max: 6 }) }), { maxLength: 20 })
  .chain((list) =>
    fc.record({
      // Everything arrives once at least, some twice, in any order.
      sent: fc.shuffledSubarray([...list, ...list], { minLength: list.length }),
      all: fc.constant(list),
      together: fc.integer({ min: 1, max: 4 }),
      hours: fc.nat(48),
    }),
  )

test('the order of submission, repeats and lateness never change what is counted', { timeout: 120_000 }, async () => {
  const round = await playRound(trial, { judges: { leaders: judgesSitting }, others: ['teller', 'supervisor'] })
  const seats = round.seats.filter(({ kind }) => kind === 'judge')
  const teller = round.seat('teller')
  let base = 0
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ sent, all, together, hours }) => {
      base += 10
      const begin = base
      // Revision 0 of everything: the units are scored whatever else arrives.
      const ground = seats.flatMap((_seat, judge) => communities.map((_code, unit) => ({ judge, unit, revision: 0 })))
      const missing = all.filter((one) => !sent.includes(one))
      const stream = [...ground, ...sent, ...missing]
      for (const [judge, seat] of seats.entries()) {
        const own = stream.filter((one) => one.judge === judge)
        for (let at = 0; at < own.length; at += together) {
          if (at === together) trial.clock.advance(hours * 3_600_000)
          const sheets = own.slice(at, at + together).map((one) => ({
            subject: communities[one.unit] ?? '',
            component: 'field',
            revision: begin + one.revision,
            points: pointsOf({ ...one, revision: begin + one.revision }),
            note: '',
          }))
          const answer = await round.ask<{ sheets: { outcome: string }[] }>(seat, 'score', { sheets })
          expect(answer.body.sheets.every(({ outcome }) => outcome !== 'refused')).toBe(true)
        }
      }
      const { body } = await round.ask<TallyInput>(teller, 'tallyInput', { tally: null })
      const newest = ground.map(({ judge, unit }) => ({
        judge,
        unit,
        revision: begin + Math.max(0, ...all.filter((one) => one.judge === judge && one.unit === unit).map(({ revision }) => revision)),
      }))
      const wanted = newest.flatMap((one) =>
        Object.entries(pointsOf(one)).map(([criterion, points]) => ({
          unit: communities[one.unit] ?? '',
          judge: seats[one.judge]?.label ?? '',
          component: 'field',
          criterion,
          points,
        })),
      )
      const [is, should] = [tally(body), tally({ ...body, scores: wanted })]
      expect(is.ok && is.value).toEqual(should.ok && should.value)
      expect(is.ok).toBe(true)
    }),
    { numRuns: 15, interruptAfterTimeLimit: 60_000 },
  )
})

const isVerb = (verb: string): verb is Verb => verb in steps

/** What a convener and the counters may try at any time; most of it is refused most of the time. */
const tries: Readonly<Record<string, (round: PlayedRound) => Promise<unknown>>> = {
  ...Object.fromEntries(
    (
      [
        ['fixRules', {}],
        ['open', {}],
        ['freeze', {}],
        ['thaw', { reason: '试' }],
        ['reveal', { form: 'ranks', all: true }],
        ['correct', { reason: '试' }],
        ['closeRound', {}],
        ['cancel', { reason: '试' }],
      ] as const
    ).map(([verb, body]) => [verb, (round: PlayedRound) => trial.as('officer').call(`rounds.${verb}`, { params: round.where, body })]),
  ),
  publish: (round) =>
    trial.as('officer').call('rounds.publish', { params: round.where, body: { id: randomUUID(), form: 'ranks', reason: '试' } }),
  score: (round) => round.scoreAll().catch(() => undefined),
  tally: (round) => round.ask(round.seat('teller'), 'tally', { id: randomUUID() }),
  sign: async (round) => {
    const seat = round.seat('teller')
    const view = await seat.caller.call<{ tallies: { id: string; inputDigest: string; state: string }[] }>('rounds.count', {
      query: { seat: seat.id },
    })
    const last = view.body.tallies.at(-1)
    if (last === undefined) return
    for (const kind of ['teller', 'supervisor']) {
      trial.clock.advance(1_000)
      await round.ask(round.seat(kind), 'sign', { tally: last.id, inputDigest: last.inputDigest })
    }
  },
  voidTally: async (round) => {
    const seat = round.seat('teller')
    const view = await seat.caller.call<{ tallies: { id: string }[] }>('rounds.count', { query: { seat: seat.id } })
    await round.ask(seat, 'voidTally', { tally: view.body.tallies.at(-1)?.id ?? randomUUID(), reason: '试' })
  },
}
const way = ['fixRules', 'open', 'score', 'freeze', 'tally', 'sign', 'reveal', 'publish', 'closeRound'] as const

test('the acts of a round fold to its state, whatever was tried on the way', { timeout: 120_000 }, async () => {
  const reached = new Set<string>()
  // The way forward with whatever else thrown in, so that late states come up as often as early ones.
  const lives = fc
    .array(fc.constantFrom(...Object.keys(tries).filter((name) => name !== 'cancel')), { maxLength: 6 })
    .chain((more) =>
      fc.record({ walked: fc.integer({ min: 1, max: way.length }), more: fc.constant(more), end: fc.constantFrom('', '', 'cancel') }),
    )
  await fc.assert(
    fc.asyncProperty(lives, async ({ walked, more, end }) => {
      const round = await playRound(trial, { fix: false, others: ['teller', 'supervisor'], heldOn: '2027-01-10' })
      for (const name of [...way.slice(0, walked), ...more, ...(end === '' ? [] : [end])]) {
        trial.clock.advance(1_000)
        await tries[name]?.(round)
      }
      const { rows } = await trial.owner.query<{ verb: string; payload: { state?: string } }>(
        'select verb, payload from acts where subject = $1 order by at, id',
        [`round:${round.where.id}`],
      )
      const stored = await trial.owner.query<{ state: string; version: number }>('select state, version from rounds where id = $1', [
        round.where.id,
      ])
      const state = stored.rows[0]?.state ?? ''
      reached.add(state)
      expect(fold(rows.map(({ verb }) => verb).filter(isVerb))).toBe(state)
      expect(rows.findLast(({ payload }) => payload.state !== undefined)?.payload.state).toBe(state)
    }),
    { numRuns: 25, interruptAfterTimeLimit: 60_000 },
  )
  expect(reached.size).toBeGreaterThan(3)
})
