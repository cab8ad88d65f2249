// A county's decisions over some dozens of stars in one call each: nothing is lost, doubled or half done, every star has its
// step and its act, and what stands in the way of one is told.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { staySignedIn } from '#rooms/people/trial.ts'
import { playing } from '../trial-cycle.ts'
import type { Where } from '../trial-cycle.ts'
import { addAgreed, addCommunities, addHeld, codes, openCycle } from '../trial-many.ts'

const trial = useTrial({ unlimited: true })
const dayMs = 86_400_000
const county = '990101'
let play: ReturnType<typeof playing>
let units: string[]

beforeAll(async () => {
  await staySignedIn(trial)
  play = playing(trial)
  await play.seat()
  units = await addCommunities(trial, 12)
})

const count = async (from: string, values: unknown[] = []): Promise<number> =>
  (await trial.owner.query<{ count: number }>(`select count(*)::int as count from ${from}`, values)).rows[0]?.count ?? Number.NaN
const inState = (cycle: Where, state: string): Promise<number> =>
  count('star_candidacies where cycle = $1 and state = $2', [cycle.id, state])
const stepsOf = (cycle: Where, verb: string): Promise<number> =>
  count('star_steps s join star_candidacies c on c.id = s.candidacy where c.cycle = $1 and s.verb = $2 and s.seq = c.steps', [
    cycle.id,
    verb,
  ])
/** Acts of a verb about the stars of a cycle, each counted once. */
const actsOf = (cycle: Where, verb: string): Promise<number> =>
  count(
    `(select distinct a.subject from acts a join star_candidacies c on a.subject = 'candidacy:' || c.id and a.unit = c.unit
       where c.cycle = $1 and a.room = 'stars' and a.verb = $2 and a.payload::jsonb ->> 'state' = c.state) as each`,
    [cycle.id, verb],
  )
const publicise = (cycle: Where, candidacies: readonly Where[], publicity: string = randomUUID()) =>
  play.call('countyAdmin', 'stars.publicise', { params: { ...cycle }, body: { publicity, candidacies } })
interface Certified {
  readonly certified: number
  readonly refused: readonly { readonly unit: string; readonly id: string; readonly code: number; readonly detail: string }[]
}
const certify = async (cycle: Where, candidacies: readonly Where[], document = '演组〔2026〕18号'): Promise<Certified> => {
  const answer = await play.done('countyAdmin', 'stars.certifyList', { params: { ...cycle }, body: { candidacies, document } })
  return answer as unknown as Certified
}
const all = 12 * codes.length

describe('a list that is publicised', () => {
  test('is shown whole, once, in whatever order and however often it names a star; each star has its step and its act', async () => {
    const cycle = await openCycle(trial, 2026, {})
    const list = await addAgreed(trial, cycle, units)
    const publicity = randomUUID()
    const mixed = [...list.toReversed(), ...list.slice(0, 5)]
    expect((await publicise(cycle, mixed, publicity)).body).toMatchObject({ publicity, number: 1, shown: all })
    expect([await inState(cycle, 'publicised'), await stepsOf(cycle, 'publicise'), await actsOf(cycle, 'publicise')]).toEqual([
      all,
      all,
      all,
    ])
    expect(await count(`star_notices where publicity = $1 and state = 'shown'`, [publicity])).toBe(all)
    // Sent again under a key of its own, it is the same publicity.
    expect((await publicise(cycle, list, publicity)).body).toMatchObject({ publicity, number: 1, shown: all })
    expect([await stepsOf(cycle, 'publicise'), await count('star_publicities where cycle = $1', [cycle.id])]).toEqual([all, 1])
  })

  test('is refused whole for one in the middle that is elsewhere by now, and for one of another cycle', async () => {
    const cycle = await openCycle(trial, 2026, {})
    const list = await addAgreed(trial, cycle, units)
    await trial.owner.query(`update star_candidacies set state = 'joint' where id = $1`, [list[17]?.id])
    expect((await publicise(cycle, list)).body.code).toBe(5751)
    const other = await addAgreed(trial, await openCycle(trial, 2026, {}), units.slice(0, 1))
    expect((await publicise(cycle, [...list.slice(0, 3), ...other])).body.code).toBe(5750)
    expect([await inState(cycle, 'publicised'), await stepsOf(cycle, 'publicise'), await actsOf(cycle, 'publicise')]).toEqual([0, 0, 0])
    expect(await count('star_publicities where cycle = $1', [cycle.id])).toBe(0)
  })

  test('is refused whole for those whose bottom line is not met, each named with its place', async () => {
    const cycle = await openCycle(trial, 2026, {})
    const list = await addAgreed(trial, cycle, units)
    const at = units[4] ?? ''
    const upheld = {
      id: randomUUID(),
      unit: at,
      type: 'pollution-incident',
      on: '2026-08-01',
      against: '示例社区',
      decidedBy: '演示县生态环境局',
      basis: '示例：污水外排。',
      document: '演环〔2026〕1号',
    }
    await play.done('countyAdmin', 'facts.recordCase', { body: upheld })
    const answer = await publicise(cycle, list)
    expect(answer.body.code).toBe(5775)
    const { errors } = answer.body as unknown as { errors: { path: string; detail: string }[] }
    const places = list.flatMap((one, place) => (one.unit === at ? [`body.candidacies[${place}]`] : []))
    expect(errors.map(({ path }) => path)).toEqual(places)
    expect(errors[0]?.detail).toContain('第5示例社区')
    expect(await inState(cycle, 'agreed')).toBe(all)
    const overturn = { id: randomUUID(), reason: '复议决定撤销' }
    await play.done('countyAdmin', 'facts.overturnCase', { params: { unit: at, id: upheld.id }, body: overturn })
    expect((await publicise(cycle, list)).status).toBe(200)
  })

  test('and another one at once: a star stands on one of the two', async () => {
    const cycle = await openCycle(trial, 2026, {})
    const list = await addAgreed(trial, cycle, units)
    const both = await Promise.all([publicise(cycle, list), publicise(cycle, list.toReversed())])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect([await stepsOf(cycle, 'publicise'), await count('star_notices where cycle = $1', [cycle.id])]).toEqual([all, all])
  })
})

describe('a list that is certified', () => {
  test('certifies all in whose way nothing stands; the others are told with why, and come with the next list', async () => {
    const cycle = await openCycle(trial, 2026, {})
    const list = await addAgreed(trial, cycle, units)
    await publicise(cycle, list)
    expect((await certify(cycle, list)).refused.map(({ code }) => code)).toEqual(list.map(() => 5762))
    const [returned, objected] = [list[20], list[7]]
    const { rows } = await trial.owner.query<{ publicity: string }>('select publicity from star_notices where candidacy = $1', [
      objected?.id,
    ])
    await play.done('nobody', 'stars.object', {
      body: { unit: county, publicity: rows[0]?.publicity, candidacy: objected?.id, text: '示例', nonce: 'abcdefghijklmnop2' },
    })
    trial.clock.advance(dayMs)
    await play.done('countyAdmin', 'stars.return', {
      params: { unit: returned?.unit ?? '', id: returned?.id ?? '' },
      body: { rows: [{ row: 'B1', reason: '请补充依据' }], due: '2026-12-31' },
    })
    const first = await certify(cycle, [...list, { unit: units[0] ?? '', id: randomUUID() }])
    expect(first.certified).toBe(all - 2)
    expect(first.refused.map(({ id, code }) => [id, code]).slice(0, 2)).toEqual([
      [objected?.id, 5762],
      [returned?.id, 5751],
    ])
    expect(first.refused).toHaveLength(3)
    expect(first.refused[0]?.detail).toContain('1 条异议没有答复')
    expect([await inState(cycle, 'certified'), await stepsOf(cycle, 'certify'), await actsOf(cycle, 'certify')]).toEqual(
      Array.from({ length: 3 }, () => all - 2),
    )
    expect(await count(`star_honours where cycle = $1 and state = 'held'`, [cycle.id])).toBe(all - 2)
    expect(await count(`(select distinct plaque from star_honours where cycle = $1) as each`, [cycle.id])).toBe(all - 2)
    expect(await count(`star_notices where cycle = $1 and state = 'certified'`, [cycle.id])).toBe(all - 2)
    // The same list again: what is certified stays as it is.
    const again = await certify(cycle, list)
    expect([again.certified, again.refused.length, await stepsOf(cycle, 'certify')]).toEqual([all - 2, 2, all - 2])
  })

  test('never goes above a hard quota, and takes from it in the order of the list', async () => {
    const cycle = await openCycle(trial, 2026, {})
    await play.done('countyAdmin', 'stars.allot', {
      params: { ...cycle },
      body: {
        quotas: [
          { unit: county, star: 'ONE', most: 5, hard: true },
          { unit: '990101001', star: 'TWO', most: 3, hard: false },
        ],
      },
    })
    const list = await addAgreed(trial, cycle, units)
    await publicise(cycle, list)
    trial.clock.advance(dayMs)
    const half = Math.floor(list.length / 2)
    const both = await Promise.all([certify(cycle, list.slice(0, half)), certify(cycle, list.slice(half))])
    expect(both.reduce((sum, { certified }) => sum + certified, 0)).toBe(all - 12 + 5)
    expect(both.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(Array.from({ length: 7 }, () => 5762))
    const { rows } = await trial.owner.query('select star, given from star_quotas where cycle = $1 order by star', [cycle.id])
    expect(rows).toEqual([
      { star: 'ONE', given: 5 },
      { star: 'TWO', given: 12 },
    ])
  })

  test('ends the same stars of the year before by its document, but for those that are appealed; without a document none is certified', async () => {
    const before = await openCycle(trial, 2025, {})
    await addHeld(trial, before, 2025, units.slice(0, 6))
    const cycle = await openCycle(trial, 2026, { formerStars: 'decided' })
    const list = await addAgreed(trial, cycle, units)
    await publicise(cycle, list)
    trial.clock.advance(dayMs)
    const without = await certify(cycle, list, '')
    expect([without.certified, new Set(without.refused.map(({ code }) => code))]).toEqual([18, new Set([5777])])
    const held = await trial.owner.query<Where>('select unit, id from star_honours where cycle = $1 order by unit, star', [before.id])
    const [appealed] = held.rows
    await trial.owner.query(
      `insert into star_honour_appeals (district, unit, id, honour, against, verb, reason, filed_on, filed_by)
        values ('990101', $1, $2, $3, 1, 'order', '已办结', '2026-09-01', $4)`,
      [appealed?.unit, randomUUID(), appealed?.id, randomUUID()],
    )
    expect(await certify(cycle, list)).toMatchObject({ certified: all, refused: [] })
    const ended = `star_honours h join star_honour_steps s on s.honour = h.id and s.seq = h.steps
      where h.cycle = $1 and h.state = 'ended' and s.verb = 'end' and s.document = '演组〔2026〕18号' and h.to_day is not null`
    expect(await count(ended, [before.id])).toBe(17)
    expect(await count(`star_honours where id = $1 and state = 'held'`, [appealed?.id])).toBe(1)
  })

  test('is for those alone who certify in the cycle', async () => {
    const cycle = await openCycle(trial, 2026, { decidedBy: 'prefecture' })
    const list = await addAgreed(trial, cycle, units.slice(0, 1))
    const call = { params: { ...cycle }, body: { candidacies: list, document: '' } }
    expect(await play.code('countyAdmin', 'stars.certifyList', call)).toBe(5764)
    expect(await play.code('secretary', 'stars.certifyList', call)).toBe(101)
  })
})

describe('a cycle that closes', () => {
  test('ends all stars of former years with one document, each with its step, act and notice; a refusal ends none', async () => {
    await trial.owner.query(`update star_honours set state = 'ended', to_day = from_day where state <> 'ended'`)
    const before = await openCycle(trial, 2025, {})
    await addHeld(trial, before, 2025, units)
    const cycle = await openCycle(trial, 2026, { formerStars: 'closed' })
    const close = (document: string) => play.call('countyAdmin', 'stars.closeCycle', { params: { ...cycle }, body: { document } })
    expect((await close('')).body.code).toBe(5777)
    expect(await count(`star_honours where cycle = $1 and state = 'held'`, [before.id])).toBe(all)
    expect((await close('演组〔2027〕1号')).body).toMatchObject({ ended: all })
    const ended = `star_honours h join star_honour_steps s on s.honour = h.id and s.seq = 1 where h.cycle = $1 and h.state = 'ended' and h.steps = 1`
    expect(await count(ended, [before.id])).toBe(all)
    expect(
      await count(
        `(select distinct a.subject from acts a join star_honours h on a.subject = 'honour:' || h.id where h.cycle = $1) as each`,
        [before.id],
      ),
    ).toBe(all)
    const told = `notices where unit = $1 and room = 'stars' and title like '%届满' and roles = '{secretary}' and path like '/desk/stars/honours?open=%'`
    expect(await count(told, [units[9]])).toBe(codes.length)
    expect((await close('演组〔2027〕1号')).body.code).toBe(5701)
  })
})

test('stars that are filed together are filed once, and one that is not of the cycle stops the list', async () => {
  const [cycle, other] = [await openCycle(trial, 2026, {}), await openCycle(trial, 2026, {})]
  await addHeld(trial, cycle, 2026, units)
  await addHeld(trial, other, 2026, units.slice(0, 1))
  const of = async ({ id }: Where) => (await trial.owner.query<Where>('select unit, id from star_honours where cycle = $1', [id])).rows
  const file = (honours: readonly Where[]) =>
    play.call('countyAdmin', 'stars.file', { params: { ...cycle }, body: { filing: randomUUID(), document: '演组〔2026〕20号', honours } })
  const [list, wrong] = [await of(cycle), await of(other)]
  expect((await file([...list.slice(0, 5), ...wrong.slice(0, 1)])).status).not.toBe(200)
  const filed = (await file(list)).body as unknown as { number: number; honours: string[] }
  expect([filed.number, filed.honours.length]).toEqual([1, all])
  expect((await file(list.slice(3, 4))).body.code).toBe(5786)
})
