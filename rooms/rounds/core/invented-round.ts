// Invented rounds, one for each seed, always the same: small, and full of what is rare in real ones (recusals, absent panels,
// ties of every kind, adjustments over the cap, odd ids, points beyond what doubles hold). For tests; nobody is meant.

import { itemAt } from './places.ts'
import type { AggregateInput, CriterionInput, MethodInput, TallyInput, WeightedId } from './tally-shapes.ts'

/** Gives a whole number from 0 up to before `below`. */
export type Pick = (below: number) => number

/** A sequence of chances that follows from its seed alone (mulberry32). */
export function seededPick(seed: number): Pick {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const oneOf = <T>(pick: Pick, list: readonly T[]): T => itemAt(list, pick(list.length))
const times = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, place) => make(place))

function shuffled<T>(pick: Pick, list: readonly T[]): T[] {
  const out = [...list]
  for (let place = out.length - 1; place > 0; place -= 1) {
    const other = pick(place + 1)
    const moved = itemAt(out, place)
    out[place] = itemAt(out, other)
    out[other] = moved
  }
  return out
}

// Ids that sort differently by bytes and by UTF-16, hold quotes, slashes and names that objects inherit.
const names = ['field', 'stage', '实地', '﹅', '𠮷', 'a/b', 'a"b', 'constructor', '__proto__', '10', '9', 'é']
const scales = [
  { max: '40', step: '0.5' },
  { max: '10', step: '1' },
  { max: '100', step: '0.05' },
  { max: '7.5', step: '2.5' },
  { max: '9', step: '3' },
  { max: '0.75', step: '0.25' },
  { max: '4', step: '2' },
] as const
const huge = { max: '90071992547409930', step: '0.0001' }

function weighted(pick: Pick, count: number): WeightedId[] {
  const ids = shuffled(pick, names).slice(0, count)
  const whole = oneOf(pick, [100, 1000])
  const cuts = shuffled(
    pick,
    times(whole - 1, (place) => place + 1),
  )
    .slice(0, count - 1)
    .sort((a, b) => a - b)
  const ends = [0, ...cuts, whole]
  const digits = String(whole).length - 1
  return ids.map((id, place) => {
    const part = itemAt(ends, place + 1) - itemAt(ends, place)
    return { id, weight: part === whole ? '1' : `0.${String(part).padStart(digits, '0')}` }
  })
}

function aggregateOf(pick: Pick): AggregateInput {
  const kind = oneOf(pick, ['mean', 'median', 'trimmed-mean'] as const)
  if (kind !== 'trimmed-mean') return { kind }
  const [dropHigh, dropLow] = [pick(3), pick(2)]
  return { kind, dropHigh, dropLow, minJudges: dropHigh + dropLow + 1 + pick(2) }
}

function methodOf(pick: Pick, sheetsOf: (components: readonly WeightedId[]) => TallyInput['sheets']): [MethodInput, TallyInput['sheets']] {
  const components = weighted(pick, 1 + pick(3))
  const sheets = sheetsOf(components)
  const tied = components.flatMap(({ id }) => [`component:${id}`, ...(sheets[id] ?? []).map((one) => `criterion:${id}/${one.id}`)])
  const method: MethodInput = {
    components,
    panels: weighted(pick, 1 + pick(3)),
    aggregate: aggregateOf(pick),
    bonusCap: oneOf(pick, ['0', '1', '0.125', '2.5', '30']),
    decimals: pick(7),
    ties: shuffled(pick, [...tied, 'adjustment']).slice(0, pick(4)),
  }
  return [method, sheets]
}

/** Points of a criterion: few different ones, so that units tie. */
function pointsOf(pick: Pick, { max, step }: CriterionInput, coarse: boolean): string {
  if (max === huge.max) return oneOf(pick, [huge.max, '90071992547409929.9999', '12345678901234567.0001', '0'])
  const steps = Math.round(Number(max) / Number(step))
  const decimals = step.split('.')[1]?.length ?? 0
  const value = ((coarse ? pick(Math.min(2, steps) + 1) : pick(steps + 1)) * Number(step)).toFixed(decimals)
  return pick(20) === 0 && value.includes('.') ? `${value}00` : value
}

function scoresOf(pick: Pick, round: Omit<TallyInput, 'scores' | 'adjustments'>): TallyInput['scores'] {
  const coarse = pick(2) === 0
  const cells = round.units.flatMap((unit) =>
    round.method.components.flatMap((component) => {
      const may = round.judges.filter(({ recused }) => !recused.includes(unit.id))
      // Somebody always scores; each of the others may have been away.
      const present = may.filter((_, place) => place === 0 || pick(5) > 0)
      return present.map((judge) => ({ unit: unit.id, judge: judge.id, component: component.id }))
    }),
  )
  return cells.flatMap((cell) =>
    (round.sheets[cell.component] ?? []).map((criterion) => ({
      ...cell,
      criterion: criterion.id,
      points: pointsOf(pick, criterion, coarse),
    })),
  )
}

/** The round of a seed, in any order; never refused. */
export function inventedRound(seed: number): TallyInput {
  const pick = seededPick(seed)
  const hugeHere = pick(12) === 0
  const [method, sheets] = methodOf(pick, (components) =>
    Object.fromEntries(
      components.map(({ id }) => [
        id,
        shuffled(pick, names)
          .slice(0, 1 + pick(3))
          .map((name) => ({ id: name, ...(hugeHere ? huge : oneOf(pick, scales)) })),
      ]),
    ),
  )
  const units = shuffled(
    pick,
    times(1 + pick(9), (place) => ({ id: oneOf(pick, ['99010100100', '村𠮷', '村﹅', 'u"']) + String(place) })),
  )
  const judges = shuffled(
    pick,
    times(1 + pick(9), (place) => ({
      id: `${oneOf(pick, ['j', '评委', '𠮷'])}${place}`,
      panel: oneOf(pick, method.panels).id,
      // The first is never recused, so that every unit has a score.
      recused:
        place === 0
          ? []
          : shuffled(
              pick,
              units.map(({ id }) => id).filter(() => pick(6) === 0),
            ),
    })),
  )
  const adjustments = times(pick(6), () => ({
    unit: oneOf(pick, units).id,
    points: oneOf(pick, ['1', '-0.5', '0.125', '-40', '3', '-0', '0.005', '-0.005']),
    reason: oneOf(pick, ['全县推广', '迟报 𠮷', 'late "again"']),
  }))
  return { method, sheets, units, judges, scores: shuffled(pick, scoresOf(pick, { method, sheets, units, judges })), adjustments }
}
