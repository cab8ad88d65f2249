// What becomes of an edition: its copy with a mapping, what carries over, and what a township adds.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { readAddition, withAdditions } from './additions.ts'
import { carryOver, sameAs, unmapped } from './carry-over.ts'
import { compilePack } from './compile.ts'
import { allowed, editionStates, editionVerbs, fits } from './edition.ts'
import { evaluate } from './evaluate.ts'
import type { Pack } from './pack-shapes.ts'
import { readPack } from './read-pack.ts'

const shipped = readPack(
  JSON.parse(readFileSync(new URL('../../../packs/sample/five-star/2022-community/pack.json', import.meta.url), 'utf8')),
)
if (!shipped.ok) throw new Error('the sample is faulty')
const old = shipped.value
const next = (change: (pack: Pack) => Partial<Pack>): Pack => ({
  ...old,
  id: 'sample/five-star/2023-community',
  replaces: sameAs(old),
  ...change(old),
})
const changedRows = (after: Pack) => carryOver(old, after).filter(({ change }) => change !== 'same')

describe('an edition beside the one before', () => {
  test('carries everything over when it is a copy', () => {
    expect(changedRows(next(() => ({})))).toEqual([])
    expect(unmapped(old, sameAs(old))).toEqual([])
    expect(
      carryOver(
        old,
        next(() => ({})),
      ).length,
    ).toBe(5 + 8 + 24)
  })

  test('shows what changed, was dropped, renamed or is new, and a “same” that is none', () => {
    const after = next((pack) => ({
      stars: pack.stars.map((star) =>
        star.code === 'YYXY'
          ? {
              ...star,
              bottomLines: star.bottomLines.map((line) =>
                line.id === 'B1' ? { ...line, rule: 'NO merchant-complaint WITHIN 24 MONTHS' } : line,
              ),
              tasks: star.tasks.map((task) => ({
                ...task,
                criteria: task.criteria
                  .filter(({ id }) => id !== 'YYXY-8')
                  .map((one) =>
                    one.id === 'YYXY-2' ? { ...one, rule: 'job-fairs >= 4 场' } : one.id === 'YYXY-3' ? { ...one, id: 'YYXY-30' } : one,
                  ),
              })),
            }
          : star,
      ),
      replaces: {
        ...sameAs(pack),
        criteria: sameAs(pack).criteria.map((one) => (one.from === 'YYXY-8' ? { ...one, to: null, change: 'dropped' as const } : one)),
      },
    }))
    expect(changedRows(after)).toEqual([
      {
        what: 'bottomLine',
        from: 'YYXY/B1',
        to: 'YYXY/B1',
        text: expect.any(String),
        change: 'changed',
        differs: [{ field: 'rule', before: expect.any(String), after: expect.any(String) }],
        doubtful: false,
      },
      {
        what: 'criterion',
        from: 'YYXY-2',
        to: 'YYXY-2',
        text: expect.any(String),
        change: 'changed',
        differs: [{ field: 'rule', before: expect.any(String), after: expect.any(String) }],
        doubtful: true,
      },
      { what: 'criterion', from: 'YYXY-3', to: null, text: expect.any(String), change: 'dropped', differs: [], doubtful: false },
      { what: 'criterion', from: 'YYXY-8', to: null, text: expect.any(String), change: 'dropped', differs: [], doubtful: false },
      { what: 'criterion', from: null, to: 'YYXY-30', text: expect.any(String), change: 'added', differs: [], doubtful: false },
    ])
    expect(unmapped(old, { ...sameAs(old), criteria: sameAs(old).criteria.slice(2) })).toHaveLength(2)
  })

  test('is compared by equal ids where it has no mapping from that edition', () => {
    expect(changedRows({ ...next(() => ({})), replaces: null })).toEqual([])
  })
})

describe('what a township adds', () => {
  const asked = { id: 'CG-1', text: '每季度走访商户', kind: 'reviewed' }
  const sheet: FactSheet = {
    unit: { code: '990101001001', kind: 'community' },
    asOf: '2022-12-31',
    facts: {},
    cases: [],
    certificates: [{ name: '充分就业社区', level: 'county', from: '2022-01-01', to: null }],
    reviews: [],
  }
  const heldWith = (pack: Pack, reviews: FactSheet['reviews'] = []) =>
    evaluate(compilePack(pack), { ...sheet, reviews }).stars.find(({ code }) => code === 'YYXY')?.held

  test('must be met too, and is read as strictly as the edition', () => {
    const criterion = readAddition(old, 'YYXY', asked, [])
    if (!criterion.ok) throw new Error(JSON.stringify(criterion.problem))
    const stricter = withAdditions(old, [{ star: 'YYXY', criterion: criterion.value }])
    expect([heldWith(old), heldWith(stricter)]).toEqual([true, null])
    const review = { criterion: 'CG-1', by: '民政局', on: '2022-11-01' }
    expect(heldWith(stricter, [{ ...review, result: 'met' }])).toBe(true)
    expect(heldWith(stricter, [{ ...review, result: 'not-met' }])).toBe(false)
    const refused = (value: unknown, star = 'YYXY'): number => {
      const read = readAddition(old, star, value, [{ star: 'YYXY', criterion: criterion.value }])
      return read.ok ? 0 : read.problem.code
    }
    expect(refused(asked)).toBe(5508)
    expect(refused({ ...asked, id: 'YYXY-1' })).toBe(5508)
    expect(refused({ ...asked, id: 'CG-2' }, 'ZZZZ')).toBe(5446)
    expect(refused({ ...asked, id: 'CG-2', rule: 'nothing >= 1 个' })).toBe(5441)
    expect(refused({ ...asked, id: 'CG-2', kind: 'quantitative' })).toBe(5418)
    expect(refused({ ...asked, id: 'CG-2', extra: 1 })).toBe(5402)
  })

  test('never makes a star easier, whatever its rule', () => {
    const outcomes = fc.constantFrom<FactSheet['reviews']>(
      undefined,
      [],
      [{ criterion: 'CG-1', result: 'met', by: 'x', on: '2022-11-01' }],
      [{ criterion: 'CG-1', result: 'not-met', by: 'x', on: '2022-11-01' }],
    )
    const rules = fc.constantFrom(null, 'B1', 'ANY(B1, B2)', 'NOT(B2)', 'AT_LEAST 1 (YYXY-2, B2)')
    fc.assert(
      fc.property(rules, outcomes, fc.boolean(), (rule, reviews, complaint) => {
        const pack = { ...old, stars: old.stars.map((star) => (star.code === 'YYXY' ? { ...star, rule } : star)) }
        const criterion = readAddition(pack, 'YYXY', { ...asked, required: false }, [])
        if (!criterion.ok) throw new Error(JSON.stringify(criterion.problem))
        const { reviews: _none, ...rest } = sheet
        const facts = {
          ...rest,
          ...(reviews === undefined ? {} : { reviews }),
          cases: complaint ? [{ type: 'merchant-complaint', on: '2022-06-01', upheld: true }] : [],
        }
        const held = (of: Pack): boolean | null | undefined =>
          evaluate(compilePack(of), facts).stars.find(({ code }) => code === 'YYXY')?.held
        const stricter = held(withAdditions(pack, [{ star: 'YYXY', criterion: criterion.value }]))
        if (held(pack) === false) expect(stricter).toBe(false)
        if (stricter === true) expect(held(pack)).toBe(true)
      }),
    )
  })
})

test('only a draft is revised or issued, only an issued edition retired, and only by those who may', () => {
  const may = editionStates.map((state) => editionVerbs.filter((verb) => fits(state, verb)))
  expect(may).toEqual([['revise', 'issue', 'return', 'drop'], ['retire'], []])
  const written = { draftedBy: 'a', revisedBy: 'b', returned: false }
  const by = (id: string | null, ...grants: string[]) => ({ id, grants })
  expect(allowed({ ...written, state: 'draft' }, by('c', 'standards.draft'))).toEqual(['revise', 'drop'])
  expect(allowed({ ...written, state: 'issued' }, by('c', 'standards.draft'))).toEqual([])
  expect(allowed({ ...written, state: 'issued' }, by('a', 'standards.issue'))).toEqual(['retire'])
  const both = ['standards.draft', 'standards.issue']
  for (const writer of ['a', 'b', null])
    expect(allowed({ ...written, state: 'draft' }, by(writer, ...both)), String(writer)).toEqual(['revise', 'drop'])
  expect(allowed({ ...written, state: 'draft' }, by('c', ...both))).toEqual(['revise', 'issue', 'return', 'drop'])
  // Sent back once; a second person who changes their mind may still issue it.
  expect(allowed({ ...written, state: 'draft', returned: true }, by('c', ...both))).toEqual(['revise', 'issue', 'drop'])
})
