// Builds every face found by the floor plan (faces/<face>/index.html) into dist.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { BuiltFace, FacePlate } from '#ground/http/faces.ts'
import { digestOfSources, faceNames } from '#ground/instance/face-sources.ts'
import { faceConfig } from './config.ts'
import { filesOf, publish } from './publish.ts'
import { buildWorker, workerSource } from './worker.ts'

async function plateOf(root: string, face: string): Promise<FacePlate> {
  const path = join(root, 'faces', face, 'face.ts')
  return existsSync(path) ? ((await import(pathToFileURL(path).href)) as { readonly face: FacePlate }).face : {}
}

async function buildFace(root: string, name: string, out: string): Promise<BuiltFace> {
  await build(faceConfig(root, name, out))
  const assets = await filesOf(join(out, 'assets', name))
  const files = assets.filter((path) => !/\.(br|gz|map)$/.test(path)).map((path) => `/assets/${name}/${path}`)
  const source = workerSource(root, name)
  if (source !== null) {
    const page = await readFile(join(out, name, 'index.html'))
    const version = createHash('sha256').update(files.join('\n')).update(page).digest('hex').slice(0, 16)
    await buildWorker(root, source, out, { name, page: `/${name}`, files, version })
  }
  return { name, inlineStyles: (await plateOf(root, name)).inlineStyles === true, worker: source !== null, files }
}

/** Builds all faces below the root; nothing that is there changes before all are done. */
export async function buildFaces(root: string): Promise<readonly BuiltFace[]> {
  // Before anything is read for the build: what changes meanwhile makes it old at once.
  const sources = await digestOfSources(root)
  const dist = join(root, 'dist')
  await mkdir(dist, { recursive: true })
  const made = await mkdtemp(join(dist, '.making-'))
  try {
    const faces: BuiltFace[] = []
    for (const name of await faceNames(root)) faces.push(await buildFace(root, name, made))
    await publish(made, dist, sources, faces)
    return faces
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}
