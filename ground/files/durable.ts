// Writing that survives a power cut: bytes forced to disk before a name is given, the name forced after. And the one
// translator from what a disk may answer to problems.

import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Problem } from '#ground/kernel/problem.ts'
import { problems } from './problems.ts'

/** Forces the names in a folder to disk. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder with those above it, each one's name on the disk. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === first) return
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const closed = new Set(['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR'])

/** The problem that an error of the disk stands for; null when it is a bug of ours. */
export function problemOfDisk(error: unknown): Problem | null {
  const { code = '' } = error as NodeJS.ErrnoException
  if (full.has(code)) return problems.diskFull()
  return closed.has(code) ? problems.unwritable({ why: code }) : null
}
