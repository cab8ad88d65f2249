// The plan of a city for one star as it was published in 2022: 107 communities over ten counties, on the city's real units.
// It is allotted, declared, reviewed, publicised and certified by script through the API, and the boards add up to it.

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { createAccount } from '#rooms/people/offers.ts'
import type { RoleId } from '#rooms/people/core/roles.ts'
import { addSession } from '#rooms/people/data/door.ts'
import total from '../jobs/total.ts'
import { edition, parameters, rowsOfYyxy } from '../trial-cycle.ts'

const trial = useTrial({ unlimited: true })
const dayMs = 86_400_000
const city = '4108'

/** County → communities planned. */
const plan: Readonly<Record<string, number>> = {
  410882: 12,
  410883: 11,
  410823: 13,
  410822: 6,
  410821: 2,
  410802: 21,
  410811: 26,
  410803: 6,
  410804: 8,
  410871: 2,
}
const planned = Object.values(plan).reduce((sum, count) => sum + count, 0)

const lines = gunzipSync(readFileSync(new URL('../../../packs/units/henan/henan-units.csv.gz', import.meta.url)))
  .toString('utf8')
  .split(/\r?\n/)
const [head = '', ...units] = lines
const ofCity = units.filter((line) => line.startsWith('41,') || line.startsWith(city))
const communities = ofCity.flatMap((line) => {
  const [code = '', , , , kind] = line.split(',')
  return code.length === 12 && kind === 'community' ? [code] : []
})
const chosen = Object.entries(plan).flatMap(([county, count]) => communities.filter((code) => code.startsWith(county)).slice(0, count))
const townships = [...new Set(chosen.map((code) => code.slice(0, 9)))]

const tokens = new Map<string, string>()
const key = (role: RoleId, unit: string): string => `${role}@${unit}`

async function seat(role: RoleId, unit: string, star: string | null = null): Promise<void> {
  const { clock, dice, settings } = trial.instance
  const token = `jiaozuo-${role}-${unit}-${'0'.repeat(20)}`
  const login = `${role}-${unit}`
  const made = await trial.sql(
    'operator',
    (db) =>
      createAccount({ db, clock, dice, settings }, { login, name: `演示·${login}`, role, unit, password: 'river persimmon forty-two' }),
    true,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  if (star !== null) await trial.owner.query('update posts set star = $1 where id = $2', [star, made.value.post])
  await trial.instance.postgres.gate((db) =>
    addSession(db, {
      id: randomUUID(),
      token: sha256Hex(token),
      person: made.value.id,
      post: made.value.post,
      means: 'password',
      agent: '',
      created: new Date(trial.clock.now()),
      expires: new Date(trial.clock.now() + 25 * dayMs),
    }),
  )
  tokens.set(key(role, unit), token)
}

async function ask<T = Record<string, unknown>>(
  role: RoleId,
  unit: string,
  endpoint: string,
  input: object,
): Promise<{ status: number; body: T }> {
  return trial.withToken(tokens.get(key(role, unit)) ?? '').call<T>(endpoint, input)
}
async function done<T = Record<string, unknown>>(role: RoleId, unit: string, endpoint: string, input: object): Promise<T> {
  const answer = await ask<T>(role, unit, endpoint, input)
  expect(answer.status, `${endpoint} ${unit} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}

beforeAll(async () => {
  const file = { name: 'jiaozuo.csv', bytes: [head, ...ofCity].join('\n') }
  const imported = await trial.as('operator').call('units.import', { file, body: { dryRun: false } })
  expect(imported.status, JSON.stringify(imported.body)).toBe(200)
  await seat('prefecture-officer', city)
  for (const county of Object.keys(plan)) {
    await seat('county-admin', county)
    await seat('star-office', county, 'YYXY')
  }
  for (const township of townships) await seat('township-officer', township)
  for (const community of chosen) await seat('secretary', community)
}, 120_000)

/** What the worker does every minute. */
const minute = (): Promise<void> => {
  const { clock, dice, vault, files, house, postgres } = trial.instance
  return total.run(
    {},
    {
      clock,
      dice,
      vault,
      files,
      transaction: (scopes, work) =>
        postgres.transaction(innerActor(houseId, house, scopes), async ({ db }) => ({
          keep: true,
          value: await work({ db, act: () => Promise.reject(new Error('adding up is no act')) }),
        })),
    },
  )
}

interface Board {
  readonly rows: readonly {
    readonly unit: string
    readonly targets: { readonly units: number; readonly stars: Readonly<Record<string, number>> }
    readonly certified: { readonly stars: Readonly<Record<string, number>> }
    readonly quotas: readonly { readonly star: string; readonly most: number; readonly given: number }[]
  }[]
  readonly all: { readonly targetSums: readonly number[]; readonly certifiedSums: readonly number[] }
}

test('the published plan of 107 communities is allotted, declared, reviewed and certified, and every board adds up to it', async () => {
  expect(planned).toBe(107)
  expect(chosen).toHaveLength(107)
  const cycle = randomUUID()
  const where = { unit: city, id: cycle }
  const by = 'prefecture-officer' as const
  const body = {
    id: cycle,
    year: 2026,
    name: '焦作市2022年宜业兴业星创建计划（按公开数字）',
    edition,
    calendar: [{ id: 'year', name: '全年', from: '2026-01-01', to: '2026-12-31' }],
    parameters: { ...parameters, publicityKind: 'calendar', publicityDays: 1, decidedBy: 'county' },
    offices: { YYXY: '人力资源和社会保障局' },
  }
  await done(by, city, 'standards.install', { body: { unit: city, pack: edition } })
  await done(by, city, 'stars.plan', { params: { unit: city }, body })
  const demand = {
    id: randomUUID(),
    unit: city,
    form: `self-check:${cycle}`,
    title: '宜业兴业星自查表',
    issuer: '焦作市委组织部',
    basis: '示例',
    frequency: 'year',
    from: '2026-09-01',
    sunset: '2026-12-31',
    minutes: 40,
    texts: ['宜业兴业星自查情况'],
    below: city,
    kind: 'community',
  }
  await done(by, city, 'facts.registerDemand', { body: demand })
  await done(by, city, 'stars.open', { params: where, body: {} })
  const quotas = Object.entries(plan).map(([unit, most]) => ({ unit, star: 'YYXY', most, hard: true }))
  expect(await done(by, city, 'stars.allot', { params: where, body: { quotas } })).toEqual({ allotted: 10 })

  const answers = { strengths: '', met: '', gaps: '', goal: '创成宜业兴业星', measures: '' }
  const candidacies = new Map(chosen.map((unit) => [unit, randomUUID()]))
  const declare = async (unit: string): Promise<void> => {
    const id = candidacies.get(unit) ?? ''
    await done('secretary', unit, 'stars.setTarget', {
      params: { unit },
      body: { cycle, quarter: '2026Q3', stars: ['YYXY'], plan: answers },
    })
    await done('secretary', unit, 'stars.begin', { params: { unit }, body: { id, cycle, star: 'YYXY' } })
    const rows = rowsOfYyxy.map((row) => ({ row, answer: 'met', revision: 1 }))
    await done('secretary', unit, 'stars.keepRows', { params: { unit, id }, body: { rows } })
    await done('secretary', unit, 'stars.submit', { params: { unit, id }, body: {} })
    await done('township-officer', unit.slice(0, 9), 'stars.pass', { params: { unit, id }, body: {} })
    const reviews = [{ row: 'YYXY-B2b', result: 'met', reason: '形成典型经验' }]
    await done('star-office', unit.slice(0, 6), 'stars.pass', { params: { unit, id }, body: { reviews } })
    await done('county-admin', unit.slice(0, 6), 'stars.pass', { params: { unit, id }, body: {} })
  }
  // Counties work side by side, each community by community.
  const inCounty = async (county: string): Promise<void> => {
    for (const unit of chosen.filter((code) => code.startsWith(county))) await declare(unit)
  }
  await Promise.all(Object.keys(plan).map(inCounty))
  const early = await done<Board>(by, city, 'stars.board', { params: where, query: { below: city, quarter: '2026Q3' } })
  // Every county has its line, 温县 too, which the plan gives no star.
  expect(early.rows.every((row) => row.targets.units === 0)).toBe(true)
  expect(early.rows.map((row) => row.unit)).toContain('410825')
  await minute()
  const board = await done<Board>(by, city, 'stars.board', { params: where, query: { below: city, quarter: '2026Q3' } })
  const some = (rows: Board['rows'], of: 'targets' | 'certified') =>
    Object.fromEntries(rows.map((row) => [row.unit, row[of].stars['YYXY'] ?? 0]).filter(([, count]) => count !== 0))
  expect(some(board.rows, 'targets')).toEqual(plan)
  expect(board.all.targetSums).toEqual([107, 107])

  for (const county of Object.keys(plan)) {
    const list = chosen.filter((unit) => unit.startsWith(county)).map((unit) => ({ unit, id: candidacies.get(unit) ?? '' }))
    const shown = await done('county-admin', county, 'stars.publicise', {
      params: where,
      body: { publicity: randomUUID(), candidacies: list },
    })
    expect(shown).toMatchObject({ number: 1, shown: plan[county] })
  }
  trial.clock.advance(dayMs)
  for (const [unit, id] of candidacies) await done('county-admin', unit.slice(0, 6), 'stars.certify', { params: { unit, id }, body: {} })

  await minute()
  const after = await done<Board>(by, city, 'stars.board', { params: where, query: { below: city, quarter: '2026Q3' } })
  expect(some(after.rows, 'certified')).toEqual(plan)
  expect(after.rows.every((row) => row.quotas.every((quota) => quota.given === quota.most))).toBe(true)
  expect(after.all.certifiedSums).toEqual([107, 107])
  // A county's board is the sum of its townships', a township's of its communities.
  const county = '410811'
  const ofCounty = await done<Board>('county-admin', county, 'stars.board', { params: where, query: { below: county } })
  expect(ofCounty.all.certifiedSums).toEqual([26, 26])
  const first = ofCounty.rows.find((row) => (row.certified.stars['YYXY'] ?? 0) > 0)
  const township = first?.unit ?? ''
  const ofTownship = await done<Board>('county-admin', county, 'stars.board', { params: where, query: { below: township } })
  expect(ofTownship.all.certifiedSums[0]).toBe(first?.certified.stars['YYXY'])
  expect(ofTownship.rows.every((row) => row.unit.length === 12)).toBe(true)
  // The ladders above count every community there is: one star each reaches none, and says why.
  const above = await done<{ rows: { unit: string; ladders: { code: string; held: boolean; because: string[] }[] }[] }>(
    'county-admin',
    county,
    'stars.ladders',
    {
      params: where,
      query: { county },
    },
  )
  expect(above.rows.at(-1)).toMatchObject({ unit: county, ladders: [{ code: 'HQXQ', held: false }] })
  expect(above.rows[0]?.ladders[0]?.because[0]).toMatch(/^3 星及以上的村（社区） 0\/\d+，要求至少 80%，未达到$/)
  // What all may read of it, without an account.
  const held = await trial.as('nobody').call<{ rows: unknown[] }>('stars.held', { query: { below: city, year: '2026' } })
  expect(held.body.rows).toHaveLength(107)
}, 180_000)
