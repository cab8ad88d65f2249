// What carries over from one edition to the next: star by star and criterion by criterion, as the new edition's mapping says, or
// by equal ids where it has none. A mapping that says “same” of what was changed is told.

import { canonical } from '#ground/kernel/canonical.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { packIn } from './pack-language.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Carried, Criterion, Pack, Replaces, Star } from './pack-shapes.ts'

export interface Difference {
  /** `rule`, `text` … */
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface CarryRow {
  readonly what: 'star' | 'bottomLine' | 'criterion'
  /** In the edition before; null for what is new. A bottom line as `YYXY/B1`. */
  readonly from: string | null
  readonly to: string | null
  readonly text: string
  readonly change: 'same' | 'changed' | 'dropped' | 'added'
  /** Members that differ, as they were and as they are. */
  readonly differs: readonly Difference[]
  /** The mapping says “same”, but something differs. */
  readonly doubtful: boolean
}

type Compared = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null)
const comparedStar = ({ name, scope, lead, rule, prerequisites }: Star): Compared => ({ name, scope, lead, rule, prerequisites })
// A translation changes nothing of what is asked.
const comparedCriterion = ({
  id: _id,
  textEn: _text,
  standardEn: _standard,
  requirementEn: _requirement,
  evidenceEn: _evidence,
  roleEn: _role,
  ...rest
}: Criterion): Compared => ({
  ...rest,
})

const plain = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(plain).join('、')
      : typeof value === 'object'
        ? Object.values(value).map(plain).join(' ')
        : typeof value === 'string'
          ? value
          : JSON.stringify(value)

function differing(a: Compared, b: Compared): Difference[] {
  return Object.keys(a)
    .filter((key) => !same(a[key], b[key]))
    .map((field) => ({ field, before: plain(a[field]), after: plain(b[field]) }))
}

interface Item {
  readonly id: string
  readonly text: string
  readonly compared: Compared
}

function rowsOf(what: CarryRow['what'], before: readonly Item[], after: readonly Item[], carried: readonly Carried[] | null): CarryRow[] {
  const targetOf = (id: string): { readonly to: string | null; readonly said: Carried['change'] | null } => {
    const entry = carried?.find(({ from }) => from === id)
    return entry === undefined
      ? { to: carried === null && after.some((one) => one.id === id) ? id : null, said: null }
      : { to: entry.to, said: entry.change }
  }
  const kept = before.map((old): CarryRow => {
    const { to, said } = targetOf(old.id)
    const next = after.find(({ id }) => id === to)
    if (next === undefined) return { what, from: old.id, to: null, text: old.text, change: 'dropped', differs: [], doubtful: false }
    const differs = differing(old.compared, next.compared)
    const changed = said === 'changed' || differs.length > 0
    return {
      what,
      from: old.id,
      to: next.id,
      text: next.text,
      change: changed ? 'changed' : 'same',
      differs,
      doubtful: said === 'same' && differs.length > 0,
    }
  })
  const taken = new Set(kept.map(({ to }) => to))
  const added = after.filter(({ id }) => !taken.has(id))
  return [
    ...kept,
    ...added.map(({ id, text }): CarryRow => ({ what, from: null, to: id, text, change: 'added', differs: [], doubtful: false })),
  ]
}

const starItems = ({ stars }: Pack): Item[] => stars.map((star) => ({ id: star.code, text: star.name, compared: comparedStar(star) }))
const criterionItems = ({ stars }: Pack): Item[] =>
  stars.flatMap(criteriaOf).map((one) => ({ id: one.id, text: one.text, compared: comparedCriterion(one) }))
const lineItems = ({ stars }: Pack): Item[] =>
  stars.flatMap(({ code, bottomLines }) =>
    bottomLines.map(({ id, text, rule }) => ({ id: `${code}/${id}`, text, compared: { text, rule } })),
  )

/** Bottom lines follow their star. */
function carriedLines(before: Pack, stars: readonly Carried[]): Carried[] {
  return before.stars.flatMap(({ code, bottomLines }) => {
    const to = stars.find(({ from }) => from === code)?.to ?? null
    return bottomLines.map(({ id }): Carried => ({
      from: `${code}/${id}`,
      to: to === null ? null : `${to}/${id}`,
      change: to === null ? 'dropped' : 'changed',
    }))
  })
}

/** The same rows with their texts in the reader's language, where the edition has them. */
function inLanguage(rows: readonly CarryRow[], packs: readonly Pack[], language: Language): CarryRow[] {
  const shown = packs
    .map((pack) => packIn(pack, language))
    .map((pack) => ({
      star: starItems(pack),
      bottomLine: lineItems(pack),
      criterion: criterionItems(pack),
    }))
  const [old, next] = shown
  const textOf = ({ what, from, to, text }: CarryRow): string =>
    next?.[what].find(({ id }) => id === to)?.text ?? old?.[what].find(({ id }) => id === from)?.text ?? text
  return rows.map((row) => ({ ...row, text: textOf(row) }))
}

/** Every star, bottom line and criterion of both editions once. */
export function carryOver(before: Pack, after: Pack, language: Language = 'zh'): CarryRow[] {
  const mapping = after.replaces?.edition === before.id ? after.replaces : null
  const lines = mapping === null ? null : carriedLines(before, mapping.stars)
  const lineRows = rowsOf('bottomLine', lineItems(before), lineItems(after), lines).map((row): CarryRow =>
    row.change === 'changed' && row.differs.length === 0 ? { ...row, change: 'same' } : row,
  )
  const rows = [
    ...rowsOf('star', starItems(before), starItems(after), mapping?.stars ?? null),
    ...lineRows,
    ...rowsOf('criterion', criterionItems(before), criterionItems(after), mapping?.criteria ?? null),
  ]
  return language === 'zh' ? rows : inLanguage(rows, [before, after], language)
}

/** Stars and criteria of the edition before that the mapping does not mention. */
export function unmapped(before: Pack, { stars, criteria }: Replaces): string[] {
  const missing = (ids: readonly string[], carried: readonly Carried[]): string[] =>
    ids.filter((id) => !carried.some(({ from }) => from === id))
  return [
    ...missing(
      before.stars.map(({ code }) => code),
      stars,
    ),
    ...missing(
      before.stars.flatMap((star) => criteriaOf(star).map(({ id }) => id)),
      criteria,
    ),
  ]
}

/** The mapping of a copy: everything the same. */
export function sameAs(before: Pack): Replaces {
  const carried = (ids: readonly string[]): Carried[] => ids.map((id) => ({ from: id, to: id, change: 'same' }))
  return {
    edition: before.id,
    stars: carried(before.stars.map(({ code }) => code)),
    criteria: carried(before.stars.flatMap((star) => criteriaOf(star).map(({ id }) => id))),
  }
}
