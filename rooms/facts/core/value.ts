// A value that fits its definition, as it travels and as people write it in a sheet. Nothing is rounded or guessed.

import { parseExact } from '#ground/kernel/exact.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { FactDefinition, FactValue } from './definition.ts'

/** What was stated: a value, that there was nothing this period (本期无), or that an earlier statement no longer stands. */
export type Stated =
  | { readonly state: 'value'; readonly value: FactValue }
  | { readonly state: 'nothing' }
  | { readonly state: 'withdrawn' }

type Shape = Pick<FactDefinition, 'type' | 'choices' | 'choicesEn' | 'measure'>

/** Longest decimal that is taken; more digits are a mistake of typing. */
export const longestNumber = 30

/** The value when it fits the definition, null when it does not. */
export function fittingValue({ type, choices }: Shape, value: FactValue): FactValue | null {
  if (type === 'yes-no') return typeof value === 'boolean' ? value : null
  if (typeof value !== 'string') return null
  if (type === 'choice') return choices.includes(value) ? value : null
  return value.length <= longestNumber && parseExact(value) !== null ? (/^-0(?:\.0+)?$/.test(value) ? value.slice(1) : value) : null
}

/** Whether “nothing this period” says something: of a choice it does not. */
export function takesNothing({ type }: Pick<FactDefinition, 'type'>): boolean {
  return type !== 'choice'
}

const yes = ['是', '有', 'true', 'yes', '√']
const no = ['否', '无', '没有', 'false', 'no', '×']
const nothing = ['本期无', 'nothing this period']

/** What a cell of a sheet states; null when it fits nothing. Thousands marks and the measure itself may stand there. */
export function readCell(definition: Shape, cell: string): Stated | null {
  const text = cell.normalize('NFKC').trim()
  if (nothing.includes(text.toLowerCase())) return takesNothing(definition) ? { state: 'nothing' } : null
  if (definition.type === 'yes-no') {
    const word = text.toLowerCase()
    return yes.includes(word) ? { state: 'value', value: true } : no.includes(word) ? { state: 'value', value: false } : null
  }
  if (definition.type === 'choice') {
    const { choices, choicesEn = [] } = definition
    const choice =
      choices.find((each) => each === cell.trim() || each.normalize('NFKC') === text) ??
      choices[choicesEn.findIndex((each) => each.normalize('NFKC').toLowerCase() === text.toLowerCase())]
    return choice === undefined ? null : { state: 'value', value: choice }
  }
  const { measure } = definition
  const bare = measure !== null && text.endsWith(measure.normalize('NFKC')) ? text.slice(0, -measure.normalize('NFKC').length).trim() : text
  const digits = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  const value = fittingValue(definition, digits)
  return value === null ? null : { state: 'value', value }
}

/** What a choice is called; in Chinese where it has no English. */
export function choiceText({ choices, choicesEn = [] }: Pick<FactDefinition, 'choices' | 'choicesEn'>, choice: string): Text {
  return { zh: choice, en: choicesEn[choices.indexOf(choice)] ?? choice }
}

/** How a reader sees it, with its measure; a definition that is not known adds nothing. */
export function statedText(stated: Stated, definition: Shape | null | undefined): Text {
  if (stated.state === 'nothing') return { zh: '本期无', en: 'nothing this period' }
  if (stated.state === 'withdrawn') return { zh: '已撤回', en: 'withdrawn' }
  const { value } = stated
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (definition?.type === 'choice') return choiceText(definition, value)
  const measure = definition?.measure ?? null
  const shown = measure === null ? value : /^[%‰]$/.test(measure) ? `${value}${measure}` : `${value} ${measure}`
  return { zh: shown, en: shown }
}

/** Whether both state the same: 12.5 and 12.50 do. */
export function sameStated(a: Stated, b: Stated): boolean {
  if (a.state !== 'value' || b.state !== 'value') return a.state === b.state
  const [left, right] = [a.value, b.value]
  if (typeof left !== 'string' || typeof right !== 'string') return left === right
  const [x, y] = [parseExact(left), parseExact(right)]
  return x !== null && y !== null ? x.numerator * y.denominator === y.numerator * x.denominator : left === right
}
