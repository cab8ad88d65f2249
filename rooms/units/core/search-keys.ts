// What a unit is found by: pairs of characters of its name, the region it lies in, and the pinyin initials.
// The region stands among the pairs, so that one index answers "this pair, in these prefectures" and a search can go through
// the country in the order of codes and stop early, instead of sorting the ten thousands that bear a common pair.
// The pairs that villages by the ten thousands bear (…社区居民委员会, …庄村) find nothing among villages and are left out there,
// of the index and of queries alike; upper levels are few and keep all pairs.

import { pinyin } from 'pinyin-pro'
import { bigrams, foldText } from '#ground/kernel/bigrams.ts'
import { levelOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'

const everywhere = new Set(['社区', '区居', '居委', '委会', '居民', '民委', '委员', '员会', '村委', '村民', '村村', '庄村'])

const villageLevel = 5

/** First-character mark, so that one character finds names that begin with it. */
const beginning = (folded: string): string => `^${String.fromCodePoint(folded.codePointAt(0) ?? 0x20)}`

const plainName = /^[\u4e00-\u9fff]+$/

const countyLength = 6
const regionLength = 4

/** The mark of the prefecture a township or village lies in; one mark for all units above. No pair of letters looks like it. */
export const regionOf = (code: Code): string => (code.length > countyLength ? `@${code.slice(0, regionLength)}` : '@')

/** Pairs of neighbouring characters, a mark for the first one and one for the region; at village level without the endings. */
export function gramsOf(name: string, code: Code): string[] {
  const level = levelOf(code)
  const plain = plainName.test(name)
  const folded = plain ? name : foldText(name)
  const grams = folded === '' ? [] : [plain ? `^${name.charAt(0)}` : beginning(folded)]
  const add = (pair: string): void => {
    if ((level < villageLevel || !everywhere.has(pair)) && !grams.includes(pair)) grams.push(pair)
  }
  if (plain) for (let end = 2; end <= name.length; end += 1) add(name.slice(end - 2, end))
  else for (const pair of bigrams(name)) add(pair)
  grams.push(regionOf(code))
  return grams
}

export type SearchTerm =
  | { readonly by: 'code'; readonly prefix: string }
  | { readonly by: 'initials'; readonly prefix: string }
  /** `grams` narrow by the index (`villageGrams` among villages), `text` must be contained in the name, or begin it when `begins`. */
  | {
      readonly by: 'name'
      readonly grams: readonly string[]
      readonly villageGrams: readonly string[]
      readonly text: string
      readonly begins: boolean
    }

/** How a query is looked up; the first that finds something wins. */
export function searchTerms(query: string): SearchTerm[] {
  const text = foldText(query.trim())
  if (text === '') return []
  const letters = [...text]
  const pairs = letters.length === 1 ? [beginning(text)] : bigrams(text).filter((pair) => [...pair].length === 2)
  const villageGrams = pairs.filter((pair) => !everywhere.has(pair))
  const byName: SearchTerm = { by: 'name', grams: pairs, villageGrams, text, begins: letters.length === 1 }
  if (/^\d+$/.test(text)) return [{ by: 'code', prefix: text }, byName]
  if (/^[a-z]+$/.test(text)) return [{ by: 'initials', prefix: text }, byName]
  return [byName]
}

const known = new Map<string, string>()

function initialOf(character: string): string {
  const cached = known.get(character)
  if (cached !== undefined) return cached
  const first = pinyin(character, { pattern: 'first', toneType: 'none' }).toLowerCase()
  const initial = /^[a-z0-9]$/.test(first) ? first : ''
  known.set(character, initial)
  return initial
}

/** Pinyin initials, lower case: 碧沙岗 is `bsg`. `whole` reads the name as a word (重庆 is `cq`), slower, for the upper levels. */
export function initialsOf(name: string, whole = false): string {
  if (whole) {
    const read = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    return read
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  }
  let initials = ''
  for (const character of name) initials += initialOf(character)
  return initials
}
