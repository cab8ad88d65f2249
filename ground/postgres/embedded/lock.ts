// One keeper a cluster. Node offers no file lock that the system takes back when its holder is killed; SQLite, which is
// part of Node, takes exactly that lock on a file, on every platform. It stores nothing here.

import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Takes the keeper's lock for as long as this process lives; false when another process has it. */
export function takeLock(front: string): boolean {
  const file = join(front, 'lock')
  closeSync(openSync(file, 'a', 0o600))
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === 5) return false
    throw error
  }
  held.push(lock)
  return true
}

/** Keeps the lock from being collected as garbage. */
const held: DatabaseSync[] = []
