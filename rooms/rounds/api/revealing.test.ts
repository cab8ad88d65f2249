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
  const round = await playRound(trial, { judges: { leaders: 3 }, ...wanted })
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
    expect(await standing(round)).toEqual({ places: [], withheld: [], form: null, left: null, tally: 1 })
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
    expect(await standing(round)).toEqual({ places: [], withheld: [], form: null, left: null, tally: null })
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
        coverage: { units: 2, scored: 2, notDrawn: 0, sheets: 6, withdrawn: 0 },
        spread: [{ component: 'field', widest: '0', middle: '0' }],
        progress: [],
        panels: [{ id: 'leaders', judges: 3 }, { judges: 0 }, { judges: 0 }, { judges: 0 }],
      },
    ])
  })

  test('as ranks, a unit that two judges scored has no figure and no rank anywhere outside; the others close up; it is told privately', async () => {
    const round = await playRound(trial, { judges: { leaders: 3 } })
    // The best of both is left with two judges, and so would leave a gap at the top.
    const away = { subject: first, reason: '亲属在该社区任职' }
    expect((await round.ask(round.seat('judge', 3), 'recuseMyself', away)).status).toBe(200)
    await round.scoreAll((_judge, unit) => 0.95 - unit * 0.2)
    await round.move('freeze')
    const { lines } = await round.count()
    expect(lines.map(({ unit, rank }) => [unit, rank])).toEqual([
      [first, 1],
      [second, 2],
    ])
    const [best] = lines
    await round.move('reveal', { form: 'ranks', all: true })
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
    const named = [{ subject: first, name: '朝霞社区' }]
    const stage = await round.seat('stage').caller.call<{ reveals: object[]; withheld: object[] }>('rounds.stage')
    const page = await trial.as('nobody').call<{ publications: object[] }>('rounds.published', { params: round.where })
    const desk = await officer().call('rounds.standing', { params: round.where })
    const html = await (await trial.as('nobody').fetch(`/rounds/${round.where.unit}/${round.where.id}`, { headers: {} })).text()
    expect(stage.body.reveals).toMatchObject([{ subject: second, rank: 1 }])
    expect(stage.body.withheld).toEqual(named)
    expect(page.body.publications).toMatchObject([{ places: [{ subject: second, rank: 1 }], withheld: named, progress: [] }])
    expect(desk.body).toMatchObject({ places: [{ subject: second, rank: 1 }], withheld: named })
    expect(html).toContain('评委不足三人，不公布分数和名次')
    const outside = [JSON.stringify(stage.body), JSON.stringify(page.body), JSON.stringify(desk.body), html]
    expect(JSON.stringify(lines)).toContain(best?.total)
    for (const text of outside) expect(text).not.toContain(best?.total)
    const mine = (await own()).find(({ round: id }) => id === round.where.id)?.place
    expect(mine).toMatchObject({ rank: null, total: best?.total, marks: expect.arrayContaining(['few-judges']) as unknown, spread: {} })
  })

  test('where no unit has three judges, ranks name nobody and say so; bands stand as they are', async () => {
    const round = await signed(0.95, { judges: { leaders: 2 } })
    expect(await round.move('reveal', { form: 'ranks', all: false })).toMatchObject({ shown: 1, left: 0 })
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
    const page = await trial.as('nobody').call<{ publications: object[] }>('rounds.published', { params: round.where })
    expect(page.body.publications).toMatchObject([{ places: [], withheld: [{ subject: first }, { subject: second }], spread: [] }])
    const bands = await signed(0.95, { judges: { leaders: 2 } })
    await bands.move('reveal', { form: 'bands', all: true })
    expect(await onStage(bands)).toEqual({ form: 'bands', shown: [[first, null, false]] })
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
