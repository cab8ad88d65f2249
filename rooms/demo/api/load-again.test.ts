// A demo whose loading is broken off in the middle of its campaign is whole after the next load.

import { expect, test } from 'vitest'
import { chinaDay } from '#ground/kernel/clock.ts'
import { openLine } from '#ground/trial/line.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { trialPassword } from '#rooms/people/trial.ts'
import { loadDemo } from '../offers.ts'
import { demoPassword, readPack } from './pack.ts'

const trial = useTrial({ unlimited: true })

const load = (baseUrl: string) =>
  loadDemo({
    baseUrl,
    operatorLogin: 'trial-operator',
    operatorPassword: trialPassword,
    henan: false,
    today: chinaDay(trial.clock.now()),
    say: () => {},
  })
const starActs = async (): Promise<number> =>
  (await trial.owner.query<{ n: number }>(`select count(*)::int as n from acts where room = 'stars'`)).rows[0]?.n ?? 0

test('wherever the campaign was broken off, the next load goes on and the one after writes nothing', { timeout: 240_000 }, async () => {
  const [, first] = readPack().cast
  if (first === undefined) throw new Error('the pack has a cast')
  const { id, unit, name, login, post, role } = first
  await trial.as('operator').call('people.create', {
    body: { id, unit, name, login, password: demoPassword, mustChange: false, post: { id: post, unit, role } },
  })
  for (const acts of [1, 8, 24, 38]) {
    const line = await openLine(trial.url)
    const loading = load(line.url)
    await expect.poll(starActs, { interval: 5, timeout: 60_000 }).toBeGreaterThanOrEqual(acts)
    await line.cut()
    expect(await loading).toMatchObject({ ok: false, problem: { code: 3500 } })
  }
  expect(await load(trial.url)).toMatchObject({ ok: true, value: { written: { rounds: 1, stars: 10 } } })
  const { rows } = await trial.owner.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from star_candidacies group by state order by state`,
  )
  const states = { agreed: 1, checking: 1, first: 1, joint: 1, office: 1, publicised: 2, refused: 1, returned: 1 }
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual(states)
  expect(await load(trial.url)).toMatchObject({ ok: true, value: { written: { units: 0, people: 0, rounds: 0, stars: 0, pictures: 0 } } })
})
