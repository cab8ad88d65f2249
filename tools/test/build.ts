// Journeys walk through the built faces: build them first when they are missing or older than what they are made of.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readBuilt } from '#ground/http/faces.ts'
import { houseRoot } from '#ground/http/house.ts'
import { digestOfSources } from '#ground/instance/face-sources.ts'

/** Builds the faces when they are not those of the sources below the root; false when the build failed. */
export async function buildWhenStale(root: string): Promise<boolean> {
  if (readBuilt(join(root, 'dist'))?.sources === (await digestOfSources(root))) return true
  console.error('building the faces …')
  const program = join(houseRoot, 'tools', 'vite', 'main.ts')
  return spawnSync(process.execPath, [program, root], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}
