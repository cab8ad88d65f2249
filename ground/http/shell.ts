// The public face's frame, found by its place.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PublicShell } from './page.ts'

/** Loads faces/public/shell.ts. */
export async function loadShell(root: string): Promise<PublicShell> {
  const path = join(root, 'faces', 'public', 'shell.ts')
  if (!existsSync(path)) throw new Error('faces/public/shell.ts is missing')
  return ((await import(pathToFileURL(path).href)) as { shell: PublicShell }).shell
}
