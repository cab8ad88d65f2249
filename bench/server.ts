// Starts and stops the real server (doors/server/start.ts) in a process of its own, with the settings of `npm start`:
// only the address, the data folder, the demo and the limit per client address are chosen here.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { houseRoot } from '#ground/http/house.ts'

export interface Served {
  readonly port: number
  readonly pid: number
  /** From the start of the process to its saying that it is ready. */
  readonly seconds: number
  stop(): Promise<void>
}

export interface Serving {
  readonly dataDir: string
  readonly demo: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArgs?: readonly string[]
}

/** The environment of a process of the product that works on a data folder. */
export function productEnv(dataDir: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, KEY_FILE: _key, NODE_OPTIONS: _options, ...env } = process.env
  return { ...env, DATA_DIR: dataDir, ...more }
}

/** Starts a server on a free port of loopback. */
export async function startServer({ dataDir, demo, env = {}, nodeArgs = [] }: Serving): Promise<Served> {
  const started = performance.now()
  const child = spawn(process.execPath, [...nodeArgs, join(houseRoot, 'doors', 'server', 'start.ts')], {
    cwd: houseRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: productEnv(dataDir, { PORT: '0', HOST: '127.0.0.1', DEMO: demo ? '1' : '0', REQUESTS_PER_MINUTE: '1000000000', ...env }),
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface(child.stdout)
  const port = await new Promise<number>((resolve, reject) => {
    lines.on('line', (line) => {
      const said = /Liangxing +http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
      if (said !== undefined) resolve(Number(said))
    })
    void ended.then(() => reject(new Error('the server ended before it was ready')))
  })
  return {
    port,
    pid: child.pid ?? 0,
    seconds: (performance.now() - started) / 1000,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
