// Reads the house from disk once, so that all checks look at the same text. Takes the root as an argument:
// the tests of the checks plant small houses in temporary folders.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** Path from the root with forward slashes. */
  readonly path: string
  readonly text: string
}

const leftOut = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results', 'playwright-report'])
const textEndings =
  /\.(ts|tsx|js|mjs|cjs|json|sql|md|css|html|txt|csv|yml|yaml|svg|webmanifest)$|(^|\/)(LICENSE|\.gitignore|run|pre-commit)$/
const largest = 2_000_000

/** Whether a folder holds nothing that anybody wrote by hand; `data` inside a room is source, at the root it is not. */
function isLeftOut(path: string, name: string): boolean {
  if (name === '.git') return true
  return leftOut.has(name) && (name !== 'data' || path === 'data')
}

/** Every text file below the root, sorted by path. */
export function readTree(root: string): SourceFile[] {
  const files: SourceFile[] = []
  const pending = ['']
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!isLeftOut(path, entry.name)) pending.push(path)
      } else if (entry.isFile() && textEndings.test(path) && statSync(join(root, path)).size <= largest) {
        files.push({ path, text: readFileSync(join(root, path), 'utf8') })
      }
    }
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Files whose path matches. */
export function pick(files: readonly SourceFile[], pattern: RegExp): SourceFile[] {
  return files.filter((file) => pattern.test(file.path))
}
