// Reads the text that a command is given: a file, or stdin where the name is `-`.

import { open } from 'node:fs/promises'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'

// A text of more bytes may not fit into one string (2^29 − 24 characters).
const mostMegabytes = 500

async function bytesOf(file: string): Promise<Uint8Array | null> {
  const handle = file === '-' ? null : await open(file)
  try {
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of handle?.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }) ?? process.stdin) {
      size += (piece as Uint8Array).length
      if (size > mostMegabytes * 1e6) return null
      pieces.push(piece as Uint8Array)
    }
    return Buffer.concat(pieces)
  } finally {
    await handle?.close()
  }
}

/** The text of a file in UTF-8, with its BOM if it has one. */
export async function readInputFile(file: string): Promise<Result<string>> {
  let bytes: Uint8Array | null
  try {
    bytes = await bytesOf(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return refuse(problems.fileUnreadable({ file, why: code ?? message }))
  }
  if (bytes === null) return refuse(problems.fileTooLarge({ file, megabytes: mostMegabytes }))
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return refuse(problems.notUtf8({ file }))
  }
}
