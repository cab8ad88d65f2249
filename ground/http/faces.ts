// Faces that run in the browser (desk, pocket, stage …): each was built from faces/<face>/ and is served at /<face>, with a
// content policy of its own and, where it has one, its service worker. What was built is written down in faces.json, so
// that the server knows no face by name.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './answer.ts'
import { problems } from './problems.ts'
import { facePolicy } from './security.ts'
import { languageOf } from './wire.ts'

/** What faces/<face>/face.ts may say of its face; a face without the file gets the strictest of everything. */
export interface FacePlate {
  /** Its parts write style attributes themselves. */
  readonly inlineStyles?: true
}

export interface BuiltFace {
  readonly name: string
  readonly inlineStyles: boolean
  /** Whether it has a service worker, /<face>/sw.js. */
  readonly worker: boolean
  /** Addresses of its files below /assets/, whose names change with their content. */
  readonly files: readonly string[]
}

/** The file faces.json of a build; written last, in one step. */
export interface BuiltFaces {
  /** Digest of what the faces were built from. */
  readonly sources: string
  readonly faces: readonly BuiltFace[]
  /** Files of the build before, which pages that are still open may ask for. */
  readonly before: readonly string[]
}

const builtName = 'faces.json'

/** Where the build is written down. */
export const builtFile = (folder: string): string => join(folder, builtName)

/** What was built into the folder; null when nothing was. */
export function readBuilt(folder: string): BuiltFaces | null {
  try {
    return JSON.parse(readFileSync(builtFile(folder), 'utf8')) as BuiltFaces
  } catch {
    return null
  }
}

function mountFace(app: FastifyInstance, folder: string, face: BuiltFace): void {
  const here = `/${face.name}`
  const own = join(folder, face.name)
  const policy = facePolicy(face)
  const file = (reply: FastifyReply, name: string): FastifyReply =>
    reply.header('cache-control', 'no-cache').sendFile(name, own, { cacheControl: false })
  const page = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    file(reply.header('content-security-policy', policy), 'index.html')
  app.get(here, page)
  app.get(`${here}/*`, page)
  // Without this header the worker could not stand over the face's own address, which has no slash at its end.
  app.get(`${here}/sw.js`, (request, reply) =>
    face.worker
      ? file(reply.header('service-worker-allowed', here), 'sw.js')
      : sendProblem(reply, problems.noSuchAddress(), languageOf(request)),
  )
}

/** Serves every face that was built into the folder; a folder without a build serves none. */
export async function mountFaces(app: FastifyInstance, folder: string): Promise<void> {
  const built = readBuilt(folder)
  if (built === null) return
  await app.register(serveFiles, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  })
  for (const face of built.faces) mountFace(app, folder, face)
}
