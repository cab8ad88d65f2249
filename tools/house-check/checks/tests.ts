// What keeps tests true on a busy machine and beside each other.
//
// What a page shows arrives when it arrives: a journey that reads it once and compares passes when it is quiet and fails when it
// is not, so what a page shows is asked until it holds. And files of one worker share what they import, so a file that puts
// another module in the place of one is kept apart by its name.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

const readOnce =
  /\bexpect\(\s*await [^\n]*\.(count|isVisible|isHidden|isDisabled|isEnabled|isChecked|textContent|innerText|inputValue|getAttribute|allTextContents|allInnerTexts|evaluate|evaluateAll|boundingBox)\([^)\n]*\)[,)]/g
const replaced = /\bvi\.(mock|doMock|hoisted)\(/g

export const tests: Check = (house) => {
  const findings: Finding[] = []
  for (const file of pick(house.files, /\.test\.ts$/)) {
    const find = (rule: string, pattern: RegExp, message: string): void => {
      for (const match of file.text.matchAll(pattern))
        findings.push({ rule, path: file.path, line: lineAt(file.text, match.index), message: `${match[1]}: ${message}` })
    }
    if (file.path.endsWith('.journey.test.ts')) find('read-once', readOnce, 'a page is asked until it holds, by expect.poll(() => …)')
    if (!/\/isolated-[^/]+$/.test(file.path)) find('replaced', replaced, 'a test that replaces a module is called isolated-*.test.ts')
  }
  return findings
}
