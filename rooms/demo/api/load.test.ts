import { expect, test, vi } from 'vitest'
import { openWorker } from '#ground/trial/worker.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { trialPassword } from '#rooms/people/trial.ts'
import { roundsOf } from '../core/rounds.ts'
import { seasonsOf } from '../core/seasons.ts'
import { picturesOf } from '../core/spots.ts'
import { loadDemo } from '../offers.ts'
import { demoPassword, readPack } from './pack.ts'

const trial = useTrial()
const dayMs = 86_400_000
const said: string[] = []
const asOperator = () =>
  loadDemo({
    baseUrl: trial.url,
    operatorLogin: 'trial-operator',
    operatorPassword: trialPassword,
    henan: false,
    today: chinaDay(trial.clock.now()),
    say: (text) => said.push(text.en),
  })

test('a system with accounts of its own is left alone, because the passwords of the demo are public', async () => {
  const before = await trial.owner.query('select count(*)::int as count from persons')
  expect(await asOperator()).toMatchObject({ ok: false, problem: { code: 3503 } })
  expect((await trial.owner.query('select count(*)::int as count from persons')).rows).toEqual(before.rows)
  expect(said).toEqual([])
})

test('a load that was broken off is finished, and a second one writes nothing', { timeout: 240_000 }, async () => {
  const pack = readPack()
  const [, first] = pack.cast
  if (first === undefined) throw new Error('the pack has a cast')
  const { id, unit, name } = first
  await trial.as('operator').call('people.create', {
    body: {
      id,
      unit,
      name,
      login: first.login,
      password: demoPassword,
      mustChange: false,
      post: { id: first.post, unit, role: first.role },
    },
  })
  const loaded = await asOperator()
  if (!loaded.ok) throw new Error(loaded.problem.detail.en)
  expect(loaded).toMatchObject({
    ok: true,
    value: { written: { organisations: pack.organisations.length, people: pack.cast.length + pack.others.length - 2, rounds: 5 } },
  })
  expect(await asOperator()).toMatchObject({
    ok: true,
    value: { written: { units: 0, organisations: 0, people: 0, rounds: 0, stars: 0, pictures: 0 } },
  })
  // Pictures of spots, each recorded once.
  const { rows } = await trial.owner.query<{ items: number; spots: number }>(
    'select count(*)::int as items, count(distinct (subject, spot))::int as spots from evidence_items where spot is not null',
  )
  expect(rows[0]).toMatchObject({ items: loaded.value.written.pictures })
  expect(rows[0]?.spots).toBeGreaterThan(20)
})

test('the campaign stands with one star at each step of its way, as everybody may see it', async () => {
  const { rows } = await trial.owner.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from star_candidacies group by state order by state`,
  )
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({
    agreed: 1,
    checking: 1,
    first: 1,
    joint: 1,
    office: 1,
    publicised: 2,
    refused: 1,
    returned: 1,
  })
  const shown = await trial
    .as('nobody')
    .call<{ rows: { from: string; until: string; open: boolean; lines: { starName: string }[] }[] }>('stars.publicities')
  expect(shown.body.rows).toHaveLength(2)
  expect(shown.body.rows).toMatchObject([
    { open: true, lines: [{ starName: '宜业兴业星' }] },
    { open: true, lines: [{ starName: '宜业兴业星' }] },
  ])
  expect(shown.body.rows.map(({ from, until }) => (Date.parse(until) - Date.parse(from)) / dayMs).toSorted((a, b) => a - b)).toEqual([0, 4])
})

test('the round at the sand table is open, and one press brings the first pictures before the hall', { timeout: 180_000 }, async () => {
  const { table } = roundsOf(readPack(), seasonsOf(chinaDay(trial.clock.now())))
  const at = { unit: table.unit, id: table.id }
  const officer = trial.as('officer')
  const seen = await officer.call<{ state: string; mode: string; parts: { subject: string; speaking: number }[] }>('rounds.get', {
    params: at,
  })
  expect(seen.body).toMatchObject({ state: 'live', mode: 'sandtable' })
  expect(seen.body.parts.map(({ subject, speaking }) => [subject, speaking])).toEqual(
    table.subjects.map((subject, nth) => [subject, nth + 1]),
  )
  const [first = ''] = table.subjects
  const wanted = picturesOf(table.subjects, chinaDay(trial.clock.now())).length
  const made = async () =>
    (await trial.owner.query("select 1 from evidence_items where preview = 'made' and subject = any($1)", [table.subjects])).rows
  // Views are made behind the load; the other tests here do not need them.
  const worker = await openWorker(trial, (error) => said.push(error.message))
  try {
    await vi.waitFor(async () => expect(await made()).toHaveLength(wanted), { timeout: 120_000, interval: 200 })
  } finally {
    await worker.close()
  }
  for (const subject of table.subjects) {
    const spots = await officer.call<{ spots: { pictures: unknown[] }[] }>('rounds.exhibits', { params: at, query: { subject } })
    expect(spots.body.spots.map((spot) => spot.pictures.length >= 2)).toEqual([true, true])
  }
  await officer.call('rounds.present', { params: at, body: { subject: first, component: 'sandtable' } })
  const scene = await officer.call<{ scene: { exhibit: { pictures: unknown[] } } }>('rounds.get', { params: at })
  expect(scene.body.scene.exhibit.pictures).toHaveLength(3)
})

test('on a later day the star that was publicised for a day is certified, once, and its plaque verifies', { timeout: 60_000 }, async () => {
  trial.clock.advance(dayMs)
  const later = await asOperator()
  expect(later).toMatchObject({ ok: true, value: { written: { rounds: 0, stars: 1, pictures: 0 } } })
  const { rows } = await trial.owner.query<{ plaque: string; state: string }>('select plaque, state from star_honours')
  expect(rows).toMatchObject([{ state: 'held' }])
  const plaque = await trial.as('nobody').call<{ starName: string }>('stars.plaque', { params: { code: rows[0]?.plaque ?? '' } })
  expect(plaque).toMatchObject({ status: 200, body: { starName: '宜业兴业星' } })
  expect(await asOperator()).toMatchObject({ ok: true, value: { written: { stars: 0 } } })
})

test('every account of the cast but the operator signs in and acts with its post', async () => {
  for (const { login, role, unit } of readPack().cast.slice(1)) {
    const entry = await trial.as('nobody').call('people.signIn', { body: { name: login, password: demoPassword } })
    expect(entry.status, login).toBe(200)
    const token = /lx-session=([^;]+)/.exec(entry.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const me = await trial.withToken(token).call<{ acting: { role: string; unit: string } }>('people.me')
    expect(me.body.acting).toMatchObject({ role, unit })
  }
})

test('no server and a wrong password are said plainly', async () => {
  const request = { operatorLogin: 'trial-operator', operatorPassword: 'wrong', say: () => {} }
  expect(await loadDemo({ ...request, baseUrl: trial.url })).toMatchObject({ ok: false, problem: { code: 3501 } })
  expect(await loadDemo({ ...request, baseUrl: 'http://127.0.0.1:9' })).toMatchObject({ ok: false, problem: { code: 3500 } })
})
