import { describe, expect, test } from 'vitest'
import { readLine } from './import-line.ts'
import { gramsOf, initialsOf, searchTerms } from './search-keys.ts'

const line = (code: string, name: string, more: { level?: string; parent?: string; kind?: string } = {}) =>
  readLine({ line: 2, code, name, level: '', parent: '', kind: '', ...more })

describe('a line of the official list', () => {
  test('needs no more than code and name; level and kind come from the code', () => {
    expect(line('410882001003', '寨村社区居民委员会')).toEqual({
      unit: { line: 2, code: '410882001003', name: '寨村社区居民委员会', level: 5, kind: 'community' },
    })
    expect(line('410882001201', '小王村村民委员会')).toMatchObject({ unit: { kind: 'village' } })
    expect(line('410882001201', '小王村村民委员会', { kind: 'community', level: 'village', parent: '410882001' })).toMatchObject({
      unit: { kind: 'community' },
    })
  })

  test.each([
    ['a wrong length', line('4108820', '某地')],
    ['letters', line('41A8', '某地')],
    ['a grid', line('410882001003001', '一网格')],
    ['no name', line('4108', '')],
    ['a level that contradicts the code', line('4108', '焦作市', { level: 'county' })],
    ['a parent that contradicts the code', line('4108', '焦作市', { parent: '42' })],
    ['a kind above the villages', line('4108', '焦作市', { kind: 'village' })],
    ['an unknown kind', line('410882001201', '小王村', { kind: 'hamlet' })],
    ['control characters', line('4108', '焦\u0000作市')],
  ])('is refused with its line and code: %s', (_what, read) => {
    expect(read).toMatchObject({ bad: { line: 2, detail: { zh: expect.any(String) as string } } })
  })
})

describe('what a unit is found by', () => {
  test('pairs of characters and the region, at village level without the endings that every name has', () => {
    expect(gramsOf('碧沙岗社区居委会', '410102001001')).toEqual(['^碧', '碧沙', '沙岗', '岗社', '@4101'])
    expect(gramsOf('晨光街道', '990101001')).toEqual(['^晨', '晨光', '光街', '街道', '@9901'])
    expect(gramsOf('演示省', '99')).toEqual(['^演', '演示', '示省', '@'])
    expect(gramsOf('柳溪村村民委员会', '990101101201')).toEqual(['^柳', '柳溪', '溪村', '@9901'])
  })

  test('every pair of a query that is looked up stands in the index of every name that contains the query', () => {
    for (const name of ['碧沙岗社区居委会', '覃怀街道', 'A区12连']) {
      for (let from = 0; from < name.length; from += 1) {
        for (let to = from + 2; to <= name.length; to += 1) {
          for (const term of searchTerms(name.slice(from, to))) {
            if (term.by !== 'name') continue
            expect(gramsOf(name, '990101101201')).toEqual(expect.arrayContaining([...term.villageGrams]))
            expect(gramsOf(name, '990101101')).toEqual(expect.arrayContaining([...term.grams]))
          }
        }
      }
    }
  })

  test('initials: by character, and by word for upper levels', () => {
    expect(initialsOf('碧沙岗社区')).toBe('bsgsq')
    expect(initialsOf('重庆市', true)).toBe('cqs')
  })

  test('digits are a code first, letters initials first', () => {
    expect(searchTerms('4108').map((term) => term.by)).toEqual(['code', 'name'])
    expect(searchTerms('BSG').map((term) => term.by)).toEqual(['initials', 'name'])
    expect(searchTerms(' ')).toEqual([])
  })
})
