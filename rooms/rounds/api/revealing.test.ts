// From the signed tally to what is told: to the hall step by step, to each unit, to everybody; and what is corrected later.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playCounted, playRound, refusal } from '../trial.ts'
import type { PlayedRound, Wanted } from '../trial.ts'

const trial = useTrial()
const [first, second] = communities
const officer = () => trial.as('officer')

/** Signed: the first unit far ahead of the second. */
async function signed(share = 0.95, wanted: Wanted = {}): Promise<PlayedRound> {
  const round = await playRound(trial, { judges: { leaders: 1 }, ...wanted })
  await round.scoreAll((_judge, unit) => share - unit * 0.2)
  await round.move('freeze')
  await round.count()
  return round
}
interface Standing {
  readonly places: { subject: string; rank: number | null; total: string | null; band: string }[]
  readonly form: string | null
  readonly tally: number | null
}
const standing = async (round: PlayedRound) => (await officer().call<Standing>('rounds.standing', { params: round.where })).body
const onStage = async (round: PlayedRound) => {
  const { body } = await round.seat('stage').caller.call<{ reveals: Standing['places']; form: string | null }>('rounds.stage')
  return { form: body.form, shown: body.reveals.map(({ subject, rank, total }) => [subject, rank, total !== null]) }
}
const own = async () =>
  (
    await trial.as('secretary').call<{ places: { round: string; place: { rank: number | null; total: string } }[] }>('rounds.ownPlaces', {
      params: { subject: first },
    })
  ).body.places

describe('reveal', () => {
  test('ranks come from the bottom up, one step at a time, and only then does each unit learn its own', async () => {
    const round = await signed()
    expect(await onStage(round)).toEqual({ form: null, shown: [] })
    expect(await standing(round)).toEqual({ places: [], form: null, left: null, tally: 1 })
    expect(await round.move('reveal', { form: 'ranks', all: false })).toMatchObject({ shown: 1, left: 1 })
    expect(await onStage(round)).toEqual({ form: 'ranks', shown: [[second, 2, true]] })
    expect((await own()).filter(({ round: id }) => id === round.where.id)).toEqual([])
    expect(await round.move('reveal', { form: 'ranks', all: false })).toMatchObject({ shown: 2, left: 0 })
    expect((await standing(round)).places.map(({ subject, rank }) => [subject, rank])).toEqual([
      [second, 2],
      [first, 1],
    ])
    expect((await own()).find(({ round: id }) => id === round.where.id)?.place).toMatchObject({ rank: 1 })
    expect(await round.move('reveal', { form: 'ranks', all: false })).toMatchObject({ shown: 2, left: 0 })
  })

  test('bands name 先进 only, without a figure; the unit itself is told its figures but no rank', async () => {
    const round = await signed()
    await round.move('reveal', { form: 'bands', all: true })
    expect(await onStage(round)).toEqual({ form: 'bands', shown: [[first, null, false]] })
    const mine = (await own()).find(({ round: id }) => id === round.where.id)?.place
    expect([mine?.rank, mine?.total]).toEqual([null, '94.50'])
    expect((await trial.as('secretary').call('rounds.ownPlaces', { params: { subject: second } })).status).toBe(403)
  })

  test('the form that was begun is kept, also when nobody is 先进', async () => {
    for (const share of [0.95, 0.5]) {
      const round = await signed(share)
      await round.move('reveal', { form: 'bands', all: true })
      const ranks = { params: round.where, body: { form: 'ranks', all: true } }
      expect(await refusal(officer(), 'reveal', ranks), String(share)).toMatchObject({ code: 4142 })
      const published = { params: round.where, body: { id: randomUUID(), form: 'ranks', reason: '会议决定' } }
      expect(await refusal(officer(), 'publish', published), String(share)).toMatchObject({ code: 4142, status: 409 })
    }
  })

  test('nothing is revealed that is not signed by both', async () => {
    const { round, tally, inputDigest } = await playCounted(trial)
    const reveal = { params: round.where, body: { form: 'ranks', all: true } }
    expect(await refusal(officer(), 'reveal', reveal)).toMatchObject({ code: 4101 })
    await round.ask(round.seat('teller'), 'sign', { tally, inputDigest })
    expect(await refusal(officer(), 'reveal', reveal)).toMatchObject({ code: 4101 })
    expect(await standing(round)).toEqual({ places: [], form: null, left: null, tally: null })
  })
})

describe('publication', () => {
  test('ranks need their reason; what is published carries method, coverage and spread', async () => {
    const round = await signed()
    await round.move('reveal', { form: 'ranks', all: true })
    const bare = { params: round.where, body: { id: randomUUID(), form: 'ranks', reason: ' ' } }
    const refused = await refusal(officer(), 'publish', bare)
    expect(refused).toMatchObject({ code: 4141, status: 422 })
    expect(refused.en).toContain('Ranks need a reason')
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '县委〔2026〕5号' })
    const page = await trial.as('nobody').call<{ publications: Record<string, unknown>[] }>('rounds.published', { params: round.where })
    expect(page.body.publications).toMatchObject([
      {
        number: 1,
        form: 'ranks',
        reason: '县委〔2026〕5号',
        coverage: { units: 2, scored: 2, notDrawn: 0, sheets: 2, withdrawn: 0 },
        spread: [{ component: 'field', widest: '0', middle: '0' }],
        progress: [],
        panels: [{ id: 'leaders', judges: 1 }, { judges: 0 }, { judges: 0 }, { judges: 0 }],
      },
    ])
  })

  test('进步奖 compares with the last published round of the same method', async () => {
    const town = { heldOn: '2027-01-10' }
    const before = await signed(0.8, { ...town, heldOn: '2027-01-09', template: 'T3' })
    await before.move('reveal', { form: 'bands', all: true })
    await before.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
    const after = await signed(0.9, { ...town, template: 'T3' })
    await after.move('reveal', { form: 'bands', all: true })
    await after.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
    const page = await trial
      .as('nobody')
      .call<{ publications: { progress: { subject: string }[] }[] }>('rounds.published', { params: after.where })
    expect(page.body.publications[0]?.progress.map(({ subject }) => subject).sort()).toEqual([first, second])
  })

  test('a correction needs its reason, counts anew and publishes beside the old; what was told is told again', async () => {
    const round = await signed()
    await round.move('reveal', { form: 'ranks', all: true })
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
    await round.move('closeRound')
    expect((await officer().call('rounds.correct', { params: round.where, body: { reason: '' } })).status).toBe(400)
    await round.move('correct', { reason: '漏记加分' })
    expect(await onStage(round)).toEqual({ form: null, shown: [] })
    const adjust = { id: randomUUID(), subject: second, points: '5', reason: '补记' }
    expect((await round.ask(round.seat('teller'), 'adjust', adjust)).status).toBe(200)
    expect((await round.count()).number).toBe(2)
    expect(await standing(round)).toMatchObject({ places: [], form: null, tally: 2 })
    await round.move('reveal', { form: 'bands', all: true })
    await round.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
    const page = await trial
      .as('nobody')
      .call<{ publications: { number: number; form: string }[] }>('rounds.published', { params: round.where })
    expect(page.body.publications.map(({ number, form }) => [number, form])).toEqual([
      [2, 'bands'],
      [1, 'ranks'],
    ])
  })
})
