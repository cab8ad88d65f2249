// For the verbs over many stars: a county's cycle with five stars of each of its villages agreed and submitted, as held by the
// year before, and all that its rules ask; and a prefecture's cycle with stars of the year before in other villages. Put in by
// SQL as the owner, because the bench measures the verbs and not a year of typing.

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { chinaDay } from '#ground/kernel/clock.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { criterion } from './campaign.ts'

export interface Place {
  readonly unit: string
  readonly cycle: string
}

export interface Stars {
  readonly county: Place
  readonly prefecture: Place
}

export interface At {
  readonly unit: string
  readonly id: string
}

const edition = 'bench/many-stars/2026'
const codes = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']
/** What every star asks: a bottom line over cases, and reviews of so many rows. */
const reviewed = 8
const rowsOf = (star: string): string[] => Array.from({ length: reviewed }, (_row, place) => `${star}-${place + 1}`)

const pack = {
  format: 'liangxing-pack-1',
  id: edition,
  title: '压测标准',
  titleEn: 'Load',
  notice: '',
  noticeEn: '',
  scopes: ['village'],
  offices: [{ name: '组织部' }],
  certificates: [],
  caseTypes: [{ id: 'pollution-incident', name: '环境污染事件', nameEn: 'pollution incident' }],
  facts: [],
  stars: codes.map((code) => ({
    code,
    name: `压测星${code}`,
    nameEn: code,
    scope: 'village',
    lead: '组织部',
    taskForce: '',
    rule: null,
    prerequisites: { stars: [], enabled: false },
    bottomLines: [{ id: 'B1', text: '一年内没有环境污染事件', rule: 'NO pollution-incident WITHIN 12 MONTHS' }],
    tasks: [{ id: `${code}-T`, name: '任务', criteria: rowsOf(code).map(criterion) }],
    flow: [],
  })),
  stages: [],
  ladders: [],
  replaces: null,
}

const year = (): number => Number(chinaDay(Date.now()).slice(0, 4))

/** A cycle that is open; stars of former years end as it says. */
async function addCycle(owner: Client, unit: string, more: object): Promise<Place> {
  const [cycle, now] = [randomUUID(), new Date()]
  const parameters = { publicityDays: 1, publicityKind: 'calendar', samplingPercent: 0, appealDays: 10, contact: '组织部', ...more }
  await owner.query(
    `insert into star_cycles (id, unit, year, name, edition, calendar, parameters, offices, stars, state, version, planned_at, opened_at)
      values ($1, $2, $3, '压测周期', $4, $5, $6, '{}', $7, 'open', 2, $8, $8)`,
    [
      cycle,
      unit,
      year(),
      edition,
      JSON.stringify([{ id: 'all', name: '全年', from: `${year()}-01-01`, to: `${year()}-12-31` }]),
      JSON.stringify(parameters),
      JSON.stringify(pack.stars.map(({ code, name, nameEn, scope, lead }) => ({ code, name, nameEn, scope, lead }))),
      now,
    ],
  )
  return { unit, cycle }
}

/** The first villages below a unit. */
const villages = `(select code from unit_versions where level = 5 and kind_official = 'village' and valid_to is null and code ^@ $1 order by code limit $2) v`

/** Stars of the year before, held. */
async function addFormer(owner: Client, { unit, cycle }: Place, count: number): Promise<void> {
  await owner.query(
    `with made as (
       insert into star_candidacies (district, unit, id, cycle, star, batch, state, submissions, rows, submitters, reviewers, drawn, confirmed,
         publicity, public_until, certified_on, steps, changed_at)
       select left(code, 6), code, gen_random_uuid(), $3::uuid, s.star, 1, 'certified', 1, '[]', '{}', '{}', false, false, gen_random_uuid(),
         current_date - 400, current_date - 399, 9, now() from ${villages} cross join unnest($4::text[]) as s (star) returning district, unit, id, star)
     insert into star_honours (district, unit, id, cycle, candidacy, year, star, plaque, state, due, from_day, to_day, steps, changed_at)
     select district, unit, gen_random_uuid(), $3, id, $5, star, id::text, 'held', null, current_date - 399, null, 0, now() from made`,
    [unit, count, cycle, codes, year() - 1],
  )
}

/** What is known: every row of every star was reviewed. */
async function addReviews(owner: Client, unit: string, count: number): Promise<void> {
  await owner.query(
    `insert into fact_reviews (district, unit, id, criterion, result, by_office, on_day, reason, source, stated_on, at, by_unit, by_role)
      select left(code, 6), code, gen_random_uuid(), r.row, 'met', '组织部', current_date - 30, '', 'cycle:bench', current_date - 30, now(), $1, 'star-office'
      from ${villages} cross join unnest($3::text[]) as r (row)`,
    [unit, count, codes.flatMap(rowsOf)],
  )
}

/** Stars that joint review agreed, in the order of codes. */
async function addAgreed(owner: Client, { unit, cycle }: Place, count: number): Promise<void> {
  await owner.query(
    `with made as (
       insert into star_candidacies (district, unit, id, cycle, star, batch, state, submissions, rows, submitters, reviewers, drawn, confirmed, steps, changed_at)
       select left(code, 6), code, gen_random_uuid(), $3::uuid, s.star, 1, 'agreed', 1, '[]', '{}', '{}', false, false, 5, now()
       from ${villages} cross join unnest($4::text[]) as s (star) returning district, unit, id)
     insert into self_check_submissions (district, unit, id, candidacy, number, on_day, rows, digest)
     select district, unit, gen_random_uuid(), id, 1, current_date - 40, '[]', '' from made`,
    [unit, count, cycle, codes],
  )
}

/** A county's and a prefecture's cycle: so many villages with five stars each. */
export async function fillStars(owner: Client, many: { readonly county: number; readonly prefecture: number }): Promise<Stars> {
  const { rows } = await owner.query<{ code: string }>(
    `select left(code, 6) as code from unit_versions where level = 5 and kind_official = 'village' and valid_to is null and code ^@ '41' group by 1 order by count(*) desc, 1`,
  )
  const largest = rows[0]?.code ?? '410102'
  const { rows: above } = await owner.query<{ code: string }>(
    `select left(code, 4) as code from unit_versions where level = 5 and kind_official = 'village' and valid_to is null and code ^@ '41' and not code ^@ $1
      group by 1 order by count(*) desc, 1 limit 1`,
    [largest.slice(0, 4)],
  )
  await owner.query('begin')
  await owner.query(
    `insert into editions (id, unit, state, origin, title, digest, content, drafted_on, issued_on, drafted_by, issued_by)
      values ($1, '41', 'issued', 'own', '压测标准', $2, $3, $4, $4, $5, $6) on conflict (id) do nothing`,
    [edition, canonicalDigest(pack), JSON.stringify(pack), chinaDay(Date.now()), randomUUID(), randomUUID()],
  )
  const county = await addCycle(owner, largest, { decidedBy: 'county', formerStars: 'decided' })
  const prefecture = await addCycle(owner, above[0]?.code ?? '4101', { decidedBy: 'prefecture', formerStars: 'closed' })
  const [before, earlier] = [await addCycle(owner, county.unit, {}), await addCycle(owner, prefecture.unit, {})]
  await owner.query('update star_cycles set year = $2 where id = any($1)', [[before.cycle, earlier.cycle], year() - 1])
  await addFormer(owner, before, many.county)
  await addFormer(owner, earlier, many.prefecture)
  await addReviews(owner, county.unit, many.county)
  await addAgreed(owner, county, many.county)
  await owner.query('commit')
  await owner.query('vacuum analyze star_candidacies, star_honours, fact_reviews, self_check_submissions, star_cycles')
  return { county, prefecture }
}

/** Stars of a cycle in a state. */
export const candidaciesIn = async (owner: Client, cycle: string, state: string): Promise<At[]> =>
  (await owner.query<At>(`select unit, id from star_candidacies where cycle = $1 and state = $2 order by unit, star`, [cycle, state])).rows

/** Stars that were certified in a cycle. */
export const honoursOf = async (owner: Client, cycle: string): Promise<At[]> =>
  (await owner.query<At>(`select unit, id from star_honours where cycle = $1 order by unit, star`, [cycle])).rows

/** Lets the days of every publicity of a cycle pass. */
export async function letDaysPass(owner: Client, cycle: string): Promise<void> {
  await owner.query(`update star_publicities set from_day = from_day - 3, until_day = until_day - 3 where cycle = $1`, [cycle])
  await owner.query(`update star_candidacies set public_until = public_until - 3 where cycle = $1 and state = 'publicised'`, [cycle])
}
