// Runs a command line of the house in a process of its own, on the database of a trial, as the operator at the machine does.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Trial } from './trial.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
}

/** `liangxing …`, in English; what it says on stderr is shown. */
export function runCommand({ house, ownerUrl }: Trial, line: readonly string[], stdin = ''): Promise<Ran> {
  const env = { PATH: process.env['PATH'] ?? '', LX_LANGUAGE: 'en', DATABASE_URL: ownerUrl, KEY_FILE: inject('keyFile') }
  const main = join(house.root, 'doors', 'cli', 'main.ts')
  const child = spawn(process.execPath, [main, ...line], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stdin.end(stdin)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout })))
}
