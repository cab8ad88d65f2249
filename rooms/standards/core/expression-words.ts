// The words of rules in both languages, each said once: the reader accepts every one of a list, the printer writes the first.

import type { Language } from '#ground/kernel/problem.ts'
import type { Level } from '#rooms/facts/core/fact-sheet.ts'
import type { Comparator } from './expression.ts'

type Words = Readonly<Record<Language, readonly [string, ...string[]]>>

/** The words of the grammar. */
export const keywords = {
  all: { zh: ['全部'], en: ['ALL'] },
  any: { zh: ['任一'], en: ['ANY'] },
  not: { zh: ['非'], en: ['NOT'] },
  atLeast: { zh: ['至少'], en: ['AT_LEAST'] },
  items: { zh: ['项'], en: ['OF'] },
  count: { zh: ['次数'], en: ['COUNT'] },
  none: { zh: ['无', '没有'], en: ['NO'] },
  within: { zh: ['近'], en: ['WITHIN'] },
  months: { zh: ['个月'], en: ['MONTHS', 'MONTH'] },
  certificate: { zh: ['证书'], en: ['CERT'] },
  at: { zh: ['级以上', '级及以上'], en: ['AT'] },
  reviewed: { zh: ['审核通过'], en: ['REVIEWED'] },
  by: { zh: ['由'], en: ['BY'] },
  elseNo: { zh: ['未审核按未通过'], en: ['ELSE'] },
  star: { zh: ['星'], en: ['STAR'] },
  yes: { zh: ['是'], en: ['YES'] },
  no: { zh: ['否'], en: ['NO'] },
} as const satisfies Readonly<Record<string, Words>>

export type Keyword = keyof typeof keywords

/** Levels of certificates as rules write them. */
export const levelWords: Readonly<Record<Level, readonly [zh: string, en: string]>> = {
  township: ['乡镇', 'township'],
  county: ['县', 'county'],
  prefecture: ['市', 'prefecture'],
  province: ['省', 'province'],
  nation: ['国家', 'nation'],
}

/** How comparisons may be written; the first stands in English texts, the second in Chinese ones. */
export const comparisonSigns: Readonly<Record<Comparator, readonly [en: string, zh: string, ...others: string[]]>> = {
  '>=': ['>=', '≥', '不低于', '不少于'],
  '<=': ['<=', '≤', '不高于', '不超过'],
  '!=': ['!=', '≠', '不等于'],
  '=': ['=', '=', '＝', '等于'],
  '>': ['>', '>', '＞', '高于', '超过'],
  '<': ['<', '<', '＜', '低于', '少于'],
}

/** Words that open a rule or a value in English: no id may be one of them. */
export const reservedWords: ReadonlySet<string> = new Set(Object.values(keywords).flatMap(({ en }) => [...en]))
