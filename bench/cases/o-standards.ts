// (o) Stars of every village of a province by an edition of one city's size: all rules, from memory, on one core; and the reasons.

import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import type * as StarRules from '../parts/star-rules.ts'

const units = 52_378
const size = { tasks: 56, criteria: 197, bottomLines: 60 }
const explainedUnits = 1_000

async function run({ quick, say }: Setting): Promise<Figure[]> {
  const rules = openAside<typeof StarRules>('star-rules')
  const count = await rules.ask('prepare', size, units)
  say('warming up')
  await rules.ask('once', count)
  const rounds: StarRules.Timed[] = []
  for (let nth = 0; nth < (quick ? 3 : 7); nth += 1) rounds.push(await rules.ask('once', count))
  const words = await rules.ask('explained', explainedUnits)
  await rules.close()
  const value = median(rounds.map(({ judged }) => judged)) / 1000
  return [
    {
      what: `stars of ${units.toLocaleString('en-US')} villages by ${size.criteria} criteria and ${size.bottomLines} bottom lines`,
      value,
      unit: 's',
      limit: { what: 'as many comparisons of numbers that lie ready', value: median(rounds.map(({ bare }) => bare)) / 1000 },
      ratio: median(rounds.map(({ judged, bare }) => judged / bare)),
      aim: atMost(value, 20, 's'),
      note: `one core, facts in memory, without reasons; median of ${rounds.length}`,
    },
    { what: '… a village with every reason in words', value: words / explainedUnits, unit: 'ms' },
  ]
}

export const standards: Case = { letter: 'o', title: 'Standards', run }
