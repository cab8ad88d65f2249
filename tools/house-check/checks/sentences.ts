// No sentence in a component: what a user reads comes from zh.ts and en.ts. Found in the syntax tree: text between tags
// and string literals that hold Chinese or several English words.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { literalText, parse, walk } from '../../source/syntax.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

const han = /\p{Script=Han}/u
/** Attributes that hold code words, not sentences. */
const code = new Set([
  'className',
  'style',
  'd',
  'viewBox',
  'transform',
  'points',
  'href',
  'src',
  'rel',
  'to',
  'gridTemplateColumns',
  'gridTemplateAreas',
])

/** Three words in a row with blanks between them, the first or last of them more than a code word. */
function isEnglishSentence(text: string): boolean {
  return (
    /^[^<>{}=;/]*[A-Za-z][a-z']+ [A-Za-z][a-z']* [A-Za-z][a-z']+/.test(text.trim()) &&
    (/^[A-Z]/.test(text.trim()) || /[.?!…]$/.test(text.trim()) || text.trim().split(/\s+/).length >= 5)
  )
}

export const sentences: Check = (house) => {
  const findings: Finding[] = []
  for (const file of pick(house.files, /^(?!.*\.test\.tsx$).*\.tsx$/)) {
    const say = (start: number, text: string): number =>
      findings.push({
        rule: 'sentence',
        path: file.path,
        line: lineAt(file.text, start),
        message: `move “${text.trim().slice(0, 40)}” to zh.ts and en.ts`,
      })
    walk(parse(file).program, (node) => {
      if (node.type === 'JSXAttribute' && code.has((node['name'] as { name?: string }).name ?? '')) return false
      if (node.type === 'JSXText') {
        const text = file.text.slice(node.start, node.end)
        if (han.test(text) || /[A-Za-z]{2}/.test(text)) say(node.start, text)
        return false
      }
      const text = literalText(node)
      if (text !== undefined && (han.test(text) || isEnglishSentence(text))) say(node.start, text)
      if (node.type === 'TemplateElement' && han.test((node['value'] as { raw: string }).raw))
        say(node.start, (node['value'] as { raw: string }).raw)
      return node.type !== 'ImportDeclaration'
    })
  }
  return findings
}
