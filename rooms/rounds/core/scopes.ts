// Which part of a post's reach a reader asked for.

import type { Code } from '#ground/kernel/code.ts'

/** The part of the scopes at and below a unit. */
export function scopesBelow(scopes: readonly Code[], below: Code | undefined): readonly Code[] {
  if (below === undefined) return scopes
  return scopes.flatMap((scope) => (below.startsWith(scope) ? [below] : scope.startsWith(below) ? [scope] : []))
}
