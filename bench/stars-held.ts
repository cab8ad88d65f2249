// For the sand table: five stars of every village of the province, of which about half are held since some day of the last
// year, and a few were suspended since; aims in each of the slider's eight quarters. Put in by SQL as the owner, like the rest
// of the load.

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { addDays, quarterOf } from '#ground/kernel/days.ts'
import { fillProvince } from './campaign.ts'

export interface Held {
  readonly units: number
  readonly honours: number
  readonly targets: number
}

const quarters = 8

/** The quarters before the one of a day, the latest first. */
function quartersBefore(today: string): string[] {
  const found: string[] = []
  let { from } = quarterOf(today)
  while (found.length < quarters - 1) {
    const before = quarterOf(addDays(from, -1))
    found.push(before.id)
    from = before.from
  }
  return found
}

/** Fills the province as of a day. */
export async function fillHeld(owner: Client, today: string): Promise<Held> {
  const { cycle, units } = await fillProvince(owner, 0)
  await owner.query('update star_targets set quarter = $2 where cycle = $1', [cycle, quarterOf(today).id])
  const past = await owner.query(
    `insert into star_targets (district, unit, id, cycle, quarter, stars, version, set_at)
      select district, unit, gen_random_uuid(), cycle, q, stars[1:1 + abs(hashtext(q || unit)) % greatest(cardinality(stars), 1)], 1, set_at
      from star_targets, unnest($3::text[]) as q where cycle = $1 and quarter = $2`,
    [cycle, quarterOf(today).id, quartersBefore(today)],
  )
  const { rowCount } = await owner.query(
    `insert into star_honours (district, unit, id, cycle, candidacy, year, star, plaque, state, due, from_day, to_day, steps, changed_at)
      select district, unit, gen_random_uuid(), cycle, id, $2::int, star, id::text,
        case when abs(hashtext(id::text)) % 50 = 0 then 'suspended' else 'held' end, null,
        $3::date - abs(hashtext(unit || star)) % 365, null, case when abs(hashtext(id::text)) % 50 = 0 then 1 else 0 end, now()
      from star_candidacies where cycle = $1 and abs(hashtext(star || unit)) % 2 = 0`,
    [cycle, Number(today.slice(0, 4)), today],
  )
  await owner.query(
    `insert into star_honour_steps (district, unit, id, honour, seq, on_day, verb, by, by_unit, basis, document)
      select district, unit, gen_random_uuid(), id, 1, from_day, 'suspend', $2::uuid, district, '压测', '压测〔2026〕1号'
      from star_honours where cycle = $1 and state = 'suspended'`,
    [cycle, randomUUID()],
  )
  await owner.query('vacuum analyze star_targets, star_candidacies, star_honours, star_honour_steps')
  return { units, honours: rowCount ?? 0, targets: units + (past.rowCount ?? 0) }
}
