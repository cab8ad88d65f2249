// Reads the text of a rule into its tree by recursive descent, one function a phrase. The first place that cannot be read is
// told with what was expected there, in both languages. The grammar stands in docs/packs.md.

import type { Text } from '#ground/kernel/problem.ts'
import { levels } from '#rooms/facts/core/fact-sheet.ts'
import type { Level } from '#rooms/facts/core/fact-sheet.ts'
import type { Comparator, Expression, Gathered, Wanted } from './expression.ts'
import { comparisonSigns, levelWords } from './expression-words.ts'
import {
  ended,
  stop,
  takeDecimal,
  takeId,
  takeMeasure,
  takeOneOf,
  takeQuoted,
  takeSign,
  takeWord,
  Unreadable,
} from './expression-scanner.ts'
import type { Scanner } from './expression-scanner.ts'
import { wanted } from './expression-wanted.ts'

/** Where a text cannot be read: the 1-based place of the character, and what was expected there. */
export interface Misread {
  readonly position: number
  readonly wanted: Text
}

export type ExpressionRead = { readonly expression: Expression } | { readonly misread: Misread }

/** The longest text of a rule. */
export const longestRule = 2000
const deepest = 20

const comparisons = (Object.keys(comparisonSigns) as Comparator[]).flatMap((comparison) =>
  comparisonSigns[comparison].map((sign): [string, Comparator] => [sign, comparison]),
)
const zhLevels = levels.map((level): [string, Level] => [levelWords[level][0], level])

function need<T>(scanner: Scanner, found: T | null | undefined, text: Text): T {
  return found ?? stop(scanner, text)
}

function whole(scanner: Scanner, least: number, most: number, text: Text): number {
  const before = scanner.at
  const number = takeDecimal(scanner)
  if (number !== null && /^\d{1,6}$/.test(number) && Number(number) >= least && Number(number) <= most) return Number(number)
  scanner.at = before
  return stop(scanner, text)
}

const comparison = (scanner: Scanner): Comparator => need(scanner, takeOneOf(scanner, comparisons), wanted.comparison)

function part(scanner: Scanner): Expression {
  const before = scanner.at
  const label = takeId(scanner)
  if (label !== null && takeSign(scanner, ':')) return { op: 'labelled', label, part: readOne(scanner) }
  scanner.at = before
  return readOne(scanner)
}

function list(scanner: Scanner): Expression[] {
  if (!takeSign(scanner, '(')) stop(scanner, wanted.opening)
  const parts = [part(scanner)]
  while (takeSign(scanner, ',')) parts.push(part(scanner))
  if (!takeSign(scanner, ')')) stop(scanner, wanted.closing)
  return parts
}

function gathered(scanner: Scanner, op: 'all' | 'any'): Gathered {
  const parts = list(scanner)
  return { op, least: op === 'all' ? parts.length : 1, parts }
}

function atLeast(scanner: Scanner): Gathered {
  const before = scanner.at
  const least = whole(scanner, 1, 999, wanted.howMany)
  takeWord(scanner, 'items')
  const parts = list(scanner)
  if (least <= parts.length) return { op: 'at-least', least, parts }
  scanner.at = before
  return stop(scanner, wanted.fewer(parts.length))
}

function not(scanner: Scanner): Expression {
  if (!takeSign(scanner, '(')) stop(scanner, wanted.opening)
  const inner = readOne(scanner)
  if (!takeSign(scanner, ')')) stop(scanner, wanted.closing)
  return { op: 'not', part: inner }
}

function months(scanner: Scanner): number {
  const number = whole(scanner, 1, 120, wanted.months)
  if (takeWord(scanner, 'months') === null) stop(scanner, wanted.monthsWord)
  return number
}

const caseType = (scanner: Scanner): string => need(scanner, takeId(scanner), wanted.caseType)

function casesInEnglish(scanner: Scanner, counting: boolean): Expression {
  const type = caseType(scanner)
  if (takeWord(scanner, 'within', ['en']) === null) stop(scanner, wanted.within)
  const window = months(scanner)
  if (!counting) return { op: 'none', caseType: type, months: window }
  return { op: 'count', caseType: type, months: window, comparison: comparison(scanner), count: whole(scanner, 0, 99_999, wanted.whole) }
}

function casesInChinese(scanner: Scanner): Expression {
  const window = months(scanner)
  if (takeWord(scanner, 'none', ['zh']) !== null) return { op: 'none', caseType: caseType(scanner), months: window }
  const type = need(scanner, takeId(scanner), wanted.noneOrCaseType)
  if (takeWord(scanner, 'count', ['zh']) === null) stop(scanner, wanted.countWord)
  return { op: 'count', caseType: type, months: window, comparison: comparison(scanner), count: whole(scanner, 0, 99_999, wanted.whole) }
}

function certificate(scanner: Scanner): Expression {
  const name = need(scanner, takeQuoted(scanner), wanted.quoted)
  if (takeWord(scanner, 'at', ['en']) !== null) {
    const before = scanner.at
    const id = takeId(scanner)
    const level = levels.find((one) => one === id)
    if (level === undefined) scanner.at = before
    return { op: 'certificate', name, level: need(scanner, level, wanted.level) }
  }
  const level = need(scanner, takeOneOf(scanner, zhLevels), wanted.atLevel)
  if (takeWord(scanner, 'at', ['zh']) === null) stop(scanner, wanted.orHigher)
  return { op: 'certificate', name, level }
}

function reviewed(scanner: Scanner): Expression {
  const criterion = need(scanner, takeId(scanner), wanted.criterion)
  const by = takeWord(scanner, 'by') === null ? null : need(scanner, takeQuoted(scanner), wanted.quoted)
  const otherwise = takeWord(scanner, 'elseNo')
  if (otherwise === 'en' && takeWord(scanner, 'no', ['en']) === null) stop(scanner, wanted.elseNo)
  return { op: 'reviewed', criterion, by, elseNo: otherwise !== null }
}

function value(scanner: Scanner): Wanted {
  if (takeWord(scanner, 'yes') !== null) return { kind: 'yes-no', value: true }
  if (takeWord(scanner, 'no') !== null) return { kind: 'yes-no', value: false }
  const choice = takeQuoted(scanner)
  if (choice !== null) return { kind: 'choice', value: choice }
  const text = need(scanner, takeDecimal(scanner), wanted.value)
  return { kind: 'number', text, measure: takeMeasure(scanner) }
}

function named(scanner: Scanner): Expression {
  const id = need(scanner, takeId(scanner), wanted.expression)
  const sign = takeOneOf(scanner, comparisons)
  return sign === undefined ? { op: 'own', id } : { op: 'compare', fact: id, comparison: sign, wanted: value(scanner) }
}

function phrase(scanner: Scanner): Expression {
  if (takeWord(scanner, 'all') !== null) return gathered(scanner, 'all')
  if (takeWord(scanner, 'any') !== null) return gathered(scanner, 'any')
  if (takeWord(scanner, 'not') !== null) return not(scanner)
  if (takeWord(scanner, 'atLeast') !== null) return atLeast(scanner)
  if (takeWord(scanner, 'count', ['en']) !== null) return casesInEnglish(scanner, true)
  if (takeWord(scanner, 'none', ['en']) !== null) return casesInEnglish(scanner, false)
  if (takeWord(scanner, 'within', ['zh']) !== null) return casesInChinese(scanner)
  if (takeWord(scanner, 'certificate') !== null) return certificate(scanner)
  if (takeWord(scanner, 'reviewed') !== null) return reviewed(scanner)
  if (takeWord(scanner, 'star') !== null) return { op: 'star', code: need(scanner, takeId(scanner), wanted.starCode) }
  return named(scanner)
}

function readOne(scanner: Scanner): Expression {
  scanner.depth += 1
  if (scanner.depth > deepest) stop(scanner, wanted.shallower)
  const expression = phrase(scanner)
  scanner.depth -= 1
  return expression
}

/** Reads a whole text; it is a rule or it is not, nothing is guessed. */
export function readExpression(text: string): ExpressionRead {
  const scanner: Scanner = { text, at: 0, depth: 0 }
  try {
    if (text.length > longestRule) throw new Unreadable(longestRule, wanted.shorter(longestRule))
    const expression = readOne(scanner)
    if (!ended(scanner)) stop(scanner, wanted.end)
    return { expression }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { misread: { position: error.at + 1, wanted: error.wanted } }
  }
}
