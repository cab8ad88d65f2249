// What the browser finder asks of the computer, behind one small interface so that its tests can play any computer.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Ran {
  readonly code: number
  readonly output: string
}

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  exists(path: string): boolean
  /** The full path of a command on the PATH, or null. */
  which(command: string): string | null
  /** Runs a command to its end; `told` shows its output while it runs. */
  run(command: string, args: readonly string[], told?: boolean): Ran
  /** Where Playwright keeps its own Chromium, whether it is there or not. */
  playwrightPath(): Promise<string>
  /** The path of @sparticuz/chromium when that package is installed, else null. */
  sparticuzPath(): Promise<string | null>
  say(line: string): void
}

function which(command: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder !== '' && existsSync(join(folder, command))) return join(folder, command)
  }
  return null
}

function run(command: string, args: readonly string[], told = false): Ran {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const ran = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    timeout: told ? 600_000 : 20_000,
    stdio: told ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
  })
  return { code: ran.status ?? 1, output: `${ran.stdout ?? ''}${ran.stderr ?? ''}${ran.error?.message ?? ''}` }
}

async function sparticuzPath(): Promise<string | null> {
  // Its archive holds the system libraries for this environment only.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  try {
    const name = '@sparticuz/chromium'
    const { default: chromium } = (await import(name)) as { default: { executablePath(): Promise<string> } }
    return await chromium.executablePath()
  } catch {
    return null
  }
}

/** The computer we run on. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  which,
  run,
  playwrightPath: async () => (await import('@playwright/test')).chromium.executablePath(),
  sparticuzPath,
  say: (line) => console.error(line),
}
