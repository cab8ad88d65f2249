// Freezing against scores under way: what was acknowledged before it counts, and nothing is taken after it was
// acknowledged, however many phones send at once. The same for tellers against the count, and ballots against the close.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound } from '../trial.ts'
import type { PlayedRound, PlayedSeat } from '../trial.ts'

const trial = useTrial({ connections: 16 })
const full = { pledges: '18', theme: '18', governance: '13.5', report: '9', mended: '4.5' }

interface Stored {
  readonly seat: string
  readonly subject: string
  readonly revision: number
}
const stored = async (round: PlayedRound): Promise<Stored[]> =>
  (
    await trial.owner.query<Stored>(
      `select seat, subject, revision::int as revision from round_sheets where round = $1 order by seat, subject`,
      [round.where.id],
    )
  ).rows

/** Sends revision after revision until the round takes no more; what was kept last, and whether anything was after `over`. */
async function sending(round: PlayedRound, seat: PlayedSeat, begin: number, freeze: { over: boolean }, kept: Map<string, number>) {
  for (let revision = begin; ; revision += 1) {
    const subject = communities[revision % 2] ?? communities[0]
    const late = freeze.over
    const sheets = [{ subject, component: 'field', revision, points: { ...full, change: String(revision % 31) }, note: '' }]
    const answer = await round.ask<{ code?: number; sheets?: { outcome: string }[] }>(seat, 'score', { sheets })
    if (answer.status === 409) {
      expect(answer.body.code).toBe(4117)
      return
    }
    expect([answer.status, answer.body.sheets?.[0]?.outcome, late]).toEqual([200, 'kept', false])
    kept.set(`${seat.id} ${subject}`, revision)
  }
}

test('no sheet is taken after the freeze was acknowledged, and none that was acknowledged is missing', { timeout: 120_000 }, async () => {
  const round = await playRound(trial, { judges: { leaders: 24 }, others: ['teller', 'supervisor'] })
  const judges = round.seats.filter(({ kind }) => kind === 'judge')
  const kept = new Map<string, number>()
  for (let nth = 0; nth < 8; nth += 1) {
    const freeze = { over: false }
    const sent = judges.map((seat) => sending(round, seat, nth * 10_000 + 1, freeze, kept))
    while (kept.size < judges.length || [...kept.values()].every((revision) => revision < nth * 10_000 + 2)) await stored(round)
    await round.move('freeze')
    freeze.over = true
    const frozen = await stored(round)
    await Promise.all(sent)
    expect(await stored(round)).toEqual(frozen)
    expect(Object.fromEntries(frozen.map(({ seat, subject, revision }) => [`${seat} ${subject}`, revision]))).toEqual(
      Object.fromEntries(kept),
    )
    await round.move('thaw', { reason: '再来一次' })
  }
})

test('an adjustment is in the count or refused, never beside it', { timeout: 60_000 }, async () => {
  const round = await playRound(trial, { others: ['teller', 'teller', 'supervisor'] })
  await round.scoreAll()
  await round.move('freeze')
  const [counting, adjusting] = [round.seat('teller', 1), round.seat('teller', 2)]
  for (let nth = 0; nth < 10; nth += 1) {
    const adjust = () => ({ id: randomUUID(), subject: communities[0], points: '0.01', reason: '竞赛' })
    const [counted, ...adjusted] = await Promise.all([
      round.ask<{ id: string }>(counting, 'tally', { id: randomUUID() }),
      ...Array.from({ length: 6 }, () => round.ask(adjusting, 'adjust', adjust())),
    ])
    expect(counted.status).toBe(200)
    expect(adjusted.every(({ status, body }) => status === 200 || body['code'] === 4101)).toBe(true)
    const { rows } = await trial.owner.query<{ there: number }>('select count(*)::int as there from round_adjustments where round = $1', [
      round.where.id,
    ])
    const input = await round.ask<{ adjustments: unknown[] }>(counting, 'tallyInput', { tally: counted.body.id })
    expect(input.body.adjustments).toHaveLength(rows[0]?.there ?? -1)
    await round.ask(counting, 'voidTally', { tally: counted.body.id, reason: '再来一次' })
  }
})

test('a ballot that was taken is counted', { timeout: 60_000 }, async () => {
  const round = await playRound(trial, {
    judges: { leaders: 1 },
    others: ['teller', 'supervisor', ...Array.from({ length: 24 }, () => 'voter')],
  })
  await round.scoreAll()
  await round.move('freeze')
  await round.count()
  for (let nth = 0; nth < 5; nth += 1) {
    const vote = randomUUID()
    await round.move('openVote', { id: vote })
    const choices = Object.fromEntries(communities.map((unit) => [unit, 'good']))
    const cast = (seat: PlayedSeat) => round.ask(seat, 'vote', { vote, choices })
    const voters = round.seats.filter(({ kind }) => kind === 'voter')
    const early = await Promise.all(voters.slice(0, 3).map(cast))
    const late = voters.slice(3).map(cast)
    const closed = await round.ask<{ counts: Record<string, { good: number }> }>(round.seat('teller'), 'closeVote', { vote })
    const answers = [...early, ...(await Promise.all(late))]
    expect(answers.every(({ status, body }) => status === 200 || body['code'] === 4157)).toBe(true)
    expect(closed.body.counts[communities[0]]?.good).toBe(answers.filter(({ status }) => status === 200).length)
  }
})
