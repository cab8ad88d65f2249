// The most memory this process ever held (peak.js does the same for a command without loading TypeScript).

import { readFileSync } from 'node:fs'

/** Peak resident memory in megabytes: VmHWM where there is one. */
export function peakMegabytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}
