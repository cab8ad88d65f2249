// What a process has used, from outside, where the system says so (Linux): CPU time, peak memory.

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

/** The most memory this process has held (VmHWM), in megabytes. */
export function peakMegabytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}
