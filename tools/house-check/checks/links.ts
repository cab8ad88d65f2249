// Every relative link of every page leads somewhere: to a file or folder of the house and, behind a `#`, to a heading
// of that page. Links to elsewhere are not followed: a check must not depend on the network.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Finding, lineAt } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

const link = /\]\(\s*<?([^)\s>]+)>?[^)]*\)/g
const elsewhere = /^([a-z][a-z0-9+.-]*:|\/\/)/i

/** Code holds examples, not links; its lines stay so that the others keep their numbers. */
const withoutCode = (text: string): string =>
  text.replace(/^```[^]*?^```/gm, (block) => block.replace(/[^\n]/g, ' ')).replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))

/** The name by which a page's heading is linked to. */
const anchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchors = (text: string): string[] => [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map((match) => anchor(match[1] ?? ''))

export const links: Check = ({ root, files }) => {
  const findings: Finding[] = []
  for (const file of pick(files, /\.md$/)) {
    for (const match of withoutCode(file.text).matchAll(link)) {
      const written = match[1] ?? ''
      if (elsewhere.test(written)) continue
      const [path = '', heading] = decodeURI(written).split('#')
      const target = path === '' ? join(root, file.path) : join(root, dirname(file.path), path)
      const say = (message: string): number =>
        findings.push({ rule: 'link', path: file.path, line: lineAt(file.text, match.index), message })
      if (!existsSync(target)) say(`${written} leads nowhere`)
      else if (heading !== undefined && target.endsWith('.md') && !anchors(readFileSync(target, 'utf8')).includes(heading))
        say(`${written}: that page has no such heading`)
    }
  }
  return findings
}
