// What core and kernel export is documented: shapes, units, errors, source of the rule. A comment stands right before it.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { type Node, parse } from '../../source/syntax.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'

/** Types that only name a shape speak for themselves; what computes does not. */
const speaking = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'])

function nameOf(declaration: Node): string {
  const declarators = declaration['declarations'] as readonly Node[] | undefined
  const id = (declarators?.[0]?.['id'] ?? declaration['id']) as { readonly name?: string } | undefined
  return id?.name ?? 'an export'
}

export const documented: Check = (house) => {
  const findings: Finding[] = []
  for (const file of pick(house.files, /^(rooms\/[^/]+\/core|ground\/kernel)\/(?!.*\.(test|gen)\.ts$).*\.ts$/)) {
    const { program, comments } = parse(file)
    let before: string | null = null
    for (const node of program['body'] as readonly Node[]) {
      const declaration = node['declaration'] as Node | null | undefined
      if (node.type !== 'ExportNamedDeclaration' || !declaration || speaking.has(declaration.type)) continue
      const name = nameOf(declaration)
      const hasComment = comments.some(({ end }) => end <= node.start && file.text.slice(end, node.start).trim() === '')
      // The further signatures of an overload stand under the comment of the first.
      if (!hasComment && name !== before)
        findings.push({
          rule: 'documented',
          path: file.path,
          line: lineAt(file.text, node.start),
          message: `${name} is exported without a word about it`,
        })
      before = name
    }
  }
  return findings
}
