// What an entry is found by: pairs of characters of its texts, and marks of the prefecture and county that mends it.

import { bigrams } from '#ground/kernel/bigrams.ts'
import type { Code } from '#ground/kernel/code.ts'

const [prefectureLength, countyLength] = [4, 6]

/** What is kept of an entry's texts. */
export function searchWords(texts: readonly string[], subject: Code): string[] {
  const marks = [prefectureLength, countyLength].map((length) => `@${subject.slice(0, length)}`)
  return [...new Set([...texts.flatMap(bigrams), ...marks])]
}

/** Pairs that whatever holds the words holds as well; a single letter has none. */
export const pairsOf = (words: readonly string[]): string[] => [...new Set(words.flatMap(bigrams))].filter((pair) => [...pair].length === 2)

/** The mark of a county or a prefecture around the one unit that is asked for; none for a province, or for several. */
export function marksOf(below: readonly Code[]): string[] {
  const [only, ...others] = below
  if (only === undefined || others.length > 0 || only.length < prefectureLength) return []
  return [`@${only.slice(0, only.length < countyLength ? prefectureLength : countyLength)}`]
}
