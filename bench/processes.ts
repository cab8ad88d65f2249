// What a process has used, from outside, where the system says so (Linux): CPU time.

import { readFileSync, readdirSync } from 'node:fs'

/** CPU seconds of a process so far, all threads; null where the system does not tell. */
export function cpuSeconds(pid: number): number | null {
  try {
    const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    )
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9
  } catch {
    return null
  }
}
