import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import { holdsUntil, valueForRules, valueOn } from './as-of.ts'
import { refusesCase } from './case-rule.ts'
import { costOf, demandState, frequencies, isSunset, overlap, timesUntil } from './demand.ts'
import { periods } from './definition.ts'
import { definitionFaults, differingFields } from './held-definition.ts'
import type { HeldDefinition } from './held-definition.ts'
import { askedTwice, duplicatesOf } from './duplicates.ts'
import type { OtherDemand } from './duplicates.ts'
import { datumKey, nameKey } from './name-key.ts'
import { periodAt, readPeriod, writePeriod } from './period.ts'
import { readLevel } from './record-words.ts'
import { fittingValue, readCell, sameStated, statedText } from './value.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1980-01-01', days))

describe('names', () => {
  test('one datum under the spellings of several offices', () => {
    const spellings = [
      '村集体经济收入',
      '本村集体经济收入（万元）',
      '村集体 经济收入',
      '全村集体经济收入(单位：万元)',
      '本社区集体经济收入',
      '集体经济收入',
    ]
    expect(new Set(spellings.map(datumKey))).toEqual(new Set(['集体经济收入']))
    expect(nameKey('ＡＢＣ　覆盖率（%）')).toBe('abc覆盖率')
    expect(nameKey('个体户（户）')).toBe('个体户')
  })

  test('a bracket that says which part is meant is part of the name; a bare prefix is not taken away', () => {
    expect(datumKey('集体收入（经营性）')).not.toBe(datumKey('集体收入'))
    expect(nameKey('本村')).toBe('本村')
    expect(datumKey('社区')).toBe('社区')
  })

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'本村全社区集体收入 （）万元Ａa%') }), (name) => {
        expect(nameKey(name).length).toBeLessThanOrEqual(name.normalize('NFKC').length)
        expect(datumKey(` ${name} `)).toBe(datumKey(name))
      }),
    )
  })
})

describe('periods', () => {
  test('as offices write them', () => {
    expect(readPeriod('year', '2025年')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(readPeriod('half-year', '2025下半年')).toEqual({ from: '2025-07-01', to: '2025-12-31' })
    expect(readPeriod('half-year', '2024年上半年')).toEqual({ from: '2024-01-01', to: '2024-06-30' })
    expect(readPeriod('quarter', '2025年第三季度')).toEqual({ from: '2025-07-01', to: '2025-09-30' })
    expect(readPeriod('month', '2024年2月')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(readPeriod('day', '2024-02-29')).toEqual({ from: '2024-02-29', to: null })
    for (const [period, text] of [
      ['year', '25'],
      ['quarter', '2025'],
      ['month', '2025-13'],
      ['day', '2025-02-30'],
      ['half-year', '2025-H3'],
    ] as const)
      expect(readPeriod(period, text), text).toBeNull()
  })

  test('what is written is read again, and holds the day it was made from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periods), anyDay, (period, day) => {
        const span = periodAt(period, day)
        expect(readPeriod(period, writePeriod(period, span.from))).toEqual(span)
        expect(span.from <= day && (span.to === null || day <= span.to)).toBe(true)
      }),
    )
  })
})

describe('values', () => {
  const number = { type: 'number', choices: [], measure: '万元' } as const
  const question = { type: 'yes-no', choices: [], measure: null } as const
  const choice = { type: 'choice', choices: ['甲类', '乙类'], measure: null } as const

  test('cells as people fill them in', () => {
    expect(readCell(number, '1,234.50 万元')).toEqual({ state: 'value', value: '1234.50' })
    expect(readCell(number, '３６．５')).toEqual({ state: 'value', value: '36.5' })
    expect(readCell(question, '有')).toEqual({ state: 'value', value: true })
    expect(readCell(choice, '乙类')).toEqual({ state: 'value', value: '乙类' })
    expect(readCell(number, '本期无')).toEqual({ state: 'nothing' })
    for (const [of, cell] of [
      [number, '约36'],
      [number, '1,2'],
      [number, ''],
      [number, '1e3'],
      [question, '可能'],
      [choice, '丙类'],
      [choice, '本期无'],
    ] as const)
      expect(readCell(of, cell), cell).toBeNull()
  })

  test('no other type slips through, and 12.5 is 12.50', () => {
    expect(fittingValue(number, true)).toBeNull()
    expect(fittingValue(question, 'true')).toBeNull()
    expect(fittingValue(number, '-0.0')).toBe('0.0')
    expect(fittingValue(number, '1'.repeat(31))).toBeNull()
    expect(sameStated({ state: 'value', value: '12.5' }, { state: 'value', value: '12.50' })).toBe(true)
    expect(sameStated({ state: 'value', value: '12.5' }, { state: 'nothing' })).toBe(false)
  })

  test('on a day the latest period that began by then holds; a withdrawn one leaves the one before', () => {
    const value = (from: string, text: string) => ({ from, stated: { state: 'value' as const, value: text } })
    const values = [value('2024-01-01', '1'), { from: '2026-01-01', stated: { state: 'withdrawn' as const } }, value('2025-01-01', '2')]
    expect(valueOn(values, '2026-09-08')?.from).toBe('2025-01-01')
    expect(valueOn(values, '2024-12-31')?.from).toBe('2024-01-01')
    expect(valueOn(values, '2023-12-31')).toBeUndefined()
    expect([valueForRules(number, { state: 'nothing' }), valueForRules(question, { state: 'nothing' })]).toEqual(['0', false])
    expect(valueForRules(choice, { state: 'nothing' })).toBeUndefined()
    expect([holdsUntil(null, null), holdsUntil('2026-01-01', null), holdsUntil('2026-01-01', '2025-01-01')]).toEqual([
      null,
      '2026-01-01',
      '2025-01-01',
    ])
  })
})

const income: HeldDefinition = {
  id: 'collective-income',
  name: '村集体经济收入',
  aliases: ['集体收入'],
  type: 'number',
  measure: '万元',
  choices: [],
  period: 'year',
  source: '农业农村局',
  statedBy: 'office',
  addedOn: '2026-01-05',
  retiredOn: null,
}
const points: HeldDefinition = {
  ...income,
  id: 'service-points',
  name: '便民服务点',
  aliases: [],
  measure: '个',
  statedBy: 'unit',
  source: '民政局',
}

test('a choice is called in English where it has it, read from a sheet by either name, and kept as it is', () => {
  const grade = { type: 'choice', measure: null, choices: ['甲', '乙'], choicesEn: ['First', 'Second'] } as const
  expect(statedText({ state: 'value', value: '乙' }, grade)).toEqual({ zh: '乙', en: 'Second' })
  expect(statedText({ state: 'value', value: '乙' }, { ...grade, choicesEn: undefined })).toEqual({ zh: '乙', en: '乙' })
  expect(['乙', 'second'].map((cell) => readCell(grade, cell))).toEqual(Array.from({ length: 2 }, () => ({ state: 'value', value: '乙' })))
  expect(readCell(grade, 'Third')).toBeNull()
  const faults = (choicesEn: readonly string[]) => definitionFaults({ ...income, ...grade, choicesEn }).map(({ path }) => path)
  expect([faults(['First', 'Second']), faults(['First']), faults(['First', 'First'])]).toEqual([[], ['choicesEn'], ['choicesEn']])
})

test('a definition says what it measures', () => {
  expect(definitionFaults(income)).toEqual([])
  const paths = (changes: Partial<HeldDefinition>): string[] => definitionFaults({ ...income, ...changes }).map(({ path }) => path)
  expect(paths({ id: 'with space', measure: 'kg' })).toEqual(['id', 'measure'])
  expect(paths({ type: 'choice' })).toEqual(['measure', 'choices'])
  expect(paths({ type: 'choice', measure: null, choices: ['甲', '甲'] })).toEqual(['choices'])
  expect(paths({ aliases: ['本村集体经济收入', '集体经济收入'] })).toEqual(['aliases'])
  expect(differingFields(income, { ...income, aliases: ['集体收入'], measure: '元' })).toEqual(['measure'])
})

describe('form demands', () => {
  const reach = { below: '990101', kind: null, from: '2026-10-01', sunset: '2027-09-30' } as const
  const other: OtherDemand = {
    id: '1',
    title: '服务点情况表',
    issuer: '民政局',
    registeredOn: '2026-03-01',
    withdrawnOn: null,
    definitions: ['service-points'],
    texts: ['志愿者人数'],
    below: '990101001',
    kind: 'community',
    from: '2026-04-01',
    sunset: '2026-12-31',
  }
  const known = { definitions: [income, points], demands: [other], stated: [] }
  const ask = (texts: string[], definitions: string[] = [], changes: object = {}) =>
    duplicatesOf({ ...reach, ...changes, texts, definitions }, known)

  test('what an office states is not asked of anybody, under whichever name', () => {
    for (const text of ['村集体经济收入', '本村集体经济收入（万元）', '集体收入'])
      expect(ask([text]), text).toEqual([
        { asked: text, heldAs: '村集体经济收入', kind: 'source', holder: '农业农村局', since: '2026-01-05' },
      ])
    expect(ask([], ['collective-income'])).toHaveLength(1)
    expect(ask(['垃圾分类桶数'])).toEqual([])
  })

  test('what another form asks of the same units in the same time is not asked again', () => {
    expect(ask(['志愿者人数'])[0]).toMatchObject({ kind: 'demand', holder: '民政局《服务点情况表》', since: '2026-03-01' })
    expect(ask([], ['service-points'])).toHaveLength(1)
    expect(ask(['志愿者人数'], [], { below: '990101101' })).toEqual([])
    expect(ask(['志愿者人数'], [], { kind: 'village' })).toEqual([])
    expect(ask(['志愿者人数'], [], { from: '2027-01-01' })).toEqual([])
    // Who is spared by one form may be asked by another.
    expect(ask(['志愿者人数'], [], { spared: ['990101001'] })).toEqual([])
    expect(overlap({ ...reach, below: '990101001001' }, { ...other, spared: ['990101001001'] })).toBe(false)
    expect(overlap({ ...reach, below: '990101001002' }, { ...other, spared: ['990101001001'] })).toBe(true)
    const withdrawn = { ...known, demands: [{ ...other, withdrawnOn: '2026-09-01' }] }
    expect(duplicatesOf({ ...reach, texts: ['志愿者人数'], definitions: [] }, withdrawn)).toEqual([])
  })

  test('what asked units have stated is not asked of them again', () => {
    const holders = ['990101001001', '990101001002']
    const stated = [{ definition: 'service-points', holders, since: '2026-07-03', until: '2026-09-30' }]
    const later = { ...reach, from: '2027-01-01', sunset: '2027-06-30', texts: ['服务点数'], definitions: ['service-points'] }
    expect(duplicatesOf({ ...later, texts: [] }, { ...known, stated })).toMatchObject([
      { kind: 'units', units: 2, holders, until: '2026-09-30' },
    ])
    expect(duplicatesOf({ ...later, texts: [] }, known)).toEqual([])
  })

  test('nor twice in one form; a retired definition holds nothing', () => {
    expect(askedTwice({ definitions: ['collective-income'], texts: ['集体收入', '灯'] }, [income])).toEqual(['集体收入'])
    expect(
      duplicatesOf(
        { ...reach, texts: ['集体收入'], definitions: [] },
        { definitions: [{ ...income, retiredOn: '2026-02-01' }], demands: [], stated: [] },
      ),
    ).toEqual([])
  })

  test('its cost counts every filling of every unit until the sunset', () => {
    expect(timesUntil('quarter', '2026-10-01', '2027-09-30')).toBe(4)
    expect(timesUntil('month', '2026-01-31', '2026-03-01')).toBe(3)
    expect(timesUntil('week', '2026-01-01', '2026-01-14')).toBe(2)
    expect(timesUntil('year', '2026-12-31', '2027-01-01')).toBe(2)
    expect(costOf({ minutes: 20, units: 120, frequency: 'quarter', from: '2026-10-01', sunset: '2027-09-30' })).toEqual({
      units: 120,
      times: 4,
      minutes: 9600,
    })
    fc.assert(
      fc.property(fc.constantFrom(...frequencies), anyDay, fc.nat(1200), fc.nat(400), (frequency, from, length, more) => {
        const times = timesUntil(frequency, from, addDays(from, length))
        expect(times).toBeGreaterThanOrEqual(1)
        expect(timesUntil(frequency, from, addDays(from, length + more))).toBeGreaterThanOrEqual(times)
      }),
    )
  })

  test('it stands between its days and expires by itself; overlapping is mutual', () => {
    const demand = { from: '2026-10-01', sunset: '2027-09-30', withdrawnOn: null }
    expect(['2026-09-30', '2026-10-01', '2027-09-30', '2027-10-01'].map((day) => demandState(demand, day))).toEqual([
      'coming',
      'standing',
      'standing',
      'expired',
    ])
    expect(demandState({ ...demand, withdrawnOn: '2026-11-01' }, '2026-10-31')).toBe('standing')
    expect(demandState({ ...demand, withdrawnOn: '2026-11-01' }, '2026-11-01')).toBe('withdrawn')
    expect([isSunset('2026-01-01', '2025-12-31'), isSunset('2026-01-01', '2029-01-01'), isSunset('2026-01-01', '2029-01-02')]).toEqual([
      false,
      true,
      false,
    ])
    const reaches = fc.record({
      below: fc.constantFrom('990101', '990101001', '990101002'),
      kind: fc.constantFrom(null, 'village' as const, 'community' as const),
      from: anyDay,
      sunset: anyDay,
    })
    fc.assert(fc.property(reaches, reaches, (a, b) => overlap(a, b) === overlap(b, a)))
  })
})

test('a case weighs only when another body of the county or above upheld it', () => {
  const decided = { unit: '990101001001', against: '朝霞社区居委会', decidedBy: '演示县市场监管局', decidedUnit: '990101' }
  expect(refusesCase(decided)).toBeNull()
  expect(refusesCase({ ...decided, decidedBy: ' 朝霞社区 居委会' })).toBe('same-body')
  expect(refusesCase({ ...decided, against: '市场监管局' })).toBe('same-body')
  expect(refusesCase({ ...decided, decidedUnit: '990101001' })).toBe('not-above')
  expect(refusesCase({ ...decided, decidedUnit: '990102' })).toBe('not-above')
  expect(refusesCase({ ...decided, unit: '990101', decidedUnit: '990101' })).toBe('not-above')
})

test('levels as offices write them', () => {
  expect(['县级', '县(区)级', 'county', '省级', '国家级', '乡镇级', '村级'].map(readLevel)).toEqual([
    'county',
    'county',
    'county',
    'province',
    'nation',
    'township',
    null,
  ])
})
