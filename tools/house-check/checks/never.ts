// The burden and privacy law held over names and strings: what is never recorded has no column, no field and no label.

import type { Finding } from '../../source/finding.ts'
import type { Check, House } from '../house.ts'
import { textOf } from '../house.ts'
import { readAllowed } from '../never/allow.ts'
import { judgedText } from '../never/texts.ts'
import { neverWords, plainWords } from '../never/words.ts'

const rule = 'never'
const list = 'tools/house-check/never/allow.txt'

interface Hit {
  readonly path: string
  readonly line: number
  readonly word: string
  readonly why: string
}

function hitsIn(house: House): Hit[] {
  const hits: Hit[] = []
  for (const file of house.files) {
    const lines = judgedText(file)?.split('\n') ?? []
    for (const [index, text] of lines.entries()) {
      const words = plainWords(text)
      for (const { why, pattern } of neverWords)
        for (const match of words.matchAll(pattern)) hits.push({ path: file.path, line: index + 1, word: match[0], why })
    }
  }
  return hits
}

export const never: Check = (house) => {
  const allowed = readAllowed(textOf(house, list))
  const used = new Set<number>()
  const findings: Finding[] = []
  for (const hit of hitsIn(house)) {
    const by = allowed.find(({ path, word }) => path === hit.path && word === hit.word)
    if (by === undefined)
      findings.push({
        rule,
        path: hit.path,
        line: hit.line,
        message: `“${hit.word}”: ${hit.why}. If it means something else, say what in ${list}`,
      })
    else used.add(by.line)
  }
  for (const one of allowed) {
    if (one.reason === '') findings.push({ rule, path: list, line: one.line, message: `${one.path} | ${one.word} has no reason` })
    if (!used.has(one.line))
      findings.push({ rule, path: list, line: one.line, message: `${one.path} | ${one.word} allows nothing any more: take it out` })
  }
  return findings
}
