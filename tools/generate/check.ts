// Whether what is derived has been committed as it is now, and whether a breaking change has been announced.
// docs/api/released.json is the description that programs outside may rely on; `npm run generate -- --release` moves it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { announcedEndpoints, breakingChanges } from './breaking.ts'
import { derivedFiles } from './derived.ts'

export const releasedFile = 'docs/api/released.json'

const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Faults, a line each; empty when all is well. */
export async function checkDerived(root: string): Promise<string[]> {
  const files = await derivedFiles(root)
  const faults = [...files]
    .filter(([path, text]) => read(join(root, path)) !== text)
    .map(([path]) => `${path} is not what the contracts say now: run npm run generate`)
  const released = read(join(root, releasedFile))
  if (released === '') return [...faults, `${releasedFile} is missing: run npm run generate -- --release`]
  const announced = announcedEndpoints(read(join(root, 'CHANGELOG.md')))
  const before = JSON.parse(released) as Record<string, unknown>
  const after = JSON.parse(files.get('docs/api/openapi.json') ?? '{}') as Record<string, unknown>
  for (const { endpoint, what } of breakingChanges(before, after)) {
    if (!announced.includes(endpoint))
      faults.push(`${endpoint}: ${what}; a breaking change is announced in CHANGELOG.md under "### Breaking" first`)
  }
  return faults
}
