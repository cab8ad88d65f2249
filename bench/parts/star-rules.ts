// Evaluating stars in `core` in a process of its own: every rule of an edition of one city's size for every village of a province,
// beside as many bare comparisons of numbers that lie ready.

import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { compilePack } from '#rooms/standards/core/compile.ts'
import type { Compiled } from '#rooms/standards/core/compile.ts'
import { evaluate, judgeAll } from '#rooms/standards/core/evaluate.ts'
import { readPack } from '#rooms/standards/core/read-pack.ts'
import { sizedPack } from '#rooms/standards/core/sized-pack.ts'
import type { Size } from '#rooms/standards/core/sized-pack.ts'

let compiled: Compiled | null = null
let sheets: FactSheet[] = []

const sheetOf = (nth: number): FactSheet => ({
  unit: { code: String(990_101_101_201 + nth), kind: 'village' },
  asOf: '2022-12-31',
  facts: { income: `${nth % 30}.5`, households: String(nth % 60), share: '85.25', open: nth % 3 > 0, grade: nth % 2 > 0 ? '甲' : '乙' },
  cases: [
    { type: 'merchant-complaint', on: '2022-03-01', upheld: nth % 7 === 0 },
    { type: 'resident-request', on: '2022-11-01', upheld: true },
  ],
  certificates: [{ name: '示范', level: 'county', from: '2022-01-01', to: null }],
  reviews: [],
})

/** Makes the edition and the sheets; how many rules there are. */
export async function prepare(size: Size, units: number): Promise<number> {
  const pack = readPack(sizedPack(size, { tasks: 5, criteria: 10, bottomLines: 5 }))
  if (!pack.ok) throw new Error(pack.problem.detail.en)
  compiled = compilePack(pack.value)
  sheets = Array.from({ length: units }, (_, nth) => sheetOf(nth))
  return size.criteria + size.bottomLines
}

export interface Timed {
  /** Milliseconds; without reasons. */
  readonly judged: number
  /** As many comparisons of numbers. */
  readonly bare: number
  /** Stars that hold, so that nothing is left out. */
  readonly held: number
}

/** All units once, and the bare comparisons after them. */
export async function once(rules: number): Promise<Timed> {
  if (compiled === null) throw new Error('nothing was prepared')
  const started = performance.now()
  let held = 0
  for (const { level } of judgeAll(compiled, sheets)) held += level
  const judged = performance.now() - started
  const limits = Float64Array.from({ length: rules }, (_, nth) => nth)
  const again = performance.now()
  let over = 0
  for (let unit = 0; unit < sheets.length; unit += 1) for (const limit of limits) if (unit % 300 >= limit) over += 1
  const bare = performance.now() - again
  if (over === 0) throw new Error('nothing was compared')
  return { judged, bare, held }
}

/** Milliseconds for so many units with every reason in words. */
export async function explained(units: number): Promise<number> {
  if (compiled === null) throw new Error('nothing was prepared')
  const started = performance.now()
  for (const sheet of sheets.slice(0, units)) evaluate(compiled, sheet)
  return performance.now() - started
}
