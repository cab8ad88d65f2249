// A campaign for the load: an edition of 29 rows for villages, an open cycle of a province, secretaries of many villages with a
// star begun each, and, for boards, the stars and self-check rows of all villages. Put in by SQL as the owner, because the bench
// measures what goes over HTTP and not a year of typing.

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { chinaDay } from '#ground/kernel/clock.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { seatRole } from './officials.ts'

/** A criterion that is reviewed and asks nothing else. */
export const criterion = (id: string) => ({
  id,
  text: `标准 ${id}`,
  standard: '',
  requirement: '',
  kind: 'reviewed',
  rule: null,
  required: true,
  evidence: [],
  role: '',
  deadline: null,
})

export interface Village {
  readonly unit: string
  readonly candidacy: string
  /** The secretary's session. */
  readonly token: string
}

export interface Campaign {
  readonly cycle: string
  readonly unit: string
  readonly quarter: string
  readonly villages: readonly Village[]
}

export const rows = Array.from({ length: 29 }, (_row, place) => `ONE-${place + 1}`)
export const star = 'ONE'
const edition = 'bench/campaign/2026'
const district = (unit: string): string => unit.slice(0, 6)

const pack = {
  format: 'liangxing-pack-1',
  id: edition,
  title: '压测标准',
  titleEn: 'Load',
  notice: '',
  noticeEn: '',
  scopes: ['village'],
  offices: ['组织部'],
  caseTypes: [],
  facts: [],
  stars: [
    {
      code: star,
      name: '压测星',
      nameEn: 'Load',
      scope: 'village',
      lead: '组织部',
      taskForce: '',
      rule: null,
      prerequisites: { stars: [], enabled: false },
      bottomLines: [],
      tasks: [
        {
          id: `${star}-T`,
          name: '任务',
          criteria: rows.map(criterion),
        },
      ],
      flow: [],
    },
  ],
  stages: [],
  replaces: null,
}

async function addCycle(owner: Client, cycle: string, unit: string): Promise<void> {
  const now = new Date()
  await owner.query(
    `insert into editions (id, unit, state, origin, title, digest, content, drafted_on, issued_on, drafted_by, issued_by)
      values ($1, $2, 'issued', 'own', '压测标准', $3, $4, $5, $5, $6, $7) on conflict (id) do nothing`,
    [edition, unit, canonicalDigest(pack), JSON.stringify(pack), chinaDay(now.getTime()), randomUUID(), randomUUID()],
  )
  await owner.query(
    `insert into star_cycles (id, unit, year, name, edition, calendar, parameters, offices, stars, state, version, planned_at, opened_at)
      values ($1, $2, $3, '压测周期', $4, $5, $6, '{}', $7, 'open', 2, $8, $8)`,
    [
      cycle,
      unit,
      Number(chinaDay(now.getTime()).slice(0, 4)),
      edition,
      JSON.stringify([{ id: 'all', name: '全年', from: '2026-01-01', to: '2026-12-31' }]),
      JSON.stringify({ publicityDays: null, publicityKind: null, decidedBy: null, samplingPercent: null, appealDays: null, contact: null }),
      JSON.stringify([{ code: star, name: '压测星', scope: 'village', lead: '组织部' }]),
      now,
    ],
  )
}

/** A token of a county-officer's like of the level above, who reads the boards. */
export async function seatReader(owner: Client, unit: string): Promise<string> {
  return (await seatRole(owner, unit, 'supervisor')).token
}

const begun = `insert into star_candidacies (district, unit, id, cycle, star, batch, state, submissions, rows, submitters, reviewers, drawn, confirmed, steps, changed_at)`

/** Opens a cycle of the province and seats the secretaries of so many of its villages, each with a star begun. */
export async function seatCampaign(owner: Client, count: number): Promise<Campaign> {
  const { rows: found } = await owner.query<{ code: string }>(
    `select code from unit_versions where level = 5 and valid_to is null and code ^@ '41' order by hashtext(code) limit $1`,
    [count],
  )
  if (found.length < count) throw new Error('too few villages: the demo is not there')
  const [cycle, now] = [randomUUID(), new Date()]
  await owner.query('begin')
  await addCycle(owner, cycle, '41')
  const villages: Village[] = []
  for (const { code: unit } of found) {
    const { person, token } = await seatRole(owner, unit, 'secretary')
    const candidacy = randomUUID()
    await owner.query(`${begun} values ($1, $2, $3, $4, $5, 1, 'checking', 0, '[]', '{}', '{}', false, false, 1, $6)`, [
      district(unit),
      unit,
      candidacy,
      cycle,
      star,
      now,
    ])
    await owner.query(
      `insert into star_steps (district, unit, id, candidacy, seq, at, on_day, verb, by, by_unit, by_role, rows, reason)
        values ($1, $2, $3, $4, 1, $5, $6, 'begin', $7, $2, 'secretary', '[]', '')`,
      [district(unit), unit, randomUUID(), candidacy, now, chinaDay(now.getTime()), person],
    )
    villages.push({ unit, candidacy, token })
  }
  await owner.query('commit')
  await owner.query('analyze')
  return { cycle, unit: '41', quarter: '2026Q4', villages }
}

/** Five stars of every village of the province in a cycle of their own, targets, and so many self-check rows a village: seen at once, when all is there. */
export async function fillProvince(owner: Client, rowsEach: number): Promise<{ cycle: string; units: number; rows: number }> {
  const cycle = randomUUID()
  await owner.query('begin')
  await addCycle(owner, cycle, '41')
  const villages = `(select code from unit_versions where level = 5 and valid_to is null and code ^@ '41') v`
  await owner.query(`update star_cycles set stars = $2 where id = $1`, [
    cycle,
    JSON.stringify(['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, name: code, scope: 'village', lead: '组织部' }))),
  ])
  await owner.query(
    `insert into star_targets (district, unit, id, cycle, quarter, stars, version, set_at)
      select left(code, 6), code, gen_random_uuid(), $1::uuid, '2026Q4', (array['A','B','C','D','E'])[1:abs(hashtext(code)) % 6], 1, now() from ${villages}`,
    [cycle],
  )
  const states = `(array['checking','first','office','joint','agreed','withdrawn'])[1 + abs(hashtext(code || s.star)) % 6]`
  await owner.query(
    `${begun} select left(code, 6), code, gen_random_uuid(), $1::uuid, s.star, 1, ${states}, 1, '[]', '{}', '{}', false, false, 1, now()
      from ${villages} cross join unnest(array['A','B','C','D','E']) as s (star)`,
    [cycle],
  )
  const each = Math.ceil(rowsEach / 5)
  const { rowCount } = await owner.query(
    `insert into self_check_rows (district, unit, id, candidacy, row, answer, reason, revision, changed_at)
      select c.district, c.unit, gen_random_uuid(), c.id, c.star || '-' || n, 'met', '', 1, now()
      from star_candidacies c cross join generate_series(1, $2::int) as n where c.cycle = $1`,
    [cycle, each],
  )
  const { rows: counted } = await owner.query<{ units: number }>(`select count(*)::int as units from star_targets where cycle = $1`, [
    cycle,
  ])
  await owner.query('commit')
  return { cycle, units: counted[0]?.units ?? 0, rows: rowCount ?? 0 }
}
