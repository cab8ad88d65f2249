// A second tally agrees with the first on a thousand random rounds. `seen` counts what they held, so that none of it can be
// missing.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inventedRound } from './invented-round.ts'
import { secondTally } from './second-tally.ts'
import { tally } from './tally.ts'

const seen = new Map<string, number>()
const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

test('two tallies agree to the byte on 1,000 random rounds', { timeout: 300_000 }, () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const input = inventedRound(seed)
    note(`${input.method.aggregate.kind}, ${input.method.decimals} decimals`)
    if (input.judges.some(({ recused }) => recused.length > 0)) note('recused')
    const before = JSON.stringify(input)
    const found = tally(JSON.parse(before))
    if (!found.ok) throw new Error(`round ${seed} was refused: ${JSON.stringify(found.problem)}`)
    expect(JSON.stringify(found.value), `round ${seed}`).toBe(JSON.stringify(secondTally(input, sha256, note)))
  }
  const wanted = ['adjustment-capped', 'panel-absent', 'untrimmed', 'negative total', 'recused', 'shared rank']
  const ties = ['component', 'criterion', 'adjustment'].map((kind) => `tie by ${kind}`)
  const methods = ['mean', 'median', 'trimmed-mean'].flatMap((kind) => Array.from({ length: 7 }, (_, n) => `${kind}, ${n} decimals`))
  expect([...wanted, ...ties, ...methods].filter((what) => (seen.get(what) ?? 0) < 10)).toEqual([])
})
