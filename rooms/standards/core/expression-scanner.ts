// Walks over the text of a rule piece by piece. Scanning is asked for by the reader, because what a Chinese run of characters
// is (a keyword, a measure) depends on where it stands; Chinese and English punctuation count the same.

import type { Language, Text } from '#ground/kernel/problem.ts'
import { keywords } from './expression-words.ts'
import type { Keyword } from './expression-words.ts'

/** Ends the reading at the first place that cannot be read; caught where the reading began. */
export class Unreadable extends Error {
  readonly at: number
  readonly wanted: Text
  constructor(at: number, wanted: Text) {
    super(wanted.en)
    this.at = at
    this.wanted = wanted
  }
}

export interface Scanner {
  readonly text: string
  at: number
  depth: number
}

const blank = /[\s\u3000]*/y
const idPattern = /[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9_-])/y
const decimal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?![\d.])/y
const quoted = /["“”]([^"“”\r\n]{1,100})["“”]/y
const measure = /[%‰]|\p{Script=Han}{1,8}/uy
const signs = { '(': '(（', ')': ')）', ',': ',，、', ':': ':：' } as const

function take(scanner: Scanner, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scanner.at
  const match = pattern.exec(scanner.text)
  if (match !== null) scanner.at = pattern.lastIndex
  return match
}

/** Moves over blanks. */
export function skip(scanner: Scanner): void {
  take(scanner, blank)
}

/** Whether nothing but blanks is left. */
export function ended(scanner: Scanner): boolean {
  skip(scanner)
  return scanner.at === scanner.text.length
}

/** Stops the reading here. */
export function stop(scanner: Scanner, wanted: Text): never {
  skip(scanner)
  throw new Unreadable(scanner.at, wanted)
}

/** Takes a sign in either script. */
export function takeSign(scanner: Scanner, sign: keyof typeof signs): boolean {
  skip(scanner)
  const letter = scanner.text[scanner.at]
  if (letter === undefined || !signs[sign].includes(letter)) return false
  scanner.at += 1
  return true
}

/** Takes one of some texts as they stand, the longest that fits. */
export function takeOneOf<T>(scanner: Scanner, choices: readonly (readonly [text: string, value: T])[]): T | undefined {
  skip(scanner)
  const found = choices.filter(([text]) => scanner.text.startsWith(text, scanner.at)).sort(([a], [b]) => b.length - a.length)[0]
  if (found === undefined) return undefined
  scanner.at += found[0].length
  return found[1]
}

function englishWord(scanner: Scanner, word: string): boolean {
  return scanner.text.startsWith(word, scanner.at) && !/[A-Za-z0-9_-]/.test(scanner.text[scanner.at + word.length] ?? ' ')
}

/** Takes a keyword in one of the languages (both, unless told) and tells in which. */
export function takeWord(scanner: Scanner, word: Keyword, languages: readonly Language[] = ['zh', 'en']): Language | null {
  skip(scanner)
  for (const language of languages) {
    const fits = [...keywords[word][language]].filter((one) =>
      language === 'zh' ? scanner.text.startsWith(one, scanner.at) : englishWord(scanner, one),
    )
    const longest = fits.sort((a, b) => b.length - a.length)[0]
    if (longest === undefined) continue
    scanner.at += longest.length
    return language
  }
  return null
}

/** Takes an id: of a fact, a case type, a criterion, a bottom line, a star. */
export function takeId(scanner: Scanner): string | null {
  skip(scanner)
  return take(scanner, idPattern)?.[0] ?? null
}

/** Takes a decimal. */
export function takeDecimal(scanner: Scanner): string | null {
  skip(scanner)
  return take(scanner, decimal)?.[0] ?? null
}

/** Takes a text in quotes of either script. */
export function takeQuoted(scanner: Scanner): string | null {
  skip(scanner)
  return take(scanner, quoted)?.[1]?.trim() || null
}

/** Takes what follows a number: 万元, 户, %. */
export function takeMeasure(scanner: Scanner): string | null {
  skip(scanner)
  return take(scanner, measure)?.[0] ?? null
}
