// Puts a finished build where servers look for it without a moment in which anything is missing: first files whose names
// stand for their content, then each face's page and worker, last the list; each by a rename. Files of the build before
// stay, because pages that are open ask for them later. Two builds at once publish the same bytes twice.

import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { builtFile, readBuilt } from '#ground/http/faces.ts'
import type { BuiltFace, BuiltFaces } from '#ground/http/faces.ts'

/** Every file below the folder, as paths from it with forward slashes. */
export async function filesOf(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return paths.map((path) => path.replaceAll('\\', '/')).toSorted()
}

/** What another build that is under way has put down is younger. */
const oldMs = 3_600_000

async function sweep(dist: string, kept: ReadonlySet<string>): Promise<void> {
  const now = Date.now()
  for (const path of await filesOf(dist)) {
    const full = join(dist, path)
    if (kept.has(path.replace(/\.(br|gz)$/, ''))) continue
    const age = await stat(full).then(
      (found) => now - found.mtimeMs,
      () => 0,
    )
    if (age > oldMs) await rm(full, { force: true })
  }
}

const addressesOf = (built: BuiltFaces): string[] => built.faces.flatMap((face) => face.files)

/** Moves what lies in `made` into `dist` and writes down what it is. */
export async function publish(made: string, dist: string, sources: string, faces: readonly BuiltFace[]): Promise<void> {
  const previous = readBuilt(dist)
  const before = previous === null ? [] : previous.sources === sources ? previous.before : addressesOf(previous)
  const built: BuiltFaces = { sources, faces, before }
  await writeFile(builtFile(made), `${JSON.stringify(built, null, 1)}\n`)
  const paths = await filesOf(made)
  const isAsset = (path: string): boolean => path.startsWith('assets/')
  const last = relative(made, builtFile(made))
  const ordered = [...paths.filter(isAsset), ...paths.filter((path) => !isAsset(path) && path !== last), last]
  for (const path of ordered) {
    await mkdir(dirname(join(dist, path)), { recursive: true })
    await rename(join(made, path), join(dist, path))
  }
  await sweep(dist, new Set([...ordered, ...[...before, ...addressesOf(built)].map((address) => address.slice(1))]))
}
