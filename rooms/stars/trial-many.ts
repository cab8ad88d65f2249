// Many stars at once: communities below the county of the cast, each with the same few stars agreed by joint review, by an
// edition whose rules anybody can fulfil. Put in by the owner, because what is tried is what a county does with them.

import { randomUUID } from 'node:crypto'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import type { Trial } from '#ground/trial/trial.ts'
import type { Where } from './trial-cycle.ts'

const edition = 'trial/many-stars/2026'
export const codes = ['ONE', 'TWO', 'THREE'] as const

const pack = {
  format: 'liangxing-pack-1',
  id: edition,
  title: '多颗星（示例）',
  titleEn: 'Many stars (sample)',
  notice: '示例',
  noticeEn: 'Sample',
  scopes: ['community'],
  offices: [{ name: '组织部' }],
  certificates: [],
  caseTypes: [{ id: 'pollution-incident', name: '环境污染事件', nameEn: 'pollution incident' }],
  facts: [],
  stars: codes.map((code, nth) => ({
    code,
    name: `第${nth + 1}星`,
    nameEn: `Star ${nth + 1}`,
    scope: 'community',
    lead: '组织部',
    taskForce: '',
    rule: null,
    prerequisites: { stars: [], enabled: false },
    bottomLines: [{ id: 'B1', text: '一年内没有环境污染事件', rule: 'NO pollution-incident WITHIN 12 MONTHS' }],
    tasks: [],
    flow: [],
  })),
  stages: [],
  ladders: [],
  replaces: null,
}

/** Communities below the first township of the county: so many, in the order of their codes. */
export async function addCommunities(trial: Trial, count: number): Promise<string[]> {
  const units = Array.from({ length: count }, (_none, nth) => `990101001${100 + nth}`)
  const bytes = ['code,name', ...units.map((code, nth) => `${code},第${nth + 1}示例社区`)].join('\n')
  const answer = await trial.as('operator').call('units.import', { file: { name: 'units.csv', bytes }, body: { dryRun: false } })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return units
}

/** A cycle of the county that is open. */
export async function openCycle(trial: Trial, year: number, parameters: object): Promise<Where> {
  const id = randomUUID()
  const people = [randomUUID(), randomUUID()]
  const on = `${year}-01-01`
  await trial.owner.query(
    `insert into editions (id, unit, state, origin, title, digest, content, drafted_on, issued_on, drafted_by, issued_by)
      values ($1, '990101', 'issued', 'own', '多颗星（示例）', $2, $3, $4, $4, $5, $6) on conflict (id) do nothing`,
    [edition, canonicalDigest(pack), JSON.stringify(pack), on, ...people],
  )
  const whole = { publicityDays: 1, publicityKind: 'calendar', decidedBy: 'county', samplingPercent: 0, appealDays: 10, contact: '组织部' }
  await trial.owner.query(
    `insert into star_cycles (id, unit, year, name, edition, calendar, parameters, offices, stars, state, version, planned_at, opened_at)
      values ($1, '990101', $2, '示例周期', $3, '[]', $4, '{}', $5, 'open', 2, $6, $6)`,
    [
      id,
      year,
      edition,
      JSON.stringify({ ...whole, ...parameters }),
      JSON.stringify(pack.stars.map(({ code, name, nameEn, scope, lead }) => ({ code, name, nameEn, scope, lead }))),
      on,
    ],
  )
  return { unit: '990101', id }
}

/** Every star of these units, agreed by joint review. */
export async function addAgreed(trial: Trial, cycle: Where, units: readonly string[]): Promise<Where[]> {
  const { rows } = await trial.owner.query<Where>(
    `insert into star_candidacies (district, unit, id, cycle, star, batch, state, submissions, rows, submitters, reviewers, drawn, confirmed, steps, changed_at)
      select left(u, 6), u, gen_random_uuid(), $1::uuid, s, 1, 'agreed', 1, '[]', '{}', '{}', false, false, 5, '2026-09-01'
      from unnest($2::text[]) as u cross join unnest($3::text[]) as s returning unit, id`,
    [cycle.id, units, codes],
  )
  return rows
}

/** Every star of these units, held since the year of a cycle. */
export async function addHeld(trial: Trial, cycle: Where, year: number, units: readonly string[]): Promise<void> {
  await trial.owner.query(
    `with made as (
       insert into star_candidacies (district, unit, id, cycle, star, batch, state, submissions, rows, submitters, reviewers, drawn, confirmed,
         publicity, public_until, certified_on, steps, changed_at)
       select left(u, 6), u, gen_random_uuid(), $1::uuid, s, 1, 'certified', 1, '[]', '{}', '{}', false, false, gen_random_uuid(),
         $4::date, $4::date + 1, 7, $4 from unnest($2::text[]) as u cross join unnest($3::text[]) as s returning district, unit, id, star)
     insert into star_honours (district, unit, id, cycle, candidacy, year, star, plaque, state, due, from_day, to_day, steps, changed_at)
     select district, unit, gen_random_uuid(), $1, id, $5, star, 'held-' || id, 'held', null, $4::date + 1, null, 0, $4 from made`,
    [cycle.id, units, codes, `${year}-12-01`, year],
  )
}
