// Views of a picture, made in a process of its own that is kept for a while: a picture that brings the native library down
// takes that process with it, and the next one starts afresh. Why a process ended cannot be known: a sound picture may meet a
// server that is stopped or a machine without memory. So that is `lost`, never `unreadable`, and whoever asked tries again.

import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { PictureTask, Viewed } from './picture.ts'

export interface PictureMaker {
  /** One after the other, in the order asked. */
  make(task: PictureTask): Promise<Viewed>
  /** Ends the process; the next task starts another. */
  close(): void
}

const program = join(import.meta.dirname, 'picture-process.ts')
const idleMs = 20_000
const longestMs = 60_000

/** A maker of views with one process behind it, which ends when it has been idle. */
export function pictureMaker(): PictureMaker {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const close = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }
  const started = (): ChildProcess => {
    if (child?.connected === true) return child
    child = fork(program, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    return child
  }
  const ask = (task: PictureTask): Promise<Viewed> =>
    new Promise((resolve) => {
      clearTimeout(idle)
      const worker = started()
      worker.ref()
      worker.channel?.ref()
      const deadline = setTimeout(() => worker.kill('SIGKILL'), longestMs)
      const settle = (viewed: Viewed): void => {
        clearTimeout(deadline)
        worker.removeAllListeners()
        // Nobody waits for it now: it must not keep this process up.
        worker.on('error', () => {})
        worker.unref()
        worker.channel?.unref()
        idle = setTimeout(close, idleMs).unref()
        resolve(viewed)
      }
      const gone = (): void => {
        if (child === worker) child = null
        settle({ kind: 'lost' })
      }
      worker.once('message', (viewed) => settle(viewed as Viewed))
      worker.once('exit', gone)
      worker.once('error', gone)
      worker.send(task, (error) => {
        if (error !== null) gone()
      })
    })

  return {
    make: (task) => {
      const run = last.then(() => ask(task))
      last = run
      return run
    },
    close,
  }
}
