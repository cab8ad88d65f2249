// A fact beside what a rule wants of it, in words: 村集体经济收入 12 万元，要求不低于 10 万元.

import type { Language, Text } from '#ground/kernel/problem.ts'
import type { FactDefinition, FactValue } from '#rooms/facts/core/definition.ts'
import { measureOf } from '#rooms/facts/core/measure.ts'
import { choiceText } from '#rooms/facts/core/value.ts'
import type { Comparator, Wanted } from './expression.ts'
import type { FactReason } from './reason.ts'

const amounts: Readonly<Record<Comparator, Text>> = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不高于', en: 'at most' },
  '>': { zh: '高于', en: 'above' },
  '<': { zh: '低于', en: 'below' },
  '=': { zh: '等于', en: 'exactly' },
  '!=': { zh: '不等于', en: 'other than' },
}

/** How comparisons are said of things that are counted. */
export const countWords: Readonly<Record<Comparator, Text>> = {
  ...amounts,
  '>=': { zh: '不少于', en: 'at least' },
  '<=': { zh: '不超过', en: 'at most' },
  '>': { zh: '多于', en: 'more than' },
  '<': { zh: '少于', en: 'fewer than' },
}

/** Money and shares are high or low; households, places and the like are many or few. */
function comparisonWord(comparison: Comparator, measure: string | null, language: Language): string {
  const dimension = measureOf(measure ?? '')?.dimension ?? 'share'
  return (dimension === 'money' || dimension === 'share' ? amounts : countWords)[comparison][language]
}

/** The name of a fact in the reader's language. */
export function factName({ name, nameEn }: FactDefinition, language: Language): string {
  return language === 'zh' ? name : (nameEn ?? name)
}

function sayValue(value: FactValue, measure: string | null, language: Language): string {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  return measure === null ? value : measure === '%' || measure === '‰' ? `${value}${measure}` : `${value} ${measure}`
}

/** What is wanted of a fact: 不低于 10 万元, ：是, 不为“甲类”. */
function sayWanted(fact: FactDefinition | undefined, comparison: Comparator, wanted: Wanted, language: Language): string {
  if (wanted.kind === 'number') {
    return `${comparisonWord(comparison, wanted.measure, language)} ${sayValue(wanted.text, wanted.measure, language)}`
  }
  if (wanted.kind === 'yes-no') return sayValue(wanted.value === (comparison === '='), null, language)
  const choice = fact === undefined ? wanted.value : choiceText(fact, wanted.value)[language]
  return language === 'zh' ? `${comparison === '=' ? '为' : '不为'}“${choice}”` : `${comparison === '=' ? '' : 'not '}“${choice}”`
}

/** What a rule asks of a fact, as a sentence: 村集体经济收入不低于 10 万元. */
export function sayAsked(
  { name, fact }: { readonly name: string; readonly fact: FactDefinition | undefined },
  comparison: Comparator,
  wanted: Wanted,
  language: Language,
): string {
  const asked = sayWanted(fact, comparison, wanted, language)
  if (wanted.kind === 'yes-no') return language === 'zh' ? `${name}：${asked}` : `${name}: ${asked}`
  return language === 'zh' ? `${name}${asked}` : `${name} ${wanted.kind === 'choice' ? 'is ' : ''}${asked}`
}

const inverse: Readonly<Record<Comparator, Comparator>> = { '>=': '<', '<': '>=', '<=': '>', '>': '<=', '=': '!=', '!=': '=' }

/** What is asked where the rule is part of something that must not be. */
export const askedOf = (comparison: Comparator, negated: boolean): Comparator => (negated ? inverse[comparison] : comparison)

/** The reason of a comparison; `negated` where the rule asks that it must not be so. What is as it should be needs no second half. */
export function sayFact({ fact, value, comparison, wanted, met }: FactReason, language: Language, negated = false): string {
  const zh = language === 'zh'
  const name = factName(fact, language)
  if (value === null) return zh ? `缺少事实数据“${name}”` : `the fact “${name}” is missing`
  const asked = askedOf(comparison, negated)
  const held = fact.type === 'choice' && typeof value === 'string' ? choiceText(fact, value)[language] : value
  const [has, needs] = [sayValue(held, fact.measure, language), sayWanted(fact, asked, wanted, language)]
  if (wanted.kind === 'number') return zh ? `${name}为 ${has}，要求${needs}` : `${name}: ${has} (${needs} wanted)`
  const right = met === !negated && (wanted.kind === 'yes-no' || asked === '=')
  if (wanted.kind === 'yes-no')
    return zh ? `“${name}”为${has}${right ? '' : `，要求为${needs}`}` : `${name}: ${has}${right ? '' : ` (${needs} wanted)`}`
  return zh ? `${name}为“${has}”${right ? '' : `，要求${needs}`}` : `${name}: “${has}”${right ? '' : ` (${needs} wanted)`}`
}
