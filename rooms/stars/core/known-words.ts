// 已有数据 in words: what is known of a unit, its measure and where it comes from.

import type { Text } from '#ground/kernel/problem.ts'

/** A datum of an edition, as it is named. */
export interface NamedFact {
  readonly name: string
  readonly nameEn?: string | undefined
  readonly measure?: string | null | undefined
}

/** One known value with its source. */
export function knownWords({ name, nameEn, measure }: NamedFact, value: string | boolean, source: string): Text {
  const unit = measure ?? ''
  const english = /^[%‰]?$/.test(unit) ? unit : ` ${unit}`
  const zh = typeof value === 'boolean' ? (value ? '是' : '否') : `${value}${unit}`
  const en = typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value}${english}`
  return { zh: `${name}：${zh}（${source}）`, en: `${nameEn ?? name}: ${en} (${source})` }
}
