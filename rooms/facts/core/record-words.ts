// The words that records show: levels, kinds of unit, kinds of record; the same for screen and sheet.

import type { Text } from '#ground/kernel/problem.ts'
import type { Level, UnitKind } from './fact-sheet.ts'
import { levels } from './fact-sheet.ts'

/** Levels of a certificate. */
export const levelNames: Readonly<Record<Level, Text>> = {
  township: { zh: '乡镇(街道)级', en: 'township' },
  county: { zh: '县(区)级', en: 'county' },
  prefecture: { zh: '市级', en: 'prefecture' },
  province: { zh: '省级', en: 'province' },
  nation: { zh: '国家级', en: 'nation' },
}

/** Kinds of unit that fill in forms. */
export const kindNames: Readonly<Record<UnitKind, Text>> = {
  village: { zh: '村', en: 'villages' },
  community: { zh: '社区', en: 'communities' },
}

/** What a review came to. */
export const resultNames: Readonly<Record<'met' | 'not-met', Text>> = {
  met: { zh: '达到', en: 'met' },
  'not-met': { zh: '未达到', en: 'not met' },
}

/** The level that a cell of a sheet names; null for another word. */
export function readLevel(cell: string): Level | null {
  const text = cell.normalize('NFKC').trim().toLowerCase()
  const bare = (word: string): string => word.replace(/\(.*\)/, '').replace(/级$/, '')
  return levels.find((level) => level === text || levelNames[level].zh === text || bare(levelNames[level].zh) === bare(text)) ?? null
}

/** Types of case that are met everywhere; others are open words and shown as they are. */
export const caseTypeNames: Readonly<Record<string, Text>> = {
  'merchant-complaint': { zh: '商户投诉', en: 'complaint of a merchant' },
  'resident-request': { zh: '居民诉求', en: 'request of a resident' },
  'administrative-penalty': { zh: '行政处罚', en: 'administrative penalty' },
  'criminal-case': { zh: '刑事案件', en: 'criminal case' },
  'safety-accident': { zh: '安全事故', en: 'safety accident' },
}

/** The type that a cell of a sheet names: a known word under its code, any other as written. */
export function readCaseType(cell: string): string {
  const text = cell.trim()
  return Object.entries(caseTypeNames).find(([, { zh, en }]) => zh === text || en === text)?.[0] ?? text
}
