// Where a printed figure comes from, in words: the query, the record it was read from, when, and the digest of that record. What
// is printed here can be held against the screen and the public page, which say the same.

import type { Text } from '#ground/kernel/problem.ts'
import type { Figure, FigureSource } from './content.ts'

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

/** Figures of one cut: the same query of the same record at the same moment. */
export interface Cut {
  readonly query: string
  readonly source: FigureSource
  readonly figures: readonly Figure[]
}

/** Figures by the cut they come from, in their order: what is the same for many is said once. */
export function cutsOf(figures: readonly Figure[]): Cut[] {
  const cuts = Map.groupBy(figures, ({ query, source }) => JSON.stringify([query, source.kind, source.id, source.digest, source.at]))
  return [...cuts.values()].flatMap((of) => (of[0] === undefined ? [] : [{ query: of[0].query, source: of[0].source, figures: of }]))
}

/** The lines of small print at the end of the document, one a cut. */
export const noteLines = (figures: readonly Figure[]): string[] =>
  cutsOf(figures).map(
    ({ query, source, figures: of }, index) =>
      `${index + 1}. ${of.map(({ label, value }) => `${label} ${value}`).join('，')}：${queryName(query).zh}，${momentText(source.at)} 取数，校验码 ${shortDigest(source.digest)}`,
  )
