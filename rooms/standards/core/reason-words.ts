// Reasons in words that a secretary understands, in both languages: only what decided, with its days and numbers, and for what
// is unknown what is missing. Nobody is named.

import type { Language, Text } from '#ground/kernel/problem.ts'
import { levelWords } from './expression-words.ts'
import type { CasesReason, CertificateReason, GatheredReason, NodeReason, Reason, ReviewReason } from './reason.ts'
import { askedOf, countWords, sayFact } from './reason-facts.ts'
import type { Truth } from './truth.ts'

function sayCases({ caseType, from, to, days, limit }: CasesReason, language: Language, negated: boolean): string {
  const zh = language === 'zh'
  const name = zh ? caseType.name : caseType.nameEn
  if (days === null)
    return zh ? `缺少案件清单（cases），不知有无${name}成立` : `the list of cases is missing, so upheld cases of “${name}” are unknown`
  const window = zh ? `${from} 至 ${to}` : `from ${from} to ${to}`
  const dates = days.join(zh ? '、' : ', ')
  if (limit === null && days.length === 0) return zh ? `${window} 没有${name}成立` : `no case of “${name}” was upheld ${window}`
  if (limit === null && days.length === 1) return zh ? `${dates} 一起${name}成立` : `a case of “${name}” was upheld on ${dates}`
  const shown = days.length === 0 ? '' : zh ? `（${dates}）` : ` (${dates})`
  const cases = days.length === 1 ? 'case' : 'cases'
  const counted = zh
    ? `${window} ${name}成立 ${days.length} 起${shown}`
    : `${days.length} ${cases} of “${name}” ${days.length === 1 ? 'was' : 'were'} upheld ${window}${shown}`
  if (limit === null) return counted
  const none = zh ? `${window} 没有${name}成立` : `no case of “${name}” was upheld ${window}`
  const word = countWords[askedOf(limit.comparison, negated)][language]
  const found = days.length === 0 ? none : counted
  return zh ? `${found}，要求${word} ${limit.count} 起` : `${found} (${word} ${limit.count} allowed)`
}

function period(from: string, to: string | null, language: Language): string {
  if (to === null) return language === 'zh' ? `${from} 起有效` : `valid since ${from}`
  return language === 'zh' ? `${from} 至 ${to} 有效` : `valid from ${from} to ${to}`
}

function sayCertificate({ level, found, lack, ...of }: CertificateReason, language: Language): string {
  const zh = language === 'zh'
  const name = zh ? of.name : of.nameEn
  const levelName = (one: typeof level): string => (zh ? `${levelWords[one][0]}级` : levelWords[one][1])
  if (lack === 'list')
    return zh ? `缺少证书清单（certificates），不知有无“${name}”证书` : `the list of certificates is missing, so “${name}” is unknown`
  if (lack === null && found !== null) {
    const valid = period(found.from, found.to, language)
    return zh
      ? `持有${levelName(found.level)}“${name}”证书（${valid}）`
      : `a “${name}” certificate of ${levelName(found.level)} level is held (${valid})`
  }
  const none = zh
    ? `没有${levelName(level)}以上有效的“${name}”证书`
    : `there is no valid “${name}” certificate of ${levelName(level)} level or above`
  if (found === null) return none
  const why: Readonly<Record<string, Text>> = {
    level: { zh: `现有的是${levelName(found.level)}`, en: `the one held is of ${levelName(found.level)} level` },
    ended: { zh: `原证书 ${found.to ?? ''} 到期`, en: `the last one ended on ${found.to ?? ''}` },
    'not-yet': { zh: `${found.from} 才生效`, en: `one begins only on ${found.from}` },
  }
  const said = why[lack ?? '']?.[language] ?? ''
  return zh ? `${none}（${said}）` : `${none} (${said})`
}

function sayReview({ criterion, on, met, lack, ...of }: ReviewReason, language: Language): string {
  const zh = language === 'zh'
  const by = zh ? of.by : of.byEn
  const text = zh ? of.text : of.textEn
  const named = text === '' ? `${criterion} ` : zh ? `${criterion}（${text}）` : `${criterion} (${text})`
  const office = by ?? ''
  if (lack === 'list')
    return zh ? `缺少审核清单（reviews），不知 ${named}的审核结论` : `the list of reviews is missing, so the review of ${named} is unknown`
  if (lack === 'review')
    return zh ? `缺少${office}对 ${named}的审核结论` : `a review of ${named}${by === null ? '' : ` by ${by}`} is missing`
  if (lack === 'review-counts-as-no')
    return zh
      ? `没有${office}对 ${named}的审核结论，按未通过计`
      : `there is no review of ${named}${by === null ? '' : ` by ${by}`}, which counts as not met`
  const result = met === true ? { zh: '通过', en: 'met' } : { zh: '未通过', en: 'not met' }
  return zh
    ? `${on ?? ''} ${office}审核 ${named}${result.zh}`
    : `${named} was reviewed on ${on ?? ''}${by === null ? '' : ` by ${by}`}: ${result.en}`
}

const nodeWords = {
  bottomLine: { zh: '底线', en: 'bottom line' },
  criterion: { zh: '创建标准', en: 'criterion' },
  star: { zh: '星', en: 'star' },
} as const

type Named = Pick<NodeReason, 'what' | 'id' | 'text' | 'textEn'>

/** 底线 B1 不满足 */
export function verdict({ what, id, text, textEn }: Named, met: Truth, language: Language): string {
  const star = language === 'zh' ? text : `the star “${textEn}”`
  const subject = what === 'star' ? star : `${nodeWords[what][language]} ${id}`
  const held = what === 'star'
  if (language === 'zh')
    return `${subject} ${met === null ? '暂不能判断' : met ? (held ? '成立' : '满足') : held ? '不成立' : '不满足'}`.replace(
      /星 (?=成立|不成立|暂)/,
      '星',
    )
  return `${subject} ${met === null ? 'cannot be told yet' : met ? (held ? 'holds' : 'is met') : held ? 'does not hold' : 'is not met'}`
}

function decisive({ met, parts, op, least }: GatheredReason): readonly Reason[] {
  if (met === null) return parts.filter((part) => part.met === null)
  const agreeing = parts.filter((part) => part.met === met)
  return op === 'at-least' && met ? agreeing.slice(0, least) : agreeing
}

/** How many of a list are met, and how many are asked for (or, negated, must not be). */
function sayCount({ parts, least, met }: GatheredReason, language: Language, negated: boolean): string {
  const [all, held] = [parts.length, parts.filter((part) => part.met === true).length]
  if (language === 'en')
    return `${held} of ${all} are ${met === null ? 'known to be ' : ''}met, ${negated ? `fewer than ${least}` : `at least ${least}`} wanted`
  const found = held > 0 ? `${all} 项中满足 ${held} 项` : met === null ? `${all} 项中还没有满足的` : `${all} 项都不满足`
  return `${found}，${negated ? `要求少于 ${least} 项` : `至少要 ${least} 项`}`
}

function sayGathered(it: GatheredReason, language: Language, negated: boolean): string {
  const said = decisive(it).map((part) => sayReason(part, language, negated))
  const joined = said.join(language === 'zh' ? '；' : '; ')
  if (it.op !== 'at-least') return joined
  const counted = sayCount(it, language, negated)
  return joined === '' ? counted : language === 'zh' ? `${counted}（${joined}）` : `${counted} (${joined})`
}

/** The reason as part of a sentence; `negated` inside what must not be, where the opposite is asked for. */
export function sayReason(it: Reason, language: Language, negated = false): string {
  switch (it.kind) {
    case 'gathered':
      return sayGathered(it, language, negated)
    case 'not':
      return sayReason(it.part, language, !negated)
    case 'labelled':
      return `${it.label}${language === 'zh' ? '：' : ': '}${sayReason(it.part, language, negated)}`
    case 'cases':
      return sayCases(it, language, negated)
    case 'certificate':
      return sayCertificate(it, language)
    case 'review':
      return sayReview(it, language)
    case 'fact':
      return sayFact(it, language, negated)
    default:
      return verdict(it, it.met, language)
  }
}

/** The whole sentence: 因 2022-03-01 一起商户投诉成立，底线 B1 不满足 */
export function because(node: Named, reason: Reason, language: Language): string {
  const [why, what] = [sayReason(reason, language), verdict(node, reason.met, language)]
  if (why === '') return what
  if (language === 'en') return reason.met === null ? `${what}: ${why}` : `${what}, because ${why}`
  return `${reason.met === false ? '因 ' : ''}${why}，${what}`.replace(/^因 (?![A-Za-z\d])/, '因')
}
