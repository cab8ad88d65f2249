// Entry of the thread that makes documents: a task comes in, bytes or the reason why there are none go out. Each library is loaded
// when it is first needed; fonts stay open.

import { parentPort } from 'node:worker_threads'
import type { Paper, PaperTask } from './papers.ts'
import type { WidthOf } from './pdf/paragraph.ts'

let widthOf: WidthOf | null = null

async function make(task: PaperTask): Promise<Uint8Array> {
  if (task.kind === 'docx') {
    const { buildDocx } = await import('./docx-build.ts')
    const bytes = await buildDocx(task.document)
    if (bytes.length > task.most) throw new Error(`a DOCX of more than ${task.most} bytes`)
    return bytes
  }
  const { drawPages, measure } = await import('./pdf/draw.ts')
  if (task.kind === 'pages') return drawPages(task.pages, task.about, task.most)
  const { officePages } = await import('./pdf/office-pages.ts')
  widthOf ??= measure()
  return drawPages(officePages(task.document, widthOf), task.about, task.most)
}

const answer = (paper: Paper): void => parentPort?.postMessage(paper, 'bytes' in paper ? [paper.bytes.buffer as ArrayBuffer] : [])

parentPort?.on('message', (task: PaperTask) => {
  make(task).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
  )
})
