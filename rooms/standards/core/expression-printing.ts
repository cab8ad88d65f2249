// Writes a rule's tree as its text in one of the languages: the same tree always gives the same text, and reading it gives the
// same tree again.

import type { Language } from '#ground/kernel/problem.ts'
import type { Comparator, Expression, Wanted } from './expression.ts'
import { comparisonSigns, keywords, levelWords } from './expression-words.ts'
import type { Keyword } from './expression-words.ts'

const word = (key: Keyword, language: Language): string => keywords[key][language][0]
const sign = (comparison: Comparator, language: Language): string => comparisonSigns[comparison][language === 'en' ? 0 : 1]
const quote = (text: string, language: Language): string => (language === 'zh' ? `“${text}”` : `"${text}"`)

function printWanted(wanted: Wanted, language: Language): string {
  if (wanted.kind === 'number') return wanted.measure === null ? wanted.text : `${wanted.text} ${wanted.measure}`
  return wanted.kind === 'choice' ? quote(wanted.value, language) : word(wanted.value ? 'yes' : 'no', language)
}

function bracketed(parts: readonly Expression[], language: Language): string {
  const printed = parts.map((part) => printExpression(part, language))
  return language === 'zh' ? `（${printed.join('，')}）` : `(${printed.join(', ')})`
}

function window(months: number, language: Language): string {
  return language === 'zh' ? `近 ${months} 个月` : `WITHIN ${months} MONTHS`
}

function printReviewed(it: Extract<Expression, { op: 'reviewed' }>, language: Language): string {
  const by = it.by === null ? [] : [word('by', language), quote(it.by, language)]
  const otherwise = it.elseNo ? [language === 'zh' ? word('elseNo', 'zh') : 'ELSE NO'] : []
  return [word('reviewed', language), it.criterion, ...by, ...otherwise].join(' ')
}

/** The text of a rule. */
export function printExpression(it: Expression, language: Language): string {
  const zh = language === 'zh'
  switch (it.op) {
    case 'all':
    case 'any':
      return `${word(it.op, language)}${bracketed(it.parts, language)}`
    case 'at-least':
      return `${word('atLeast', language)} ${it.least} ${zh ? word('items', 'zh') : ''}${bracketed(it.parts, language)}`
    case 'not':
      return `${word('not', language)}${bracketed([it.part], language)}`
    case 'labelled':
      return `${it.label}${zh ? '：' : ': '}${printExpression(it.part, language)}`
    case 'none':
      return zh ? `${window(it.months, 'zh')}无 ${it.caseType}` : `NO ${it.caseType} ${window(it.months, 'en')}`
    case 'count': {
      const wanted = `${sign(it.comparison, language)} ${it.count}`
      return zh ? `${window(it.months, 'zh')} ${it.caseType} 次数 ${wanted}` : `COUNT ${it.caseType} ${window(it.months, 'en')} ${wanted}`
    }
    case 'certificate': {
      const [zhLevel, enLevel] = levelWords[it.level]
      return zh ? `证书 ${quote(it.name, 'zh')} ${zhLevel}级以上` : `CERT ${quote(it.name, 'en')} AT ${enLevel}`
    }
    case 'reviewed':
      return printReviewed(it, language)
    case 'compare':
      return `${it.fact} ${sign(it.comparison, language)} ${printWanted(it.wanted, language)}`
    case 'star':
      return `${word('star', language)} ${it.code}`
    default:
      return it.id
  }
}
