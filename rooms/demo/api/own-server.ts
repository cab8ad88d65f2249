// The server that a play is given: the one that runs, or one of its own, started as `npm start` does it and stopped after.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'

export interface Server {
  readonly baseUrl: string
  readonly own: boolean
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..', '..')
const kept = 20

async function answers(baseUrl: string): Promise<boolean> {
  const response = await fetch(`${baseUrl}/healthz`).catch(() => null)
  return response?.ok === true && ((await response.json().catch(() => ({}))) as { status?: string }).status === 'ok'
}

/** The server at this address, when one answers. */
export async function runningServer(baseUrl: string): Promise<Server | null> {
  return (await answers(baseUrl)) ? { baseUrl, own: false, stop: async () => {} } : null
}

/** Starts a server with the demo; what it says is passed on. */
export async function startServer(
  env: Readonly<Record<string, string | undefined>>,
  heard: (line: string) => void,
): Promise<Result<Server>> {
  const child = spawn(process.execPath, [join(root, 'doors', 'server', 'start.ts')], {
    cwd: root,
    env: { ...env, DEMO: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Whoever interrupts the play ends its server too.
  const end = (): void => {
    child.kill('SIGINT')
  }
  process.once('exit', end)
  const exited = once(child, 'exit')
  const said: string[] = []
  const started = new Promise<string | null>((resolve) => {
    let address: string | null = null
    const hear = (line: string): void => {
      said.push(line)
      if (said.length > kept) said.shift()
      address = /亮星 Liangxing {2}(http\S+)/.exec(line)?.[1] ?? address
      if (line.startsWith('·')) heard(line)
      if (address !== null && line.includes('Ctrl-C')) resolve(address)
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', hear)
    child.once('exit', () => resolve(null))
    child.once('error', () => resolve(null))
  })
  const baseUrl = await started
  if (baseUrl === null) {
    process.off('exit', end)
    return refuse(problems.noStart({ said: said.join(' ').slice(0, 500) }))
  }
  return ok({
    baseUrl,
    own: true,
    stop: async () => {
      process.off('exit', end)
      end()
      await exited
    },
  })
}
