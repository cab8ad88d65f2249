// A whole round over HTTP: planned, fixed, opened, scored, frozen, counted, signed, revealed, published, corrected, closed.

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { tally } from '../core/tally.ts'
import { communities, playRound } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()

interface Tally {
  readonly id: string
  readonly number: number
  readonly inputDigest: string
  readonly methodDigest: string
  readonly lines: readonly { readonly unit: string; readonly rank: number; readonly total: string }[]
}

async function countAndSign(round: PlayedRound): Promise<Tally> {
  const teller = round.seat('teller')
  const supervisor = round.seat('supervisor')
  const counted = await teller.caller.call<Tally>('rounds.tally', { body: { seat: teller.id, id: randomUUID() } })
  expect(counted.status, JSON.stringify(counted.body)).toBe(200)
  const { id: of, inputDigest } = counted.body
  expect((await supervisor.caller.call('rounds.sign', { body: { seat: supervisor.id, tally: of, inputDigest } })).body['code']).toBe(4139)
  expect((await teller.caller.call('rounds.sign', { body: { seat: teller.id, tally: of, inputDigest } })).status).toBe(200)
  expect((await supervisor.caller.call('rounds.sign', { body: { seat: supervisor.id, tally: of, inputDigest } })).status).toBe(200)
  return counted.body
}

describe('a round from plan to closed', () => {
  test('the published result is what `tally` makes of the exported input', async () => {
    const round = await playRound(trial, { judges: { leaders: 2, offices: 1 }, units: communities })
    await round.scoreAll((judge, unit) => 0.95 - judge * 0.05 - unit * 0.1)
    const teller = round.seat('teller')
    await teller.caller.call('rounds.adjust', {
      body: { seat: teller.id, id: randomUUID(), subject: communities[1], points: '-1', reason: '超时1分钟' },
    })
    await round.move('freeze')
    const counted = await countAndSign(round)
    expect(counted.lines.map(({ unit }) => unit)).toEqual([...communities])

    const exported = await teller.caller.call('rounds.tallyInput', { body: { seat: teller.id, tally: counted.id } })
    const again = tally(exported.body)
    expect(again.ok && again.value.input.digest).toBe(counted.inputDigest)
    expect(again.ok && again.value.results.map(({ unit, rank, total }) => ({ unit, rank, total }))).toEqual(
      counted.lines.map(({ unit, rank, total }) => ({ unit, rank, total })),
    )

    await round.move('reveal', { form: 'bands', all: true })
    await round.move('publish', { id: randomUUID(), form: 'bands', reason: '' })
    const page = await trial
      .as('nobody')
      .call<{ publications: { places: { subject: string; band: string; total: string | null }[]; inputDigest: string }[] }>(
        'rounds.published',
        { params: round.where },
      )
    const [publication] = page.body.publications
    expect(publication?.inputDigest).toBe(counted.inputDigest)
    // Bands: only 先进, and no figure beside a name.
    expect(publication?.places.every(({ band, total }) => band === 'advanced' && total === null)).toBe(true)
    await round.move('closeRound')
    expect(
      await round.move('awards').then(
        () => 'taken',
        () => 'refused',
      ),
    ).toBe('taken')
  })

  test('a correction counts anew beside the old result, and the page shows both', async () => {
    const round = await playRound(trial)
    await round.scoreAll()
    await round.move('freeze')
    await countAndSign(round)
    await round.move('reveal', { form: 'ranks', all: true })
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定公布名次' })
    await round.move('correct', { reason: '复核发现漏记加分' })
    const teller = round.seat('teller')
    await teller.caller.call('rounds.adjust', {
      body: { seat: teller.id, id: randomUUID(), subject: communities[1], points: '2', reason: '复核补记' },
    })
    const second = await countAndSign(round)
    expect(second.number).toBe(2)
    expect(second.lines[0]?.unit).toBe(communities[1])
    await round.move('reveal', { form: 'ranks', all: true })
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '更正' })
    const page = await trial
      .as('nobody')
      .call<{ publications: { number: number; places: { rank: number }[] }[] }>('rounds.published', { params: round.where })
    expect(page.body.publications.map(({ number }) => number)).toEqual([2, 1])
  })

  test('the stage shows what it is told, never a score', async () => {
    const round = await playRound(trial)
    const stage = round.seat('stage')
    await round.move('present', { subject: communities[0], component: 'field' })
    await round.scoreAll()
    const shown = await stage.caller.call<{ current: { name: string }; scene: { kind: string }; reveals: unknown[] }>('rounds.stage')
    expect(shown.body).toMatchObject({ scene: { kind: 'unit' }, current: { name: '朝霞社区' }, reveals: [] })
    expect(JSON.stringify(shown.body)).not.toMatch(/"points"|"total":"/)
  })
})
