// postmaster.pid is how a running PostgreSQL speaks of itself. It outlives a killed server, and its process id may since
// have gone to somebody else's process: believe it only after the process has been seen to be a postgres of this cluster.

import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  readonly socketDir: string | null
  /** `starting`, `ready`, `stopping` or another word of PostgreSQL's. */
  readonly status: string
}

/** What postmaster.pid says; null when there is none or it is only half written. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const [pid, , , port, socketDir, , , status] = lines
  if (!(Number(pid) > 0) || port === undefined) return null
  return { pid: Number(pid), port: Number(port), socketDir: socketDir?.trim() || null, status: status?.trim() ?? 'starting' }
}

/** Whether any process has this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether the process is a postgres that runs in this cluster (its working folder is the cluster). */
export function isPostgresOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
      return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') {
    const { stdout } = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8', windowsHide: true })
    return /postgres\.exe/i.test(stdout ?? '')
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  return (stdout ?? '').includes('postgres') && (stdout ?? '').includes(cluster)
}
