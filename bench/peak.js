// Loaded before a program (`node --import`): when it ends, writes down the most memory its process has held (VmHWM), in
// megabytes. Plain JavaScript, so that nothing but the program asks for the reader of TypeScript.

import { readFileSync, writeFileSync } from 'node:fs'

function peakMegabytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

process.once('exit', () => writeFileSync(process.env['BENCH_PEAK'] ?? '', String(peakMegabytes())))
