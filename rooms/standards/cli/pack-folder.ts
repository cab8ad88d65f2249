// Reads a pack from its folder: pack.json and the files of examples/. Everything that is wrong is found before anything is said.

import { open, readdir } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'

const mostMegabytes = 20

async function bytesOf(file: string): Promise<Uint8Array | null> {
  const handle = file === '-' ? null : await open(file)
  try {
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of handle?.createReadStream({ autoClose: false, highWaterMark: 1 << 18 }) ?? process.stdin) {
      size += (piece as Uint8Array).length
      if (size > mostMegabytes * 1e6) return null
      pieces.push(piece as Uint8Array)
    }
    return Buffer.concat(pieces)
  } finally {
    await handle?.close()
  }
}

/** The JSON of a file in UTF-8, with or without BOM; `-` is stdin. */
export async function readJsonFile(file: string): Promise<Result<unknown>> {
  let bytes: Uint8Array | null
  try {
    bytes = await bytesOf(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return refuse(problems.fileUnreadable({ file, why: code ?? message }))
  }
  if (bytes === null) return refuse(problems.fileTooLarge({ file, megabytes: mostMegabytes }))
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    return refuse(problems.notJson({ file, why: (error as Error).message }))
  }
}

/** The document of the pack in a folder. */
export function readPackFile(folder: string): Promise<Result<unknown>> {
  return readJsonFile(join(folder, 'pack.json'))
}

/** The names of a pack's example files, in order. */
export async function exampleFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, 'examples'))
    return names.filter((name) => name.endsWith('.json')).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** `sample/five-star/2022-rural` of a folder below a folder named packs; null elsewhere. */
export function placeOf(folder: string): string | null {
  const parts = resolve(folder).split(sep)
  const [packs, ...own] = parts.slice(-4)
  return packs === 'packs' && own.length === 3 ? own.join('/') : null
}
