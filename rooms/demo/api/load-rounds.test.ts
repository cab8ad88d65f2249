// The rounds that a newcomer finds, read as everybody may read them; and a load that was broken off in the middle of one.

import { beforeAll, describe, expect, test } from 'vitest'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { tally } from '#rooms/rounds/core/tally.ts'
import { trialPassword } from '#rooms/people/trial.ts'
import { roundsOf, street, town } from '../core/rounds.ts'
import type { DemoRound } from '../core/rounds.ts'
import { seasonsOf } from '../core/seasons.ts'
import { loadDemo } from '../offers.ts'
import { assemble } from './company.ts'
import { finish } from './load-finished.ts'
import { load } from './load.ts'
import { loadRounds, roundsThere } from './load-rounds.ts'
import { demoPassword, readPack } from './pack.ts'
import { RoundHand } from './round-hand.ts'
import { signIn } from './session.ts'

const trial = useTrial()
const pack = readPack()
const today = () => chinaDay(trial.clock.now())
const rounds = () => roundsOf(pack, seasonsOf(today()))
const at = ({ unit, id }: DemoRound) => ({ params: { unit, id } })
const asOperator = { operatorLogin: 'trial-operator', operatorPassword: trialPassword, henan: false, say: () => {} }
const rowsOf = async (query: string): Promise<Record<string, unknown>[]> => (await trial.owner.query<Record<string, unknown>>(query)).rows

/** Every row of the rooms that the rounds write into, by table. */
async function countRows(): Promise<Record<string, unknown>> {
  const tables = await rowsOf(`select tablename as name from pg_tables
    where tablename ~ '^(round|ledger|bulletin)' or tablename in ('acts', 'persons')`)
  const counts: Record<string, unknown> = {}
  for (const { name } of tables) counts[String(name)] = (await rowsOf(`select count(*)::int as n from ${String(name)}`))[0]?.['n']
  return counts
}

beforeAll(async () => {
  const [, first] = pack.cast
  if (first === undefined) throw new Error('the pack has a cast')
  const { id, unit, name, login, role, post } = first
  await trial.as('operator').call('people.create', {
    body: { id, unit, name, login, password: demoPassword, mustChange: false, post: { id: post, unit, role } },
  })
  const operator = await signIn(trial.url, asOperator.operatorLogin, trialPassword)
  if (!operator.ok) throw new Error(operator.problem.detail.en)
  expect(await load(operator.value, pack, false, () => {})).toMatchObject({ ok: true })
  // The first load of the rounds is broken off when the street's sheets have been frozen.
  const company = await assemble(trial.url, pack)
  if (!company.ok) throw new Error(company.problem.detail.en)
  const cut = new RoundHand(trial.url, company.value.officer, rounds().closed)
  cut.count = () => Promise.reject(new Error('broken off'))
  await expect(finish(company.value, cut, null, 'whole')).rejects.toThrow('broken off')
  const loaded = await loadDemo({ ...asOperator, baseUrl: trial.url, today: today() })
  if (!loaded.ok) throw new Error(loaded.problem.detail.en)
}, 120_000)

describe('the rounds of the demo', () => {
  test('a second load, and one of the next quarter, write nothing', async () => {
    const before = await countRows()
    expect(before['round_sheets']).toBeGreaterThan(300)
    const again = await loadRounds({ baseUrl: trial.url, pack, today: today(), say: () => {} })
    const later = await loadRounds({ baseUrl: trial.url, pack, today: '2027-02-01', say: () => {} })
    expect([again, later]).toEqual([
      { ok: true, value: 0 },
      { ok: true, value: 0 },
    ])
    expect(await countRows()).toEqual(before)
  })

  test('the quarter before is closed, published in bands, with 进步奖, a bulletin and an award', async () => {
    const { closed, earlier } = rounds()
    const officer = trial.as('officer')
    const page = await trial.as('nobody').call<{
      state: string
      quarter: string
      publications: {
        form: string
        places: { band: string; total: string | null }[]
        progress: { name: string }[]
        coverage: object
        inputDigest: string
      }[]
    }>('rounds.published', at(closed))
    const [publication] = page.body.publications
    expect(page.body).toMatchObject({ state: 'closed', quarter: '2026-Q2' })
    expect(publication).toMatchObject({ form: 'bands', coverage: { units: 11, scored: 11 } })
    expect(publication?.places.length).toBeGreaterThan(1)
    expect(publication?.places.length).toBeLessThan(11)
    expect(publication?.places.every(({ band, total }) => band === 'advanced' && total === null)).toBe(true)
    expect(publication?.progress.length).toBeGreaterThan(0)
    const [kept] = await rowsOf(
      `select i.input from round_tally_inputs i join round_tallies t on t.id = i.id where t.round = '${closed.id}'`,
    )
    const counted = tally(kept?.['input'])
    expect(counted.ok && counted.value.input.digest).toBe(publication?.inputDigest)
    expect((await trial.as('nobody').call<{ state: string }>('rounds.published', at(earlier))).body.state).toBe('closed')
    expect((await officer.call<{ awards: unknown[] }>('rounds.awards', at(closed))).body.awards).toHaveLength(1)
    const bulletins = await officer.call<{ rows: { state: string; number: string }[] }>('bulletins.list', { query: { below: street } })
    expect(bulletins.body.rows).toMatchObject([{ state: 'published', number: '晨街办〔2026〕1号' }])
    const draws = await trial.as('nobody').call<{ draws: { state: string; selected: unknown[] }[] }>('rounds.draws', at(closed))
    expect(draws.body.draws).toMatchObject([{ state: 'drawn' }])
    expect(draws.body.draws[0]?.selected).toHaveLength(11)
  })

  test('remarks and findings became entries; some are closed out, some wait, some are late to begin', async () => {
    const { closed } = rounds()
    const officer = trial.as('officer')
    const remarks = await officer.call<{ remarks: { kind: string; entry: string | null }[] }>('rounds.remarks', at(closed))
    expect(new Set(remarks.body.remarks.map(({ kind }) => kind))).toEqual(new Set(['remark', 'finding']))
    expect(remarks.body.remarks.every(({ entry }) => entry !== null)).toBe(true)
    const entries = await officer.call<{ rows: { state: string }[] }>('ledger.list', { query: { source: `round:${closed.id}` } })
    expect(new Set(entries.body.rows.map(({ state }) => state))).toEqual(new Set(['closed', 'checking', 'rectifying', 'assigned']))
  })

  test('every community has commitments; last quarter is confirmed, this quarter stated', async () => {
    const officer = trial.as('officer')
    const kept = await officer.call<{ commitments: { subject: string; states: { quarter: string; confirmed: string | null }[] }[] }>(
      'rounds.commitments',
      { query: { below: street, year: '2026' } },
    )
    const { commitments } = kept.body
    expect(new Set(commitments.map(({ subject }) => subject)).size).toBe(11)
    for (const { states } of commitments) {
      expect(states).toMatchObject([
        { quarter: '2026-Q2', confirmed: expect.any(String) as string },
        { quarter: '2026-Q3', confirmed: null },
      ])
    }
  })

  test("this quarter's is ready to run", async () => {
    const { ready } = rounds()
    const officer = trial.as('officer')
    const seen = await officer.call<{ state: string; rules: { panels: unknown[] }; parts: unknown[] }>('rounds.get', at(ready))
    expect(seen.body).toMatchObject({ state: 'fixed', quarter: '2026-Q3', heldOn: '2026-09-15' })
    expect([seen.body.rules.panels.length, seen.body.parts.length]).toEqual([4, 11])
    const board = await officer.call<{ items: { key: string; state: string }[] }>('rounds.readiness', at(ready))
    const lights = Object.fromEntries(board.body.items.map(({ key, state }) => [key, state]))
    expect(lights).toMatchObject({ units: 'green', rules: 'green', judges: 'green', tellers: 'green', commitments: 'green' })
  })

  test("the town's is in the middle of being scored", async () => {
    const { live } = rounds()
    expect(live.unit).toBe(town)
    const county = trial.as('countyAdmin')
    const seen = await county.call<{ state: string; scene: { subject: string }; parts: unknown[] }>('rounds.get', at(live))
    expect(seen.body).toMatchObject({ state: 'live', heldOn: '2026-09-08', scene: { kind: 'unit', subject: live.subjects[18] } })
    expect(seen.body.parts).toHaveLength(36)
    const progress = await county.call<{ sheets: { state: string }[] }>('rounds.progress', at(live))
    const states = progress.body.sheets.map(({ state }) => state)
    expect(states.filter((state) => state === 'complete').length).toBeGreaterThan(150)
    expect(states.filter((state) => state === 'in-work')).toHaveLength(1)
    expect(states.filter((state) => state === 'recused')).toHaveLength(2)
    expect(states).toContain('none')
  })

  test('everybody in the rounds is obviously invented', async () => {
    const holders = await rowsOf('select holder from round_seat_holders')
    expect(holders.length).toBeGreaterThan(50)
    for (const { holder } of holders) expect(holder).toMatch(/^演示·/)
  })

  test('whether they are there is told by what everybody may read', async () => {
    expect(await roundsThere(trial.url, pack, today())).toBe(true)
    expect(await roundsThere('http://127.0.0.1:9', pack, today())).toBe(false)
  })
})
