// Documents are made in a thread of their own, one after the other and with limits on seconds, memory and bytes, so that a long
// one neither stops the server from answering nor takes its memory. The thread is kept for a while, because loading library and
// fonts costs more than a short document.

import { Worker } from 'node:worker_threads'
import type { OfficeDocument } from './document.ts'
import type { PdfAbout, PdfPage } from './pdf/page.ts'

export type PaperTask = { readonly most: number } & (
  | { readonly kind: 'docx'; readonly document: OfficeDocument }
  | { readonly kind: 'pdf'; readonly document: OfficeDocument; readonly about: PdfAbout }
  | { readonly kind: 'pages'; readonly pages: readonly PdfPage[]; readonly about: PdfAbout }
)

/** What the thread answers. */
export type Paper = { readonly bytes: Uint8Array } | { readonly error: string }

export interface PaperLimits {
  readonly bytes: number
  readonly milliseconds: number
}

const idleMs = 20_000
const megabytes = 600

interface Waiting {
  readonly answer: (paper: Paper) => void
  readonly lost: (why: string) => void
}

let thread: Worker | null = null
let waiting: Waiting | null = null
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

function end(): void {
  clearTimeout(idle)
  const ended = thread
  thread = null
  void ended?.terminate()
}

function started(): Worker {
  clearTimeout(idle)
  if (thread !== null) return thread
  const made = new Worker(new URL('./paper-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  thread = made
  // A thread that was given up says nothing any more.
  const lost = (why: string): void => {
    if (thread !== made) return
    thread = null
    waiting?.lost(why)
  }
  made.on('message', (paper: Paper) => {
    if (thread === made) waiting?.answer(paper)
  })
  made.on('error', (error: Error) => lost(error.message))
  made.on('exit', () => lost('the thread that makes documents ended'))
  return made
}

function ask(task: PaperTask, milliseconds: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = started()
    worker.ref()
    const settle = (done: () => void): void => {
      clearTimeout(deadline)
      waiting = null
      // Nobody waits for it now: it must not keep this process up.
      worker.unref()
      if (thread === worker) idle = setTimeout(end, idleMs).unref()
      done()
    }
    const lost = (why: string): void => {
      end()
      settle(() => reject(new Error(why)))
    }
    const deadline = setTimeout(() => lost(`a document took more than ${milliseconds} ms`), milliseconds)
    waiting = {
      answer: (paper) => settle(() => ('bytes' in paper ? resolve(paper.bytes) : reject(new Error(paper.error)))),
      lost,
    }
    worker.postMessage(task, [])
  })
}

/** The bytes of what the task asks for; a refusal of the thread throws. */
export function inThread(task: PaperTask, milliseconds: number): Promise<Uint8Array> {
  const made = last.then(() => ask(task, milliseconds))
  last = made.catch(() => {})
  return made
}
