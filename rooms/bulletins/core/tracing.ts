// Where a printed figure comes from, in words: the query, the record it was read from, when, and the digest of that record. What
// is printed here can be held against the screen and the public page, which say the same.

import type { Text } from '#ground/kernel/problem.ts'
import type { Figure } from './content.ts'

/** What a query asks, for the rooms that draft bulletins; another one is shown by its own name. */
const queries: Readonly<Record<string, Text>> = {
  'rounds.published': { zh: '亮赛比公布的结果', en: 'the published result of the round' },
  'ledger.entriesOf': { zh: '台账条目', en: 'entries of the ledger' },
  'stars.certified': { zh: '星级名单', en: 'the list of certified stars' },
  'ledger.quarterCounts': { zh: '台账按季统计', en: 'the ledger, counted by quarter' },
}

/** The name of a query. */
export const queryName = (query: string): Text => queries[query] ?? { zh: query, en: query }

/** Where anybody reads the record a figure comes from; null when it has no public page. */
export const openPathOf = ({ source }: Figure, unit: string): string | null =>
  source.kind === 'round' ? `/rounds/${unit}/${source.id}` : source.kind === 'stars' ? '/stars' : null

/** Where an official reads it. */
export function deskPathOf({ source }: Figure, unit: string): string | null {
  if (source.kind === 'round') return `/desk/rounds/${unit}/${source.id}`
  if (source.kind === 'stars') return '/desk/stars/honours'
  return source.kind === 'ledger' ? '/desk/ledger' : null
}

/** `2026-09-08 09:00`, in China. */
export const momentText = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** The first characters of a digest: enough to hold two against each other. */
export const shortDigest = (digest: string): string => digest.slice(0, 16)

/** The lines of small print at the end of the document. */
export const noteLines = (figures: readonly Figure[]): string[] =>
  figures.map(
    ({ label, value, query, source }, index) =>
      `${index + 1}. ${label} ${value}：${queryName(query).zh}，${momentText(source.at)} 取数，校验码 ${shortDigest(source.digest)}`,
  )
