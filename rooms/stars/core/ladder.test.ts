import { describe, expect, test } from 'vitest'
import type { LadderCondition } from '#rooms/standards/core/pack-shapes.ts'
import { reachedBy } from './ladder.ts'
import { totalsOf } from './totals.ts'

const stars = ['A', 'B', 'C', 'D', 'E']
const condition = (more: Partial<LadderCondition>): LadderCondition => ({
  code: 'GOOD',
  name: '五好党委',
  nameEn: 'good committee',
  level: 'township',
  of: 'stars',
  value: '3',
  least: '70%',
  ...more,
})
const township = [condition({}), condition({ of: 'star', value: 'A', least: '1' })]
const county = condition({ code: 'RED', name: '红旗县', nameEn: 'red county', level: 'county', of: 'ladder', value: 'GOOD', least: '50%' })
const below = (held: readonly (readonly string[])[], units: number) => ({ units, held: totalsOf(held, stars), townships: 0, reached: {} })
const name = (code: string): string => `${code}星`

describe('a ladder', () => {
  test('is reached when each of its conditions is, and says why', () => {
    const seven = Array.from({ length: 7 }, (_unit, place) => (place === 0 ? ['A', 'B', 'C'] : ['B', 'C', 'D']))
    const [reached] = reachedBy(township, 'township', below(seven, 10), name)
    expect(reached).toMatchObject({ code: 'GOOD', held: true, name: { zh: '五好党委' } })
    expect(reached?.because.map((text) => text.zh)).toEqual([
      '3 星及以上的村（社区） 7/10，要求至少 70%，达到',
      '持有“A星”的村（社区） 1/10，要求至少 1 个，达到',
    ])
  })

  test('counts every unit there is, also those that aim for nothing; a hair below is not reached', () => {
    const six = Array.from({ length: 6 }, () => ['A', 'B', 'C'])
    expect(reachedBy(township, 'township', below(six, 9), name)[0]?.held).toBe(false)
    expect(reachedBy(township, 'township', below(six, 8), name)[0]?.held).toBe(true)
    expect(reachedBy(township, 'township', below([], 0), name)[0]?.held).toBe(false)
  })

  test('of a county looks at what its townships reached', () => {
    const at = (reached: number) => ({ ...below([], 0), townships: 4, reached: { GOOD: reached } })
    const all = [...township, county]
    expect(reachedBy(all, 'county', at(2), name)[0]).toMatchObject({ code: 'RED', held: true })
    expect(reachedBy(all, 'county', at(1), name)[0]?.because[0]?.zh).toBe('达到“五好党委”的乡镇（街道） 1/4，要求至少 50%，未达到')
  })
})
