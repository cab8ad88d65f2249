// Nothing half done: no notes to oneself, no muted compiler, no test that does not run. And every file of core, data and
// ground opens with a comment that says what it is for.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

const note = new RegExp(`\\b(${['TO', 'FIX'].map((word, index) => word + ['DO', 'ME'][index]).join('|')}|XXX|HACK)\\b`, 'g')
const muted = /@ts-(ignore|nocheck|expect-error)|\b(oxlint|eslint)-disable(?!-next-line [a-z@/-]+ -- \S)/g
const unrun = /\b(test|it|describe)\.(skip|only|todo|fails)(If)?\b|\bctx\.skip\(/g

export const leftovers: Check = (house) => {
  const findings: Finding[] = []
  for (const file of pick(house.files, /\.(ts|tsx|sql|css|js|mjs)$/)) {
    if (file.path.startsWith('tools/house-check/')) continue
    const find = (pattern: RegExp, message: string): void => {
      for (const match of file.text.matchAll(pattern))
        findings.push({ rule: 'leftover', path: file.path, line: lineAt(file.text, match.index), message: `${match[0]}: ${message}` })
    }
    find(note, 'do it, or write an issue')
    find(muted, 'fix the cause; a lint rule may be silenced for one line with ` -- reason`')
    if (/\.test\.tsx?$/.test(file.path)) find(unrun, 'a test runs or is not there')
  }
  for (const file of pick(house.files, /^(rooms\/[^/]+\/(core|data)|ground)\/(?!.*\.(test|gen)\.).*\.(ts|tsx|sql)$/)) {
    if (!/^(#!.*\n)?\s*(\/\/|\/\*|--)/.test(file.text))
      findings.push({ rule: 'opening', path: file.path, line: 1, message: 'opens without saying what it is for and why it has this shape' })
  }
  return findings
}
