// What an import specifier points at: a file of the house, a package, or nothing.

import { posix } from 'node:path'

export type Target = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly name: string }

const subpath = /^#(ground|rooms|faces|doors|packs|tools)\//

/** Resolves as Node does with the `imports` of package.json: `#ground/x.ts`, `./x.ts`, `pg`, `node:fs`. */
export function resolve(from: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '')
  if (subpath.test(bare)) return { kind: 'file', path: bare.slice(1) }
  if (bare.startsWith('.')) return { kind: 'file', path: posix.normalize(posix.join(posix.dirname(from), bare)) }
  if (bare.startsWith('node:')) return { kind: 'package', name: bare }
  return {
    kind: 'package',
    name: bare
      .split('/')
      .slice(0, bare.startsWith('@') ? 2 : 1)
      .join('/'),
  }
}

/** Whether a package is on a list; `@fastify/*` and `node:` stand for all below them. */
export function onList(name: string, list: readonly string[]): boolean {
  return list.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === 'node:' ? name.startsWith('node:') : entry === name,
  )
}
