// What a rule means, in plain sentences for people who never read rules: beside each row of an edition, on the wall, in a workbook.

import type { Language } from '#ground/kernel/problem.ts'
import type { Expression, Gathered } from './expression.ts'
import { levelWords } from './expression-words.ts'
import { readExpression } from './expression-reading.ts'
import { calledIn } from './pack-language.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Pack, Star } from './pack-shapes.ts'
import { countWords, factName, sayAsked } from './reason-facts.ts'
import { understoodCriterionRule } from './star-rules.ts'

interface About {
  readonly pack: Pack
  readonly star: Star
  readonly language: Language
}

function sayGathered(it: Gathered, about: About): string {
  const parts = it.parts.map((part) => {
    const said = sayRule(part, about)
    const inner = part.op === 'labelled' ? part.part : part
    return 'parts' in inner && inner.parts.length > 1 ? (about.language === 'zh' ? `（${said}）` : `(${said})`) : said
  })
  if (parts.length === 1) return parts[0] ?? ''
  const zh = about.language === 'zh'
  const joined = (word: string): string => parts.join(zh ? `；${word}` : `; ${word} `)
  if (it.op === 'all') return joined(zh ? '并且' : 'and')
  if (it.op === 'any') return joined(zh ? '或者' : 'or')
  return zh
    ? `以下 ${parts.length} 项至少满足 ${it.least} 项：${parts.join('；')}`
    : `at least ${it.least} of these ${parts.length}: ${parts.join('; ')}`
}

function sayCases(it: Extract<Expression, { op: 'count' | 'none' }>, { pack, language }: About): string {
  const type = pack.caseTypes.find(({ id }) => id === it.caseType)
  const zh = language === 'zh'
  const name = type === undefined ? it.caseType : zh ? type.name : type.nameEn
  if (it.op === 'none') return zh ? `近 ${it.months} 个月没有${name}成立` : `no case of “${name}” upheld in the last ${it.months} months`
  const word = countWords[it.comparison][language]
  return zh
    ? `近 ${it.months} 个月${name}成立${word} ${it.count} 起`
    : `${word} ${it.count} ${it.count === 1 ? 'case' : 'cases'} of “${name}” upheld in the last ${it.months} months`
}

function sayReviewed(it: Extract<Expression, { op: 'reviewed' }>, { pack, language }: About): string {
  const zh = language === 'zh'
  const criterion = pack.stars.flatMap(criteriaOf).find(({ id }) => id === it.criterion)
  const text = (zh ? criterion?.text : (criterion?.textEn ?? criterion?.text)) ?? ''
  const named = text === '' ? it.criterion : zh ? `“${text}”` : `“${text}” (${it.criterion})`
  const otherwise = it.elseNo ? (zh ? '（没有审核的按未通过）' : ' (without a review: not met)') : ''
  return zh
    ? `${it.by ?? ''}审核${named}通过${otherwise}`
    : `${named} reviewed as met${it.by === null ? '' : ` by ${calledIn(pack.offices, language)(it.by)}`}${otherwise}`
}

function sayNamed(it: Extract<Expression, { op: 'own' | 'star' }>, { pack, star, language }: About): string {
  const zh = language === 'zh'
  if (it.op === 'star') {
    const other = pack.stars.find(({ code }) => code === it.code)
    return zh ? `${other?.name ?? it.code}成立` : `the star ${other?.nameEn ?? it.code} holds`
  }
  const line = star.bottomLines.some(({ id }) => id === it.id)
  return zh ? `${line ? '底线' : '标准'} ${it.id} 满足` : `${line ? 'bottom line' : 'criterion'} ${it.id} is met`
}

/** The meaning of a rule. */
export function sayRule(it: Expression, about: About): string {
  const zh = about.language === 'zh'
  switch (it.op) {
    case 'all':
    case 'any':
    case 'at-least':
      return sayGathered(it, about)
    case 'not':
      return zh ? `不得出现：${sayRule(it.part, about)}` : `not: ${sayRule(it.part, about)}`
    case 'labelled':
      return `${it.label}${zh ? '：' : ': '}${sayRule(it.part, about)}`
    case 'count':
    case 'none':
      return sayCases(it, about)
    case 'certificate': {
      const [zhLevel, enLevel] = levelWords[it.level]
      const name = calledIn(about.pack.certificates, about.language)(it.name)
      return zh ? `持有${zhLevel}级以上有效的“${name}”证书` : `a valid “${name}” certificate of ${enLevel} level or above`
    }
    case 'reviewed':
      return sayReviewed(it, about)
    case 'compare': {
      const fact = about.pack.facts.find(({ id }) => id === it.fact)
      const name = fact === undefined ? it.fact : factName(fact, about.language)
      return sayAsked({ name, fact }, it.comparison, it.wanted, about.language)
    }
    default:
      return sayNamed(it, about)
  }
}

/** The meaning of a written rule; the text itself where it cannot be read. */
export function meaningOf(text: string, about: About): string {
  const read = readExpression(text)
  return 'expression' in read ? sayRule(read.expression, about) : text
}

/** The meaning of a criterion's rule, written or understood. */
export function meaningOfCriterion(criterion: { readonly id: string; readonly rule: string | null }, about: About): string {
  return criterion.rule === null ? sayRule(understoodCriterionRule(criterion), about) : meaningOf(criterion.rule, about)
}

function sayUnderstood(star: Star, language: Language): string {
  const lines = star.bottomLines.length
  const required = criteriaOf(star).filter((one) => one.required).length
  if (language === 'zh') {
    const parts = [lines > 0 ? `${lines} 条底线要求` : '', required > 0 ? `${required} 条必需的创建标准` : ''].filter((part) => part !== '')
    return `${parts.join('和')}${lines + required === 1 ? '' : '全部'}满足`
  }
  const counted = (count: number, one: string, many: string): string => (count === 1 ? `the ${one}` : `all ${count} ${many}`)
  const parts = [
    ...(lines > 0 ? [counted(lines, 'bottom line', 'bottom lines')] : []),
    ...(required > 0 ? [counted(required, 'required criterion', 'required criteria')] : []),
  ]
  return `${parts.join(' and ')} ${lines + required === 1 ? 'is' : 'are'} met`
}

/** When a star holds. */
export function meaningOfStar(star: Star, pack: Pack, language: Language): string {
  const about = { pack, star, language }
  const rule = star.rule === null ? null : readExpression(star.rule)
  const own = rule === null ? sayUnderstood(star, language) : 'expression' in rule ? sayRule(rule.expression, about) : (star.rule ?? '')
  if (!star.prerequisites.enabled || star.prerequisites.stars.length === 0) return own
  const stars = star.prerequisites.stars.map((code) => sayNamed({ op: 'star', code }, about))
  return language === 'zh' ? `${own}；并且${stars.join('、')}` : `${own}; and ${stars.join(', ')}`
}
