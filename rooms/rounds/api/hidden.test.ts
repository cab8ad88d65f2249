// Scores are hidden until they are revealed: a whole round is played, everything that anybody but its tellers is answered,
// over HTTP and over the live stream, is kept, and searched for every point, every result and every photo on a sheet.

import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorker } from '#ground/trial/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'
import { putPhoto } from '../trial-photos.ts'
import type { TakenPhoto } from '../trial-photos.ts'

const trial = useTrial()
const [first, second] = communities
const post = fetch

interface Heard {
  readonly who: string
  readonly what: string
  readonly text: string
}
const heard: Heard[] = []
const names = new Map<string, string>()

/** Who asks, by the cookie. */
function asker(init: RequestInit | undefined): string {
  const { cookie = '' } = (init?.headers ?? {}) as Record<string, string>
  return names.get(/lx-(?:session|seat)=([^;]+)/.exec(cookie)?.[1] ?? '') ?? 'nobody'
}

const textOf = async (response: Response): Promise<string> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (!(response.headers.get('content-type') ?? '').includes('spreadsheet')) return new TextDecoder().decode(bytes)
  return JSON.stringify((await readXlsx(bytes)).sheets.map(({ rows }) => rows))
}

let worker: Worker
beforeAll(async () => {
  worker = await openWorker(trial)
  for (const [name, { token }] of Object.entries(cast)) names.set(token, name)
  globalThis.fetch = async (address, init) => {
    if (typeof address !== 'string') throw new TypeError('callers ask by address')
    const response = await post(address, init)
    if (response.headers.get('content-type')?.startsWith('text/event-stream') === true) return response
    heard.push({ who: asker(init), what: address, text: await textOf(response.clone()) })
    return response
  }
})
afterAll(async () => {
  globalThis.fetch = post
  await worker.close()
})

const players: readonly (PlayerName | 'nobody')[] = [...(Object.keys(cast) as PlayerName[]), 'nobody']
const quiet = (seat: { kind: string }): boolean => seat.kind !== 'teller' && seat.kind !== 'supervisor'

/** Everybody asks for everything that can be read. */
async function everybodyLooks(round: PlayedRound, photo: string): Promise<void> {
  const params = {
    ...round.where,
    subject: first,
    below: '990101',
    code: first,
    draw: randomUUID(),
    tally: randomUUID(),
    round: round.where.id,
  }
  const reads = [...trial.house.endpoints].filter(
    ([name, { endpoint }]) => endpoint.method === 'GET' && /^(rounds|ledger|bulletins|evidence|people)\./.test(name),
  )
  expect(reads.length).toBeGreaterThan(20)
  const callers = [...players.map((player) => trial.as(player)), ...round.seats.map(({ caller }) => caller)]
  for (const [name] of reads) {
    const query =
      name === 'rounds.commitments'
        ? { below: first, year: '2026' }
        : name === 'rounds.count'
          ? { seat: round.seat('stage').id }
          : name === 'evidence.list'
            ? { below: '990101' }
            : name === 'rounds.ownPhotos'
              ? { unit: round.where.unit, round: round.where.id }
              : {}
    for (const caller of callers) await caller.call(name, { params, query })
  }
  for (const caller of callers) await caller.fetch('/rounds')
  // And whoever knows the id of a photo asks for it by name.
  for (const caller of callers) {
    for (const name of ['evidence.get', 'evidence.view', 'evidence.original'])
      await caller.call(name, { params: { unit: round.where.unit, id: photo } })
    await caller.call('evidence.list', { query: { below: round.where.unit, target: `sheets:${round.where.id}` } })
    await caller.call('rounds.photo', { params: { ...round.where, photo } })
  }
}

/** Listens to the live stream of everybody until it is let go. */
function listening(round: PlayedRound): { stop(): Promise<void> } {
  const cut = new AbortController()
  const all = [
    ...players.filter((player) => player !== 'nobody').map((player) => [player, trial.as(player)] as const),
    ...round.seats.map(({ label, caller }) => [label, caller] as const),
  ].map(async ([who, caller]) => {
    const response = await caller.fetch('/api/v1/live', { signal: cut.signal })
    let text = ''
    try {
      for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk)
    } catch {
      // Let go.
    }
    heard.push({ who, what: 'live', text })
  })
  return {
    stop: async () => {
      cut.abort()
      await Promise.all(all)
    },
  }
}

const points: Record<string, string> = {}
/** Distinct to the last digit, so that finding one is no accident. */
const point = (judge: number, unit: number): string =>
  (points[`${judge} ${unit}`] ??= `${61 + judge * 3 + unit * 11}.${5131 + judge * 317 + unit * (53 + judge * 7)}`)

test(
  'no client but tellers and supervisor has heard a point, a score or a total before it was revealed',
  { timeout: 180_000 },
  async () => {
    const round = await playRound(trial, {
      judges: { leaders: 3, offices: 2 },
      others: ['teller', 'supervisor', 'stage', 'voter', 'commentator', 'finder'],
      rules: (rules) => ({
        ...rules,
        sheets: { field: [{ id: 'all', title: '总体', max: '100', step: '0.0001', hint: '' }] },
        ties: [],
        decimals: 6,
        bonusCap: '9',
        aggregate: { kind: 'mean' },
      }),
    })
    for (const { device, label } of round.seats) names.set(device, label)
    heard.length = 0
    const streams = listening(round)
    const judges = round.seats.filter(({ kind }) => kind === 'judge')
    const teller = round.seat('teller')
    for (const [judge, seat] of judges.entries()) {
      const sheets = communities.map((subject, unit) => ({
        subject,
        component: 'field',
        revision: 1,
        points: { all: point(judge, unit) },
        note: '',
      }))
      expect((await round.ask(seat, 'score', { sheets })).status).toBe(200)
    }
    // Each judge has a photo of each unit; the picture's hash, its id and its words are as secret as the points.
    const photos = new Map<string, TakenPhoto[]>()
    for (const [judge, seat] of judges.entries())
      photos.set(seat.label, [await putPhoto(seat, 100 + judge, first), await putPhoto(seat, 120 + judge, second)])
    const taken = [...photos.values()].flat()
    const [known] = taken
    if (known === undefined) throw new Error('no photo was taken')
    const words = '现场照片'
    await round.ask(teller, 'adjust', { id: randomUUID(), subject: first, points: '3.71937', reason: '全县推广' })
    await everybodyLooks(round, known.id)
    await round.move('freeze')
    await everybodyLooks(round, known.id)
    const counted = await round.ask<{ id: string; inputDigest: string; lines: Record<string, unknown>[] }>(teller, 'tally', {
      id: randomUUID(),
    })
    await everybodyLooks(round, known.id)
    await teller.caller.call('rounds.count', { query: { seat: teller.id } })
    const signing = { tally: counted.body.id, inputDigest: counted.body.inputDigest }
    await round.ask(teller, 'sign', signing)
    await round.ask(round.seat('supervisor'), 'sign', signing)
    await everybodyLooks(round, known.id)
    // Acts as whoever may read them finds them, every word.
    for (const who of ['countyAdmin', 'supervisor', 'operator', 'officer'] as const) {
      const acts = await trial.sql(who, (db) => db.selectFrom('acts').selectAll().execute())
      expect(acts.length, who).toBeGreaterThan(0)
      heard.push({ who, what: 'acts', text: JSON.stringify(acts) })
    }
    await round.move('reveal', { form: 'ranks', all: false })
    const upTo = heard.length
    await everybodyLooks(round, known.id)
    await streams.stop()

    // Of the unit that comes last the hall has seen the total by now; of the one ahead of it, nothing.
    const [ahead, last] = counted.body.lines
    expect([ahead?.['unit'], last?.['unit']]).toEqual([second, first])
    const figures = (line: Record<string, unknown> | undefined): string[] =>
      [
        ...JSON.stringify([line?.['total'], line?.['components'], line?.['panels'], line?.['spread'], line?.['adjustment']]).matchAll(
          /"(-?\d+\.\d+)"/g,
        ),
      ]
        .map((match) => match[1] ?? '')
        // Nothing at all is no secret.
        .filter((figure) => Number(figure) !== 0)
    const scored = Object.values(points)
    const secrets = (entry: Heard, index: number): string[] => {
      const judge = judges.findIndex(({ label }) => label === entry.who)
      const own = judge < 0 ? [] : communities.map((_unit, unit) => point(judge, unit))
      const told = index >= upTo - 1 || entry.what === 'live' ? [] : figures(last)
      const mine = (photos.get(entry.who) ?? []).flatMap(({ id, sha256 }) => [id, sha256])
      const pictured = [words, ...taken.flatMap(({ id, sha256 }) => [id, sha256])]
      return [...scored, '3.71937', ...figures(ahead), ...told, ...pictured].filter(
        (secret) => !own.includes(secret) && !mine.includes(secret),
      )
    }
    const ours = new Set(round.seats.filter((seat) => !quiet(seat)).map(({ label }) => label))
    const leaks = heard.flatMap((entry, index) =>
      ours.has(entry.who)
        ? []
        : secrets(entry, index)
            .filter((secret) => entry.text.includes(secret))
            .map((secret) => `${entry.who} ${entry.what} ${secret}`),
    )
    expect(leaks).toEqual([])
    expect(new Set(heard.map(({ who }) => who)).size).toBe(players.length + round.seats.length)
    expect(heard.filter(({ what, text }) => what === 'live' && text.includes(round.where.id)).length).toBeGreaterThan(8)

    // The same search finds them where they may be: with the tellers, and on the public page once they are published.
    const tellers = heard
      .filter(({ who }) => ours.has(who))
      .map(({ text }) => text)
      .join()
    const ids = taken.map(({ id }) => id)
    expect([...scored, ...figures(ahead), ...figures(last), ...ids].filter((secret) => !tellers.includes(secret))).toEqual([])
    await round.move('reveal', { form: 'ranks', all: true })
    const pictures = async (): Promise<string> =>
      JSON.stringify((await trial.as('officer').call('evidence.list', { query: { below: round.where.unit } })).body)
    await expect.poll(pictures, { timeout: 20_000 }).toContain(words)
    for (const { id } of taken) expect(await pictures()).toContain(id)
    await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
    const page = await trial.as('nobody').call('rounds.published', { params: round.where })
    for (const line of [ahead, last]) expect(JSON.stringify(page.body)).toContain(line?.['total'])
    for (const secret of scored) expect(JSON.stringify(page.body)).not.toContain(secret)
  },
)
