// 已有数据 in words: what is known of a unit, its measure, where it comes from and for which time; one whose time is over says so,
// because the rules go by the latest value there is, however old.

import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'

/** A datum of an edition, as it is named. */
export interface NamedFact {
  readonly name: string
  readonly nameEn?: string | undefined
  readonly measure?: string | null | undefined
  readonly choices?: readonly string[]
  readonly choicesEn?: readonly string[] | undefined
}

/** Where a value comes from and which time it speaks of. */
export interface KnownOf {
  readonly source: string
  readonly called: Text
  /** The last day it speaks of; null: until it changes. */
  readonly until: Day | null
}

/** One known value with its source and its time, as it stands on a day. */
export function knownWords(
  { name, nameEn, measure, choices = [], choicesEn = [] }: NamedFact,
  value: string | boolean,
  of: KnownOf,
  today: Day,
): Text {
  const { source, called, until } = of
  const over = until !== null && until < today
  const unit = measure ?? ''
  const english = /^[%‰]?$/.test(unit) ? unit : ` ${unit}`
  const zh = typeof value === 'boolean' ? (value ? '是' : '否') : `${value}${unit}`
  const en = typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${choicesEn[choices.indexOf(value)] ?? value}${english}`
  return {
    zh: `${name}：${zh}（${source}，${called.zh}${over ? '，不是本期' : ''}）`,
    en: `${nameEn ?? name}: ${en} (${source}, ${called.en}${over ? ', not of this period' : ''})`,
  }
}
