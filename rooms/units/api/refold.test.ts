// Random histories of verbs through the API; then everything this room holds is made again from its recorded acts alone and
// must equal its tables, row by row.

import { expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { emptyRoom, foldAct } from '../core/fold.ts'
import type { RoomAct, RoomState } from '../core/fold.ts'
import { hosts, organisationTypes } from '../core/organisation.ts'

const trial = useTrial()

/** A small generator of our own, so that a history can be played again by its number. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const run = async (endpoint: string, input: object): Promise<number> => {
  trial.clock.advance(5)
  return (await trial.as('operator').call(`units.${endpoint}`, input)).status
}

const column = async <T>(sql: string): Promise<T[]> => (await trial.owner.query<{ value: T }>(sql)).rows.map((row) => row.value)
const living = (level: number): Promise<string[]> =>
  column(`select code as value from unit_versions where valid_to is null and level = ${level} order by code`)
const organisations = (): Promise<string[]> => column('select id::text as value from organisations where valid_to is null order by id')

/** One random decision from a day on; many are refused, as they are in life. */
async function decide(roll: (below: number) => number, effective: string, step: number): Promise<[string, number]> {
  const pick = <T>(items: readonly T[]): T => {
    const one = items[roll(items.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }
  const [villages, townships] = [await living(5), await living(4)]
  // A history in which everything has been merged away would have nothing left to decide.
  if (townships.length < 4) {
    return ['create', await run('create', { body: { code: `990101${String(200 + step)}`, name: `镇${step}`, effective } })]
  }
  if (villages.length < 12) {
    const code = `${pick(townships)}${String(300 + (step % 200))}`
    return ['create', await run('create', { body: { code, name: `村${step}`, effective } })]
  }
  const village = pick(villages)
  const township = pick(townships)
  const other = pick(townships)
  const anyone = pick([...villages, ...townships])
  const decision = { effective, reason: '按批复调整' }
  const name = `名${step}`
  const ids = await organisations()
  const organisation = ids.length === 0 ? cast.operator.id : pick(ids)
  const parent = roll(3) === 0 || ids.length === 0 ? null : pick(ids)
  const fresh = `${township}${['2', '0', '5'][roll(3)]}${String(10 + (step % 90))}`
  const file = (text: string) => ({ name: 'list.csv', bytes: text })
  const verbs: readonly (() => Promise<[string, object]>)[] = [
    async () => ['rename', { params: { code: anyone }, body: { name, ...decision } }],
    async () => ['overrideKind', { params: { code: village }, body: { kind: pick(['village', 'community', null]), ...decision } }],
    async () => ['create', { body: { code: fresh, name, ...decision } }],
    async () => ['end', { params: { code: village }, body: decision }],
    async () => ['merge', { body: { sources: [pick(villages), pick(villages)], target: { code: village, name }, ...decision } }],
    async () => ['merge', { body: { sources: [township], target: { code: other }, ...decision } }],
    async () => [
      'split',
      {
        params: { code: village },
        body: { parts: [{ code: pick([village, `${village.slice(0, 9)}298`]) }, { code: fresh, name }], ...decision },
      },
    ],
    async () => [
      'split',
      {
        params: { code: township },
        body: {
          parts: [
            { code: township },
            {
              code: `${township.slice(0, 6)}${150 + (step % 40)}`,
              units: villages.filter((code) => code.startsWith(township)).slice(0, 2),
            },
          ],
          ...decision,
        },
      },
    ],
    async () => [
      'recode',
      { params: { code: pick([village, township]) }, body: { to: pick([fresh, `990101${190 + (step % 9)}`]), ...decision } },
    ],
    async () => [
      'import',
      { file: file(`code,name,kind\n${village},${name},${pick(['village', 'community'])}\n${fresh},新${name},\n`), body: { effective } },
    ],
    async () => {
      const inside = villages.filter((code) => code.startsWith(township))
      const kept = inside.filter(() => roll(3) > 0)
      // One that is left out comes again under another code with its name: a changed code.
      const gone = inside.find((code) => !kept.includes(code)) ?? village
      const names = await column<string>(`select name as value from unit_versions where code = '${gone}' and valid_to is null`)
      const lines = [`${township},${name}`, ...kept.map((code) => `${code},又${code.slice(-3)}`), `${fresh},${names[0] ?? name}`]
      return ['import', { file: file(`code,name\n${lines.join('\n')}\n`), body: { effective, complete: township } }]
    },
    async () => [
      'createOrganisation',
      { body: { unit: anyone, type: pick(organisationTypes), host: pick(hosts), name: `组织${step}`, parent, effective } },
    ],
    async () => ['renameOrganisation', { params: { id: organisation }, body: { name: `组织改${step}`, effective } }],
    async () => [
      'moveOrganisation',
      { params: { id: organisation }, body: { parent, ...(roll(2) === 0 ? {} : { unit: anyone }), effective } },
    ],
    async () => ['endOrganisation', { params: { id: organisation }, body: decision }],
    async () => {
      const rows = [`党委,机关,${township},上${step},,`, `党支部,村,${township},下${step},上${step},`]
      const { rows: known } = await trial.owner.query<{ type: string; host: string; unit: string }>(
        `select type, host, unit from organisations where id = $1 and valid_to is null`,
        [organisation],
      )
      for (const one of known) rows.push(`${one.type},${one.host},${one.unit},表改${step},,${organisation}`)
      return ['importOrganisations', { file: file(`类型,设在,单位编码,名称,上级组织,编号\n${rows.join('\n')}`), body: { effective } }]
    },
    async () => ['linkOfficer', { body: { unit: anyone, person: pick([cast.judge.id, cast.officer.id]), role: '包村领导', effective } }],
    async () => {
      const { rows } = await trial.owner.query<{ unit: string; id: string }>(
        'select unit, id from linked_officers where valid_to is null order by id',
      )
      return ['unlinkOfficer', { params: rows.length === 0 ? { unit: village, id: organisation } : pick(rows), body: { effective } }]
    },
    async () => [
      'importLinks',
      { file: file(`单位编码,包联人,身份\n${township},演示·评委,包乡领导\n${village},演示·书记,包村干部`), body: { effective } },
    ],
  ]
  const [endpoint, input] = await pick(verbs)()
  return [endpoint, await run(endpoint, input)]
}

const rowsOf = async (text: string): Promise<object[]> => (await trial.owner.query<Record<string, unknown>>(text)).rows

async function tables(): Promise<Record<keyof RoomState, object[]>> {
  const days = `valid_from::text as "from", valid_to::text as "to"`
  return {
    versions: await rowsOf(
      `select code, ${days}, name, kind_official as "kindOfficial", kind_override as "kindOverride" from unit_versions order by code, valid_from`,
    ),
    successions: await rowsOf(
      `select from_code as "from", to_code as "to", on_day::text as "on", kind from unit_successions order by 1, 2, 3`,
    ),
    organisations: await rowsOf(`select id, unit, type, host, name, parent, ${days} from organisations order by id, valid_from`),
    links: await rowsOf(`select id, unit, person, post, role, ${days} from linked_officers order by id`),
  }
}

const sorted = <T>(rows: readonly T[], key: (row: T) => string): T[] => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

/** All acts of the room in the order of their making. */
async function folded(leaveOut?: string): Promise<Record<keyof RoomState, object[]>> {
  const { rows } = await trial.owner.query<RoomAct & { id: string }>(
    `select id, verb, unit, subject, payload from acts where room = 'units' order by at, id`,
  )
  const state = rows.filter((act) => act.id !== leaveOut).reduce<RoomState>(foldAct, emptyRoom)
  return {
    versions: sorted(state.versions, (row) => `${row.code} ${row.from}`),
    successions: sorted(state.successions, (row) => `${row.from} ${row.to} ${row.on}`),
    organisations: sorted(state.organisations, (row) => `${row.id} ${row.from}`),
    links: sorted(state.links, (row) => row.id),
  }
}

test('the tables are what the acts say, after 400 random decisions', async () => {
  const roll = dice(20_261_125)
  const taken = new Map<string, number>()
  let day = '2024-01-01'
  for (let step = 0; step < 400; step += 1) {
    if (roll(3) > 0) day = addDays(day, roll(4))
    const [endpoint, status] = await decide(roll, day, step)
    expect([endpoint, status]).toEqual([endpoint, expect.toSatisfy((code: number) => code < 500)])
    if (status === 200) taken.set(endpoint, (taken.get(endpoint) ?? 0) + 1)
  }
  const every = [
    'rename',
    'overrideKind',
    'create',
    'end',
    'merge',
    'split',
    'recode',
    'import',
    'createOrganisation',
    'renameOrganisation',
  ]
  for (const verb of [
    ...every,
    'moveOrganisation',
    'endOrganisation',
    'importOrganisations',
    'linkOfficer',
    'unlinkOfficer',
    'importLinks',
  ]) {
    expect([verb, taken.get(verb)]).toEqual([verb, expect.toSatisfy((count: number) => count > 0)])
  }
  const { rows } = await trial.owner.query<{ followed: number; ended: number }>(
    `select count(*) filter (where payload ? 'followed')::int as followed, count(*) filter (where payload ? 'ended')::int as ended
     from acts where verb = 'importPart'`,
  )
  expect([rows[0]?.ended, rows[0]?.followed]).toEqual([1, 1].map(() => expect.toSatisfy((count: number) => count > 0)))

  expect(await folded()).toEqual(await tables())
}, 120_000)

test('an act that is missing shows', async () => {
  const [last] = await column<string>(`select id as value from acts where room = 'units' and verb = 'linkOfficer' order by at desc limit 1`)
  expect((await folded(last)).links).not.toEqual((await tables()).links)
})

test('a list of many lines stands in acts of bounded length', async () => {
  const lines = ['9909,长市', '990901,长县']
  for (let township = 100; township < 140; township += 1) {
    lines.push(`990901${township},镇${township}`)
    for (let village = 200; village < 300; village += 1) lines.push(`990901${township}${village},村${village}`)
  }
  expect(await run('import', { file: { name: 'list.csv', bytes: `code,name\n${lines.join('\n')}` }, body: {} })).toBe(200)
  const { rows } = await trial.owner.query<{ lines: number }>(
    `select array_length(string_to_array(payload->>'changed', chr(10)), 1) as lines from acts
     where verb = 'importPart' and unit = '9909' order by lines desc`,
  )
  expect(rows.map((row) => row.lines)).toEqual([2000, 2000, 42])
  expect(await folded()).toEqual(await tables())
})
