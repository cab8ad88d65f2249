// A large invented round as JSON text: two components of equal sheets, two panels, a trimmed mean, steps of a half, many ties.
// The same every time; written unit by unit, because as one value it would be in memory twice.

export interface RoundSize {
  readonly units: number
  readonly judges: number
  /** Of both components together; even. */
  readonly criteria: number
}

const components = ['field', 'stage']
const most = 20

/** A sequence of whole numbers below 2^24, always the same. */
function sequence(): () => number {
  let state = 20_260_901
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 8
  }
}

/** The round's JSON. */
export function roundText({ units, judges, criteria }: RoundSize): string {
  const next = sequence()
  const ids = Array.from({ length: criteria / 2 }, (_, place) => `k${place + 1}`)
  const code = (unit: number): string => String(990_101_001_001 + unit)
  const head = {
    method: {
      components: components.map((id) => ({ id, weight: '0.5' })),
      panels: [
        { id: 'leaders', weight: '0.7' },
        { id: 'peers', weight: '0.3' },
      ],
      aggregate: { kind: 'trimmed-mean', dropHigh: 1, dropLow: 1, minJudges: 3 },
      bonusCap: '1',
      decimals: 2,
      ties: ['component:field', 'criterion:field/k1'],
    },
    sheets: Object.fromEntries(components.map((id) => [id, ids.map((criterion) => ({ id: criterion, max: String(most), step: '0.5' }))])),
    units: Array.from({ length: units }, (_, unit) => ({ id: code(unit) })),
    judges: Array.from({ length: judges }, (_, judge) => ({
      id: `j${judge + 1}`,
      panel: judge % 3 === 0 ? 'peers' : 'leaders',
      recused: [],
    })),
    adjustments: Array.from({ length: Math.ceil(units / 10) }, (_, place) => ({
      unit: code(place * 10),
      points: '1.5',
      reason: '全县推广',
    })),
  }
  const scoresOf = (unit: number): string => {
    const scores = head.judges.flatMap(({ id: judge }) =>
      components.flatMap((component) =>
        ids.map((criterion) => ({ unit: code(unit), judge, component, criterion, points: String((next() % (2 * most + 1)) / 2) })),
      ),
    )
    return JSON.stringify(scores).slice(1, -1)
  }
  const scores = Array.from({ length: units }, (_, unit) => scoresOf(unit)).join(',')
  return `${JSON.stringify(head).slice(0, -1)},"scores":[${scores}]}`
}
