// Every byte that the big screen gets, over HTTP and over the live stream, from the first minute of a round until just
// before its reveal, searched for what is hidden.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound } from '../../trial.ts'
import type { PlayedRound, PlayedSeat } from '../../trial.ts'

const trial = useTrial()

interface Tally {
  readonly id: string
  readonly inputDigest: string
  readonly lines: readonly {
    readonly unit: string
    readonly rank: number
    readonly total: string
    readonly components: Record<string, string>
  }[]
}

/** Listens as the stage's browser does, and asks again whenever it hears something. */
async function record(seat: PlayedSeat) {
  const controller = new AbortController()
  const bytes: string[] = []
  const stream = await fetch(`${trial.url}/api/v1/live`, { headers: { cookie: `lx-seat=${seat.device}` }, signal: controller.signal })
  const ask = async (): Promise<{ version: number }> => {
    const answer = await fetch(`${trial.url}/api/v1/rounds/seat/stage`, { headers: { cookie: `lx-seat=${seat.device}` } })
    const text = await answer.text()
    bytes.push(JSON.stringify([...answer.headers]), text)
    return JSON.parse(text) as { version: number }
  }
  const heard: string[] = []
  const reading = (async () => {
    for await (const chunk of (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      bytes.push(chunk)
      heard.push(chunk)
      await ask()
    }
  })().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  return {
    ask,
    bytes: () => bytes.join('\n'),
    heard: () => heard.join(''),
    end: async () => {
      controller.abort()
      await reading
    },
  }
}

async function count(round: PlayedRound): Promise<Tally> {
  const teller = round.seat('teller')
  const counted = await teller.caller.call<Tally>('rounds.tally', { body: { seat: teller.id, id: randomUUID() } })
  const { id: tally, inputDigest } = counted.body
  for (const seat of [teller, round.seat('supervisor')]) {
    const signed = await seat.caller.call('rounds.sign', { body: { seat: seat.id, tally, inputDigest } })
    expect(signed.status).toBe(200)
  }
  return counted.body
}

/** What must not be there: totals, component figures and points, as they are written on the wire. */
const secretsOf = (tally: Tally, points: readonly string[]): string[] => [
  ...tally.lines.flatMap(({ total, components }) => [total, ...Object.values(components)]),
  ...points.map((one) => `"${one}"`),
]

async function play(form: 'bands' | 'ranks', best = 0.99) {
  const round = await playRound(trial, { judges: { leaders: 3 } })
  const recorded = await record(round.seat('stage'))
  await round.move('show', { kind: 'order', draw: null })
  for (const subject of communities) {
    await round.move('present', { subject, component: 'field' })
    await round.move('setTimer', { verb: 'start' })
  }
  await round.scoreAll((judge, unit) => best - judge * 0.017 - unit * 0.071)
  const teller = round.seat('teller')
  const adjusted = { seat: teller.id, id: randomUUID(), subject: communities[1], points: '-1.37', reason: '超时' }
  expect((await teller.caller.call('rounds.adjust', { body: adjusted })).status).toBe(200)
  await round.move('freeze')
  const tally = await count(round)
  const input = await teller.caller.call<{ scores: { points: string }[] }>('rounds.tallyInput', {
    body: { seat: teller.id, tally: tally.id },
  })
  const points = [...new Set(input.body.scores.map((score) => score.points))].filter((one) => one.includes('.'))
  // Everything said so far has come over the stream.
  await expect.poll(() => recorded.heard()).toContain('"verb":"tallyInput"')
  const { version } = await recorded.ask()
  const secrets = secretsOf(tally, [...points, '-1.37'])
  // The search could find them: a teller is told them all.
  const told = JSON.stringify([tally, input.body])
  for (const secret of secrets) expect(told).toContain(secret)
  const until = recorded.bytes()
  await round.move('reveal', { form, all: true })
  await expect.poll(async () => (await recorded.ask()).version).toBeGreaterThan(version)
  await expect.poll(() => recorded.heard()).toContain('"verb":"reveal"')
  const after = recorded.bytes().slice(until.length)
  await recorded.end()
  return { tally, secrets, until, after, heard: recorded.heard() }
}

test('before the reveal no point, figure, total or rank reaches the stage; with bands none ever does', async () => {
  const { secrets, until, after, heard } = await play('bands')
  expect(heard).toContain('"verb":"score"')
  expect(heard).toContain('"verb":"sign"')
  expect(until).toContain('朝霞社区')
  for (const secret of secrets) {
    expect(until).not.toContain(secret)
    expect(after).not.toContain(secret)
  }
  expect(until).not.toMatch(/"(points|total|rank|spread|band|scores|deviation)"\s*:/)
  expect(after).toMatch(/"band":"advanced","name":"朝霞社区","rank":null/)
  expect(after).not.toMatch(/"rank":\d/)
})

test('with bands and nobody in the first one, the hall is told just that', async () => {
  const { secrets, after } = await play('bands', 0.7)
  for (const secret of secrets) expect(after).not.toContain(secret)
  expect(after).toContain('"reveals":[],"progress":[],"withheld":[],"form":"bands"')
})

test('with ranks the very same search finds the totals once they are revealed, and not a moment before', async () => {
  const { tally, secrets, until, after } = await play('ranks')
  for (const secret of secrets) expect(until).not.toContain(secret)
  for (const { total } of tally.lines) expect(after).toContain(total)
})

test('the stage hears of its own round and of nothing else', async () => {
  const round = await playRound(trial)
  const recorded = await record(round.seat('stage'))
  // Seats and complainants are nobody to the acts, and so is the stage itself.
  const other = await playRound(trial)
  await other.scoreAll()
  await other.move('present', { subject: communities[0], component: 'field' })
  await round.move('present', { subject: communities[1], component: 'field' })
  await expect.poll(() => recorded.heard()).toContain('"verb":"present"')
  await recorded.end()
  const subjects = [...recorded.heard().matchAll(/"subject":"([^"]*)"/g)].map(([, subject]) => subject)
  expect(new Set(subjects)).toEqual(new Set([`round:${round.where.id}`]))
  expect(recorded.bytes()).not.toContain(other.where.id)
})
