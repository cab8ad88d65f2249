// Core and kernel ask neither the machine's clock nor its dice. The lint rule knows `Date.now` and `Math.random`;
// the empty `new Date()` and `Date()` only the syntax tree shows.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { parse, walk } from '../../source/syntax.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

export const clock: Check = (house) => {
  const findings: Finding[] = []
  for (const file of pick(house.files, /^(rooms\/[^/]+\/core|ground\/kernel)\/(?!.*\.test\.ts$).*\.ts$/)) {
    walk(parse(file).program, (node) => {
      const callee = node['callee'] as { name?: string } | undefined
      const bare = (node.type === 'NewExpression' && (node['arguments'] as unknown[]).length === 0) || node.type === 'CallExpression'
      if (bare && callee?.name === 'Date') {
        findings.push({
          rule: 'clock',
          path: file.path,
          line: lineAt(file.text, node.start),
          message: 'core never asks the machine for the time: take a `Clock` or a `Day` (#ground/kernel/clock.ts) as an argument',
        })
      }
      return true
    })
  }
  return findings
}
