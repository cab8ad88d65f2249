// A fact beside what a rule wants of it, in words: 村集体经济收入 12 万元，要求不低于 10 万元.

import type { Language, Text } from '#ground/kernel/problem.ts'
import type { FactDefinition, FactValue } from '#rooms/facts/core/definition.ts'
import type { Comparator, Wanted } from './expression.ts'
import type { FactReason } from './reason.ts'

/** How comparisons are said of amounts. */
export const amountWords: Readonly<Record<Comparator, Text>> = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不高于', en: 'at most' },
  '>': { zh: '高于', en: 'above' },
  '<': { zh: '低于', en: 'below' },
  '=': { zh: '等于', en: 'exactly' },
  '!=': { zh: '不等于', en: 'other than' },
}

/** The name of a fact in the reader's language. */
export function factName({ name, nameEn }: FactDefinition, language: Language): string {
  return language === 'zh' ? name : (nameEn ?? name)
}

function sayValue(value: FactValue, measure: string | null, language: Language): string {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  return measure === null ? value : measure === '%' || measure === '‰' ? `${value}${measure}` : `${value} ${measure}`
}

/** What is wanted of a fact: 不低于 10 万元, 为是, 不是“甲类”. */
export function sayWanted(comparison: Comparator, wanted: Wanted, language: Language): string {
  if (wanted.kind === 'number') return `${amountWords[comparison][language]} ${sayValue(wanted.text, wanted.measure, language)}`
  const value = wanted.kind === 'choice' ? `“${wanted.value}”` : sayValue(wanted.value, null, language)
  const word: Text = comparison === '=' ? { zh: '为', en: '' } : { zh: '不为', en: 'not ' }
  return `${word[language]}${value}`
}

/** The reason of a comparison. */
export function sayFact({ fact, value, comparison, wanted }: FactReason, language: Language): string {
  const name = factName(fact, language)
  if (value === null) return language === 'zh' ? `缺少事实数据“${name}”` : `the fact “${name}” is missing`
  const [has, needs] = [sayValue(value, fact.measure, language), sayWanted(comparison, wanted, language)]
  return language === 'zh' ? `${name}为 ${has}，要求${needs}` : `${name} is ${has}, wanted: ${needs}`
}
