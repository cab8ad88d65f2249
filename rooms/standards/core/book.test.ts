// Editing a draft row by row: the same edition as its workbook, every fault beside its field, and what hangs on a row goes with it.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBook, sheetKeys } from './book-checking.ts'
import { addRow, changeCell, goesWith, moveRow, removeRow } from './book-editing.ts'
import { fieldKind, namesFor, starOfRow } from './book-fields.ts'
import { settledMapping } from './book-mapping.ts'
import { carryOver, sameAs, unmapped } from './carry-over.ts'
import type { Book } from './form-writing.ts'
import { bookOf } from './form-writing.ts'
import type { Pack } from './pack-shapes.ts'
import { readPack } from './read-pack.ts'

const shipped = (name: string): Pack => {
  const pack = readPack(JSON.parse(readFileSync(new URL(`../../../packs/sample/five-star/${name}/pack.json`, import.meta.url), 'utf8')))
  if (!pack.ok) throw new Error(pack.problem.detail.en)
  return pack.value
}
const base = shipped('2022-community')
const pack: Pack = { ...base, id: 'county/five-star/2027', replaces: sameAs(base) }
const book = bookOf(pack)
const rowOf = (of: Book, sheet: keyof Book, column: string, value: string): number =>
  of[sheet].findIndex((cells) => cells[column] === value)
const faultsOf = (of: Book): (readonly [string | null, number | null, string | null, number])[] =>
  checkBook(of).faults.map(({ sheet, row, column, problem }) => [sheet, row, column, problem.code] as const)

test('an edition as records is the edition again', () => {
  for (const one of [pack, base, shipped('2022-rural')]) expect(checkBook(bookOf(one))).toEqual({ pack: one, faults: [] })
})

describe('faults', () => {
  test('stand at their sheet, row and column while a rule is typed', () => {
    const row = rowOf(book, 'bottomLines', 'rule', 'NO merchant-complaint WITHIN 12 MONTHS')
    const typed = (rule: string) => faultsOf(changeCell(book, 'bottomLines', row, 'rule', rule))
    expect(typed('NO merchant-complaint WITHIN')).toEqual([['bottomLines', row, 'rule', expect.any(Number)]])
    expect(typed('近 12 个月无 merchant-complain')).toEqual([['bottomLines', row, 'rule', expect.any(Number)]])
    expect(typed('近 24 个月无 merchant-complaint')).toEqual([])
    expect(typed('')).toEqual([['bottomLines', row, 'rule', expect.any(Number)]])
  })

  test('tell a row that belongs to nothing, a name that stands twice, and a row that is empty', () => {
    expect(faultsOf(changeCell(book, 'tasks', 0, 'star', 'NIX')).map(([sheet, row, column]) => [sheet, row, column])).toContainEqual([
      'tasks',
      0,
      'star',
    ])
    const twice = changeCell(book, 'stars', 1, 'code', 'ZBGY')
    expect(faultsOf(twice).some(([sheet, row, column]) => sheet === 'stars' && row === 1 && column === 'code')).toBe(true)
    expect(twice.tasks, 'nothing is renamed onto another star').toEqual(book.tasks)
    const empty = addRow(book, 'criteria', null, {})
    expect(faultsOf(empty).every(([sheet, row]) => sheet === 'criteria' && row === book.criteria.length)).toBe(true)
    expect(faultsOf(empty)).not.toEqual([])
  })
})

describe('what hangs on a row goes with it', () => {
  test('a star that is renamed keeps all that is its own, and the mapping follows', () => {
    const next = changeCell(book, 'stars', rowOf(book, 'stars', 'code', 'GJGX'), 'code', 'GJGX-2')
    const checked = checkBook(next)
    expect(checked.faults).toEqual([])
    const star = checked.pack?.stars.find(({ code }) => code === 'GJGX-2')
    const before = pack.stars.find(({ code }) => code === 'GJGX')
    expect(star).toEqual({ ...before, code: 'GJGX-2' })
    expect(checked.pack?.replaces?.stars.find(({ from }) => from === 'GJGX')?.to).toBe('GJGX-2')
  })

  test('one that is taken out takes its rows along, and the mapping says that they were dropped', () => {
    const row = rowOf(book, 'stars', 'code', 'GJGX')
    // One bottom line, two tasks, three criteria and the steps of its picture.
    const steps = book.flow.filter(({ star }) => star === 'GJGX').length
    expect(goesWith(book, 'stars', row)).toBe(6 + steps)
    const without = removeRow(book, 'stars', row)
    // What else speaks of it is told, not guessed: it was a prerequisite, and a ladder asks for five stars.
    const left = faultsOf(without).map(([sheet, at, column]) => [sheet, at, column])
    expect(left).toEqual([
      ['stars', 0, 'before'],
      ['ladders', 1, 'value'],
    ])
    const checked = checkBook(changeCell(changeCell(without, 'stars', 0, 'before', ''), 'ladders', 1, 'value', '4'))
    expect(checked.faults).toEqual([])
    expect(checked.pack?.stars.map(({ code }) => code)).toEqual(['ZBGY', 'YYXY', 'PAFZ', 'XFHX'])
    const carried = [...(checked.pack?.replaces?.stars ?? []), ...(checked.pack?.replaces?.criteria ?? [])]
    expect(carried.filter(({ from }) => from.startsWith('GJGX')).map(({ to, change }) => [to, change])).toEqual(
      Array.from({ length: 4 }, () => [null, 'dropped']),
    )
  })

  test('rows move among their own only', () => {
    const first = rowOf(book, 'criteria', 'id', 'YYXY-2')
    const down = moveRow(book, 'criteria', first, 1)
    expect(down.book.criteria[down.row]?.['id']).toBe('YYXY-2')
    expect(down.book.criteria[first]?.['id']).toBe('YYXY-3')
    expect(moveRow(book, 'criteria', first, -1)).toEqual({ book, row: first })
    expect(moveRow(down.book, 'criteria', down.row, -1)).toEqual({ book, row: first })
  })

  test('no row is lost or made by moving, renaming or adding and taking out again', () => {
    const sheet = fc.constantFrom(...sheetKeys.filter((key) => key !== 'info'))
    fc.assert(
      fc.property(sheet, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (key, seed, by) => {
        const row = seed % Math.max(book[key].length, 1)
        const sorted = (of: Book): string[] => of[key].map((cells) => JSON.stringify(cells)).toSorted()
        expect(sorted(moveRow(book, key, row, by).book)).toEqual(sorted(book))
        expect(removeRow(addRow(book, key, row, {}), key, row + 1)).toEqual(book)
      }),
    )
  })
})

test('the mapping is settled by what is written: changed where something differs, dropped where it is gone, a renamed id as it was said', () => {
  const stricter = changeCell(book, 'criteria', rowOf(book, 'criteria', 'id', 'YYXY-2'), 'rule', 'job-fairs >= 3 场')
  const renamed = changeCell(stricter, 'criteria', rowOf(book, 'criteria', 'id', 'YYXY-3'), 'id', 'YYXY-30')
  const without = removeRow(renamed, 'criteria', rowOf(renamed, 'criteria', 'id', 'YYXY-8'))
  // As in a draft that nobody has mapped yet: only the renamed id is said, everything else follows from the content.
  const said = { ...without, mapping: without.mapping.filter(({ from }) => from === 'YYXY-3') }
  for (const one of [without, said]) {
    const after = checkBook(one).pack
    if (after === null) throw new Error('it cannot be read')
    const settled = settledMapping(one, base, after)
    const checked = checkBook(settled)
    expect(checked.faults).toEqual([])
    expect(unmapped(base, checked.pack?.replaces ?? sameAs(base))).toEqual([])
    const told = settled.mapping.filter(({ change }) => change !== 'same').map(({ what, from, to, change }) => [what, from, to, change])
    expect(told).toEqual([
      ['criteria', 'YYXY-2', 'YYXY-2', 'changed'],
      ['criteria', 'YYXY-8', '', 'dropped'],
    ])
    expect(settled.mapping.find(({ from }) => from === 'YYXY-3')?.['to']).toBe('YYXY-30')
    expect(carryOver(base, checked.pack ?? base).some(({ doubtful }) => doubtful)).toBe(false)
    expect(settledMapping(settled, base, checked.pack ?? base)).toEqual(settled)
  }
})

test('every cell has its way of being typed, names come from where they stand', () => {
  expect(fieldKind('criteria', 'rule')).toEqual({ as: 'rule' })
  expect(fieldKind('info', 'value', 'id')).toEqual({ as: 'kept' })
  const kind = fieldKind('criteria', 'task')
  const names = kind.as === 'name' ? namesFor(book, kind) : []
  expect(names[0]).toEqual({ value: 'ZBGY-T1', label: 'ZBGY-T1 建强班子队伍' })
  expect(starOfRow(book, 'criteria', rowOf(book, 'criteria', 'id', 'PAFZ-3'))).toBe('PAFZ')
})
