// What a server said that did not start: first on its standard error, which goes to the keeper's log, then in its own
// log, which a process of its own writes, a little after the server has ended.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Places } from './places.ts'

/** Marks where the logs end now; the returned function gives what has been said since, the important lines only. */
export function listenTo({ front, cluster }: Pick<Places, 'front' | 'cluster'>): () => Promise<string> {
  const logs = (): string[] => {
    const folder = join(cluster, 'log')
    const own = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
    return [join(front, 'keeper.log'), ...own]
  }
  const before = new Map(logs().map((file) => [file, statSync(file).size]))
  const since = (file: string): string =>
    readFileSync(file)
      .subarray(before.get(file) ?? 0)
      .toString('utf8')
  return async () => {
    for (let look = 0; ; look += 1) {
      const lines = logs()
        .flatMap((file) => since(file).split('\n'))
        .filter((line) => line.trim() !== '' && !/logging collector process|Future log output/.test(line))
      if (look < 20 && !lines.some((line) => /FATAL|PANIC|error/.test(line))) await pause(50)
      else return lines.slice(-5).join(' ').slice(-900)
    }
  }
}
