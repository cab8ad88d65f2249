// A round is played at twenty times the pace of people, and what was published is what core makes of the kept input.

import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { chinaDay } from '#ground/kernel/clock.ts'
import { newId } from '#ground/kernel/ids.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { tally } from '#rooms/rounds/core/tally.ts'
import { trialPassword } from '#rooms/people/trial.ts'
import { street } from '../core/rounds.ts'
import { load } from './load.ts'
import { demoPassword, readPack } from './pack.ts'
import { play } from './play.ts'
import type { Played } from './play.ts'
import { openSeat, signIn } from './session.ts'

const trial = useTrial()
const pack = readPack()
const speed = 20
const said: string[] = []
/** What a watcher does when the addresses are shown. */
let watch: (line: string) => Promise<void> = async () => {}
let watching: Promise<void>[] = []

const playOnce = (baseUrl = trial.url) =>
  play({
    baseUrl,
    pack,
    today: chinaDay(trial.clock.now()),
    mark: String(said.length),
    newId: () => newId(trial.clock, { bytes: (count) => randomBytes(count) }),
    say: ({ en }) => {
      said.push(en)
      watching.push(watch(en))
    },
    pause: async (ms) => {
      await Promise.all(watching)
      await setTimeout(ms / speed)
    },
  })

async function played(): Promise<Played> {
  const result = await playOnce()
  await Promise.all(watching)
  watching = []
  if (!result.ok) throw new Error(result.problem.detail.en)
  return result.value
}

test('without the cast it says so, and without a server too', async () => {
  expect(await playOnce()).toMatchObject({ ok: false, problem: { code: 3504 } })
  expect(await playOnce('http://127.0.0.1:9')).toMatchObject({ ok: false, problem: { code: 3500 } })
})

async function loadPeople(): Promise<void> {
  const [, first] = pack.cast
  if (first === undefined) throw new Error('the pack has a cast')
  const { id, unit, name, login, role, post } = first
  await trial.as('operator').call('people.create', {
    body: { id, unit, name, login, password: demoPassword, mustChange: false, post: { id: post, unit, role } },
  })
  const operator = await signIn(trial.url, 'trial-operator', trialPassword)
  if (!operator.ok) throw new Error(operator.problem.detail.en)
  expect(await load(operator.value, pack, false, () => {})).toMatchObject({ ok: true })
}

test('the published result is what core makes of the kept input', { timeout: 120_000 }, async () => {
  await loadPeople()
  const round = await played()
  expect(round).toMatchObject({ unit: street, recomputed: true, entries: 5 })
  const { rows } = await trial.owner.query<{ input: unknown }>(
    'select i.input from round_tally_inputs i join round_tallies t on t.id = i.id where t.round = $1',
    [round.round],
  )
  const counted = tally(rows[0]?.input)
  if (!counted.ok) throw new Error(counted.problem.detail.en)
  const page = await trial.as('nobody').call<{
    state: string
    publications: { places: { subject: string; rank: number; total: string }[]; inputDigest: string; methodDigest: string }[]
  }>('rounds.published', { params: { unit: street, id: round.round } })
  expect(page.body.state).toBe('closed')
  expect(page.body.publications).toMatchObject([{ inputDigest: round.inputDigest, methodDigest: round.methodDigest }])
  expect(counted.value.input.digest).toBe(round.inputDigest)
  const byUnit = (list: readonly { readonly unit: string; readonly rank: number; readonly total: string }[]) =>
    [...list].sort((a, b) => (a.unit < b.unit ? -1 : 1)).map(({ unit, rank, total }) => ({ unit, rank, total }))
  expect(counted.value.results).toHaveLength(11)
  expect(byUnit((page.body.publications[0]?.places ?? []).map(({ subject: unit, ...place }) => ({ unit, ...place })))).toEqual(
    byUnit(counted.value.results),
  )
  // Corrections are sheets that were sent a third time.
  const { rows: sheets } = await trial.owner.query<{ revision: string }>('select revision from round_sheets where round = $1', [
    round.round,
  ])
  expect(sheets).toHaveLength(11 * 9 - 2)
  expect(sheets.filter(({ revision }) => Number(revision) === 3).length).toBeGreaterThan(1)
})

test('somebody who watches on the link of a judge and leaves a sheet unfinished does not stop the play', { timeout: 120_000 }, async () => {
  watch = async (line) => {
    const token = /judge's phone.*#(\S+)/.exec(line)?.[1]
    if (token === undefined) return
    const phone = await openSeat(trial.url, token)
    if (!phone.ok) throw new Error(phone.problem.detail.en)
    watch = async (unit) => {
      if (!unit.startsWith('1/11')) return
      const mine = await phone.value.get<{ seat: { id: string }; round: { parts: { subject: string; speaking: number }[] } }>(
        '/rounds/seat',
      )
      if (!mine.ok) throw new Error(mine.problem.detail.en)
      const subject = mine.value.round.parts.find(({ speaking }) => speaking === 11)?.subject
      const begun = { subject, component: 'field', revision: 9_000_000, points: { pledges: '20' }, note: '' }
      await phone.value.post('/rounds/seat/score', { seat: mine.value.seat.id, sheets: [begun] })
    }
  }
  const round = await played()
  expect(round.recomputed).toBe(true)
  const { rows } = await trial.owner.query('select 1 from round_sheets where round = $1 and state = $2', [round.round, 'withdrawn'])
  expect(rows).toHaveLength(1)
})

test('a play that was interrupted is cancelled by the next one, later', async () => {
  watch = () => Promise.reject(new Error('interrupted'))
  const interrupted = async (): Promise<void> => {
    await expect(playOnce()).rejects.toThrow('interrupted')
    await Promise.allSettled(watching)
    watching = []
  }
  await interrupted()
  const left = async (): Promise<string[]> => {
    const { rows } = await trial.owner.query<{ state: string }>("select state from rounds where name like '演示回放%'")
    return rows.map(({ state }) => state).sort()
  }
  expect(await left()).toEqual(['closed', 'closed', 'fixed'])
  trial.clock.advance(11 * 60_000)
  await interrupted()
  expect(await left()).toEqual(['cancelled', 'closed', 'closed', 'fixed'])
})
