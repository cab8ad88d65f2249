// Reads the `needs` of every name-plate from its text, so that a room that does not run yet can still be judged.

import { literalText, type Syntax, walk } from '../source/syntax.ts'

/** The rooms named in `needs: [...]`; null when the plate has no such list. */
export function needsOf(plate: Syntax): string[] | null {
  let needs: string[] | null = null
  walk(plate.program, (node) => {
    const key = node['key'] as { name?: string; value?: string } | undefined
    const value = node['value'] as { type?: string; elements?: readonly unknown[] } | undefined
    if (node.type === 'Property' && (key?.name ?? key?.value) === 'needs' && value?.type === 'ArrayExpression') {
      needs = (value.elements ?? []).map((element) => literalText(element) ?? '')
      return false
    }
    return needs === null
  })
  return needs
}
