// A PDF of a document or of described pages. It is made in a thread of its own, one at a time and with limits on seconds, memory
// and bytes, so that a long document neither stops the server from answering nor takes its memory.

import { Worker } from 'node:worker_threads'
import type { OfficeDocument } from '../document.ts'
import type { PdfAbout, PdfPage } from './page.ts'

export type PdfContent =
  | { readonly kind: 'document'; readonly document: OfficeDocument }
  | { readonly kind: 'pages'; readonly pages: readonly PdfPage[] }

export interface PdfTask {
  readonly content: PdfContent
  readonly about: PdfAbout
  /** Most bytes of the file. */
  readonly most: number
}

export interface PdfLimits {
  readonly bytes: number
  readonly milliseconds: number
}

const usual: PdfLimits = { bytes: 50_000_000, milliseconds: 60_000 }

let last: Promise<unknown> = Promise.resolve()

function make(task: PdfTask, milliseconds: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./pdf-process.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 400 },
    })
    const end = (settle: () => void): void => {
      clearTimeout(deadline)
      void thread.terminate()
      settle()
    }
    const deadline = setTimeout(() => end(() => reject(new Error(`a PDF took more than ${milliseconds} ms`))), milliseconds)
    thread.once('message', (bytes: Uint8Array) => end(() => resolve(bytes)))
    thread.once('error', (error) => end(() => reject(error)))
    thread.once('exit', () => end(() => reject(new Error('the thread that makes PDFs ended early'))))
  })
}

/** The bytes of a PDF; what exceeds the limits throws. Calls are served one after the other. */
export function writePdf(content: PdfContent, about: PdfAbout, limits: PdfLimits = usual): Promise<Uint8Array> {
  const made = last.then(() => make({ content, about, most: limits.bytes }, limits.milliseconds))
  last = made.catch(() => {})
  return made
}
