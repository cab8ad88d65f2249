// Temporary data folders of one run, prepared once and shared by the cases that need the same: an instance with the demo,
// an empty one. Everything is stopped and removed at the end, whatever happened.

import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findHouse } from '#ground/http/house.ts'
import { openInstance } from '#ground/instance/instance.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { stopEmbedded } from '#ground/postgres/embedded/embedded.ts'
import { startServer } from './server.ts'
import type { Served, Serving } from './server.ts'

export interface Places {
  /** A folder that is removed at the end. */
  folder(): string
  /** A data folder that nothing was put into yet. */
  dataDir(): string
  /** What several cases need is made by the first of them. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>
  /** A data folder with the demo, stopped; how long its first start took. */
  demo(): Promise<{ readonly dataDir: string; readonly coldSeconds: number }>
  /** A server that is stopped at the end if the case has not done so. */
  serve(serving: Serving): Promise<Served>
  /** The instance of a data folder, opened in this process for preparing and counting. */
  open(dataDir: string): Promise<Instance>
  removeAll(): Promise<void>
}

/** Opens the places of a run. */
export function openPlaces(): Places {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'liangxing-bench-')))
  // The embedded PostgreSQL of root runs as another account, which must get to its files.
  chmodSync(root, 0o755)
  const dataDirs: string[] = []
  const closing: (() => Promise<void>)[] = []
  let folders = 0
  const made = new Map<string, Promise<unknown>>()

  const folder = (): string => {
    const path = mkdtempSync(join(root, `${(folders += 1)}-`))
    chmodSync(path, 0o755)
    return path
  }
  const dataDir = (): string => {
    const path = join(folder(), 'data')
    dataDirs.push(path)
    return path
  }
  const serve = async (serving: Serving): Promise<Served> => {
    const served = await startServer(serving)
    let stopped: Promise<void> | null = null
    const stop = (): Promise<void> => (stopped ??= served.stop())
    closing.push(stop)
    return { ...served, stop }
  }
  const once = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(name)
    if (known !== undefined) return known as Promise<T>
    const making = make()
    made.set(name, making)
    return making
  }
  return {
    folder,
    dataDir,
    serve,
    once,
    demo: () =>
      once('demo', async () => {
        const path = dataDir()
        const served = await serve({ dataDir: path, demo: true })
        await served.stop()
        return { dataDir: path, coldSeconds: served.seconds }
      }),
    open: async (path) => {
      const instance = await openInstance({ settings: { DATA_DIR: path }, house: await findHouse() })
      let closed: Promise<void> | null = null
      const close = (): Promise<void> => (closed ??= instance.close({ wait: true }))
      closing.push(close)
      return { ...instance, close }
    },
    removeAll: async () => {
      for (const close of closing.reverse()) await close().catch(() => undefined)
      for (const path of dataDirs) await stopEmbedded(path).catch(() => false)
      rmSync(root, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
