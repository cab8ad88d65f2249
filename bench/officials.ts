// Accounts for the load, officials above all: with a post and an open session in counties of the demo instance, put in by SQL
// as the owner because the bench measures requests and not two hundred password hashes.

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { chinaDay } from '#ground/kernel/clock.ts'

export interface Official {
  readonly person: string
  readonly post: string
  readonly unit: string
  readonly token: string
  /** Villages of the county to write about. */
  readonly villages: readonly string[]
}

export const officialRole = 'county-officer'

const villagesEach = 300

/** An account of the demo instance with a post and an open session. */
export async function seatRole(owner: Client, unit: string, role: string): Promise<Omit<Official, 'villages'>> {
  const [person, post, token, now] = [randomUUID(), randomUUID(), randomBytes(24).toString('hex'), new Date()]
  const district = unit.slice(0, 6)
  const put = 'insert into persons (district, unit, id, name, state, created_at) values ($1, $2, $3, $4, $5, $6)'
  await owner.query(put, [district, unit, person, '演示·压测', 'active', now])
  await owner.query('insert into credentials (person, unit) values ($1, $2)', [person, unit])
  await owner.query('insert into passwords (person, unit, must_change) values ($1, $2, false)', [person, unit])
  const yesterday = chinaDay(now.getTime() - 86_400_000)
  const hold = 'insert into posts (district, unit, id, person, role, valid_from) values ($1, $2, $3, $4, $5, $6)'
  await owner.query(hold, [district, unit, post, person, role, yesterday])
  const tomorrow = new Date(now.getTime() + 86_400_000)
  await owner.query(
    'insert into sessions (id, token, person, post, means, agent, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [randomUUID(), createHash('sha256').update(token).digest('hex'), person, post, 'password', '', now, tomorrow],
  )
  return { person, post, unit, token }
}

/** Seats officials in counties that have villages, one county after another, or all in the one named. */
export async function seatOfficials(owner: Client, count: number, county?: string): Promise<Official[]> {
  const { rows } = await owner.query<{ county: string; villages: string[] }>(
    `select left(code, 6) as county, (array_agg(code order by code))[1:${villagesEach}] as villages from unit_versions
      where level = 5 and valid_to is null and ($1::text is null or left(code, 6) = $1) group by 1 order by 1`,
    [county ?? null],
  )
  if (rows.length === 0) throw new Error('no county with villages: the demo is not there')
  const officials: Official[] = []
  await owner.query('begin')
  for (let nth = 0; nth < count; nth += 1) {
    const { county: unit, villages } = rows[nth % rows.length] ?? { county: '', villages: [] }
    officials.push({ ...(await seatRole(owner, unit, officialRole)), villages })
  }
  await owner.query('commit')
  await owner.query('analyze')
  return officials
}
