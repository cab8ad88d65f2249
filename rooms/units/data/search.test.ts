// Search equals a naive model that reads every version and sorts: over random trees and days, page by page, and over a tree
// in which a common needle stands in late regions only, so that every way through the search is taken.

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { gramsOf, initialsOf } from '../core/search-keys.ts'

const trial = useTrial()

interface Row {
  readonly code: string
  readonly name: string
  readonly level: number
  readonly from: string
  readonly to: string | null
}

interface Question {
  readonly q: string
  readonly asOf: string
  readonly within?: string
}

const send = async (lines: readonly string[], body: object): Promise<void> => {
  const answer = await trial
    .as('operator')
    .call('units.import', { file: { name: 'list.csv', bytes: ['code,name', ...lines].join('\n') }, body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body).slice(0, 300))
}

const everything = async (): Promise<Row[]> =>
  (
    await trial.owner.query<Row>(
      `select code, name, level::int as level, valid_from::text as "from", valid_to::text as "to" from unit_versions`,
    )
  ).rows

const bySign = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What the search must answer, the slow way. */
function model(rows: readonly Row[], { q, asOf, within = '' }: Question): string[] {
  const there = rows.filter((row) => row.from <= asOf && (row.to === null || row.to >= asOf) && row.code.startsWith(within))
  const byName = there.filter(({ name }) => (q.length === 1 ? name.startsWith(q) : name.includes(q)))
  const byInitials = there.filter(({ name, level }) => initialsOf(name, level <= 3).startsWith(q))
  const byCode = there.filter(({ code }) => code.startsWith(q))
  const first = /^\d+$/.test(q) ? byCode : /^[a-z]+$/.test(q) ? byInitials : byName
  return [...first].sort((a, b) => a.level - b.level || bySign(a.code, b.code)).map(({ code, name }) => `${code} ${name}`)
}

/** The pages of an answer; a page that is not the last is full. */
async function pages(question: Question, limit: number, most: number): Promise<string[]> {
  const found: string[] = []
  let after: string | null = null
  do {
    const answer: { status: number; body: { units: Row[]; next: string | null } } = await trial
      .as('nobody')
      .call('units.search', { query: { ...question, limit, ...(after === null ? {} : { after }) } })
    expect(answer.status).toBe(200)
    if (answer.body.next !== null) expect(answer.body.units).toHaveLength(limit)
    found.push(...answer.body.units.map(({ code, name }) => `${code} ${name}`))
    after = answer.body.next
  } while (after !== null && found.length < most)
  return found
}

type Tree = readonly {
  readonly name: string
  readonly counties: readonly (readonly { readonly name: string; readonly villages: readonly string[] }[])[]
}[]

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

describe('search equals the naive model', () => {
  test('on random trees, needles, days and prefixes', async () => {
    const piece = fc.constantFrom('王', '家', '庄', '大', '河', '社', '新')
    const stem = fc.array(piece, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''))
    const tree = fc.array(
      fc.record({
        name: stem,
        counties: fc.array(fc.array(fc.record({ name: stem, villages: fc.array(stem, { maxLength: 5 }) }), { maxLength: 3 }), {
          maxLength: 2,
        }),
      }),
      { minLength: 1, maxLength: 9 },
    )
    const province = '97'
    let day = 0
    const list = (prefectures: Tree, skip: number): string[] => {
      const lines = [`${province},王家省`]
      for (const [p, prefecture] of prefectures.entries()) {
        const at = `${province}${padded(p + 1, 2)}`
        lines.push(`${at},${prefecture.name}市`)
        for (const [c, towns] of prefecture.counties.entries()) {
          const county = `${at}${padded(c + 1, 2)}`
          lines.push(`${county},${prefecture.name}县`)
          for (const [t, town] of towns.entries()) {
            const township = `${county}${101 + t}`
            lines.push(`${township},${town.name}镇`)
            for (const [v, village] of town.villages.entries())
              if ((v + skip) % 5 !== 0) lines.push(`${township}${201 + v},${village}${v % 2 === 0 ? '庄村' : '社区'}`)
          }
        }
      }
      return lines
    }
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.array(
          fc.record({
            letters: fc.array(piece, { minLength: 1, maxLength: 3 }),
            kind: fc.nat(5),
            pick: fc.nat(),
            limit: fc.integer({ min: 1, max: 7 }),
          }),
          { minLength: 6, maxLength: 6 },
        ),
        async (prefectures, questions) => {
          const effective = addDays('2026-01-01', day)
          await send(list(prefectures, day), { complete: province, effective })
          day += 1
          const rows = await everything()
          for (const { letters, kind, pick, limit } of questions) {
            const row = rows[pick % rows.length]
            if (row === undefined) continue
            const begin = pick % row.name.length
            const q = [
              letters.join(''),
              row.name.slice(begin, begin + 2),
              row.name,
              initialsOf(row.name).slice(0, 1 + (pick % 3)),
              row.code.slice(0, 2 + (pick % 8)),
              `${letters.join('')}庄村`,
            ][kind]
            const asOf = `2026-01-${padded(1 + (pick % 28), 2)}`
            const within = pick % 3 === 0 ? { within: row.code.slice(0, [2, 4, 6, 9][pick % 4]) } : {}
            const question = { q: q ?? '王', asOf, ...within }
            expect({ question, found: await pages(question, limit, 1_000_000) }).toEqual({ question, found: model(rows, question) })
          }
        },
      ),
      { numRuns: 25, seed: 20261125 },
    )
  }, 120_000)

  test('where thousands bear a needle, but none in the first regions', async () => {
    const lines = ['98,远方省']
    for (let p = 1; p <= 70; p += 1) {
      const [prefecture, late] = [`98${padded(p, 2)}`, p > 10]
      lines.push(`${prefecture},${p}号市`, `${prefecture}01,${p}号县`)
      for (let t = 1; t <= 40; t += 1) {
        const township = `${prefecture}01${padded(100 + t, 3)}`
        lines.push(`${township},${late ? '南寨街道' : '北沟镇'}`, `${township}201,${late ? '山寨坪村' : '平原村'}`)
      }
    }
    await send(lines, { effective: '2026-02-01' })
    const rows = await everything()
    for (const q of ['寨坪', '山', '南寨', '街道', '寨坪村', '平原', '原村', '没有', '寨平']) {
      for (const asOf of ['2026-01-31', '2026-03-01']) {
        const expected = model(rows, { q, asOf })
        expect([q, asOf, await pages({ q, asOf }, 150, 450)]).toEqual([q, asOf, expected.slice(0, 450)])
      }
    }
    const late = { q: '寨坪', asOf: '2026-03-01', within: '9866' }
    expect(await pages(late, 7, 100)).toEqual(model(rows, late))
    // From the middle of the villages on.
    const answer = await trial
      .as('nobody')
      .call<{ units: Row[] }>('units.search', { query: { q: '山寨', asOf: '2026-03-01', after: '5.984501120201', limit: 3 } })
    expect(answer.body.units.map((unit) => unit.code)).toEqual(['984501121201', '984501122201', '984501123201'])
  }, 120_000)
})

describe('the regions that a migration adds', () => {
  test('are those that new units are written with', async () => {
    const migration = readFileSync(new URL('migrations/0002-search-regions.sql', import.meta.url), 'utf8')
    const grams = async (): Promise<{ code: string; name: string; grams: string[] }[]> =>
      (await trial.owner.query<{ code: string; name: string; grams: string[] }>('select code, name, grams from unit_versions')).rows
    await trial.owner.query('begin')
    await trial.owner.query(`drop index unit_versions_initials_upper; update unit_versions set grams = grams[1:cardinality(grams) - 1]`)
    expect((await grams()).filter((row) => row.grams.some((gram) => gram.startsWith('@')))).toEqual([])
    await trial.owner.query(migration)
    const after = await grams()
    await trial.owner.query('rollback')
    expect(after.length).toBeGreaterThan(10)
    for (const row of after) expect(row.grams).toEqual(gramsOf(row.name, row.code))
  })
})
