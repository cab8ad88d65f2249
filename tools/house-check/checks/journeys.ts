// What a page shows arrives when it arrives. A journey that reads it once and compares passes on a quiet machine and fails on a
// busy one; so what a page shows is asked until it holds (`expect.poll`), as a reader looks until it is there.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

const readOnce =
  /\bexpect\(\s*await [^\n]*\.(count|isVisible|isHidden|isDisabled|isEnabled|isChecked|textContent|innerText|inputValue|getAttribute|allTextContents|allInnerTexts)\([^)\n]*\)[,)]/g

export const journeys: Check = (house) =>
  pick(house.files, /\.journey\.test\.ts$/).flatMap((file) =>
    [...file.text.matchAll(readOnce)].map(
      (match): Finding => ({
        rule: 'read-once',
        path: file.path,
        line: lineAt(file.text, match.index),
        message: `${match[1]}: a page is asked until it holds, by expect.poll(() => …)`,
      }),
    ),
  )
