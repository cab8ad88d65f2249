// A second tally, written from the published contract alone and sharing no code with the first (own fractions, own canonical
// JSON): tests hold the first against it. Nothing else may use it.

import type { TallyInput, TallyOutput } from './tally-shapes.ts'

type Fraction = readonly [numerator: bigint, denominator: bigint]

function fraction(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.')
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)]
}
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (c < 0n ? [-a * d, -b * c] : [a * d, b * c])
const order = ([a, b]: Fraction, [c, d]: Fraction): number => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0)
const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, [0n, 1n])

/** 四舍五入: shift, add a half to the size, cut. */
function rounded([a, b]: Fraction, decimals: number): string {
  const size = ((a < 0n ? -a : a) * 10n ** BigInt(decimals) * 10n) / b
  const cut = (size + 5n) / 10n
  const digits = String(cut).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, digits.length - decimals)}.${digits.slice(-decimals)}`
  return a < 0n && cut > 0n ? `-${text}` : text
}
const plain = (value: Fraction): string => {
  const text = rounded(value, 20)
  return text.replace(/0+$/, '').replace(/\.$/, '')
}
/** Code points stand in the order of their UTF-8 bytes. */
function byBytes(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)) as [number[], number[]]
  const at = one.findIndex((point, place) => point !== other[place])
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`
}
const sortedBy = <T>(list: readonly T[], ...fields: ((item: T) => string)[]): T[] =>
  list.toSorted((a, b) => fields.map((field) => byBytes(field(a), field(b))).find((one) => one !== 0) ?? 0)

/** Counts an input again. `sha256` gives the digest of a text in hex; `note` is told what the input held. */
export function secondTally(input: TallyInput, sha256: (text: string) => string, note: (what: string) => void = () => {}): TallyOutput {
  const digest = (value: unknown): string => sha256(canonical(value))
  const { method, sheets, units, judges, scores, adjustments } = input
  const { aggregate } = method
  const cells = new Map(scores.map((s) => [JSON.stringify([s.unit, s.judge, s.component, s.criterion]), fraction(s.points)]))
  const pointsOf = (...cell: string[]): Fraction | null => cells.get(JSON.stringify(cell)) ?? null
  // What each judge of a panel gives: the whole sheet, or one criterion of it.
  const given = (unit: string, panel: string, component: string, only?: string): Fraction[] =>
    judges
      .filter((judge) => judge.panel === panel)
      .flatMap((judge) => {
        const criteria = (sheets[component] ?? []).filter(({ id }) => only === undefined || id === only)
        const points = criteria.map(({ id }) => pointsOf(unit, judge.id, component, id))
        return points.some((one) => one === null) ? [] : [total(points as Fraction[])]
      })
  const panelValue = (values: readonly Fraction[]): { value: Fraction; untrimmed: boolean } | null => {
    const rising = values.toSorted(order)
    const mean = (list: readonly Fraction[]): Fraction => over(total(list), [BigInt(list.length), 1n])
    if (rising.length === 0) return null
    if (aggregate.kind === 'median') {
      const half = rising.length / 2
      return { value: mean(rising.filter((_, place) => Math.abs(place + 0.5 - half) < 1)), untrimmed: false }
    }
    if (aggregate.kind === 'mean') return { value: mean(rising), untrimmed: false }
    if (rising.length < aggregate.minJudges) return { value: mean(rising), untrimmed: true }
    return { value: mean(rising.slice(aggregate.dropLow, rising.length - aggregate.dropHigh)), untrimmed: false }
  }
  const componentValue = (unit: string, component: string, only?: string): Fraction => {
    const present = method.panels.flatMap(({ id, weight }) => {
      const found = panelValue(given(unit, id, component, only))
      return found === null ? [] : [{ weight: fraction(weight), value: found.value }]
    })
    return over(total(present.map(({ weight, value }) => times(weight, value))), total(present.map(({ weight }) => weight)))
  }
  const rows = units.map(({ id: unit }) => {
    const marks: string[] = []
    const sum = total(adjustments.filter((one) => one.unit === unit).map(({ points }) => fraction(points)))
    const cap = fraction(method.bonusCap)
    const adjustment = order(sum, cap) > 0 ? cap : order(sum, times([-1n, 1n], cap)) < 0 ? times([-1n, 1n], cap) : sum
    if (order(sum, adjustment) !== 0) marks.push('adjustment-capped')
    const components = new Map(method.components.map(({ id }) => [id, componentValue(unit, id)]))
    const shown = method.components.map(({ id }) => {
      const all = method.panels.flatMap((panel) => given(unit, panel.id, id)).toSorted(order)
      const values = method.panels.map((panel) => ({ panel: panel.id, found: panelValue(given(unit, panel.id, id)) }))
      for (const { panel, found } of values) {
        if (found === null) marks.push(`panel-absent:${id}/${panel}`)
        else if (found.untrimmed) marks.push(`untrimmed:${id}/${panel}`)
      }
      return {
        id,
        value: rounded(components.get(id) ?? [0n, 1n], 4),
        panels: Object.fromEntries(values.map(({ panel, found }) => [panel, found === null ? null : rounded(found.value, 4)])),
        judges: all.length,
        spread: plain(plus(all.at(-1) ?? [0n, 1n], times([-1n, 1n], all[0] ?? [0n, 1n]))),
      }
    })
    const weighed = method.components.map(({ id, weight }) => times(fraction(weight), components.get(id) ?? [0n, 1n]))
    const exact = plus(total(weighed), adjustment)
    for (const mark of marks) note(mark.split(':')[0] ?? '')
    if (rounded(exact, method.decimals).startsWith('-')) note('negative total')
    return { unit, marks: marks.sort(byBytes), adjustment, components, shown, total: rounded(exact, method.decimals) }
  })
  type Row = (typeof rows)[number]
  const rankOrder = (a: Row, b: Row): number => {
    const totals = order(fraction(b.total), fraction(a.total))
    if (totals !== 0) return totals
    for (const tie of method.ties) {
      const value = (row: Row): Fraction => {
        if (tie === 'adjustment') return times([-1n, 1n], row.adjustment)
        const [kind = '', ...rest] = tie.split(':')
        const name = rest.join(':')
        if (kind === 'component') return row.components.get(name) ?? [0n, 1n]
        const named = Object.keys(sheets).flatMap((id) => (sheets[id] ?? []).map((one) => [id, one.id] as const))
        const [component, criterion] = named.find((pair) => pair.join('/') === name) ?? ['', '']
        return componentValue(row.unit, component, criterion)
      }
      const found = order(value(b), value(a))
      if (found !== 0) {
        note(`tie by ${tie.split(':')[0] ?? ''}`)
        return found
      }
    }
    if (a.unit !== b.unit) note('shared rank')
    return 0
  }
  const results = rows.map((row) => {
    const rank = 1 + rows.filter((other) => rankOrder(other, row) < 0).length
    const by = <T>(pick: (one: (typeof row.shown)[number]) => T): Record<string, T> =>
      Object.fromEntries(row.shown.map((one) => [one.id, pick(one)]))
    return {
      unit: row.unit,
      rank,
      total: row.total,
      components: by(({ value }) => value),
      panels: by(({ panels }) => panels),
      adjustment: rounded(row.adjustment, 2),
      judges: by((one) => one.judges),
      spread: by(({ spread }) => spread),
      marks: row.marks,
    }
  })
  const sortedInput = {
    method,
    sheets,
    units: sortedBy(units, ({ id }) => id),
    judges: sortedBy(judges, ({ id }) => id).map((judge) => ({ ...judge, recused: judge.recused.toSorted(byBytes) })),
    scores: sortedBy(
      scores,
      ({ unit }) => unit,
      ({ judge }) => judge,
      ({ component }) => component,
      ({ criterion }) => criterion,
    ),
    adjustments: sortedBy(
      adjustments,
      ({ unit }) => unit,
      ({ points }) => points,
      ({ reason }) => reason,
    ),
  }
  return {
    results: results.toSorted((a, b) => a.rank - b.rank || byBytes(a.unit, b.unit)),
    method: { digest: digest({ method, sheets }) },
    input: { digest: digest(sortedInput) },
  }
}
