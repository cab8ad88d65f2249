// npm and its shell stand between the terminal and this process and pass no signal on: were npm killed alone, the server
// would go on with nobody left to stop it and hold its port. So it watches the two above it, where the system shows them.

import { readFileSync } from 'node:fs'

const everyMs = 500

/** The process above and, where that is only the shell that npm runs the script in, npm. */
function above(script: string): string {
  const parent = process.ppid
  try {
    if (!readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes(script)) return `${parent}`
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    return `${parent} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return `${parent}`
  }
}

/** Calls `stop` when npm, through which this process was started, is no longer there. */
export function whenAbandoned(stop: () => void): void {
  const script = process.env['npm_lifecycle_script']
  if (script === undefined) return
  const before = above(script)
  const watch = setInterval(() => {
    if (above(script) === before) return
    clearInterval(watch)
    stop()
  }, everyMs)
  watch.unref()
}
